/** The source line: a button that opens the source panel at its place. */

import { button, element } from "../shared/dom.js";
import { sourceLine } from "../shared/format.js";
import { openSource } from "./source_panel.js";
import { text } from "../shared/texts.js";

/** @typedef {import("../shared/place.js").Place} Place */

/**
 * @param {Place} place
 * @returns {HTMLElement}
 */
export function sourceButton(place) {
  return opener(place, [element("span", { class: "source-icon", "aria-hidden": "true" }), sourceLine(place)], {
    class: "source-line",
    title: text("place.open"),
  });
}

/**
 * A figure that is itself the way to its source, as in a table of figures.
 * @param {Place} place
 * @param {string} label
 * @returns {HTMLElement}
 */
export function figureButton(place, label) {
  return opener(place, [label], { class: "figure-link", title: sourceLine(place) });
}

/** @param {Place} place @param {(Node | string)[]} content @param {Record<string, any>} attributes */
function opener(place, content, attributes) {
  const made = button("", () => openSource(place, made), { ...attributes, "aria-haspopup": "dialog" });
  made.append(...content);
  return made;
}
