/** What can be done with an answer: copied, linked to, judged. */

import { referenceTo } from "../conversation/source_list.js";
import { element } from "../shared/dom.js";
import { answerAsText, copyButton } from "../shared/clipboard.js";
import { linkToQuestion } from "../shared/links.js";
import { text } from "../shared/texts.js";
import { feedbackForm } from "./feedback.js";

/** @typedef {import("../shared/types.js").Reply} Reply */
/** @typedef {import("../shared/types.js").AskRequest} AskRequest */
/** @typedef {import("../shared/place.js").Place} Place */

/**
 * @param {Reply} reply
 * @param {AskRequest} request
 * @param {Place[]} places  what the answer stands on
 * @returns {HTMLElement}
 */
export function actions(reply, request, places) {
  return element(
    "div",
    { class: "actions" },
    reply.status === "answered" && copyButton(text("answer.copy"), () => ({ plain: answerAsText(reply, places, referenceTo) })),
    copyButton(text("answer.copyLink"), () => ({ plain: linkToQuestion(request) })),
    feedbackForm(reply),
  );
}
