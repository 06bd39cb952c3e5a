/** Choosing documents by kind and by year. */

import { element } from "../shared/dom.js";
import { capitalised } from "../shared/format.js";
import { text } from "../shared/texts.js";
import { chooseFacet, facetValues, isFacetChosen } from "./collection.js";

/** @typedef {import("./collection.js").Facet} Facet */

/**
 * @param {() => void} changed
 * @returns {HTMLElement[]}
 */
export function facets(changed) {
  return [facet("kind", changed), facet("year", changed)].filter((made) => made !== null);
}

/** One facet; none where all documents are alike in it. @param {Facet} name @param {() => void} changed */
function facet(name, changed) {
  const values = facetValues(name);
  if (values.length < 2) return null;
  const boxes = values.map((value) => choice(name, value, changed));
  return element("fieldset", { class: "facet" }, element("legend", {}, text(`documents.${name}`)), element("ul", {}, boxes));
}

/** @param {Facet} name @param {string} value @param {() => void} changed */
function choice(name, value, changed) {
  const box = /** @type {HTMLInputElement} */ (
    element("input", { type: "checkbox", name, value, checked: isFacetChosen(name, value), on: { change: act } })
  );
  function act() {
    chooseFacet(name, value, box.checked);
    changed();
  }
  return element("li", {}, element("label", { class: "chip" }, box, element("span", {}, capitalised(value))));
}
