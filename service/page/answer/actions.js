/** What can be done with an answer: copied, linked to, judged. */

import { element } from "../shared/dom.js";
import { contentOf, copyButton } from "../shared/clipboard.js";
import { linkToQuestion } from "../shared/links.js";
import { text } from "../shared/texts.js";
import { feedbackForm } from "./feedback.js";

/** @typedef {import("../shared/types.js").Reply} Reply */
/** @typedef {import("../shared/types.js").AskRequest} AskRequest */
/** @typedef {import("../shared/clipboard.js").Part} Part */

/**
 * @param {Reply} reply
 * @param {AskRequest} request
 * @param {import("./feedback.js").Judgement} judgement
 * @param {(() => Promise<Part[]>) | null} copied  what is copied; null where there is no answer
 * @returns {HTMLElement}
 */
export function actions(reply, request, judgement, copied) {
  return element(
    "div",
    { class: "actions" },
    copied && copyButton(text("answer.copy"), async () => contentOf(await copied())),
    copyButton(text("answer.copyLink"), () => ({ plain: linkToQuestion(request) })),
    feedbackForm(reply, judgement),
  );
}
