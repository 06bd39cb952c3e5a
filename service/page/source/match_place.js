/** A place where searched words stand, as a place to be marked on the page of a PDF. */

import { readLines } from "../shared/api.js";

/** @typedef {import("../shared/place.js").Place} Place */
/** @typedef {import("../shared/types.js").Match} Match */

/** Lines to either side, by which a line that stands several times on its page is told from the others. */
const AROUND = 2;

/**
 * The lines of the match's first page with those around them as the quote, the words in them marked.
 * @param {Place} place  in the document that was searched
 * @param {Match} match
 * @returns {Promise<Place>}
 */
export async function matchAsPlace(place, match) {
  const numbers = match.spans.map(({ line }) => line);
  const [first, last] = [numbers[0], numbers[numbers.length - 1]];
  const { lines } = await readLines(place.document, Math.max(1, first - AROUND), last + AROUND);
  /** @type {[number, number][]} */
  const highlights = [];
  const texts = [];
  let offset = 0;
  for (const line of lines.filter(({ page }) => page === match.page)) {
    const span = match.spans.find((found) => found.line === line.number);
    if (span) highlights.push([offset + span.start, offset + span.end]);
    texts.push(line.text);
    offset += Array.from(line.text).length + 1;
  }
  return { ...place, page: match.page, lines: [first, last], quote: texts.join("\n"), highlights };
}
