/** How sure an answer is, in words. */

import { element } from "../shared/dom.js";
import { confidenceLevel } from "../shared/format.js";
import { text } from "../shared/texts.js";

/** @typedef {import("../shared/types.js").Overview} Overview */

/** The chance that an answer is right. @param {number} value @returns {HTMLElement} */
export function confidence(value) {
  const level = confidenceLevel(value);
  return said(level, text(`confidence.${level}`), text("confidence.chance", { n: Math.round(value * 100) }), level === "low" ? text("confidence.low.advice") : "");
}

/** An overview's numbers are each cited; what can be wrong is the table, where it does not say all that was asked for. @param {Overview} overview @returns {HTMLElement} */
export function overviewConfidence({ lacking = [] }) {
  if (lacking.length === 0) return said("high", text("overview.holdsAll"), text("overview.linked"), "");
  const words = lacking.map((word) => `«${word}»`).join(", ");
  return said("medium", text("overview.lacks", { n: lacking.length, words }), text("overview.linked"), text("overview.lacks.advice"));
}

/** @param {string} level @param {string} short @param {string} more @param {string} advice */
function said(level, short, more, advice) {
  return element(
    "p",
    { class: `confidence ${level}` },
    element("span", { class: "confidence-mark", "aria-hidden": "true" }),
    element("span", {}, element("strong", {}, short), " ", more),
    advice && element("span", { class: "advice" }, advice),
  );
}
