/**
 * Where on a page a quote stands, among the pieces of text a PDF draws. The whole quote is looked for, then its lines one by
 * one; what stands nowhere, or in two places, is not marked, and where less than half of it is found nothing is.
 */

/** @typedef {{words: string, left: number, base: number, width: number, height: number}} Piece  measures of the page, from below */
/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */
/** @typedef {{character: string, piece: number, at: number}} Letter */
/** @typedef {(words: string) => number} Measure */

const LEAST_FOUND = 0.5;
const SHORTEST_LINE = 4;
const SAME_LINE = 0.5;
const DEPTH = 0.25;

/**
 * @param {Piece[]} pieces
 * @param {{quote: string, highlights: [number, number][]}} place
 * @param {Measure} measure
 * @returns {{passage: Box[], words: Box[]}}
 */
export function locate(pieces, place, measure) {
  for (const ordered of [pieces, inReadingOrder(pieces)]) {
    const letters = ordered.flatMap(lettersOf);
    const found = findQuote(letters, place.quote);
    if (found) {
      const words = place.highlights.flatMap(([start, end]) => found.slice(start, end));
      return { passage: boxes(ordered, found.filter(Boolean), measure), words: boxes(ordered, words.filter(Boolean), measure) };
    }
  }
  return { passage: [], words: [] };
}

/**
 * For every character of the quote the letter on the page that is it, or null.
 * @param {Letter[]} letters
 * @param {string} quote
 * @returns {(Letter | null)[] | null}  null where too little is found
 */
function findQuote(letters, quote) {
  const page = letters.map((letter) => letter.character).join("");
  const whole = matched(page, letters, quote);
  if (whole) return whole;
  const lines = quote.split("\n").map((line) => matched(page, letters, line) ?? Array(Array.from(line).length).fill(null));
  const found = lines.flatMap((line) => [...line, null]);
  const total = lettersIn(quote).length;
  return found.filter(Boolean).length >= LEAST_FOUND * total ? found : null;
}

/** @param {string} page @param {Letter[]} letters @param {string} words @returns {(Letter | null)[] | null} */
function matched(page, letters, words) {
  const wanted = lettersIn(words);
  if (wanted.length < SHORTEST_LINE) return null;
  const sought = wanted.map(({ character }) => character).join("");
  const at = page.indexOf(sought);
  if (at < 0 || page.indexOf(sought, at + 1) >= 0) return null;
  const first = unitsToLetters(letters, at);
  const result = Array(Array.from(words).length).fill(null);
  wanted.forEach(({ index }, step) => {
    result[index] = letters[first + step];
  });
  return result;
}

/** Letters may be two units long. @param {Letter[]} letters @param {number} units */
function unitsToLetters(letters, units) {
  let left = units;
  let at = 0;
  while (left > 0) left -= letters[at++].character.length;
  return at;
}

/** The letters of a text, white space and soft hyphens apart, each with its index among the characters. @param {string} words */
function lettersIn(words) {
  return Array.from(words).flatMap((character, index) =>
    Array.from(character.normalize("NFKC")).filter(isSeen).map((plain) => ({ character: plain, index })),
  );
}

/** @param {Piece} piece @param {number} at @returns {Letter[]} */
function lettersOf(piece, at) {
  return lettersIn(piece.words).map(({ character, index }) => ({ character, piece: at, at: index }));
}

/** @param {string} character */
function isSeen(character) {
  return !/[\s\u00ad\u200b]/.test(character);
}

/** Line by line from the top, each from the left. @param {Piece[]} pieces */
function inReadingOrder(pieces) {
  const lines = [];
  for (const piece of [...pieces].sort((a, b) => b.base - a.base)) {
    const last = lines.at(-1);
    if (last && Math.abs(last[0].base - piece.base) < piece.height * SAME_LINE) last.push(piece);
    else lines.push([piece]);
  }
  return lines.flatMap((line) => line.sort((a, b) => a.left - b.left));
}

/** One box for each run of letters in a piece. @param {Piece[]} pieces @param {(Letter | null)[]} letters @param {Measure} measure @returns {Box[]} */
function boxes(pieces, letters, measure) {
  /** @type {Map<number, [number, number]>} */
  const runs = new Map();
  for (const letter of letters) {
    if (!letter) continue;
    const [first, last] = runs.get(letter.piece) ?? [letter.at, letter.at];
    runs.set(letter.piece, [Math.min(first, letter.at), Math.max(last, letter.at)]);
  }
  return [...runs].map(([at, [first, last]]) => boxOf(pieces[at], first, last + 1, measure));
}

/** A part of a piece, its width shared out as another typeface would have it. @param {Piece} piece @param {number} first @param {number} end @param {Measure} measure */
function boxOf(piece, first, end, measure) {
  const characters = Array.from(piece.words);
  const unit = piece.width / (measure(piece.words) || 1);
  const left = piece.left + unit * measure(characters.slice(0, first).join(""));
  const right = piece.left + unit * measure(characters.slice(0, end).join(""));
  return { left, right, top: piece.base + piece.height * (1 - DEPTH / 2), bottom: piece.base - piece.height * DEPTH };
}
