/** A reply as a person sees it: the answer first and large, then where it stands, then everything around it. */

import { referenceTo } from "../conversation/source_list.js";
import { element } from "../shared/dom.js";
import { placeOfFigure, placeOfPassage } from "../shared/place.js";
import { text } from "../shared/texts.js";
import { actions } from "./actions.js";
import { comparisonView, isShownAsComputed, withoutArithmetic } from "./comparison.js";
import { confidence, overviewConfidence } from "./confidence.js";
import { answerAsCopied } from "./copied.js";
import { evidenceView } from "./evidence.js";
import { answerWords, figureFacts, otherFigures, placeIn } from "./figure.js";
import { overviewView } from "./overview.js";
import { passageList, tableOf } from "./passages.js";
import { sourcesView, tablesOf } from "./sources.js";
import { traceView } from "./trace.js";

/** @typedef {import("../shared/types.js").Reply} Reply */
/** @typedef {import("../shared/types.js").Figure} Figure */
/** @typedef {import("../shared/types.js").Passage} Passage */
/** @typedef {import("../shared/types.js").AskRequest} AskRequest */
/** @typedef {import("../shared/place.js").Place} Place */
/** @typedef {import("./feedback.js").Judgement} Judgement */

/**
 * @param {Reply} reply
 * @param {AskRequest} request
 * @param {Judgement} judgement  what a person says of the answer
 * @returns {HTMLElement}
 */
export function answerView(reply, request, judgement) {
  return reply.status === "answered" ? answered(reply, request, judgement) : notFound(reply, request, judgement);
}

/**
 * The places an answer stands on, the first of them first.
 * @param {Reply} reply
 * @returns {Place[]}
 */
export function placesOf(reply) {
  if (reply.overview) return tablesOf(reply.figures);
  const evidence = evidencePlace(reply);
  const shown = reply.figures.filter((_, index) => isShownAbove(reply, index)).map(placeOfFigure);
  return evidence ? [evidence, ...shown.filter((place) => !isSame(place, evidence))] : shown;
}

/** @param {Reply} reply @param {AskRequest} request @param {Judgement} judgement */
function answered(reply, request, judgement) {
  const headline = headlineFigure(reply);
  const evidence = evidencePlace(reply);
  const tables = tablesShown(reply);
  return element(
    "div",
    { class: "answer" },
    element("h3", { class: "unseen" }, text("answer.heading")),
    !reply.overview && answerWords(wordsOf(reply), headline),
    headline && figureFacts(headline, reply.answer ?? ""),
    reply.overview && overviewView(reply.overview, reply.figures, request),
    reply.overview ? overviewConfidence(reply.overview) : confidence(reply.confidence),
    reply.overview && sourcesView(placesOf(reply)),
    evidence && evidenceView(evidence, headline),
    reply.comparison && isComputed(reply) && comparisonView(reply.comparison, reply.figures),
    otherFigures(reply.figures.filter((figure, index) => !isShownAbove(reply, index) && !tables.has(figure.cell?.table)), headline),
    actions(reply, request, judgement, () => answerAsCopied(reply, { headline, isComputed: isComputed(reply), places: placesOf(reply) }, referenceTo)),
    passageList(morePassages(reply.passages, evidence, tables), text("passages.heading"), evidence ? [evidence.document] : []),
    traceView(reply),
  );
}

/** @param {Reply} reply @param {AskRequest} request @param {Judgement} judgement */
function notFound(reply, request, judgement) {
  return element(
    "div",
    { class: "answer not-found" },
    element("h3", { class: "verdict" }, text("notFound.heading")),
    element("p", { class: "lead" }, whyNot(reply) ?? text("notFound.lead")),
    unknownWords(reply),
    request.documents && element("p", { class: "lead" }, text("notFound.restricted")),
    passageList(reply.passages, text("notFound.nearest")),
    actions(reply, request, judgement, null),
    traceView(reply),
  );
}

/** The service's own reason why nothing was put together, where it has one. @param {Reply} reply */
function whyNot({ trace }) {
  return typeof trace?.no_overview === "string" ? trace.no_overview : null;
}

/** Words of the question that the documents have in no form: another word may find what is there. @param {Reply} reply */
function unknownWords({ trace }) {
  const words = Array.isArray(trace?.unknown) ? trace.unknown : [];
  return words.length > 0 && element("p", { class: "lead" }, text("notFound.unknown", { words: words.join(", ") }));
}

/** @param {Passage[]} passages @param {Place | null} evidence  shown above already @param {Set<string | undefined>} tables  shown above */
function morePassages(passages, evidence, tables) {
  return passages.filter((passage) => !(evidence && isSame(placeOfPassage(passage), evidence)) && !tables.has(tableOf(passage) ?? undefined));
}

/** The tables that the answer is shown in. @param {Reply} reply @returns {Set<string | undefined>} */
function tablesShown(reply) {
  const shown = reply.figures.filter((_, index) => isShownAbove(reply, index)).map(({ cell }) => cell?.table);
  return new Set(shown.filter((table) => table !== undefined));
}

/** What is computed is written out below, and not in the answer too. @param {Reply} reply */
function wordsOf(reply) {
  const { answer, comparison, figures } = reply;
  return comparison && isComputed(reply) ? withoutArithmetic(answer ?? "", comparison, figures) : (answer ?? "");
}

/** Whether what was computed belongs to the answer. @param {Reply} reply */
function isComputed(reply) {
  return reply.comparison !== null && isShownAsComputed(reply, headlineFigure(reply));
}

/**
 * Whether a figure is already shown as the answer, an operand or in the overview.
 * @param {Reply} reply
 * @param {number} index
 */
function isShownAbove(reply, index) {
  const headline = headlineFigure(reply);
  if (reply.figures[index] === headline) return true;
  if (reply.comparison && isComputed(reply)) return reply.comparison.operands.includes(index);
  return Boolean(reply.overview?.rows.some((row) => row.cells.some((cell) => cell.figure === index)));
}

/**
 * The figure that is the answer: one that the documents state, never one that was put together.
 * @param {Reply} reply
 * @returns {Figure | null}
 */
function headlineFigure({ answer, figures, comparison, overview }) {
  if (overview || comparison?.operands.includes(0)) return null;
  return figures[0] && placeIn(answer ?? "", figures[0]) >= 0 ? figures[0] : null;
}

/**
 * Where the answer stands: the place of its figure, or of the best passage. What was put together stands in many places.
 * @param {Reply} reply
 * @returns {Place | null}
 */
function evidencePlace(reply) {
  const figure = headlineFigure(reply);
  if (figure) return placeOfFigure(figure);
  if (reply.status !== "answered" || reply.comparison || reply.overview || !reply.passages[0]) return null;
  return placeOfPassage(reply.passages[0]);
}

/** @param {Place} a @param {Place} b */
function isSame(a, b) {
  return a.document === b.document && a.lines.join() === b.lines.join();
}
