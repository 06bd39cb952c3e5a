/** An answer as it is copied: the question, the answer, the table or the words it stands in, what was computed, the sources. */

import { readTable } from "../shared/api.js";
import { figureInWords, sourceLine } from "../shared/format.js";
import { quoteAsText } from "../shared/place.js";
import { text } from "../shared/texts.js";
import { formulaOf } from "./comparison.js";
import { labelAndPeriod } from "./figure.js";
import { overviewGrid } from "./overview_grid.js";
import { rowOf } from "./table.js";

/** @typedef {import("../shared/types.js").Reply} Reply */
/** @typedef {import("../shared/types.js").Figure} Figure */
/** @typedef {import("../shared/place.js").Place} Place */
/** @typedef {import("../shared/clipboard.js").Part} Part */

/**
 * What an answer stands on, as `standing` in answer.js finds it.
 * @typedef {object} Standing
 * @property {Figure | null} headline  the figure that is the answer
 * @property {boolean} isComputed  whether a computation belongs to the answer
 * @property {Place[]} places  the best first
 */

/**
 * @param {Reply} reply
 * @param {Standing} standing
 * @param {(place: Place) => string} reference  to a place, as it stands in running text
 * @returns {Promise<Part[]>}
 */
export async function answerAsCopied(reply, { headline, isComputed, places }, reference) {
  return [
    text("copy.question", { question: reply.resolved_question || reply.question }),
    text("copy.answer", { answer: reply.answer ?? "" }),
    ...(await shown(reply, headline, places)),
    ...(isComputed && reply.comparison ? computation(reply.comparison, reply.figures) : []),
    ...places.map((place) => text("copy.source", { source: `${sourceLine(place)} ${reference(place)}` })),
  ];
}

/** The overview, the row of the table that the figure stands in, or the words. @param {Reply} reply @param {Figure | null} headline @param {Place[]} places @returns {Promise<Part[]>} */
async function shown(reply, headline, places) {
  if (reply.overview) return [overviewGrid(reply.overview, reply.figures)];
  const row = headline && (await rowOfFigure(headline));
  if (row) return [headline.cell?.caption ?? "", row].filter((part) => part !== "");
  if (reply.comparison && !headline) return [];
  return places.slice(0, 1).filter(({ quote }) => quote).map((place) => `«${quoteAsText(place).text.replace(/\s+/g, " ").trim()}»`);
}

/** @param {Figure} figure @returns {Promise<string[][] | null>} */
async function rowOfFigure(figure) {
  if (!figure.cell?.table) return null;
  return readTable(figure.cell.table).then((table) => rowOf(table, figure), () => null);
}

/** @param {import("../shared/types.js").Comparison} comparison @param {Figure[]} figures @returns {Part[]} */
function computation(comparison, figures) {
  const operands = comparison.operands.map((index) => figures[index]);
  const table = [["", text("copy.figure")], ...operands.map((figure) => [labelAndPeriod(figure).join(" · "), figureInWords(figure)])];
  return [formulaOf(comparison, figures), table].filter((part) => part !== null);
}
