/** What the answer stands on: the sentence with the words marked, or the table with the cell marked. */

import { element, uniqueId } from "./dom.js";
import { excerpt, marked } from "./highlight.js";
import { placeOfFigure, placeOfPassage } from "./place.js";
import { sourceButton } from "./source_button.js";
import { cellInTable } from "./table.js";
import { text } from "./texts.js";

/** @typedef {import("./types.js").Figure} Figure */
/** @typedef {import("./types.js").Passage} Passage */
/** @typedef {import("./place.js").Place} Place */

const LONGEST_QUOTE = 700;

/**
 * @param {Figure | null} figure
 * @param {Passage | null} passage  cited where there is no figure
 * @returns {HTMLElement | null}
 */
export function evidenceView(figure, passage) {
  const place = figure ? placeOfFigure(figure) : passage && placeOfPassage(passage);
  if (!place) return null;
  const heading = uniqueId("evidence");
  return element(
    "section",
    { class: "evidence", "aria-labelledby": heading },
    element("h3", { id: heading }, text("answer.stands")),
    figure?.cell?.table ? cellInTable(figure, quote(place)) : quote(place),
    sourceButton(place),
  );
}

/** @param {Place} place */
function quote(place) {
  const part = excerpt(place.quote, place.highlights, LONGEST_QUOTE);
  return element("blockquote", {}, element("p", {}, marked(part.text, part.ranges)));
}
