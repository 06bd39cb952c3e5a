/** Places in the documents: the text with the question's words marked, and where it stands. */

import { append, button, element } from "./dom.js";
import { excerpt, marked } from "./highlight.js";
import { placeOfPassage } from "./place.js";
import { sourceButton } from "./source_button.js";
import { text } from "./texts.js";

/** @typedef {import("./types.js").Passage} Passage */

const SHOWN_AT_FIRST = 3;
const EXCERPT = 320;

/**
 * @param {Passage[]} passages  best first
 * @param {string} title
 * @returns {HTMLElement | null}
 */
export function passageList(passages, title) {
  if (passages.length === 0) return null;
  const list = element("ol", { class: "passages" }, passages.slice(0, SHOWN_AT_FIRST).map(passageItem));
  const rest = passages.slice(SHOWN_AT_FIRST);
  return element(
    "section",
    {},
    element("h3", {}, title),
    list,
    rest.length > 0 && moreButton(list, rest),
  );
}

/** @param {Passage} passage */
function passageItem(passage) {
  const part = excerpt(passage.text, passage.highlights, EXCERPT);
  const path = passage.section.slice(0, -1).join(" › ");
  return element(
    "li",
    { class: "passage" },
    path && element("p", { class: "path" }, path),
    element("p", { class: "passage-text" }, marked(part.text, part.ranges)),
    sourceButton(placeOfPassage(passage)),
  );
}

/** @param {HTMLElement} list @param {Passage[]} rest */
function moreButton(list, rest) {
  const more = button(text("passages.more", { n: rest.length }), () => {
    const items = rest.map(passageItem);
    append(list, items);
    more.remove();
    items[0].querySelector("button")?.focus();
  }, { class: "quiet" });
  return more;
}
