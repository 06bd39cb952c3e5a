/** The ask box: Enter sends, Shift and Enter make a new line. */

import { chosenDocuments } from "../documents/collection.js";
import { byId } from "../shared/dom.js";
import { text } from "../shared/texts.js";

/** @param {(question: string) => void} ask */
export function prepareAskForm(ask) {
  const form = /** @type {HTMLFormElement} */ (byId("ask"));
  const field = /** @type {HTMLTextAreaElement} */ (byId("question"));
  const problem = byId("ask-problem");

  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  field.addEventListener("input", () => problem.replaceChildren());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const question = field.value.trim();
    const hinder = whyNot(question);
    problem.textContent = hinder;
    if (hinder) return field.focus();
    field.value = "";
    ask(question);
  });
}

/** Lets it be written in; before the page listens and knows the documents, what is sent would be lost. */
export function openAskForm() {
  for (const control of byId("ask").querySelectorAll(":disabled")) /** @type {HTMLButtonElement} */ (control).disabled = false;
}

/** @param {string} question @returns {string} empty where it can be asked */
function whyNot(question) {
  if (!question) return text("ask.empty");
  return chosenDocuments()?.length === 0 ? text("ask.noDocuments") : "";
}
