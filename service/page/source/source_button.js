/** The source line: a button that opens the source panel at its place, as long as the document is there. */

import { isRemoved } from "../documents/collection.js";
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
  return opener(place, [element("span", { class: "source-icon", "aria-hidden": "true" }), element("span", {}, sourceLine(place))], {
    class: "source-line",
    title: text("place.open"),
  });
}

/**
 * A figure that is itself the way to its source, as in a table of figures.
 * @param {Place} place
 * @param {(Node | string)[]} label
 * @returns {HTMLElement}
 */
export function figureButton(place, label) {
  return opener(place, label, { class: "figure-link", title: sourceLine(place) });
}

/** @param {Place} place @param {(Node | string)[]} content @param {Record<string, any>} attributes */
function opener(place, content, attributes) {
  const made = button("", () => !isInert(made) && void openSource(place, made), { ...attributes, "aria-haspopup": "dialog", "data-document": place.document });
  made.append(...content);
  if (isRemoved(place.document)) makeInert(made);
  return made;
}

/** The ways to documents that have been removed lead nowhere any more, and say so. */
export function closeWaysToRemoved() {
  for (const made of document.querySelectorAll("[data-document]")) {
    if (made instanceof HTMLElement && !isInert(made) && isRemoved(made.dataset.document ?? "")) makeInert(made);
  }
}

/** It keeps its words and its place in the order of the keyboard. @param {HTMLElement} made */
function makeInert(made) {
  made.setAttribute("aria-disabled", "true");
  made.removeAttribute("aria-haspopup");
  made.title = text("place.removed");
  (made.lastElementChild ?? made).append(" ", element("span", { class: "removed" }, text("place.removed")));
}

/** @param {HTMLElement} made */
function isInert(made) {
  return made.getAttribute("aria-disabled") === "true";
}
