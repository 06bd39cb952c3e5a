/** Where what was put together from many figures stands. */

import { element } from "../shared/dom.js";
import { placeOfFigure } from "../shared/place.js";
import { text } from "../shared/texts.js";
import { sourceButton } from "../source/source_button.js";

/** @typedef {import("../shared/types.js").Figure} Figure */
/** @typedef {import("../shared/place.js").Place} Place */

const SHOWN_AT_FIRST = 3;

/**
 * The places as source lines, the most of many folded away.
 * @param {Place[]} places
 * @returns {HTMLElement}
 */
export function sourcesView(places) {
  const rest = places.slice(SHOWN_AT_FIRST);
  return element(
    "section",
    { class: "evidence" },
    element("h3", {}, text("answer.madeOf", { n: places.length })),
    sourceItems(places.slice(0, SHOWN_AT_FIRST)),
    rest.length > 0 && element("details", {}, element("summary", {}, text("passages.more", { n: rest.length })), sourceItems(rest)),
  );
}

/** @param {Place[]} places */
function sourceItems(places) {
  return element("ul", {}, places.map((place) => element("li", {}, sourceButton(place))));
}

/**
 * The places of figures that were put together, those in one table on one page as one.
 * @param {Figure[]} figures
 * @returns {Place[]}
 */
export function tablesOf(figures) {
  /** @type {Map<string, Place>} */
  const found = new Map();
  for (const figure of figures) {
    const place = placeOfFigure(figure);
    const key = [place.document, place.page, figure.cell?.table ?? place.section.join()].join("\n");
    const known = found.get(key);
    const [first, last] = known?.lines ?? place.lines;
    const lines = /** @type {[number, number]} */ ([Math.min(first, place.lines[0]), Math.max(last, place.lines[1])]);
    found.set(key, { ...place, lines, quote: "", highlights: [], reading: null, isLinked: true });
  }
  return [...found.values()];
}
