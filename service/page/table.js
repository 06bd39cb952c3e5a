/** The table a figure stands in, with its cell marked; only the rows around it where the table is long. */

import { readTable } from "./api.js";
import { button, element, uniqueId } from "./dom.js";
import { printed } from "./format.js";
import { headerRows, tableRows } from "./table_rows.js";
import { scrollToCited, tableFrame } from "./table_scroll.js";
import { text } from "./texts.js";

/** @typedef {import("./types.js").Table} Table */
/** @typedef {import("./types.js").Figure} Figure */
/** @typedef {{row: number, column: number}} CellAt */

const ROWS_SHOWN_WHOLE = 12;
const ROWS_AROUND = 3;

/**
 * Fetches the table and shows it. Where it cannot be had, or the cell is not found in it, the quoted text stands instead.
 * @param {Figure} figure
 * @param {HTMLElement} otherwise
 * @returns {HTMLElement}
 */
export function cellInTable(figure, otherwise) {
  const place = element("div", { class: "cell-in-table" }, element("p", { class: "loading" }, text("table.loading")));
  readTable(figure.citation.document, String(figure.cell?.table)).then(
    (table) => {
      const cell = findCell(table, figure);
      place.replaceChildren(cell ? tableView(table, cell) : otherwise);
      const frame = place.querySelector(".table-frame");
      if (frame instanceof HTMLElement) scrollToCited(frame);
    },
    () => place.replaceChildren(otherwise),
  );
  return place;
}

/**
 * The cell of a figure: the one with its row path, column path and printed text.
 * @param {Table} table
 * @param {Figure} figure
 * @returns {CellAt | null}
 */
export function findCell(table, figure) {
  const row = pathKey(figure.cell?.row ?? []);
  const column = pathKey(figure.cell?.column ?? []);
  const found = table.cells.find(
    (cell) =>
      pathKey(table.rows[cell.row].path) === row &&
      pathKey(table.columns[cell.column].path) === column &&
      squeezed(cell.text) === squeezed(printed(figure)),
  );
  return found ? { row: found.row, column: found.column } : null;
}

/** @param {Table} table @param {CellAt} cited */
function tableView(table, cited) {
  const caption = table.caption ?? [text("table.label"), table.section.at(-1)].filter(Boolean).join(", ");
  const total = table.rows.length;
  const whole = total <= ROWS_SHOWN_WHOLE;
  const body = element("tbody", {}, tableRows(table, cited, whole ? [0, total] : around(cited.row, total)));
  const title = uniqueId("table");
  const frame = tableFrame(
    title,
    element("table", { class: "data", "aria-labelledby": title }, element("thead", {}, headerRows(table)), body),
  );
  const all = button(text("table.whole", { n: total }), () => {
    body.replaceChildren(...tableRows(table, cited, [0, total]));
    all.remove();
    frame.focus();
  }, { class: "quiet" });
  return element("div", {}, element("p", { class: "table-title", id: title }, caption), frame, !whole && all, notes(table));
}

/** @param {Table} table */
function notes(table) {
  if (table.notes.length === 0) return null;
  const items = table.notes.map((note) => element("li", {}, [note.mark, note.text].filter(Boolean).join(" ")));
  return element("ul", { class: "notes" }, items);
}

/** @param {number} row @param {number} total @returns {[number, number]} */
function around(row, total) {
  return [Math.max(0, row - ROWS_AROUND), Math.min(total, row + ROWS_AROUND + 1)];
}

/** @param {string[]} path */
function pathKey(path) {
  return path.map(squeezed).join("\n");
}

/** @param {string} words */
function squeezed(words) {
  return words.trim().split(/\s+/).join(" ");
}
