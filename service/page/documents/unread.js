/** Pages that were not read, in words: how many, why, which, and what can be done. */

import { text } from "../shared/texts.js";

/** @typedef {import("../shared/types.js").Unread} Unread */

/** So many runs of pages are named; a document can have thousands. */
const NAMED = 12;

/**
 * A sentence for every reason; none where all was read.
 * @param {Unread[] | undefined} unread
 * @returns {string[]}
 */
export function unreadInWords(unread = []) {
  return unread.map((one) => text(`unread.${one.state}`, { n: one.count, total: one.total, pages: named(one.pages) }));
}

/** «2–6, 9» @param {[number, number][]} runs */
function named(runs) {
  const shown = runs.slice(0, NAMED).map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return [...shown, ...(runs.length > NAMED ? ["…"] : [])].join(", ");
}
