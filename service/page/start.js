/** What is seen before the first question: what the page is for, and questions to start with. */

import { append, button, byId, element } from "./dom.js";
import { text } from "./texts.js";

/** @typedef {import("./types.js").DocumentInfo} DocumentInfo */

const MOST_SUGGESTIONS = 4;

/** Questions that suit a kind of document, by the name the service gives it. */
const BY_KIND = new Map([
  ["årsrapport", ["start.report", "start.report.costs"]],
  ["tildelingsbrev", ["start.letter"]],
]);

/**
 * @param {DocumentInfo[]} documents
 * @param {(question: string) => void} ask
 */
export function showStart(documents, ask) {
  const place = byId("start");
  place.replaceChildren();
  append(
    place,
    element("p", { class: "start-heading" }, text("start.heading")),
    element("p", { class: "lead" }, text("start.lead")),
    element("h2", {}, text("start.suggestions")),
    element(
      "ul",
      { class: "suggestions" },
      suggestions(documents).map((question) => element("li", {}, button(question, () => ask(question), { class: "suggestion" }))),
    ),
  );
}

/** @param {DocumentInfo} info @returns {string[]} */
function questionsAbout({ kind, year, title }) {
  const suited = year ? (BY_KIND.get(kind ?? "") ?? []) : [];
  return [...suited.map((key) => text(key, { year: Number(year) })), text("start.about", { title })];
}

/** The first of every list, then the second of every list, and so on. @param {string[][]} lists @returns {string[]} */
function inTurns(lists) {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

/**
 * Questions made from the collection, or general ones where it is not known.
 * @param {DocumentInfo[]} documents
 * @returns {string[]}
 */
export function suggestions(documents) {
  const made = inTurns(documents.map(questionsAbout));
  const general = ["start.generic.1", "start.generic.2", "start.generic.3"].map((key) => text(key));
  return [...new Set(made.length > 0 ? made : general)].slice(0, MOST_SUGGESTIONS);
}
