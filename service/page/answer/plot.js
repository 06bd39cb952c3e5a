/** Small plots. What they show stands in words beside them: in a table, in the drawing's description, or at every bar. */

import { element, uniqueId } from "../shared/dom.js";
import { drawn } from "../shared/icons.js";
import { keepInSight } from "../shared/in_sight.js";
import { keptTogether } from "../shared/format.js";

/** @typedef {{label: string, value: number, words: string, isCited?: boolean}} Point */

const NARROWEST_STEP = 84;
const CHARACTER = 8.5;
const BAR = 46;
const HIGH = 96;
const WHOLE = 100;
const ROOM_ABOVE = 22;
const ROOM_BELOW = 24;

/**
 * Columns from zero, one for each point.
 * @param {string} title
 * @param {Point[]} points
 * @returns {HTMLElement}
 */
export function columnPlot(title, points) {
  const scale = scaleOf(points, HIGH);
  const longest = Math.max(...points.flatMap(({ label, words: said }) => [label.length, said.length]));
  const step = Math.max(NARROWEST_STEP, CHARACTER * longest + CHARACTER);
  const width = step * points.length;
  const zero = ROOM_ABOVE + scale.above;
  const height = zero + scale.below + ROOM_BELOW;
  const parts = points.flatMap((point, at) => {
    const middle = step * at + step / 2;
    const size = scale.of(point.value);
    const top = point.value < 0 ? zero : zero - size;
    return [
      drawn("rect", { class: barClass(point), x: middle - BAR / 2, y: top, width: BAR, height: Math.max(size, 1) }),
      words(point.words, middle, (point.value < 0 ? zero : top) - 6, "value"),
      words(point.label, middle, height - 6, "label"),
    ];
  });
  const line = drawn("line", { class: "axis", x1: 0, x2: width, y1: zero, y2: zero });
  return figure(title, points, width, height, [...parts, line]);
}

/**
 * Bars from zero, one under the other, each with its name above it and its number beside it: words that wrap, and are read as a list.
 * @param {string} title
 * @param {Point[]} points
 * @returns {HTMLElement}
 */
export function barPlot(title, points) {
  const scale = scaleOf(points, WHOLE);
  const bars = points.map((point) => {
    const size = scale.of(point.value);
    const start = point.value < 0 ? scale.below - size : scale.below;
    const bar = drawn("rect", { class: barClass(point), x: `${start}%`, width: `${size}%`, height: "100%" });
    const line = element("span", { class: "bar-line", "aria-hidden": "true" });
    line.append(drawn("svg", {}, bar));
    const value = element("span", { class: "bar-value" }, keptTogether(point.words));
    return element("li", {}, element("span", { class: "bar-label" }, point.label), " ", line, value);
  });
  return element("figure", { class: "plot bars-plot" }, element("figcaption", {}, title), element("ul", { class: "bars" }, bars));
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
 */
function figure(title, points, width, height, parts) {
  const id = uniqueId("plot");
  const said = points.map((point) => `${point.label}: ${point.words}`).join("; ");
  const drawing = drawn(
    "svg",
    { class: "drawing", viewBox: `0 0 ${width} ${Math.ceil(height)}`, width, height: Math.ceil(height), role: "img", "aria-labelledby": id },
    drawn("title", { id }, `${title}. ${said}`),
    ...parts,
  );
  const frame = element("div", { class: "plot-frame", tabindex: "0", role: "group", "aria-label": title });
  frame.append(drawing);
  keepInSight(frame, () => scrollToBar(frame));
  return element("figure", { class: "plot columns-plot" }, element("figcaption", {}, title), frame);
}

/** Many years are wider than a phone: the cited one is brought into sight. @param {HTMLElement} frame */
function scrollToBar(frame) {
  const bar = frame.querySelector(".bar.cited");
  if (bar) frame.scrollLeft += bar.getBoundingClientRect().right - frame.getBoundingClientRect().left - frame.clientWidth / 2;
}
