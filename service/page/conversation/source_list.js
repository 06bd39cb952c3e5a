/**
 * Sources in the Norwegian APA 7 style: «Nav. (2025). Årsrapport 2024.» in the list, «(Nav, 2025, s. 43)» in the text.
 * Where nobody is known to have published a document, its title stands first.
 */

import { isRemoved, knownDocument } from "../documents/collection.js";
import { element } from "../shared/dom.js";
import { text } from "../shared/texts.js";
import { asCorrected } from "./corrections.js";

/** @typedef {import("../shared/place.js").Place} Place */

/**
 * @typedef {object} Source
 * @property {string} document
 * @property {string} publisher  empty where none is known
 * @property {string} year  of publication; empty where none is known
 * @property {string} title
 * @property {string[]} pages  cited from, as they are printed
 */

/** Every document once, with the pages it is cited from, in their order. @param {Place[]} places @returns {Source[]} */
export function gathered(places) {
  /** @type {Map<string, Place[]>} */
  const cited = new Map();
  for (const place of places) cited.set(place.document, [...(cited.get(place.document) ?? []), place]);
  return [...cited].map(([document, own]) => {
    const info = knownDocument(document);
    const inOrder = own.filter(({ page }) => page).sort((a, b) => Number(a.page) - Number(b.page));
    const pages = [...new Set(inOrder.map(({ page, page_label: label }) => label ?? String(page)))];
    return { document, publisher: info?.publisher ?? "", year: String(info?.published ?? ""), title: own[0].title, pages };
  });
}

/**
 * In the order of a list, those of the same publisher and year told apart by letters.
 * @param {Source[]} sources
 * @returns {Source[]}
 */
export function inOrder(sources) {
  const ordered = [...sources].sort((a, b) => key(a).localeCompare(key(b), "nb") || a.title.localeCompare(b.title, "nb"));
  return ordered.map((source) => {
    const alike = ordered.filter((other) => key(other) === key(source));
    const letter = alike.length > 1 ? String.fromCharCode("a".charCodeAt(0) + alike.indexOf(source)) : "";
    return { ...source, year: source.year ? source.year + letter : [text("apa.noYear"), letter].filter(Boolean).join("-") };
  });
}

/** Each entry, and under it the reference in the text, which has the pages. @param {Source[]} sources  in order @returns {import("../shared/clipboard.js").Content} */
export function sourceList(sources) {
  const entries = sources.flatMap((source) => [
    element("p", {}, entry(source)),
    element("p", {}, text("sources.inText", { reference: inText(source) })),
  ]);
  return { plain: entries.map((made) => made.textContent).join("\n"), rich: element("div", {}, entries) };
}

/** An entry of the list, its title in italics; a document that has been removed is told to be. @param {Source} source @returns {(Node | string)[]} */
export function entry({ document, publisher, year, title }) {
  const name = element("i", {}, title.trim());
  const stop = /[.?!]$/.test(title.trim()) ? "" : ".";
  const gone = isRemoved(document) ? ` ${text("apa.removed")}` : "";
  return publisher ? [`${publisher.replace(/\.$/, "")}. (${year}). `, name, stop + gone] : [name, `${stop} (${year}).${gone}`];
}

/** The reference in the running text. @param {Source} source @returns {string} */
export function inText({ publisher, year, title, pages }) {
  const cited = pages.length > 0 ? [text(pages.length > 1 ? "apa.pages" : "apa.page", { pages: enumerated(pages) })] : [];
  return `(${[publisher || title, year, ...cited].join(", ")})`;
}

/** The reference to one place. @param {Place} place */
export function referenceTo(place) {
  return inOrder(gathered([place]).map(asCorrected)).map(inText).join();
}

/** @param {string[]} pages */
function enumerated(pages) {
  return pages.length < 2 ? pages.join("") : `${pages.slice(0, -1).join(", ")} ${text("apa.and")} ${pages.at(-1)}`;
}

/** @param {Source} source */
function key({ publisher, title, year }) {
  return `${(publisher || title).toLowerCase()} ${year}`;
}
