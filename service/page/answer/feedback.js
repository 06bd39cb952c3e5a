/** Telling whether an answer was right: two buttons, then room for a comment. */

import { sendFeedback } from "../shared/api.js";
import { append, button, element, uniqueId } from "../shared/dom.js";
import { judge } from "../shared/events.js";
import { icon } from "../shared/icons.js";
import { text } from "../shared/texts.js";

/** @typedef {import("../shared/types.js").Reply} Reply */

/**
 * @param {Reply} reply
 * @returns {HTMLElement}
 */
export function feedbackForm(reply) {
  const found = reply.status === "answered";
  const outcome = element("p", { class: "outcome-words", role: "status" });
  const room = element("div", { class: "feedback-comment" });
  const choices = [
    choice("thumb", text(found ? "feedback.right" : "feedback.rightlyNot"), "right"),
    choice("thumb-down", text(found ? "feedback.wrong" : "feedback.missing"), found ? "wrong" : "missing"),
  ];
  return element(
    "div",
    { class: "feedback", role: "group", "aria-label": text("feedback.label") },
    element("span", { class: "feedback-choices" }, choices),
    room,
    outcome,
  );

  /** @param {string} name @param {string} label @param {string} verdict */
  function choice(name, label, verdict) {
    const made = button("", () => choose(made, verdict), { class: "quiet", "aria-pressed": "false" });
    append(made, icon(name), label);
    return made;
  }

  /** @param {HTMLElement} chosen @param {string} verdict */
  function choose(chosen, verdict) {
    for (const made of choices) made.setAttribute("aria-pressed", String(made === chosen));
    judge(chosen, verdict);
    outcome.replaceChildren();
    const field = /** @type {HTMLTextAreaElement} */ (element("textarea", { id: uniqueId("comment"), rows: "2", maxlength: "5000" }));
    room.replaceChildren(
      element("label", { for: field.id }, text("feedback.comment")),
      field,
      button(text("feedback.send"), () => void send(verdict, field.value), { class: "secondary" }),
    );
    field.focus();
  }

  /** @param {string} verdict @param {string} comment */
  async function send(verdict, comment) {
    try {
      await sendFeedback({ question: reply.resolved_question || reply.question, verdict, comment, answer: reply.answer });
      room.replaceChildren();
      outcome.replaceChildren(text("feedback.thanks"));
    } catch (error) {
      outcome.replaceChildren(error instanceof Error ? error.message : String(error));
    }
  }
}
