/** Two ways of seeing a document: its text, and the original page. */

import { button, element } from "../shared/dom.js";
import { text } from "../shared/texts.js";

/**
 * @param {{element: HTMLElement, reveal: () => void}} words
 * @param {{element: HTMLElement, open: () => Promise<void>} | null} original  null where there is none to show
 */
export function viewSwitch(words, original) {
  const toText = button(text("view.text"), () => choose(false), { "aria-pressed": "true" });
  const toOriginal = button(text("view.original"), () => choose(true), { "aria-pressed": "false" });
  if (original) original.element.hidden = true;

  /** @param {boolean} isOriginal */
  function choose(isOriginal) {
    toText.setAttribute("aria-pressed", String(!isOriginal));
    toOriginal.setAttribute("aria-pressed", String(isOriginal));
    words.element.hidden = isOriginal;
    if (!isOriginal) words.reveal();
    if (!original) return;
    original.element.hidden = !isOriginal;
    if (isOriginal) void original.open();
  }

  return {
    element: original
      ? element("div", { class: "views", role: "group", "aria-label": text("view.label") }, toText, toOriginal)
      : null,
    isOriginal: () => words.element.hidden,
  };
}
