/**
 * A list of sources in the Norwegian APA style. The documents name no author, so the title stands first, as the style has it:
 * «Tittel. (År). (s. 4 og 12)». The titles are in italics where the typography goes along.
 */

import { findDocument } from "../documents/collection.js";
import { element } from "../shared/dom.js";
import { text } from "../shared/texts.js";

/** @typedef {import("../shared/place.js").Place} Place */
/** @typedef {{title: string, year: number | null, pages: number[]}} Source */

/**
 * @param {Place[]} places
 * @returns {import("../shared/clipboard.js").Content}
 */
export function sourceList(places) {
  const sources = gathered(places);
  return {
    plain: sources.map((source) => `${source.title}${after(source)}`).join("\n"),
    rich: element("div", {}, sources.map((source) => element("p", {}, element("i", {}, source.title), after(source)))),
  };
}

/** Every document once, in alphabetical order, with the pages it is cited from. @param {Place[]} places @returns {Source[]} */
function gathered(places) {
  /** @type {Map<string, Source>} */
  const sources = new Map();
  for (const { document, title, page } of places) {
    const source = sources.get(document) ?? { title, year: findDocument(document)?.year ?? null, pages: [] };
    if (page && !source.pages.includes(page)) source.pages = [...source.pages, page].sort((a, b) => a - b);
    sources.set(document, source);
  }
  return [...sources.values()].sort((a, b) => a.title.localeCompare(b.title, "nb"));
}

/** @param {Source} source */
function after({ year, pages }) {
  const cited = pages.length > 0 ? ` (${text("apa.pages", { pages: enumerated(pages) })}).` : "";
  return `. (${year ?? text("apa.noYear")}).${cited}`;
}

/** @param {number[]} pages */
function enumerated(pages) {
  return pages.length < 2 ? pages.join("") : `${pages.slice(0, -1).join(", ")} ${text("apa.and")} ${pages.at(-1)}`;
}
