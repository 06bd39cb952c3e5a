/** Places in the documents: the text with the question's words marked, and where it stands. */

import { append, button, element } from "../shared/dom.js";
import { excerpt, marked } from "../shared/highlight.js";
import { placeOfPassage, quoteAsText } from "../shared/place.js";
import { languageOf } from "../documents/collection.js";
import { sourceButton } from "../source/source_button.js";
import { dropButton } from "./drop.js";
import { rowsOfPassage } from "./table.js";
import { text } from "../shared/texts.js";

/** @typedef {import("../shared/types.js").Passage} Passage */

const SHOWN_AT_FIRST = 3;
const EXCERPT = 320;
const TABLE_ROW = "table_row";

/**
 * @param {Passage[]} passages  best first
 * @param {string} title
 * @param {string[]} [droppable]  documents that can be left out above already
 * @returns {HTMLElement | null}
 */
export function passageList(passages, title, droppable = []) {
  if (passages.length === 0) return null;
  const offered = new Set(droppable);
  const list = element("ol", { class: "passages" }, passages.slice(0, SHOWN_AT_FIRST).map((passage) => passageItem(passage, offered)));
  const rest = passages.slice(SHOWN_AT_FIRST);
  return element(
    "section",
    {},
    element("h3", {}, title),
    list,
    rest.length > 0 && moreButton(list, rest, offered),
  );
}

/** Each document can be left out at the first of its places. @param {Passage} passage @param {Set<string>} offered */
function passageItem(passage, offered) {
  const drop = offered.has(passage.document) ? null : dropButton(passage);
  offered.add(passage.document);
  const place = placeOfPassage(passage);
  const quoted = quoteAsText(place);
  const part = excerpt(quoted.text, quoted.ranges, EXCERPT);
  const path = passage.section.slice(0, -1).join(" › ");
  const words = element("p", { class: "passage-text", lang: languageOf(passage.document) }, marked(part.text, part.ranges));
  return element(
    "li",
    { class: "passage" },
    path && element("p", { class: "path" }, path),
    passage.table && passage.kind === TABLE_ROW ? rowsOfPassage(passage, words) : words,
    element("p", { class: "passage-ways" }, sourceButton(place), drop),
  );
}

/** @param {HTMLElement} list @param {Passage[]} rest @param {Set<string>} offered */
function moreButton(list, rest, offered) {
  const more = button(text("passages.more", { n: rest.length }), () => {
    const items = rest.map((passage) => passageItem(passage, offered));
    append(list, items);
    more.remove();
    items[0].querySelector("button")?.focus();
  }, { class: "quiet" });
  return more;
}
