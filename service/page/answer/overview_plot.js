/** A column of an overview as bars. */

import { element, uniqueId } from "../shared/dom.js";
import { figureInWords } from "../shared/format.js";
import { text } from "../shared/texts.js";
import { barPlot } from "./plot.js";

/** @typedef {import("../shared/types.js").Overview} Overview */
/** @typedef {import("../shared/types.js").Figure} Figure */

const FEWEST = 2;

/**
 * Folded away until it is wanted.
 * @param {Overview} overview
 * @param {Figure[]} figures
 * @returns {HTMLElement | null}  null where no column can be drawn
 */
export function overviewPlot(overview, figures) {
  const drawable = overview.columns.map((name, column) => ({ name, points: pointsOf(overview, figures, column) })).filter(({ points }) => points.length >= FEWEST);
  if (drawable.length === 0) return null;
  const place = element("div", {});
  const id = uniqueId("column");
  const choice = /** @type {HTMLSelectElement} */ (
    element("select", { id, on: { change: draw } }, drawable.map(({ name }, at) => element("option", { value: String(at) }, name)))
  );
  choice.value = String(drawable.length - 1);
  draw();
  return element(
    "details",
    { class: "overview-plot" },
    element("summary", {}, text("overview.plot")),
    drawable.length > 1 && element("p", { class: "field" }, element("label", { for: id }, text("overview.plotColumn")), choice),
    place,
  );

  function draw() {
    const { name, points } = drawable[Number(choice.value)];
    place.replaceChildren(barPlot(name, points));
  }
}

/** The figures of a column, largest first and sums left out; none where their units differ. @param {Overview} overview @param {Figure[]} figures @param {number} column */
function pointsOf(overview, figures, column) {
  const found = overview.rows.filter(({ total }) => !total).flatMap(({ label, cells }) => {
    const at = cells[column].figure;
    return at === null ? [] : [{ label, figure: figures[at] }];
  });
  if (new Set(found.map(({ figure }) => figure.unit)).size > 1) return [];
  return found
    .map(({ label, figure }) => ({ label, value: figure.amount, words: figureInWords(figure) }))
    .sort((a, b) => b.value - a.value);
}
