/** What is seen before the first question: what the page is for, and questions to start with. */

import { append, button, byId, element } from "./dom.js";
import { text } from "./texts.js";

/** @typedef {import("./types.js").DocumentInfo} DocumentInfo */

const MOST_SUGGESTIONS = 4;

/** Questions that suit a kind of document. */
const BY_KIND = new Map([
  ["annual_report", ["start.report", "start.report.costs"]],
  ["allocation_letter", ["start.letter"]],
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

/**
 * Questions made from the collection, or general ones where it is not known.
 * @param {DocumentInfo[]} documents
 * @returns {string[]}
 */
export function suggestions(documents) {
  const made = documents.flatMap(({ kind, year, title }) => [
    ...(year ? (BY_KIND.get(kind ?? "") ?? []).map((key) => text(key, { year })) : []),
    text("start.about", { title }),
  ]);
  const general = ["start.generic.1", "start.generic.2", "start.generic.3"].map((key) => text(key));
  return [...new Set(made.length > 0 ? made : general)].slice(0, MOST_SUGGESTIONS);
}
