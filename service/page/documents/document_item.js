/** One document of the list: whether it is asked, what it is, and what can be done with it. */

import { button, element } from "../shared/dom.js";
import { capitalised } from "../shared/format.js";
import { wholeDocument } from "../shared/place.js";
import { text } from "../shared/texts.js";
import { openSource } from "../source/source_panel.js";
import { choose, documentCount, isChosen } from "./collection.js";
import { confirmRemoval } from "./remove.js";
import { unreadInWords } from "./unread.js";

/** @typedef {import("../shared/types.js").DocumentInfo} DocumentInfo */

/**
 * @param {DocumentInfo} info
 * @param {() => void} chosen  called when the choice has changed
 * @param {() => Promise<void>} changed  called when the document is gone
 * @returns {HTMLElement}
 */
export function documentItem(info, chosen, changed) {
  const box = /** @type {HTMLInputElement} */ (
    element("input", { type: "checkbox", name: "document", value: info.id, checked: isChosen(info.id), on: { change: act } })
  );
  function act() {
    choose(info.id, box.checked);
    chosen();
  }
  const words = element(
    "span",
    {},
    element("span", { class: "document-title", lang: info.language }, info.title),
    element("span", { class: "document-facts" }, facts(info)),
    unreadInWords(info.unread).map((words) => element("span", { class: "document-unread" }, words)),
  );
  const read = button(text("documents.read"), () => openSource(wholeDocument(info), read), {
    class: "quiet small",
    "aria-label": text("documents.read.long", { title: info.title }),
    "aria-haspopup": "dialog",
  });
  const remove = button(text("documents.remove"), () => confirmRemoval(info, changed), {
    class: "quiet small",
    "aria-label": text("documents.remove.long", { title: info.title }),
    "aria-haspopup": "dialog",
  });
  return element(
    "li",
    {},
    element("label", {}, box, words),
    element("p", { class: "document-ways" }, read, documentCount() > 1 && remove),
  );
}

/** @param {DocumentInfo} info */
function facts(info) {
  const state = info.passages === 0 ? text("documents.unread") : null;
  return [info.kind && capitalised(info.kind), info.year, info.pages ? text("documents.pages", { n: info.pages }) : null, state]
    .filter(Boolean)
    .join(" · ");
}
