/** A comparison shown as its arithmetic, every operand with its source. */

import { element } from "../shared/dom.js";
import { figureList } from "./figure.js";
import { sourceButton } from "../source/source_button.js";
import { tablesOf } from "./sources.js";
import { cellsInTable } from "./table.js";
import { withUnit } from "../shared/format.js";
import { formatNumber, text, textOr } from "../shared/texts.js";

/** @typedef {import("../shared/types.js").Comparison} Comparison */
/** @typedef {import("../shared/types.js").Figure} Figure */

/**
 * How each operation is written out. An operation that is not here picks among its operands and has no formula.
 * @type {Record<string, {compute: (a: number, b: number) => number, write: (a: string, b: string) => string}>}
 */
const FORMULAS = {
  difference: { compute: (a, b) => a - b, write: (a, b) => `${a} − ${b}` },
  percent_change: { compute: (a, b) => ((a - b) / b) * 100, write: (a, b) => `(${a} − ${b}) / ${b} × 100` },
  share: { compute: (a, b) => (a / b) * 100, write: (a, b) => `${a} / ${b} × 100` },
};

/** Results come with one decimal. */
const MOST_ROUNDED = 0.051;

/**
 * Whether what was computed belongs to the answer. Where the documents state the answer, a computation that comes to
 * something else is of something else.
 * @param {import("../shared/types.js").Reply} reply
 * @param {Figure | null} stated
 * @returns {boolean}
 */
export function isShownAsComputed({ comparison }, stated) {
  if (!stated || !comparison?.result) return true;
  return agrees(comparison.result.value, stated.value) || agrees(comparison.result.value, stated.amount);
}

/**
 * @param {Comparison} comparison
 * @param {Figure[]} figures
 * @returns {HTMLElement}
 */
export function comparisonView(comparison, figures) {
  const operands = operandsOf(comparison, figures);
  const written = formulaOf(comparison, figures);
  return element(
    "section",
    { class: "comparison" },
    element("h3", {}, text("comparison.heading")),
    written && element("p", { class: "formula" }, written),
    comparison.considered && element("p", { class: "notes" }, text("comparison.considered", { shown: operands.length, n: comparison.considered })),
    operandsView(operands),
  );
}

/**
 * The answer without the arithmetic in brackets after it, where that is written out below.
 * @param {string} answer
 * @param {Comparison} comparison
 * @param {Figure[]} figures
 * @returns {string}
 */
export function withoutArithmetic(answer, comparison, figures) {
  const isWritten = formula(comparison, operandsOf(comparison, figures)) !== null;
  return isWritten && answer.endsWith(")") ? answer.split(" (")[0] : answer;
}

/** The table that the operands stand in, or where there is no such one table each by itself. @param {Figure[]} operands */
function operandsView(operands) {
  const tables = new Set(operands.map(({ cell }) => cell?.table));
  if (tables.size !== 1 || tables.has(undefined)) return figureList(operands);
  return element("div", {}, cellsInTable(operands, figureList(operands)), tablesOf(operands).map(sourceButton));
}

/** The arithmetic in words, what was picked where nothing was computed, or null. @param {Comparison} comparison @param {Figure[]} figures @returns {string | null} */
export function formulaOf(comparison, figures) {
  return formula(comparison, operandsOf(comparison, figures)) ?? (comparison.result ? outcome(comparison) : null);
}

/** @param {Comparison} comparison @param {Figure[]} figures */
function operandsOf(comparison, figures) {
  return comparison.operands.map((index) => figures[index]).filter(Boolean);
}

/** @param {Comparison} comparison */
function outcome(comparison) {
  return `${text(`comparison.${comparison.operation}`)}: ${result(comparison)}`;
}

/** @param {Comparison} comparison */
function result({ result: found }) {
  return found ? withUnit(formatNumber(found.value), found.unit) : "";
}

/**
 * The arithmetic, or null where the operands do not give the result: what is shown must be what was done.
 * @param {Comparison} comparison
 * @param {Figure[]} operands
 * @returns {string | null}
 */
function formula(comparison, operands) {
  const rule = FORMULAS[comparison.operation];
  if (!rule || !comparison.result || operands.length !== 2) return null;
  const value = comparison.result.value;
  const scale = Math.min(...operands.map((figure) => figure.scale));
  const isAmount = comparison.operation === "difference";
  for (const [numbers, printedIn] of /** @type {[number[], number][]} */ ([
    [operands.map((figure) => figure.amount), scale],
    [operands.map((figure) => figure.value), 1],
  ])) {
    for (const [a, b] of [numbers, [...numbers].reverse()]) {
      if (agrees(rule.compute(a, b), value)) {
        const outcome = isAmount ? inScale(comparison, printedIn) : result(comparison);
        return `${rule.write(formatNumber(a / printedIn), formatNumber(b / printedIn))} = ${outcome}`;
      }
    }
  }
  return null;
}

/** The result in the scale that its operands are written in. @param {Comparison} comparison @param {number} scale */
function inScale({ result: found }, scale) {
  if (!found) return "";
  const words = scale === 1 ? "" : textOr(`scale.${scale}`, `× ${formatNumber(scale)}`);
  return withUnit([formatNumber(found.value / scale), words].filter(Boolean).join(" "), found.unit);
}

/** @param {number} computed @param {number} given  may be rounded */
function agrees(computed, given) {
  return Math.abs(computed - given) <= MOST_ROUNDED;
}
