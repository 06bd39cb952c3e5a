/** An overview: many figures in one table that can be sorted, each the way to its source, and seen as bars. */

import { exportOverview } from "../shared/api.js";
import { button, element, uniqueId } from "../shared/dom.js";
import { figureInWords, formatNumber, printed, withUnit } from "../shared/format.js";
import { placeOfFigure } from "../shared/place.js";
import { save } from "../shared/save.js";
import { text, textOr } from "../shared/texts.js";
import { figureButton } from "../source/source_button.js";
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
  const computed = overview.computed ?? [];
  const names = ["", ...overview.columns.map((name, at) => headed(name, commonUnit(overview) ? "" : unitOf(overview, at))), ...computed.map(({ label }) => label)];
  const fill = (/** @type {OverviewRow[]} */ rows) => body.replaceChildren(...rows.map((row) => bodyRow(row, overview, figures)));
  const head = sortableHeaders(names, (column, isRising) => fill(sorted(overview, figures, column, isRising)));
  fill(overview.rows);
  return element(
    "section",
    { class: "overview" },
    element("h3", { id: title }, overview.title || text("overview.heading")),
    element("p", { class: "overview-size" }, sizeInWords(overview)),
    tableFrame(title, element("table", { class: "data", "aria-labelledby": title }, element("thead", {}, head), body)),
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
  const cells = row.cells.map((cell, at) =>
    element("td", { class: "number" }, cell.figure === null ? absent(cell.state) : found(figures[cell.figure], Boolean(unitOf(overview, at)))),
  );
  const made = computed.map(({ cells: numbers }) => {
    const number = numbers[rows.indexOf(row)];
    return element("td", { class: "number computed" }, number ? withUnit(formatNumber(number.value), number.unit) : "–");
  });
  return element("tr", { class: row.total && "total" }, element("th", { scope: "row" }, row.label), cells, made);
}

/** @param {Figure} figure @param {boolean} isBare  whether the column says what it is in */
function found(figure, isBare) {
  return figureButton(placeOfFigure(figure), isBare ? printed(figure) : figureInWords(figure));
}

/** What all numbers of a column are in («millioner kroner»); empty where they differ. @param {Overview} overview @param {number} column */
function unitOf({ units = [] }, column) {
  const { unit = null, scale = null } = units[column] ?? {};
  if (scale === null) return "";
  return [scale === 1 ? "" : textOr(`scale.${scale}`, `× ${formatNumber(scale)}`), unit].filter(Boolean).join(" ");
}

/** @param {string} name @param {string} unit  left out where the name says it */
function headed(name, unit) {
  return unit && !name.toLowerCase().includes(unit.toLowerCase()) ? `${name} (${unit})` : name;
}

/** What all columns are in; empty where they differ. @param {Overview} overview */
function commonUnit(overview) {
  const units = new Set(overview.columns.map((_, at) => unitOf(overview, at)));
  return units.size === 1 ? [...units].join() : "";
}

/** @param {Overview} overview */
function sizeInWords(overview) {
  const { rows, columns, computed = [] } = overview;
  const size = [text("overview.rows", { n: rows.length }), text("overview.columns", { n: columns.length + computed.length })];
  return [size.join(", "), commonUnit(overview)].filter(Boolean).join(" · ");
}

/** @param {string} state */
function absent(state) {
  return element("span", { class: "absent" }, text(state === "not_there" ? "overview.notThere" : "overview.notFound"));
}
