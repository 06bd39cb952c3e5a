/** Small plots, drawn as SVG. What they show stands in words beside them, in a table or in the drawing's description. */

import { element, uniqueId } from "../shared/dom.js";
import { drawn } from "../shared/icons.js";
import { keptTogether } from "../shared/format.js";

/** @typedef {{label: string, value: number, words: string, isCited?: boolean}} Point */

const STEP = 84;
const BAR = 46;
const HIGH = 96;
const ROOM_ABOVE = 22;
const ROOM_BELOW = 24;
const ROW = 30;
const WIDE = 320;
const ROOM_FOR_WORDS = 130;

/**
 * Columns from zero, one for each point.
 * @param {string} title
 * @param {Point[]} points
 * @returns {HTMLElement}
 */
export function columnPlot(title, points) {
  const scale = scaleOf(points, HIGH);
  const width = STEP * points.length;
  const zero = ROOM_ABOVE + scale.above;
  const height = zero + scale.below + ROOM_BELOW;
  const parts = points.flatMap((point, at) => {
    const middle = STEP * at + STEP / 2;
    const size = scale.of(point.value);
    const top = point.value < 0 ? zero : zero - size;
    return [
      drawn("rect", { class: barClass(point), x: middle - BAR / 2, y: top, width: BAR, height: Math.max(size, 1) }),
      words(point.words, middle, (point.value < 0 ? zero : top) - 6, "value"),
      words(point.label, middle, height - 6, "label"),
    ];
  });
  const line = drawn("line", { class: "axis", x1: 0, x2: width, y1: zero, y2: zero });
  return figure(title, points, width, height, [...parts, line], "columns-plot");
}

/**
 * Bars from zero, one under the other, each with its name above it.
 * @param {string} title
 * @param {Point[]} points
 * @returns {HTMLElement}
 */
export function barPlot(title, points) {
  const scale = scaleOf(points, WIDE);
  const parts = points.flatMap((point, at) => {
    const size = scale.of(point.value);
    const left = point.value < 0 ? scale.below - size : scale.below;
    const top = at * (ROW + 14) + 18;
    return [
      words(point.label, 0, top - 4, "label start"),
      drawn("rect", { class: barClass(point), x: left, y: top, width: Math.max(size, 1), height: ROW - 12 }),
      words(point.words, scale.below + (point.value < 0 ? 0 : size) + 6, top + 14, "value start"),
    ];
  });
  return figure(title, points, WIDE + ROOM_FOR_WORDS, points.length * (ROW + 14), parts, "bars-plot");
}

/**
 * How long a value is drawn, and how much room there must be on either side of zero.
 * @param {Point[]} points
 * @param {number} room
 */
function scaleOf(points, room) {
  const values = points.map((point) => point.value);
  const most = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  const unit = room / (most - least || 1);
  return { above: most * unit, below: -least * unit, of: (/** @type {number} */ value) => Math.abs(value) * unit };
}

/** @param {Point} point */
function barClass(point) {
  return point.isCited ? "bar cited" : "bar";
}

/** @param {string} said @param {number} x @param {number} y @param {string} role */
function words(said, x, y, role) {
  return drawn("text", { class: role, x, y }, keptTogether(said));
}

/**
 * @param {string} title
 * @param {Point[]} points
 * @param {number} width
 * @param {number} height
 * @param {SVGElement[]} parts
 * @param {string} kind
 */
function figure(title, points, width, height, parts, kind) {
  const id = uniqueId("plot");
  const said = points.map((point) => `${point.label}: ${point.words}`).join("; ");
  const drawing = drawn(
    "svg",
    { class: "drawing", viewBox: `0 0 ${width} ${Math.ceil(height)}`, width, height: Math.ceil(height), role: "img", "aria-labelledby": id },
    drawn("title", { id }, `${title}. ${said}`),
    ...parts,
  );
  const frame = element("div", { class: "plot-frame" });
  frame.append(drawing);
  return element("figure", { class: `plot ${kind}` }, element("figcaption", {}, title), frame);
}
