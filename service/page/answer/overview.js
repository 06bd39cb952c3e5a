/** An overview: many figures in one table that can be sorted, each the way to its source, and seen as bars. */

import { exportOverview } from "../shared/api.js";
import { button, element, uniqueId } from "../shared/dom.js";
import { keptTogether, printed } from "../shared/format.js";
import { placeOfFigure } from "../shared/place.js";
import { save } from "../shared/save.js";
import { text } from "../shared/texts.js";
import { languageOf } from "../documents/collection.js";
import { figureButton } from "../source/source_button.js";
import { absentWords, cellWords, commonUnit, computedWords, headings } from "./overview_grid.js";
import { overviewPlot } from "./overview_plot.js";
import { sortableHeaders } from "./sorting.js";
import { tableFrame } from "./table_scroll.js";

/** @typedef {import("../shared/types.js").Overview} Overview */
/** @typedef {import("../shared/types.js").Figure} Figure */
/** @typedef {import("../shared/types.js").AskRequest} AskRequest */
/** @typedef {Overview["rows"][number]} OverviewRow */

/**
 * @param {Overview} overview
 * @param {Figure[]} figures
 * @param {AskRequest} request  what it answers
 * @returns {HTMLElement}
 */
export function overviewView(overview, figures, request) {
  const title = uniqueId("overview");
  const body = element("tbody", {});
  const lang = figures[0] && languageOf(figures[0].citation.document);
  const computed = overview.computed ?? [];
  const names = ["", ...headings(overview)];
  const fill = (/** @type {OverviewRow[]} */ rows) => body.replaceChildren(...rows.map((row) => bodyRow(row, overview, figures)));
  const head = sortableHeaders(names, (column, isRising) => fill(sorted(overview, figures, column, isRising)));
  fill(overview.rows);
  return element(
    "section",
    { class: "overview" },
    element("h3", { id: title, lang }, overview.title || text("overview.heading")),
    element("p", { class: "overview-size" }, sizeInWords(overview)),
    tableFrame(title, element("table", { class: "data", "aria-labelledby": title, lang }, element("thead", {}, head), body)).element,
    computed.length > 0 && element("p", { class: "notes" }, text("overview.computed", { columns: computed.map(({ label }) => `«${label}»`).join(", ") })),
    overview.others && overview.others.length > 0 && element("p", { class: "notes" }, text("overview.others", { others: overview.others.join(", ") })),
    files(request),
    overviewPlot(overview, figures),
  );
}

/** The overview as files for a spreadsheet. @param {AskRequest} request */
function files(request) {
  const problem = element("p", { class: "problem", role: "alert" });
  const ways = /** @type {const} */ (["xlsx", "csv"]).map((format) =>
    button(text(`overview.${format}`), () => void save(() => exportOverview(request, format), `oversikt.${format}`, problem), { class: "quiet" }),
  );
  return element("div", { class: "overview-files" }, ways, problem);
}

/**
 * The rows by their labels (column 0) or by the numbers of a column. Those without a number stand last, and sums after them.
 * @param {Overview} overview
 * @param {Figure[]} figures
 * @param {number} column
 * @param {boolean} isRising
 */
function sorted(overview, figures, column, isRising) {
  const way = isRising ? 1 : -1;
  /** @param {OverviewRow} a @param {OverviewRow} b */
  const compare = (a, b) => {
    if (a.total !== b.total) return Number(a.total ?? false) - Number(b.total ?? false);
    if (column === 0) return way * a.label.localeCompare(b.label, "nb");
    const [first, second] = [numberIn(overview, figures, a, column - 1), numberIn(overview, figures, b, column - 1)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return way * (first - second);
  };
  return [...overview.rows].sort(compare);
}

/** What a row has in a column, those computed counted after the others. @param {Overview} overview @param {Figure[]} figures @param {OverviewRow} row @param {number} column */
function numberIn({ rows, columns, computed = [] }, figures, row, column) {
  if (column >= columns.length) return computed[column - columns.length].cells[rows.indexOf(row)]?.value ?? null;
  const at = row.cells[column].figure;
  return at === null ? null : figures[at].amount;
}

/** @param {OverviewRow} row @param {Overview} overview @param {Figure[]} figures */
function bodyRow(row, overview, figures) {
  const { rows, computed = [] } = overview;
  const cells = row.cells.map(({ figure, state }, column) =>
    element("td", { class: "number" }, figure === null ? element("span", { class: "absent" }, absentWords(state)) : found(overview, column, figures[figure])),
  );
  const made = computed.map(({ cells: numbers }) => element("td", { class: "number computed" }, computedWords(numbers[rows.indexOf(row)])));
  return element("tr", { class: row.total && "total" }, element("th", { scope: "row" }, row.label), cells, made);
}

/** The way to where a figure stands; its unit goes under the number where there is little room. @param {Overview} overview @param {number} column @param {Figure} figure */
function found(overview, column, figure) {
  const [number, words] = [printed(figure), cellWords(overview, column, figure)];
  const unit = words.startsWith(number) ? words.slice(number.length).trim() : "";
  const parts = unit ? [element("span", {}, keptTogether(number)), " ", element("span", {}, unit)] : [keptTogether(words)];
  return figureButton(placeOfFigure(figure), parts);
}

/** @param {Overview} overview */
function sizeInWords(overview) {
  const { rows, columns, computed = [] } = overview;
  const size = [text("overview.rows", { n: rows.length }), text("overview.columns", { n: columns.length + computed.length })];
  return [size.join(", "), commonUnit(overview)].filter(Boolean).join(" · ");
}
