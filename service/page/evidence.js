/** What the answer stands on: the sentence with the words marked, or the table with the cell marked. */

import { element } from "./dom.js";
import { excerpt, marked } from "./highlight.js";
import { sourceButton } from "./source_button.js";
import { cellInTable } from "./table.js";
import { text } from "./texts.js";

/** @typedef {import("./types.js").Figure} Figure */
/** @typedef {import("./place.js").Place} Place */

const LONGEST_QUOTE = 700;

/**
 * @param {Place} place
 * @param {Figure | null} figure  the figure that stands there, where the answer is one
 * @returns {HTMLElement}
 */
export function evidenceView(place, figure) {
  return element(
    "section",
    { class: "evidence" },
    element("h3", {}, text("answer.stands")),
    figure?.cell?.table ? cellInTable(figure, quote(place)) : quote(place),
    sourceButton(place),
  );
}

/** @param {Place} place */
function quote(place) {
  const part = excerpt(place.quote, place.highlights, LONGEST_QUOTE);
  return element("blockquote", {}, element("p", {}, marked(part.text, part.ranges)));
}
