/** One question of the conversation, with what came of it: waiting, an answer or a problem. */

import { announce } from "./announce.js";
import { answerView } from "./answer.js";
import { button, element, uniqueId } from "./dom.js";
import { text } from "./texts.js";

/** @typedef {import("./types.js").Reply} Reply */

const WAIT_BEFORE_SAYING_SO_MS = 300;

/**
 * @param {string} question
 * @param {() => Promise<Reply>} fetchReply  asked again on «Prøv igjen»
 * @param {boolean} isRestricted  whether only some documents are asked
 * @returns {{element: HTMLElement, run: () => Promise<void>}}
 */
export function makeTurn(question, fetchReply, isRestricted) {
  const heading = uniqueId("question");
  const outcome = element("div", { class: "outcome" });
  const turn = element(
    "article",
    { class: "turn", "aria-labelledby": heading },
    element("h2", { class: "question", id: heading }, question),
    outcome,
  );

  async function run() {
    turn.setAttribute("aria-busy", "true");
    outcome.replaceChildren();
    const waiting = setTimeout(() => {
      outcome.replaceChildren(waitingView());
      announce(text("turn.waiting"));
    }, WAIT_BEFORE_SAYING_SO_MS);
    try {
      showReply(await fetchReply());
    } catch (error) {
      outcome.replaceChildren(problemView(error, run));
    } finally {
      clearTimeout(waiting);
      turn.removeAttribute("aria-busy");
    }
  }

  /** @param {Reply} reply */
  function showReply(reply) {
    const isCompleted = reply.resolved_question && reply.resolved_question.trim() !== question;
    outcome.replaceChildren(answerView(reply, isRestricted));
    if (isCompleted) {
      outcome.prepend(element("p", { class: "resolved" }, text("turn.resolved", { question: reply.resolved_question })));
    }
    announce(reply.status === "answered" ? text("announce.answer", { answer: reply.answer ?? "" }) : text("announce.notFound"));
  }

  return { element: turn, run };
}

function waitingView() {
  return element("p", { class: "waiting" }, element("span", { class: "pulse", "aria-hidden": "true" }), text("turn.waiting"));
}

/** @param {unknown} error @param {() => Promise<void>} again */
function problemView(error, again) {
  const message = error instanceof Error ? error.message : String(error);
  return element(
    "div",
    { class: "problem", role: "alert" },
    element("p", { class: "problem-title" }, text("turn.problem")),
    element("p", {}, message),
    button(text("turn.retry"), () => void again(), { class: "secondary" }),
  );
}
