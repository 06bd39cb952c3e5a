/** The conversation: its questions in order, each asked with the ones before it. */

import { chosenDocuments, without } from "../documents/collection.js";
import { announce } from "../shared/announce.js";
import { byId } from "../shared/dom.js";
import { linkToTurns } from "../shared/links.js";
import { closeSource } from "../source/source_panel.js";
import { makeTurn } from "./turn.js";

/** @typedef {import("../shared/types.js").AskRequest} AskRequest */
/** @typedef {import("../shared/types.js").Reply} Reply */
/** @typedef {import("../shared/links.js").LinkedTurn} LinkedTurn */
/** @typedef {{request: AskRequest, reply: Reply | null, isWrong: boolean, turn: import("./turn.js").Turn}} Asked  `isWrong` once a person has said so */

/** So many earlier questions the service takes. */
const MOST_HISTORY = 50;

/** @type {Asked[]} */
let asked = [];

/** Those of a link that are yet to be asked. @type {LinkedTurn[]} */
let upcoming = [];

/** What has been asked so far, with the replies that have come. @returns {readonly Asked[]} */
export function conversation() {
  return asked;
}

/** Listens for what answers ask of the conversation. */
export function prepareConversation() {
  const turns = byId("turns");
  turns.addEventListener("ask-next", (event) => void askInConversation(/** @type {CustomEvent} */ (event).detail));
  const turnOf = (/** @type {Event} */ event) =>
    asked[[...turns.children].findIndex((turn) => turn.contains(/** @type {Node} */ (event.target)))];
  turns.addEventListener("judged", (event) => {
    turnOf(event).isWrong = /** @type {CustomEvent} */ (event).detail === "wrong";
  });
  turns.addEventListener("ask-without", (event) => {
    const { request } = turnOf(event);
    void askAs({ ...request, documents: without(request.documents, /** @type {CustomEvent} */ (event).detail) });
  });
}

/**
 * Asks a question and shows what comes of it.
 * @param {string} question
 */
export function askInConversation(question) {
  return askAs({ question, history: before(question), documents: chosenDocuments() });
}

/** What is asked before a question; the same one asked of other documents is no context of its own. @param {string} question */
function before(question) {
  const earlier = asked.map(({ request }) => request.question);
  return earlier.filter((other) => other !== question).slice(-MOST_HISTORY);
}

/**
 * Asks questions that follow one another, as a link has them. It begins a new conversation.
 * @param {LinkedTurn[]} turns
 */
export async function askAll(turns) {
  newConversation();
  const queue = [...turns];
  upcoming = queue;
  while (queue === upcoming) {
    const next = queue.shift();
    if (!next) return;
    await askAs({ ...next, history: before(next.question) });
  }
}

/** Forgets the conversation and begins a new one. */
export function newConversation() {
  asked = [];
  upcoming = [];
  closeSource();
  byId("turns").replaceChildren();
  show();
  announce("");
  byId("question").focus();
}

/** The way back to the conversation: every question of it, those yet to be asked as well. */
export function linkToConversation() {
  const turns = asked.map(({ request: { question, documents } }) => ({ question, documents }));
  return linkToTurns([...turns, ...upcoming]);
}

/** Says the answers again in another language; what is read stays where it is. */
export function redrawConversation() {
  const read = asked.find(({ turn }) => turn.element.getBoundingClientRect().bottom > 0)?.turn.element;
  const top = read?.getBoundingClientRect().top ?? 0;
  for (const { turn } of asked) turn.redraw();
  if (read) scrollBy({ top: read.getBoundingClientRect().top - top, behavior: "instant" });
}

/** @param {AskRequest} request */
async function askAs(request) {
  const turn = makeTurn(request, (reply) => {
    entry.reply = reply;
  });
  /** @type {Asked} */
  const entry = { request, reply: null, isWrong: false, turn };
  asked = [...asked, entry];
  byId("turns").append(turn.element);
  show();
  turn.element.scrollIntoView();
  await turn.run();
  if (turn.element === byId("turns").lastElementChild) turn.element.scrollIntoView();
}

function show() {
  byId("start").hidden = asked.length > 0;
  byId("conversation-tools").hidden = asked.length === 0;
}
