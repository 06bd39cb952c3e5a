/** The conversation: its questions in order, each asked with the ones before it. */

import { announce } from "./announce.js";
import { ask } from "./api.js";
import { chosenDocuments } from "./collection.js";
import { byId } from "./dom.js";
import { closeSource } from "./source_panel.js";
import { makeTurn } from "./turn.js";

const MOST_HISTORY = 10;

/** @type {string[]} */
let asked = [];

/**
 * Asks a question and shows what comes of it.
 * @param {string} question
 */
export async function askInConversation(question) {
  const context = { history: asked.slice(-MOST_HISTORY), documents: chosenDocuments() };
  asked = [...asked, question];
  const turn = makeTurn(question, () => ask(question, context), context.documents !== undefined);
  byId("start").hidden = true;
  byId("new-conversation").hidden = false;
  byId("turns").append(turn.element);
  turn.element.scrollIntoView();
  await turn.run();
  if (turn.element === byId("turns").lastElementChild) turn.element.scrollIntoView();
}

/** Forgets the conversation and begins a new one. */
export function newConversation() {
  asked = [];
  closeSource();
  byId("turns").replaceChildren();
  byId("start").hidden = false;
  byId("new-conversation").hidden = true;
  announce("");
  byId("question").focus();
}
