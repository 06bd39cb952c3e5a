/** An overview: many figures in one table that can be sorted, each the way to its source, and seen as bars. */

import { element, uniqueId } from "../shared/dom.js";
import { figureInWords } from "../shared/format.js";
import { placeOfFigure } from "../shared/place.js";
import { text } from "../shared/texts.js";
import { figureButton } from "../source/source_button.js";
import { overviewPlot } from "./overview_plot.js";
import { sortableHeaders } from "./sorting.js";
import { tableFrame } from "./table_scroll.js";

/** @typedef {import("../shared/types.js").Overview} Overview */
/** @typedef {import("../shared/types.js").Figure} Figure */
/** @typedef {Overview["rows"][number]} OverviewRow */

/**
 * @param {Overview} overview
 * @param {Figure[]} figures
 * @returns {HTMLElement}
 */
export function overviewView(overview, figures) {
  const title = uniqueId("overview");
  const body = element("tbody", {});
  const fill = (/** @type {OverviewRow[]} */ rows) => body.replaceChildren(...rows.map((row) => bodyRow(row, figures)));
  const head = sortableHeaders(["", ...overview.columns], (column, isRising) => fill(sorted(overview, figures, column, isRising)));
  fill(overview.rows);
  return element(
    "section",
    { class: "overview" },
    element("h3", { id: title }, overview.title || text("overview.heading")),
    tableFrame(title, element("table", { class: "data", "aria-labelledby": title }, element("thead", {}, head), body)),
    overviewPlot(overview, figures),
  );
}

/**
 * The rows by their labels (column 0) or by the figures of a column; those without a figure stand last.
 * @param {Overview} overview
 * @param {Figure[]} figures
 * @param {number} column
 * @param {boolean} isRising
 */
function sorted({ rows }, figures, column, isRising) {
  const way = isRising ? 1 : -1;
  if (column === 0) return [...rows].sort((a, b) => way * a.label.localeCompare(b.label, "nb"));
  /** @param {OverviewRow} row */
  const amount = ({ cells }) => {
    const at = cells[column - 1].figure;
    return at === null ? null : figures[at].amount;
  };
  return [...rows].sort((a, b) => {
    const [first, second] = [amount(a), amount(b)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return way * (first - second);
  });
}

/** @param {OverviewRow} row @param {Figure[]} figures */
function bodyRow(row, figures) {
  const cells = row.cells.map((cell) =>
    element("td", { class: "number" }, cell.figure === null ? absent(cell.state) : found(figures[cell.figure])),
  );
  return element("tr", {}, element("th", { scope: "row" }, row.label), cells);
}

/** @param {Figure} figure */
function found(figure) {
  return figureButton(placeOfFigure(figure), figureInWords(figure));
}

/** @param {string} state */
function absent(state) {
  return element("span", { class: "absent" }, text(state === "not_there" ? "overview.notThere" : "overview.notFound"));
}
