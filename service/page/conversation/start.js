/** What is seen before the first question: what the page is for, and questions to start with. */

import { suggestQuestions } from "../shared/api.js";
import { button, byId, element } from "../shared/dom.js";
import { text } from "../shared/texts.js";

const GENERAL = ["start.general.1", "start.general.2", "start.general.3"];

/**
 * @param {(question: string) => void} ask
 */
export async function showStart(ask) {
  const place = element("ul", { class: "suggestions" });
  byId("start").replaceChildren(
    element("p", { class: "start-heading" }, text("start.heading")),
    element("p", { class: "lead" }, text("start.lead")),
    element("h2", {}, text("start.suggestions")),
    place,
  );
  const questions = await suggestions();
  place.replaceChildren(
    ...questions.map((question) => element("li", {}, button(question, () => ask(question), { class: "suggestion", lang: "nb" }))),
  );
}

/** Questions made from the collection, which it answers; general ones where there are none. @returns {Promise<string[]>} */
async function suggestions() {
  const made = await suggestQuestions({}).then(({ questions }) => questions, () => []);
  return made.length > 0 ? made : GENERAL.map((key) => text(key));
}
