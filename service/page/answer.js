/** A reply as a person sees it: the answer first and large, then where it stands, then everything around it. */

import { answerAsText, copyButton } from "./clipboard.js";
import { comparisonView } from "./comparison.js";
import { element } from "./dom.js";
import { evidenceView } from "./evidence.js";
import { answerWords, figureFacts, otherFigures, placeIn } from "./figure.js";
import { confidenceLevel } from "./format.js";
import { overviewView } from "./overview.js";
import { passageList } from "./passages.js";
import { placeOfFigure, placeOfPassage } from "./place.js";
import { text } from "./texts.js";
import { traceView } from "./trace.js";

/** @typedef {import("./types.js").Reply} Reply */
/** @typedef {import("./types.js").Figure} Figure */
/** @typedef {import("./types.js").Passage} Passage */
/** @typedef {import("./place.js").Place} Place */

/**
 * @param {Reply} reply
 * @param {boolean} isRestricted  whether only some documents were asked
 * @returns {HTMLElement}
 */
export function answerView(reply, isRestricted) {
  return reply.status === "answered" ? answered(reply) : notFound(reply, isRestricted);
}

/** @param {Reply} reply */
function answered(reply) {
  const isGathered = Boolean(reply.comparison ?? reply.overview);
  const headline = isGathered ? null : headlineFigure(reply);
  const evidence = isGathered ? null : evidencePlace(headline, reply.passages[0]);
  const places = evidence ? [evidence] : reply.figures.filter((_, index) => shownAbove(reply, index)).map(placeOfFigure);
  return element(
    "div",
    { class: "answer" },
    element("h3", { class: "unseen" }, text("answer.heading")),
    answerWords(reply.answer ?? "", headline),
    headline && figureFacts(headline, reply.answer ?? ""),
    confidence(reply.confidence),
    reply.comparison && comparisonView(reply.comparison, reply.figures),
    reply.overview && overviewView(reply.overview, reply.figures),
    evidence && evidenceView(evidence, headline),
    element("p", { class: "actions" }, copyButton(text("answer.copy"), () => answerAsText(reply, places))),
    otherFigures(reply.figures.filter((_, index) => !shownAbove(reply, index)), headline),
    passageList(reply.passages.filter((passage) => !evidence || !isAt(passage, evidence)), text("passages.heading")),
    traceView(reply),
  );
}

/** @param {Reply} reply @param {boolean} isRestricted */
function notFound(reply, isRestricted) {
  return element(
    "div",
    { class: "answer not-found" },
    element("h3", { class: "verdict" }, text("notFound.heading")),
    element("p", { class: "lead" }, text("notFound.lead")),
    isRestricted && element("p", { class: "lead" }, text("notFound.restricted")),
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
 * Whether a figure is already shown as the answer, an operand or in the overview.
 * @param {Reply} reply
 * @param {number} index
 */
function shownAbove(reply, index) {
  if (reply.comparison) return reply.comparison.operands.includes(index);
  if (reply.overview) return reply.overview.rows.some((row) => row.cells.some((cell) => cell.figure === index));
  return reply.figures[index] === headlineFigure(reply);
}

/**
 * The figure that is the answer. Where the answer is words, its figures stand beside it.
 * @param {Reply} reply
 * @returns {Figure | null}
 */
function headlineFigure({ answer, figures }) {
  return figures[0] && placeIn(answer ?? "", figures[0]) >= 0 ? figures[0] : null;
}

/**
 * Where the answer stands: the place of its figure, or of the best passage.
 * @param {Figure | null} figure
 * @param {Passage | undefined} passage
 * @returns {Place | null}
 */
function evidencePlace(figure, passage) {
  if (figure) return placeOfFigure(figure);
  return passage ? placeOfPassage(passage) : null;
}

/** @param {Passage} passage @param {Place} place */
function isAt(passage, place) {
  return passage.document === place.document && passage.lines.join() === place.lines.join();
}
