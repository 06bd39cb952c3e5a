/** Telling whether an answer was right: two buttons, then room for a comment. */

import { sendFeedback } from "../shared/api.js";
import { append, button, element, uniqueId } from "../shared/dom.js";
import { judge } from "../shared/events.js";
import { icon } from "../shared/icons.js";
import { text } from "../shared/texts.js";

/** @typedef {import("../shared/types.js").Reply} Reply */
/** @typedef {{verdict: string, comment: string, isSent: boolean}} Judgement  what a person says of an answer, filled in as it is said */

/**
 * @param {Reply} reply
 * @param {Judgement} judgement
 * @returns {HTMLElement}
 */
export function feedbackForm(reply, judgement) {
  const found = reply.status === "answered";
  const outcome = element("p", { class: "outcome-words", role: "status" });
  const room = element("div", { class: "feedback-comment" });
  const choices = [
    choice("thumb", text(found ? "feedback.right" : "feedback.rightlyNot"), "right"),
    choice("thumb-down", text(found ? "feedback.wrong" : "feedback.missing"), found ? "wrong" : "missing"),
  ];
  show();
  return element(
    "div",
    { class: "feedback", role: "group", "aria-label": text("feedback.label") },
    element("span", { class: "feedback-choices" }, choices),
    room,
    outcome,
  );

  /** @param {string} name @param {string} label @param {string} verdict */
  function choice(name, label, verdict) {
    const made = button("", () => choose(made, verdict), { class: "quiet", "data-verdict": verdict });
    append(made, icon(name), label);
    return made;
  }

  /** @param {HTMLElement} chosen @param {string} verdict */
  function choose(chosen, verdict) {
    Object.assign(judgement, { verdict, isSent: false });
    judge(chosen, verdict);
    show();
    room.querySelector("textarea")?.focus();
  }

  function show() {
    const { verdict, comment, isSent } = judgement;
    for (const made of choices) made.setAttribute("aria-pressed", String(made.dataset.verdict === verdict));
    outcome.replaceChildren(isSent ? text("feedback.thanks") : "");
    room.replaceChildren(...(verdict && !isSent ? commentField(comment) : []));
  }

  /** @param {string} comment */
  function commentField(comment) {
    const field = /** @type {HTMLTextAreaElement} */ (element("textarea", { id: uniqueId("comment"), rows: "2", maxlength: "5000" }));
    field.value = comment;
    field.addEventListener("input", () => {
      judgement.comment = field.value;
    });
    return [
      element("label", { for: field.id }, text("feedback.comment")),
      field,
      button(text("feedback.send"), () => void send(), { class: "secondary" }),
    ];
  }

  async function send() {
    const { verdict, comment } = judgement;
    try {
      await sendFeedback({ question: reply.resolved_question || reply.question, verdict, comment, answer: reply.answer });
      judgement.isSent = true;
      show();
    } catch (error) {
      outcome.replaceChildren(error instanceof Error ? error.message : String(error));
    }
  }
}
