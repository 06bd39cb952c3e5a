/** Marking words in a text by offsets. Offsets count characters (code points), as the service does. */

import { element } from "./dom.js";

/** @typedef {[number, number]} Range */

/**
 * The text with its ranges marked.
 * @param {string} text
 * @param {Range[]} ranges
 * @param {string} [name]  the class of the marks
 * @returns {(Node | string)[]}
 */
export function marked(text, ranges, name) {
  const characters = Array.from(text);
  const parts = [];
  let at = 0;
  for (const [start, end] of tidy(ranges, characters.length)) {
    parts.push(characters.slice(at, start).join(""), element("mark", { class: name }, characters.slice(start, end).join("")));
    at = end;
  }
  return [...parts, characters.slice(at).join("")];
}

/**
 * The part of a long text that holds its first range, cut at words.
 * @param {string} text
 * @param {Range[]} ranges
 * @param {number} length
 * @returns {{text: string, ranges: Range[]}}
 */
export function excerpt(text, ranges, length) {
  const characters = Array.from(text);
  if (characters.length <= length) return { text, ranges };
  const first = tidy(ranges, characters.length)[0]?.[0] ?? 0;
  const start = first < length * 0.6 ? 0 : wordStart(characters, first - Math.round(length * 0.3));
  const end = wordStart(characters, Math.min(start + length, characters.length));
  const before = start > 0 ? "… " : "";
  const after = end < characters.length ? " …" : "";
  const shift = before.length - start;
  return {
    text: before + characters.slice(start, end).join("").trimEnd() + after,
    ranges: ranges.filter(([from, to]) => from >= start && to <= end).map(([from, to]) => [from + shift, to + shift]),
  };
}

/**
 * Ranges in order, inside the text, none over another.
 * @param {Range[]} ranges
 * @param {number} length
 * @returns {Range[]}
 */
function tidy(ranges, length) {
  /** @type {Range[]} */
  const kept = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(start, kept.at(-1)?.[1] ?? 0);
    const to = Math.min(end, length);
    if (from < to) kept.push([from, to]);
  }
  return kept;
}

/** @param {string[]} characters @param {number} at */
function wordStart(characters, at) {
  if (at >= characters.length) return characters.length;
  let start = at;
  while (start > 0 && !/\s/.test(characters[start - 1])) start -= 1;
  return start;
}
