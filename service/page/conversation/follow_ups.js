/** Questions to go on with, from the table or the section of the answer. They come after the answer and are never waited for. */

import { append, button, byId, element } from "../shared/dom.js";
import { askNext } from "../shared/events.js";
import { text } from "../shared/texts.js";

/**
 * @param {Promise<{questions: string[]}>} suggested
 * @returns {HTMLElement}
 */
export function followUps(suggested) {
  const place = element("div", { class: "follow-ups" });
  suggested.then(
    ({ questions }) => {
      append(place, questions.length > 0 && suggestionList(questions));
      keepReached(byId("question"));
    },
    () => place.remove(),
  );
  return place;
}

/** What comes late pushes what is below it away: not from under the hands of whoever is writing. @param {HTMLElement} field */
function keepReached(field) {
  if (document.activeElement === field) field.scrollIntoView({ block: "nearest" });
}

/** @param {string[]} questions */
function suggestionList(questions) {
  const items = questions.map((question) => {
    const made = button(question, () => askNext(made, question), { class: "follow-up", lang: "nb" });
    return element("li", {}, made);
  });
  return element("section", {}, element("h3", {}, text("followUps.heading")), element("ul", {}, items));
}
