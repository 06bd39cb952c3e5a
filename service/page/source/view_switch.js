/** Two ways of seeing a document: its text, and the original page. Turned from one to the other it stays where it was read. */

import { button, element } from "../shared/dom.js";
import { text } from "../shared/texts.js";

/**
 * @typedef {object} View
 * @property {HTMLElement} element
 * @property {() => number | null} pageReadOn  the page it was moved to by hand; null where it still shows what was sought
 * @property {(page: number | null) => Promise<void>} open  shown again, at a page where it is given
 */

/**
 * @param {View} words
 * @param {View | null} original  null where there is none to show
 * @param {(isOriginal: boolean) => void} changed
 */
export function viewSwitch(words, original, changed) {
  const toText = button(text("view.text"), () => choose(false), { "aria-pressed": "true" });
  const toOriginal = button(text("view.original"), () => choose(true), { "aria-pressed": "false" });
  if (original) original.element.hidden = true;

  /** @param {boolean} isOriginal */
  function choose(isOriginal) {
    if (!original || isOriginal === words.element.hidden) return;
    const [from, to] = isOriginal ? [words, original] : [original, words];
    const page = from.pageReadOn();
    toText.setAttribute("aria-pressed", String(!isOriginal));
    toOriginal.setAttribute("aria-pressed", String(isOriginal));
    from.element.hidden = true;
    to.element.hidden = false;
    changed(isOriginal);
    void to.open(page);
  }

  return {
    element: original
      ? element("div", { class: "views", role: "group", "aria-label": text("view.label") }, toText, toOriginal)
      : null,
    isOriginal: () => words.element.hidden,
    choose,
  };
}
