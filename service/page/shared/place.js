/** A place in a document: what a figure and a passage have in common, and all that the source panel needs. */

import { bulleted, keptTogether } from "./format.js";

/**
 * @typedef {object} Place
 * @property {string} document
 * @property {string} source
 * @property {string} title
 * @property {number | null} page
 * @property {string | null} [page_label]  the number printed on the page, where it is another
 * @property {string[]} section
 * @property {[number, number]} lines
 * @property {string} quote
 * @property {[number, number][]} highlights  offsets in the quote
 * @property {import("./types.js").Reading | null} [reading]  the quote as running text, where it is text
 * @property {boolean} [isLinked]  whether a link names the lines, which are marked then though no quote is known
 */

/**
 * @param {import("./types.js").Figure} figure
 * @returns {Place}
 */
export function placeOfFigure(figure) {
  const { citation } = figure;
  return { ...citation, section: citation.section ?? [], highlights: citation.highlight ? [citation.highlight] : [] };
}

/**
 * @param {import("./types.js").Passage} passage
 * @returns {Place}
 */
export function placeOfPassage(passage) {
  return { ...passage, section: passage.section ?? [], quote: passage.text, highlights: passage.highlights ?? [] };
}

/**
 * What is shown of a quote where its lines do not matter: running text, its numbers kept together.
 * @param {Place} place
 * @returns {{text: string, ranges: [number, number][]}}
 */
export function quoteAsText({ quote, highlights, reading }) {
  const { text, highlights: ranges } = reading ?? { text: quote, highlights };
  return { text: bulleted(keptTogether(text)), ranges };
}

/**
 * A document from its beginning, nothing in it cited.
 * @param {import("./types.js").DocumentInfo} info
 * @returns {Place}
 */
export function wholeDocument({ id, source, title }) {
  return { document: id, source, title, page: 1, section: [], lines: [1, 1], quote: "", highlights: [] };
}
