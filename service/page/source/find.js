/** Searching in the document that is open: how many places, the next, the one before. */

import { findInDocument } from "../shared/api.js";
import { button, element } from "../shared/dom.js";
import { text } from "../shared/texts.js";

/** @typedef {import("../shared/types.js").Match} Match */
/** @typedef {import("../shared/types.js").Found} Found */
/** @typedef {{words: string, at: number}} Searched  what was searched for, and which of its places is shown */

/**
 * @param {string} document
 * @param {(match: Match | null) => Promise<void>} show
 * @returns {{element: HTMLElement, state: () => Searched, again: (before: Searched) => Promise<void>}}
 */
export function findForm(document, show) {
  /** @type {Found} */
  let found = { matches: [], complete: true };
  let at = 0;
  let searched = "";
  const field = /** @type {HTMLInputElement} */ (
    element("input", { type: "search", id: "source-find", autocomplete: "off", maxlength: "200" })
  );
  const count = element("span", { class: "find-count", role: "status" });
  const step = [
    button("↑", () => void go(at - 1), { class: "quiet", "aria-label": text("find.previous"), title: text("find.previous"), disabled: true }),
    button("↓", () => void go(at + 1), { class: "quiet", "aria-label": text("find.next"), title: text("find.next"), disabled: true }),
  ];
  const form = element(
    "form",
    { class: "find", role: "search", "aria-label": text("find.label") },
    element("label", { for: "source-find", class: "unseen" }, text("find.label")),
    field,
    button(text("find.search"), () => {}, { type: "submit", class: "secondary" }),
    step,
    count,
  );
  field.placeholder = text("find.placeholder");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = field.value.trim();
    void (words !== "" && words === searched && found.matches.length > 0 ? go(at + 1) : search(words));
  });
  field.addEventListener("search", () => field.value === "" && void search(""));
  return {
    element: form,
    state: () => ({ words: searched, at }),
    /** Searches as before. */
    async again(before) {
      field.value = before.words;
      if (before.words) await search(before.words, before.at);
    },
  };

  /** @param {string} words @param {number} [first]  of its places that is shown */
  async function search(words, first = 0) {
    searched = words;
    try {
      const reply = words ? await findInDocument(document, words) : { matches: [], complete: true };
      if (words !== searched) return;
      found = reply;
      await go(first);
      if (!words) count.replaceChildren();
    } catch (error) {
      count.replaceChildren(error instanceof Error ? error.message : String(error));
    }
  }

  /** Round and round. @param {number} index */
  async function go(index) {
    const total = found.matches.length;
    at = total > 0 ? (index + total) % total : 0;
    for (const control of step) control.toggleAttribute("disabled", total === 0);
    const n = found.complete ? String(total) : text("find.orMore", { n: total });
    count.textContent = total > 0 ? text("find.count", { at: at + 1, total: n }) : text("find.none");
    await show(found.matches[at] ?? null);
  }
}
