/** Which lines of a document a quote covers, and where its marked words stand in them. */

/** @typedef {import("../shared/types.js").TextLine} TextLine */
/** @typedef {import("../shared/place.js").Place} Place */
/** @typedef {[number, number]} Range */

/**
 * The cited lines, each with the ranges to mark in it. A quote is its lines, with or without the space around
 * them, joined by line breaks; where the lines do not agree with it they are cited whole, with no word marked rather than a wrong one.
 * @param {TextLine[]} lines
 * @param {Place} place
 * @returns {Map<number, Range[]>}
 */
export function citedLines(lines, place) {
  const [first, last] = place.lines;
  const within = lines.filter((line) => line.number >= first && line.number <= last && line.text.trim() !== "");
  return followed(within, place) ?? new Map(within.map((line) => [line.number, []]));
}

/**
 * @param {TextLine[]} lines
 * @param {Place} place
 * @returns {Map<number, Range[]> | null}  null where a part of the quote is not found
 */
function followed(lines, place) {
  const parts = place.quote.split("\n").filter((part) => part.trim() !== "");
  const cited = new Map();
  let part = 0;
  let offset = 0;
  for (const line of lines) {
    if (part < parts.length && line.text.trim() === parts[part].trim()) {
      cited.set(line.number, rangesIn(line, offset + lead(parts[part]), place.highlights));
      offset += length(parts[part]) + 1;
      part += 1;
    }
  }
  return part === parts.length && part > 0 ? cited : null;
}

/** @param {TextLine} line @param {number} offset where its first word begins in the quote @param {Range[]} highlights @returns {Range[]} */
function rangesIn(line, offset, highlights) {
  const size = length(line.text.trim());
  return highlights
    .map(([start, end]) => [Math.max(start - offset, 0), Math.min(end - offset, size)])
    .filter(([start, end]) => start < end)
    .map(([start, end]) => [start + lead(line.text), end + lead(line.text)]);
}

/** The space before the first word. @param {string} words */
function lead(words) {
  return length(words) - length(words.trimStart());
}

/** In characters, not in UTF-16 units. @param {string} words */
function length(words) {
  return Array.from(words).length;
}
