/** What the confidence rests on, in plain words: how much, how important, how far ahead. What weighs nothing is not told. */

import { formatNumber, text, textOr } from "../shared/texts.js";

/** @typedef {(value: number) => string} InWords */

const TENFOLD = 10;

/** How each feature is told; one that is not here is told as a number. @type {Record<string, InWords>} */
const WORDS = {
  covered: share,
  dense: share,
  missing: (value) => step("weight", value, 1 / 3, 2 / 3),
  missing_name: (value) => step("weight", value, 1 / 3, 2 / 3),
  missing_of_few: yes,
  cue: yes,
  own_case: yes,
  beyond: yes,
  counts_other: yes,
  figure: yes,
  passage_score: points,
  figure_score: points,
  margin: (value) => step("lead", value, 0.3, 1.5),
  unit: fit,
  period: fit,
};

/**
 * The features that weigh anything, each by its name and its worth.
 * @param {Record<string, number>} features
 * @returns {[string, string][]}
 */
export function featuresInWords(features) {
  return Object.entries(features)
    .map(([name, value]) => ({ name, value, words: (WORDS[name] ?? points)(value) }))
    .filter(({ value, words }) => value !== 0 && words !== share(0))
    .map(({ name, words }) => [textOr(`trace.confidence.${name}`, name.replaceAll("_", " ")), words]);
}

function yes() {
  return text("trace.yes");
}

/** @param {number} value */
function share(value) {
  return `${formatNumber(Math.round(value * 100))}\u00a0%`;
}

/** Scores come in tenths of those that places and figures are ranked by. @param {number} value */
function points(value) {
  return formatNumber(Math.round(value * TENFOLD));
}

/** @param {number} value  1 where it fits, below 0 where it does not */
function fit(value) {
  return step("fit", value, Number.MIN_VALUE, 0.75);
}

/** @param {string} scale @param {number} value @param {number} middle @param {number} most */
function step(scale, value, middle, most) {
  return text(`trace.${scale}.${value >= most ? "high" : value >= middle ? "medium" : "low"}`);
}
