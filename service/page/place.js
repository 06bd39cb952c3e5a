/** A place in a document: what a figure and a passage have in common, and all that the source panel needs. */

/**
 * @typedef {object} Place
 * @property {string} document
 * @property {string} source
 * @property {string} title
 * @property {number | null} page
 * @property {string[]} section
 * @property {[number, number]} lines
 * @property {string} quote
 * @property {[number, number][]} highlights  offsets in the quote
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
