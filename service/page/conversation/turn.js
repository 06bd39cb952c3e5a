/** One question of the conversation, with what came of it: waiting, an answer or a problem. */

import { isRemoved, knownDocument } from "../documents/collection.js";
import { announce } from "../shared/announce.js";
import { ask, suggestQuestions } from "../shared/api.js";
import { answerView } from "../answer/answer.js";
import { button, element, uniqueId } from "../shared/dom.js";
import { text } from "../shared/texts.js";
import { followUps } from "./follow_ups.js";

/** @typedef {import("../shared/types.js").AskRequest} AskRequest */
/** @typedef {import("../shared/types.js").Reply} Reply */

const WAIT_BEFORE_SAYING_SO_MS = 300;

/**
 * `redraw` says what is shown again, in another language.
 * @typedef {{element: HTMLElement, run: () => Promise<void>, redraw: () => void}} Turn
 */

/**
 * @param {AskRequest} request
 * @param {(reply: Reply) => void} answered  told of every reply
 * @returns {Turn}
 */
export function makeTurn(request, answered) {
  const heading = uniqueId("question");
  const outcome = element("div", { class: "outcome" });
  const scoped = element("p", { class: "scope" });
  const turn = element(
    "article",
    { class: "turn", "aria-labelledby": heading },
    element("h2", { class: "question", id: heading }, request.question),
    request.documents && scoped,
    outcome,
  );
  /** @type {() => (Node | false)[]}  what is shown under the question */
  let shown = () => [];
  redraw();

  async function run() {
    turn.setAttribute("aria-busy", "true");
    show(() => []);
    const waiting = setTimeout(() => {
      show(() => [waitingView()]);
      announce(text("turn.waiting"));
    }, WAIT_BEFORE_SAYING_SO_MS);
    try {
      showReply(await ask(stillThere(request)));
    } catch (error) {
      show(() => [problemView(error, run)]);
    } finally {
      clearTimeout(waiting);
      turn.removeAttribute("aria-busy");
    }
  }

  /** @param {Reply} reply */
  function showReply(reply) {
    answered(reply);
    const isCompleted = reply.resolved_question && reply.resolved_question.trim() !== request.question;
    const suggested = suggestQuestions(request);
    const judgement = { verdict: "", comment: "", isSent: false };
    show(() => [
      isCompleted && element("p", { class: "resolved" }, text("turn.resolved", { question: reply.resolved_question })),
      answerView(reply, request, judgement),
      followUps(suggested),
    ]);
    announce(reply.status === "answered" ? text("announce.answer", { answer: reply.answer ?? "" }) : text("announce.notFound"));
  }

  /** @param {() => (Node | false)[]} views */
  function show(views) {
    shown = views;
    outcome.replaceChildren(...views().filter((view) => view !== false));
  }

  function redraw() {
    if (request.documents) scoped.textContent = scope(request.documents);
    show(shown);
  }

  return { element: turn, run, redraw };
}

/** A question is asked of those of its documents that have not been removed. @param {AskRequest} request @returns {AskRequest} */
function stillThere(request) {
  const documents = request.documents?.filter((id) => !isRemoved(id));
  if (documents?.length === 0) throw new Error(text("turn.documentsRemoved"));
  return { ...request, documents };
}

/** Which documents a restricted question is asked of. @param {string[]} documents */
function scope(documents) {
  const only = documents.length === 1 ? knownDocument(documents[0])?.title : undefined;
  return only ? text("turn.scope.title", { title: only }) : text("turn.scope", { n: documents.length });
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
