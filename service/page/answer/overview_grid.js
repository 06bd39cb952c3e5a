/** The words of an overview: what its columns are called, what they are in, and what stands in its cells. */

import { figureInWords, printed, withUnit } from "../shared/format.js";
import { formatNumber, text, textOr } from "../shared/texts.js";

/** @typedef {import("../shared/types.js").Overview} Overview */
/** @typedef {import("../shared/types.js").Figure} Figure */

/**
 * An overview as rows of words, its headings first, each with what its column is in.
 * @param {Overview} overview
 * @param {Figure[]} figures
 * @returns {string[][]}
 */
export function overviewGrid(overview, figures) {
  const { rows, computed = [] } = overview;
  const rowWords = rows.map(({ label, cells }, row) => [
    label,
    ...cells.map(({ figure, state }, column) => (figure === null ? absentWords(state) : cellWords(overview, column, figures[figure]))),
    ...computed.map(({ cells: numbers }) => computedWords(numbers[row])),
  ]);
  return [["", ...headings(overview, true)], ...rowWords];
}

/** What the columns are called, those computed last. @param {Overview} overview @param {boolean} [isWhole]  also with the unit that all of them share @returns {string[]} */
export function headings(overview, isWhole = false) {
  const { columns, computed = [] } = overview;
  const isSaid = !isWhole && commonUnit(overview) !== "";
  return [...columns.map((name, at) => headed(name, isSaid ? "" : unitOf(overview, at))), ...computed.map(({ label }) => label)];
}

/** A figure as it stands in a column, its unit left to the heading where the column has one. @param {Overview} overview @param {number} column @param {Figure} figure */
export function cellWords(overview, column, figure) {
  return unitOf(overview, column) ? printed(figure) : figureInWords(figure);
}

/** @param {{value: number, unit: string | null} | null} number */
export function computedWords(number) {
  return number ? withUnit(formatNumber(number.value), number.unit) : "–";
}

/** @param {string} state */
export function absentWords(state) {
  return text(state === "not_there" ? "overview.notThere" : "overview.notFound");
}

/** What all numbers of a column are in («millioner kroner»); empty where they differ. @param {Overview} overview @param {number} column */
export function unitOf({ units = [] }, column) {
  const { unit = null, scale = null } = units[column] ?? {};
  if (scale === null) return "";
  return [scale === 1 ? "" : textOr(`scale.${scale}`, `× ${formatNumber(scale)}`), unit].filter(Boolean).join(" ");
}

/** What all columns are in; empty where they differ. @param {Overview} overview */
export function commonUnit(overview) {
  const units = new Set(overview.columns.map((_, at) => unitOf(overview, at)));
  return units.size === 1 ? [...units].join() : "";
}

/** @param {string} name @param {string} unit  left out where the name says it */
function headed(name, unit) {
  return unit && !name.toLowerCase().includes(unit.toLowerCase()) ? `${name} (${unit})` : name;
}
