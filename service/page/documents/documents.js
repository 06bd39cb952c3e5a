/** The panel of documents: which are asked, new ones brought in, old ones taken out. */

import { byId, button, element } from "../shared/dom.js";
import { text } from "../shared/texts.js";
import { askOnly, chosenDocuments, isWithin } from "./collection.js";
import { documentItem } from "./document_item.js";
import { facets } from "./facets.js";
import { uploadArea } from "./upload.js";

/** @typedef {import("../shared/types.js").DocumentInfo} DocumentInfo */

const roomy = matchMedia("(min-width: 62rem)");
const MANY = 8;

/** Shows the list as it was shown last. */
let redraw = () => {};

/** Says the list again in another language. */
export function redrawDocuments() {
  redraw();
}

/** Follows the width of the window: open where there is room. */
export function prepareDocuments() {
  const details = byId("documents-details");
  const follow = () => details.toggleAttribute("open", roomy.matches);
  roomy.addEventListener("change", follow);
  follow();
}

/**
 * @param {DocumentInfo[]} documents
 * @param {() => Promise<void>} changed  called when the collection is another than it was
 * @param {string | null} problem  the text that says why there is no list
 */
export function showDocuments(documents, changed, problem = null) {
  redraw = () => showDocuments(documents, changed, problem);
  const list = element("ul", { class: "document-list" });
  const finder = /** @type {HTMLInputElement} */ (element("input", { type: "search", id: "document-find", on: { input: fill } }));
  const kinds = element("div", { class: "facets" }, facets(fill));
  byId("documents-body").replaceChildren(
    ...[
      problem ? element("p", { class: "problem" }, text(problem)) : null,
      !problem && documents.length === 0 ? element("p", {}, text("documents.empty")) : null,
      documents.length > 1 ? kinds : null,
      documents.length > MANY ? element("p", { class: "field" }, element("label", { for: "document-find" }, text("documents.find")), finder) : null,
      documents.length > 0 ? element("fieldset", {}, element("legend", { class: "unseen" }, text("documents.legend")), list) : null,
      documents.length > 1 ? element("p", { class: "choices" }, chooser("documents.selectAll", undefined), chooser("documents.selectNone", [])) : null,
      uploadArea(changed),
      element("p", { class: "private" }, text("documents.private")),
    ].filter((part) => part !== null),
  );
  fill();

  function fill() {
    const words = finder.value.trim().toLowerCase();
    const shown = documents.filter((info) => isWithin(info) && `${info.title} ${info.source}`.toLowerCase().includes(words));
    list.replaceChildren(...shown.map((info) => documentItem(info, count, changed)));
    count();
  }

  function count() {
    byId("documents-count").textContent = documents.length > 0 ? inWords(documents.length) : "";
  }

  /** @param {string} label @param {string[] | undefined} ids */
  function chooser(label, ids) {
    return button(text(label), () => {
      askOnly(ids);
      kinds.replaceChildren(...facets(fill));
      finder.value = "";
      fill();
    }, { class: "quiet small" });
  }
}

/** @param {number} total */
function inWords(total) {
  const n = chosenDocuments()?.length ?? total;
  if (n === 0) return text("documents.none");
  return n === total ? text("documents.all", { n }) : text("documents.some", { n, total });
}
