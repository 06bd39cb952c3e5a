/** A table row that holds the same for several years, as a plot of those years. */

import { element } from "../shared/dom.js";
import { columnPlot } from "./plot.js";
import { text } from "../shared/texts.js";

/** @typedef {import("../shared/types.js").Table} Table */
/** @typedef {import("../shared/types.js").TableCell} TableCell */

const YEAR = /^(?:\D{0,20}\s)?((?:19|20)\d\d)$/;
const FEWEST = 2;

/**
 * @param {Table} table
 * @param {{row: number, column: number}} cited
 * @returns {HTMLElement | null}  null where the row is no such series
 */
export function rowPlot(table, cited) {
  const years = yearsBeside(table, cited);
  if (years.length < FEWEST) return null;
  const label = table.rows[cited.row].path.at(-1) ?? "";
  const points = years.map(({ year, cell }) => ({ label: year, value: Number(cell.value), words: cell.printed, isCited: cell.column === cited.column }));
  const title = text("plot.row", { label, first: years[0].year, last: years.at(-1)?.year ?? "" });
  return element("div", { class: "row-plot" }, columnPlot(title, points));
}

/**
 * The cells of the row whose columns differ from the cited one's in the year alone, in the years' order.
 * @param {Table} table
 * @param {{row: number, column: number}} cited
 * @returns {{year: string, cell: TableCell}[]}
 */
function yearsBeside(table, cited) {
  const cells = table.cells.filter((cell) => cell.row === cited.row && cell.kind === "number" && cell.value !== null);
  const own = cells.find((cell) => cell.column === cited.column);
  const group = groupOf(table, cited.column);
  if (!own || group === null) return [];
  const found = cells
    .filter((cell) => groupOf(table, cell.column) === group && cell.unit === own.unit)
    .map((cell) => ({ year: yearOf(table, cell.column), cell }));
  return new Set(found.map(({ year }) => year)).size === found.length ? found.sort((a, b) => a.year.localeCompare(b.year)) : [];
}

/** A column's path without its year; null where its last step is no year. @param {Table} table @param {number} column */
function groupOf(table, column) {
  const path = table.columns[column].path;
  const last = path.at(-1) ?? "";
  return YEAR.test(last) ? [...path.slice(0, -1), last.replace(/\d{4}$/, "")].join("\n") : null;
}

/** @param {Table} table @param {number} column */
function yearOf(table, column) {
  return YEAR.exec(table.columns[column].path.at(-1) ?? "")?.[1] ?? "";
}
