/** Lines of a document as elements. */

import { element } from "../shared/dom.js";
import { bulleted, capitalised, keptTogether, pageInWords } from "../shared/format.js";
import { marked } from "../shared/highlight.js";
import { text } from "../shared/texts.js";
import { citedLines } from "./source_marks.js";

/** @typedef {import("../shared/types.js").TextLine} TextLine */
/** @typedef {import("../shared/types.js").Match} Match */
/** @typedef {import("../shared/place.js").Place} Place */
/** @typedef {[number, number]} Range */

/**
 * @param {TextLine[]} lines
 * @param {Place} place  what is cited
 * @param {Match | null} match  what is searched for
 * @returns {HTMLElement[]}
 */
export function lineElements(lines, place, match) {
  const cited = place.quote || place.isLinked ? citedLines(lines, place) : new Map();
  const made = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.page !== lines[index - 1].page) {
      made.push(element("h3", { class: "page-break" }, capitalised(pageInWords({ ...line, source: place.source }))));
    }
    made.push(lineElement(line, cited.get(line.number), foundIn(line, match)));
  }
  return made;
}

/** @param {TextLine} line @param {Match | null} match @returns {Range[]} */
function foundIn(line, match) {
  return (match?.spans ?? []).filter((span) => span.line === line.number).map(({ start, end }) => [start, end]);
}

/** @param {TextLine} line @param {Range[] | undefined} ranges  undefined where it is not cited @param {Range[]} found */
function lineElement(line, ranges, found) {
  const shown = bulleted(keptTogether(line.text));
  const words = found.length > 0 ? marked(shown, found, "found") : marked(shown, ranges ?? []);
  return element(
    "p",
    { class: ranges ? "line cited" : "line", "data-line": String(line.number) },
    element("span", { class: "line-number", "aria-hidden": "true" }, String(line.number)),
    ranges && element("span", { class: "unseen" }, text("source.cited")),
    element("span", { class: "line-text" }, ranges ? element("mark", { class: "cited-line" }, words) : words),
  );
}
