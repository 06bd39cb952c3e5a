/** The table an answer stands in, with its cell marked; only the rows around it where the table is long. */

import { languageOf } from "../documents/collection.js";
import { readTable } from "../shared/api.js";
import { button, element, uniqueId } from "../shared/dom.js";
import { printed } from "../shared/format.js";
import { rowPlot } from "./row_plot.js";
import { headerRows, tableRows } from "./table_rows.js";
import { scrollToCited, tableFrame } from "./table_scroll.js";
import { text } from "../shared/texts.js";

/** @typedef {import("../shared/types.js").Table} Table */
/** @typedef {import("../shared/types.js").Figure} Figure */
/** @typedef {import("../shared/types.js").Passage} Passage */
/** @typedef {{row: number, column: number}} CellAt */

const ROWS_SHOWN_WHOLE = 12;
const ROWS_AROUND = 3;
const PATH = " – ";

/**
 * Fetches the table that figures stand in, all of them the same, and shows it with their cells marked. Where it cannot be
 * had, or a cell is not found in it, what is given stands instead.
 * @param {Figure[]} figures
 * @param {HTMLElement} otherwise
 * @returns {HTMLElement}
 */
export function cellsInTable(figures, otherwise) {
  const place = element("div", { class: "cell-in-table" }, element("p", { class: "loading" }, text("table.loading")));
  readTable(String(figures[0].cell?.table)).then(
    (table) => {
      const cells = figures.map((figure) => findCell(table, figure)).filter((cell) => cell !== null);
      const areFound = cells.length === figures.length;
      place.replaceChildren(areFound ? element("div", {}, tableView(table, cells), rowPlot(table, cells[0])) : otherwise);
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

/**
 * The row of a table that a figure stands in, under the table's headers; null where the figure is not found in it.
 * @param {Table} table
 * @param {Figure} figure
 * @returns {string[][] | null}
 */
export function rowOf(table, figure) {
  const cell = findCell(table, figure);
  if (!cell) return null;
  const inRow = new Map(table.cells.filter(({ row }) => row === cell.row).map(({ column, printed: words }) => [column, words]));
  const columns = table.columns.map(({ path }, column) => ({ head: path.join(PATH), words: inRow.get(column) ?? "" }));
  return [["", ...columns.map(({ head }) => head)], [table.rows[cell.row].path.join(PATH), ...columns.map(({ words }) => words)]];
}

/**
 * The rows of a table that passages are, under their headers. Until they are there, and where they cannot be had, the text stands.
 * @param {Passage[]} passages  of one table
 * @param {HTMLElement} otherwise
 * @returns {HTMLElement}
 */
export function rowsOfPassages(passages, otherwise) {
  const place = element("div", {}, otherwise);
  readTable(String(passages[0].table)).then(
    (table) => {
      const rows = table.rows.flatMap((row, at) => (passages.some(({ lines }) => standsIn(row.lines, lines)) ? [at] : []));
      if (rows.length > 0) place.replaceChildren(framed(table, element("tbody", {}, tableRows(table, [], rows))).element);
    },
    () => {},
  );
  return place;
}

/** @param {number[]} numbers @param {[number, number]} lines */
function standsIn(numbers, [first, last]) {
  return numbers.some((line) => line >= first && line <= last);
}

/** @param {Table} table @param {CellAt[]} cited */
function tableView(table, cited) {
  const all = table.rows.map((_, row) => row);
  const [first, last] = [Math.min(...cited.map(({ row }) => row)), Math.max(...cited.map(({ row }) => row))];
  const isWhole = all.length <= ROWS_SHOWN_WHOLE;
  const body = element("tbody", {}, tableRows(table, cited, isWhole ? all : all.slice(Math.max(0, first - ROWS_AROUND), last + ROWS_AROUND + 1)));
  const shown = framed(table, body);
  const more = button(text("table.whole", { n: all.length }), () => {
    body.replaceChildren(...tableRows(table, cited, all));
    more.remove();
    shown.frame.focus({ preventScroll: true });
    scrollToCited(shown.frame);
  }, { class: "quiet" });
  return element("div", {}, shown.element, !isWhole && more, notes(table));
}

/** Rows under the table's caption and headers, in a frame that scrolls. @param {Table} table @param {HTMLElement} body */
function framed(table, body) {
  const caption = table.caption ?? [text("table.label"), table.section.at(-1)].filter(Boolean).join(", ");
  const title = uniqueId("table");
  const head = element("thead", {}, headerRows(table));
  const lang = languageOf(table.document);
  const { frame, element: room } = tableFrame(title, element("table", { class: "data", "aria-labelledby": title, lang }, head, body));
  return { frame, element: element("div", {}, element("p", { class: "table-title", id: title, lang }, caption), room) };
}

/** @param {Table} table */
function notes(table) {
  if (table.notes.length === 0) return null;
  const items = table.notes.map((note) => element("li", {}, [note.mark, note.text].filter(Boolean).join(" ")));
  return element("ul", { class: "notes" }, items);
}

/** @param {string[]} path */
function pathKey(path) {
  return path.map(squeezed).join("\n");
}

/** @param {string} words */
function squeezed(words) {
  return words.trim().split(/\s+/).join(" ");
}
