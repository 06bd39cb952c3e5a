/** Places in the documents: the text with the question's words marked, and where it stands. */

import { append, button, element } from "../shared/dom.js";
import { excerpt, marked } from "../shared/highlight.js";
import { placeOfPassage, quoteAsText } from "../shared/place.js";
import { languageOf } from "../documents/collection.js";
import { sourceButton } from "../source/source_button.js";
import { dropButton } from "./drop.js";
import { rowsOfPassages } from "./table.js";
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
  const places = byTable(passages);
  const list = element("ol", { class: "passages" }, places.slice(0, SHOWN_AT_FIRST).map((place) => passageItem(place, offered)));
  const rest = places.slice(SHOWN_AT_FIRST);
  return element(
    "section",
    {},
    element("h3", {}, title),
    list,
    rest.length > 0 && moreButton(list, rest, offered),
  );
}

/** Rows of one table are one place, where the first of them stands. @param {Passage[]} passages @returns {Passage[][]} */
function byTable(passages) {
  /** @type {Map<string, Passage[]>} */
  const places = new Map();
  for (const passage of passages) {
    const key = tableOf(passage) ?? passage.id;
    places.set(key, [...(places.get(key) ?? []), passage]);
  }
  return [...places.values()];
}

/** The table that a passage is a row of. @param {Passage} passage @returns {string | null} */
export function tableOf({ kind, table }) {
  return kind === TABLE_ROW ? table : null;
}

/** Each document can be left out at the first of its places. @param {Passage[]} passages  the place, or the rows of a table @param {Set<string>} offered */
function passageItem(passages, offered) {
  const [passage] = passages;
  const drop = offered.has(passage.document) ? null : dropButton(passage);
  offered.add(passage.document);
  const place = spanOf(passages);
  const quoted = quoteAsText(placeOfPassage(passage));
  const part = excerpt(quoted.text, quoted.ranges, EXCERPT);
  const path = passage.section.slice(0, -1).join(" › ");
  const words = element("p", { class: "passage-text", lang: languageOf(passage.document) }, marked(part.text, part.ranges));
  return element(
    "li",
    { class: "passage" },
    path && element("p", { class: "path" }, path),
    tableOf(passage) ? rowsOfPassages(passages, words) : words,
    element("p", { class: "passage-ways" }, sourceButton(place), drop),
  );
}

/** The lines from the first to the last of rows. @param {Passage[]} passages @returns {import("../shared/place.js").Place} */
function spanOf(passages) {
  const place = placeOfPassage(passages[0]);
  if (passages.length === 1) return place;
  const onPage = passages.filter(({ page }) => page === place.page).flatMap(({ lines }) => lines);
  return { ...place, lines: [Math.min(...onPage), Math.max(...onPage)], quote: "", highlights: [], reading: null, isLinked: true };
}

/** @param {HTMLElement} list @param {Passage[][]} rest @param {Set<string>} offered */
function moreButton(list, rest, offered) {
  const more = button(text("passages.more", { n: rest.length }), () => {
    const items = rest.map((place) => passageItem(place, offered));
    append(list, items);
    more.remove();
    items[0].querySelector("button")?.focus();
  }, { class: "quiet" });
  return more;
}
