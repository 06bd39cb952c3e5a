/** What the answer stands on: the sentence with the words marked, or the table with the cell marked. */

import { element } from "../shared/dom.js";
import { languageOf } from "../documents/collection.js";
import { excerpt, marked } from "../shared/highlight.js";
import { quoteAsText } from "../shared/place.js";
import { sourceButton } from "../source/source_button.js";
import { dropButton } from "./drop.js";
import { cellsInTable } from "./table.js";
import { text } from "../shared/texts.js";

/** @typedef {import("../shared/types.js").Figure} Figure */
/** @typedef {import("../shared/place.js").Place} Place */

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
    figure?.cell?.table ? cellsInTable([figure], quote(place)) : quote(place),
    element("p", { class: "passage-ways" }, sourceButton(place), dropButton(place)),
  );
}

/** @param {Place} place */
function quote(place) {
  const { text: words, ranges } = quoteAsText(place);
  const part = excerpt(words, ranges, LONGEST_QUOTE);
  return element("blockquote", { lang: languageOf(place.document) }, element("p", {}, marked(part.text, part.ranges)));
}
