/** The rows of a table: headers that share a group stand under it once, and so do rows. */

import { element } from "../shared/dom.js";

/** @typedef {import("../shared/types.js").Table} Table */
/** @typedef {{row: number, column: number}} CellAt */

const DEEPEST = 3;

/**
 * One row of headers for each level of the column paths.
 * @param {Table} table
 * @returns {HTMLElement[]}
 */
export function headerRows(table) {
  const paths = table.columns.map((column) => column.path);
  const depth = Math.max(1, ...paths.map((path) => path.length));
  return Array.from({ length: depth }, (_, level) =>
    element("tr", {}, level === 0 && element("td", { rowspan: String(depth) }), headersAt(table, paths, level, depth)),
  );
}

/** @param {Table} table @param {string[][]} paths @param {number} level @param {number} depth */
function headersAt(table, paths, level, depth) {
  const headers = [];
  for (let at = 0; at < paths.length; ) {
    const path = paths[at];
    const isLeaf = path.length <= level + 1;
    const span = isLeaf ? 1 : groupLength(paths, at, level);
    if (level < path.length || (level === 0 && path.length === 0)) {
      headers.push(
        element(
          "th",
          {
            scope: isLeaf ? "col" : "colgroup",
            colspan: span > 1 && String(span),
            rowspan: isLeaf && depth > level + 1 && String(depth - level),
            class: isLeaf ? columnClass(table, at) : "group",
          },
          path[level],
        ),
      );
    }
    at += span;
  }
  return headers;
}

/** A column is headed as its cells are set. @param {Table} table @param {number} column */
function columnClass(table, column) {
  return table.cells.some((cell) => cell.column === column && cell.kind === "number") ? "number" : "words";
}

/** How many columns from `at` on share the path down to `level`. @param {string[][]} paths @param {number} at @param {number} level */
function groupLength(paths, at, level) {
  let end = at + 1;
  while (end < paths.length && paths[end].length > level + 1 && sharedDepth(paths[at], paths[end]) > level) end += 1;
  return end - at;
}

/**
 * Rows of a table, each group of them under its heading.
 * @param {Table} table
 * @param {CellAt[]} cited
 * @param {number[]} shown  the rows that are shown, in order
 * @returns {HTMLElement[]}
 */
export function tableRows(table, cited, shown) {
  const rows = [];
  /** @type {string[]} */
  let above = [];
  for (const row of shown) {
    const { path } = table.rows[row];
    for (let level = sharedDepth(above, path); level < path.length - 1; level += 1) rows.push(groupRow(table, path, level));
    rows.push(bodyRow(table, row, cited));
    above = path;
  }
  return rows;
}

/** @param {Table} table @param {string[]} path @param {number} level */
function groupRow(table, path, level) {
  const span = String(table.columns.length + 1);
  return element("tr", { class: "group-row" }, element("th", { scope: "colgroup", colspan: span, class: indent(level) }, path[level]));
}

/** @param {Table} table @param {number} row @param {CellAt[]} cited */
function bodyRow(table, row, cited) {
  const { path } = table.rows[row];
  const here = cited.filter((cell) => cell.row === row).map(({ column }) => column);
  const inRow = new Map(table.cells.filter((cell) => cell.row === row).map((cell) => [cell.column, cell]));
  const cells = table.columns.map((_, column) => {
    const cell = inRow.get(column);
    const isCited = here.includes(column);
    const words = cell?.printed ?? "";
    return element("td", { class: cellClass(cell?.kind, isCited) }, isCited ? element("mark", {}, words) : words);
  });
  const label = element("th", { scope: "row", class: indent(path.length - 1) }, path.at(-1));
  return element("tr", { class: here.length > 0 && "cited-row" }, label, cells);
}

/** @param {string | undefined} kind @param {boolean} isCited */
function cellClass(kind, isCited) {
  return [kind === "text" ? "words" : "number", isCited ? "cited" : ""].filter(Boolean).join(" ");
}

/** @param {number} level */
function indent(level) {
  return `depth-${Math.min(Math.max(level, 0), DEEPEST)}`;
}

/** How many steps two paths share from the outside. @param {string[]} a @param {string[]} b */
function sharedDepth(a, b) {
  let depth = 0;
  while (depth < a.length && depth < b.length && a[depth] === b[depth]) depth += 1;
  return depth;
}
