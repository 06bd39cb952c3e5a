/** The conversation: its questions in order, each asked with the ones before it. */

import { chosenDocuments, without } from "../documents/collection.js";
import { announce } from "../shared/announce.js";
import { byId } from "../shared/dom.js";
import { linkToQuestion } from "../shared/links.js";
import { closeSource } from "../source/source_panel.js";
import { makeTurn } from "./turn.js";

/** @typedef {import("../shared/types.js").AskRequest} AskRequest */
/** @typedef {import("../shared/types.js").Reply} Reply */
/** @typedef {{request: AskRequest, reply: Reply | null}} Asked */

const MOST_HISTORY = 10;

/** @type {Asked[]} */
let asked = [];

/** What has been asked so far, with the replies that have come. @returns {readonly Asked[]} */
export function conversation() {
  return asked;
}

/** Listens for what answers ask of the conversation. */
export function prepareConversation() {
  const turns = byId("turns");
  turns.addEventListener("ask-next", (event) => void askInConversation(/** @type {CustomEvent} */ (event).detail));
  turns.addEventListener("ask-without", (event) => {
    const at = [...turns.children].findIndex((turn) => turn.contains(/** @type {Node} */ (event.target)));
    const { request } = asked[at];
    void askAs({ ...request, documents: without(request.documents, /** @type {CustomEvent} */ (event).detail) });
  });
}

/**
 * Asks a question and shows what comes of it.
 * @param {string} question
 */
export function askInConversation(question) {
  const history = asked.map(({ request }) => request.question).slice(-MOST_HISTORY);
  return askAs({ question, history, documents: chosenDocuments() });
}

/**
 * Asks questions that follow one another, as a link to the last of them has them. It begins a new conversation.
 * @param {string[]} questions
 * @param {string[] | undefined} documents
 */
export async function askAll(questions, documents) {
  newConversation();
  for (const [at, question] of questions.entries()) {
    await askAs({ question, history: questions.slice(Math.max(0, at - MOST_HISTORY), at), documents });
  }
}

/** Forgets the conversation and begins a new one. */
export function newConversation() {
  asked = [];
  closeSource();
  byId("turns").replaceChildren();
  show();
  announce("");
  byId("question").focus();
}

/** The way back to the conversation as it stands: its last question with those before it. @returns {string | null} */
export function linkToConversation() {
  const last = asked.at(-1);
  return last ? linkToQuestion(last.request) : null;
}

/** @param {AskRequest} request */
async function askAs(request) {
  /** @type {Asked} */
  const entry = { request, reply: null };
  asked = [...asked, entry];
  const turn = makeTurn(request, (reply) => {
    entry.reply = reply;
  });
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
