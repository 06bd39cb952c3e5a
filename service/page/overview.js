/** An overview: many figures in one table, each the way to its source. */

import { element, uniqueId } from "./dom.js";
import { figureInWords } from "./format.js";
import { placeOfFigure } from "./place.js";
import { figureButton } from "./source_button.js";
import { tableFrame } from "./table_scroll.js";
import { text } from "./texts.js";

/** @typedef {import("./types.js").Overview} Overview */
/** @typedef {import("./types.js").Figure} Figure */

/**
 * @param {Overview} overview
 * @param {Figure[]} figures
 * @returns {HTMLElement}
 */
export function overviewView(overview, figures) {
  const title = uniqueId("overview");
  const table = element(
    "table",
    { class: "data", "aria-labelledby": title },
    element("thead", {}, headers(overview.columns)),
    element("tbody", {}, overview.rows.map((row) => bodyRow(row, figures))),
  );
  return element(
    "section",
    {},
    element("h3", { id: title }, overview.title || text("overview.heading")),
    tableFrame(title, table),
  );
}

/** @param {string[]} columns */
function headers(columns) {
  const names = columns.map((name) => element("th", { scope: "col", class: "number" }, name));
  return element("tr", {}, element("td"), names);
}

/** @param {Overview["rows"][number]} row @param {Figure[]} figures */
function bodyRow(row, figures) {
  const cells = row.cells.map((cell) => {
    const figure = cell.figure === null ? null : figures[cell.figure];
    return element("td", { class: "number" }, figure ? found(figure, cell.state) : absent());
  });
  return element("tr", {}, element("th", { scope: "row" }, row.label), cells);
}

/** @param {Figure} figure @param {string} state */
function found(figure, state) {
  const link = figureButton(placeOfFigure(figure), figureInWords(figure));
  return state === "found" ? link : element("span", {}, link, element("small", {}, text("overview.unclear")));
}

function absent() {
  return element("span", { class: "absent" }, text("overview.notFound"));
}
