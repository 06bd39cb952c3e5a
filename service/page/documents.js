/** The list of documents, with a check box for each that says whether it is asked. */

import { choose, chosenDocuments, isChosen } from "./collection.js";
import { button, byId, element } from "./dom.js";
import { text } from "./texts.js";

/** @typedef {import("./types.js").DocumentInfo} DocumentInfo */

const roomy = matchMedia("(min-width: 62rem)");

/**
 * @param {DocumentInfo[]} documents
 * @param {string | null} problem  why there is no list
 */
export function showDocuments(documents, problem = null) {
  const count = element("span", { class: "count" });
  const list = element("ul", { class: "document-list" }, documents.map((document) => item(document, update)));
  const details = element(
    "details",
    {},
    element("summary", {}, element("h2", {}, text("documents.heading")), count),
    problem && element("p", { class: "problem" }, problem),
    !problem && documents.length === 0 && element("p", {}, text("documents.empty")),
    documents.length > 0 && element("fieldset", {}, element("legend", { class: "unseen" }, text("documents.legend")), list),
    documents.length > 1 && element("p", { class: "choices" }, chooser("documents.selectAll", true), chooser("documents.selectNone", false)),
    element("p", { class: "private" }, text("documents.private")),
  );
  byId("documents").replaceChildren(details);
  details.toggleAttribute("open", roomy.matches);
  roomy.addEventListener("change", () => details.toggleAttribute("open", roomy.matches));
  update();

  function update() {
    count.textContent = documents.length > 0 ? countInWords(documents.length) : "";
  }

  /** @param {string} label @param {boolean} all */
  function chooser(label, all) {
    return button(text(label), () => {
      for (const box of list.querySelectorAll("input")) {
        box.checked = all;
        choose(box.value, all);
      }
      update();
    }, { class: "quiet small" });
  }
}

/** @param {DocumentInfo} info @param {() => void} changed */
function item(info, changed) {
  const box = /** @type {HTMLInputElement} */ (
    element("input", { type: "checkbox", name: "document", value: info.id, checked: isChosen(info.id), on: { change: act } })
  );
  function act() {
    choose(info.id, box.checked);
    changed();
  }
  const words = element(
    "span",
    {},
    element("span", { class: "document-title", lang: info.language }, info.title),
    element("span", { class: "document-facts" }, facts(info)),
  );
  return element("li", {}, element("label", {}, box, words));
}

/** @param {DocumentInfo} info */
function facts(info) {
  return [info.kind && capitalised(info.kind), info.year, info.pages ? text("documents.pages", { n: info.pages }) : null].filter(Boolean).join(" · ");
}

/** @param {string} word */
function capitalised(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** @param {number} total */
function countInWords(total) {
  const n = chosenDocuments()?.length ?? total;
  if (n === 0) return text("documents.none");
  return n === total ? text("documents.all", { n }) : text("documents.some", { n, total });
}
