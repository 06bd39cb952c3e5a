/** Figures: the one that is the answer, and the others about the same thing. */

import { element } from "../shared/dom.js";
import { figureInWords, fullAmount, isCalendar, keptTogether, printed } from "../shared/format.js";
import { placeOfFigure } from "../shared/place.js";
import { sourceButton } from "../source/source_button.js";
import { text, textOr } from "../shared/texts.js";

/** @typedef {import("../shared/types.js").Figure} Figure */

const SHORT = 40;
const SENTENCE = 140;
const PERCENT = "prosent";

/** The share of the words of the shorter label that two figures of almost the same thing have in common. */
const ALIKE = 0.6;

/**
 * The words of the answer; the number in them stands out.
 * @param {string} answer
 * @param {Figure | null} figure
 * @returns {HTMLElement}
 */
export function answerWords(answer, figure) {
  const size = answer.length <= SHORT ? "short" : answer.length <= SENTENCE ? "sentence" : "passage";
  const number = figure ? printed(figure) : "";
  const at = figure ? placeIn(answer, figure) : -1;
  if (at < 0) return element("p", { class: `answer-words ${size}` }, keptTogether(answer));
  return element(
    "p",
    { class: `answer-words ${size}` },
    answer.slice(0, at),
    element("strong", { class: "number" }, keptTogether(number)),
    answer.slice(at + number.length),
  );
}

/**
 * Where in the words a figure's number stands as a number of its own; -1 where it does not.
 * @param {string} words
 * @param {Figure} figure
 * @returns {number}
 */
export function placeIn(words, figure) {
  const number = printed(figure);
  let at = words.indexOf(number);
  while (at >= 0 && (/\d/.test(words[at - 1] ?? "") || /\d/.test(words[at + number.length] ?? ""))) {
    at = words.indexOf(number, at + 1);
  }
  return at;
}

/**
 * What a figure counts, for which period, in what unit where the answer does not name it.
 * @param {Figure} figure
 * @param {string} answer
 * @returns {HTMLElement}
 */
export function figureFacts(figure, answer) {
  const facts = [
    ...labelAndPeriod(figure).filter((fact) => !isSaid(answer, fact, figure)),
    textOr(`measure.${figure.measure}`, ""),
    figure.approximate ? text("figure.approximate") : "",
    figure.scale === 1 ? unitUnlessIn(answer, figure) : fullAmount(figure),
  ];
  return element(
    "ul",
    { class: "facts" },
    facts.flat().filter(Boolean).map((fact) => element("li", {}, fact)),
  );
}

/** A column's year is often in the label already. @param {Figure} figure @returns {string[]} */
export function labelAndPeriod({ label, period }) {
  return period && !label.includes(period) ? [label, period] : [label];
}

/** Whether the answer says it already; a date that was asked for is its own period. @param {string} answer @param {string} fact @param {Figure} figure */
function isSaid(answer, fact, { measure, period }) {
  return answer.toLowerCase().includes(fact.toLowerCase()) || (measure === "date" && fact === period);
}

/** @param {string} answer @param {Figure} figure */
function unitUnlessIn(answer, { unit }) {
  return unit && !isCalendar(unit) && !answer.toLowerCase().includes(unit.toLowerCase()) && !answer.includes("%") ? unit : "";
}

/**
 * The figures beside the answer, each with its source: those of the same measure in sight, the others folded away.
 * @param {Figure[]} figures
 * @param {Figure | null} answer
 * @returns {(HTMLElement | null)[]}
 */
export function otherFigures(figures, answer) {
  const same = figures.filter((figure) => answer && isLike(figure, answer));
  const nearby = figures.filter((figure) => !same.includes(figure));
  return [
    same.length > 0
      ? element("section", { class: "others" }, element("h3", {}, text("figure.others")), figureList(same))
      : null,
    nearby.length > 0
      ? element("details", { class: "nearby" }, element("summary", {}, text("figure.nearby", { n: nearby.length })), figureList(nearby))
      : null,
  ];
}

/**
 * Whether two figures may be read for one another: of one measure and unit, and called nearly the same.
 * @param {Figure} figure
 * @param {Figure} answer
 */
function isLike(figure, answer) {
  if (figure.measure !== answer.measure || (figure.unit === PERCENT) !== (answer.unit === PERCENT)) return false;
  const [words, wanted] = [wordsOf(figure.label), wordsOf(answer.label)];
  const shared = words.filter((word) => wanted.includes(word)).length;
  return shared >= ALIKE * Math.max(1, Math.min(words.length, wanted.length));
}

/** The words that say what is counted; numbers and years are what differs. @param {string} label @returns {string[]} */
function wordsOf(label) {
  return label.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}

/**
 * @param {Figure[]} figures
 * @returns {HTMLElement}
 */
export function figureList(figures) {
  return element("ul", { class: "figures" }, figures.map(figureItem));
}

/** One figure with what it counts and its source. @param {Figure} figure */
function figureItem(figure) {
  return element(
    "li",
    { class: "figure" },
    element("span", { class: "figure-words" }, keptTogether(figureInWords(figure))),
    element("span", { class: "figure-label" }, labelAndPeriod(figure).join(" · ")),
    sourceButton(placeOfFigure(figure)),
  );
}
