/** A reply as a person sees it: the answer first and large, then where it stands, then everything around it. */

import { answerAsText, copyButton } from "./clipboard.js";
import { comparisonView } from "./comparison.js";
import { element } from "./dom.js";
import { evidenceView } from "./evidence.js";
import { answerWords, figureFacts, otherFigures } from "./figure.js";
import { confidenceLevel } from "./format.js";
import { overviewView } from "./overview.js";
import { passageList } from "./passages.js";
import { placeOfFigure, placeOfPassage } from "./place.js";
import { text } from "./texts.js";
import { traceView } from "./trace.js";

/** @typedef {import("./types.js").Reply} Reply */
/** @typedef {import("./types.js").Figure} Figure */

/**
 * @param {Reply} reply
 * @returns {HTMLElement}
 */
export function answerView(reply) {
  return reply.status === "answered" ? answered(reply) : notFound(reply);
}

/** @param {Reply} reply */
function answered(reply) {
  const headline = reply.comparison || reply.overview ? null : (reply.figures[0] ?? null);
  const places = sources(reply, headline);
  return element(
    "div",
    { class: "answer" },
    element("h3", { class: "unseen" }, text("answer.heading")),
    answerWords(reply.answer ?? "", headline),
    headline && figureFacts(headline, reply.answer ?? ""),
    confidence(reply.confidence),
    reply.comparison && comparisonView(reply.comparison, reply.figures),
    reply.overview && overviewView(reply.overview, reply.figures),
    evidenceView(headline, reply.comparison || reply.overview ? null : (reply.passages[0] ?? null)),
    element("p", { class: "actions" }, copyButton(text("answer.copy"), () => answerAsText(reply, places))),
    otherFigures(reply.figures.filter((_, index) => !shownAbove(reply, index))),
    passageList(reply.passages, text("passages.heading")),
    traceView(reply),
  );
}

/** @param {Reply} reply */
function notFound(reply) {
  return element(
    "div",
    { class: "answer not-found" },
    element("h3", { class: "verdict" }, text("notFound.heading")),
    element("p", { class: "lead" }, text("notFound.lead")),
    passageList(reply.passages, text("notFound.nearest")),
    traceView(reply),
  );
}

/** @param {number} value */
function confidence(value) {
  const level = confidenceLevel(value);
  return element(
    "p",
    { class: `confidence ${level}` },
    element("span", { class: "confidence-mark", "aria-hidden": "true" }),
    text("answer.confidence", { level: text(`confidence.${level}`) }),
    level === "low" && element("span", { class: "advice" }, text("confidence.low.advice")),
  );
}

/**
 * Whether a figure is already the answer, an operand or in the overview.
 * @param {Reply} reply
 * @param {number} index
 */
function shownAbove(reply, index) {
  if (reply.comparison) return reply.comparison.operands.includes(index);
  if (reply.overview) return reply.overview.rows.some((row) => row.cells.some((cell) => cell.figure === index));
  return index === 0;
}

/**
 * The places the answer rests on, for copying.
 * @param {Reply} reply
 * @param {Figure | null} headline
 */
function sources(reply, headline) {
  if (headline) return [placeOfFigure(headline)];
  const used = reply.figures.filter((_, index) => shownAbove(reply, index)).map(placeOfFigure);
  return used.length > 0 ? used : reply.passages.slice(0, 1).map(placeOfPassage);
}
