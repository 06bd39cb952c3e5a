/** Numbers, places and degrees of certainty in words. */

import { formatNumber, text, textOr } from "./texts.js";

/** @typedef {import("./types.js").Figure} Figure */
/** @typedef {import("./place.js").Place} Place */

const HIGH_CONFIDENCE = 0.85;
const MEDIUM_CONFIDENCE = 0.65;

/** A number in groups of three; two that stand side by side in a table's row are not one. */
const GROUPED = /(?<![\d,])\d{1,3}(?: \d{3})+(?!\d)/g;
const INNER_BULLET = /(?<=^\s*)o(?=\s+\S)/gm;
const BEFORE_PERCENT = /(?<=\d) (?=[%‰])/g;

/**
 * Numbers that are not broken over two lines when shown.
 * @param {string} words
 * @returns {string}
 */
export function keptTogether(words) {
  return words.replace(GROUPED, (number) => number.replaceAll(" ", "\u00a0")).replace(BEFORE_PERCENT, "\u00a0");
}

/**
 * A list's inner marks, which office programs draw as a letter of another typeface and which are read as «o».
 * @param {string} words
 * @returns {string}
 */
export function bulleted(words) {
  return words.replace(INNER_BULLET, "◦");
}

/**
 * A number and what it counts.
 * @param {string} number
 * @param {string | null} unit
 * @returns {string}
 */
export function withUnit(number, unit) {
  return unit && !isCalendar(unit) ? `${number} ${unit}` : number;
}

/** Dates and years name themselves. @param {string} unit */
export function isCalendar(unit) {
  return unit === "dato" || unit === "årstall";
}

/**
 * The number as printed, on one line.
 * @param {Figure} figure
 * @returns {string}
 */
export function printed(figure) {
  return figure.text.trim().split(/\s+/).join(" ");
}

/**
 * A figure in short: as printed, with its scale and unit.
 * @param {Figure} figure
 * @returns {string}
 */
export function figureInWords(figure) {
  const number = printed(figure);
  if (number.endsWith("%")) return number;
  const scale = figure.scale === 1 ? "" : textOr(`scale.${figure.scale}`, `× ${formatNumber(figure.scale)}`);
  return withUnit([number, scale].filter(Boolean).join(" "), figure.unit);
}

/**
 * The amount in whole units.
 * @param {Figure} figure
 * @returns {string}
 */
export function fullAmount(figure) {
  return text("figure.amount", { amount: withUnit(formatNumber(figure.amount), figure.unit) });
}

/**
 * @param {number} confidence
 * @returns {"high" | "medium" | "low"}
 */
export function confidenceLevel(confidence) {
  if (confidence >= HIGH_CONFIDENCE) return "high";
  return confidence >= MEDIUM_CONFIDENCE ? "medium" : "low";
}

/**
 * The source line: title, section, page, lines.
 * @param {Place} place
 * @returns {string}
 */
export function sourceLine(place) {
  const page = place.page ? pageInWords(place) : null;
  return [place.title, place.section.at(-1), page, linesInWords(place.lines)].filter(Boolean).join(", ");
}

/**
 * A page by the number printed on it, and where it stands in a PDF where that is another.
 * @param {{page: number | null, page_label?: string | null, source: string}} place
 * @returns {string}
 */
export function pageInWords({ page, page_label: label, source }) {
  if (!label || !isPdf(source)) return text("place.page", { page: label ?? page ?? "" });
  return text("place.printedPage", { label, page: page ?? "" });
}

/** @param {string} source  a file's name */
export function isPdf(source) {
  return source.toLowerCase().endsWith(".pdf");
}

/** @param {[number, number]} lines */
function linesInWords([first, last]) {
  return first === last ? text("place.line", { first }) : text("place.lines", { first, last });
}

/** @param {string} words */
export function capitalised(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
