/** Putting an answer with its source on the clipboard. */

import { element, append, button } from "./dom.js";
import { sourceLine } from "./format.js";
import { quoteAsText } from "./place.js";
import { text } from "./texts.js";

/** @typedef {{plain: string, rich?: Node, remark?: string}} Content  `rich` is the same with its typography, for word processors */

const SHOWN_MS = 2500;
const READ_MS = 10_000;

/**
 * An answer as plain text, ready to be pasted into a note.
 * @param {import("./types.js").Reply} reply
 * @param {import("./place.js").Place[]} places
 * @param {(place: import("./place.js").Place) => string} reference  to a place, as it stands in running text
 * @returns {string}
 */
export function answerAsText(reply, places, reference) {
  const quoted = places.filter((place) => place.quote).map((place) => `«${quoteAsText(place).text.replace(/\s+/g, " ").trim()}»`);
  return [
    text("copy.question", { question: reply.resolved_question || reply.question }),
    text("copy.answer", { answer: reply.answer ?? "" }),
    ...quoted.slice(0, 1),
    ...places.map((place) => text("copy.source", { source: `${sourceLine(place)} ${reference(place)}` })),
  ]
    .join("\n")
    .replaceAll("\u00a0", " ");
}

/**
 * A button that copies, and says whether it did.
 * @param {string} label
 * @param {() => Content} content
 * @returns {HTMLElement}
 */
export function copyButton(label, content) {
  const outcome = element("span", { class: "copy-outcome", role: "status" });
  const copy = button(label, async () => {
    const made = content();
    outcome.textContent = (await copied(made)) ? [text("answer.copied"), made.remark].filter(Boolean).join(". ") : text("answer.copyFailed");
    setTimeout(() => outcome.replaceChildren(), made.remark ? READ_MS : SHOWN_MS);
  }, { class: "quiet" });
  return element("span", { class: "copy" }, copy, outcome);
}

/**
 * The clipboard is there only on secure addresses (loopback is one); elsewhere the older way is tried.
 * @param {Content} content
 * @returns {Promise<boolean>}
 */
async function copied({ plain, rich }) {
  try {
    if (rich) await navigator.clipboard.write([new ClipboardItem(kinds(plain, rich))]);
    else await navigator.clipboard.writeText(plain);
    return true;
  } catch {
    return copiedFromField(plain);
  }
}

/** @param {string} plain @param {Node} rich */
function kinds(plain, rich) {
  const markup = new XMLSerializer().serializeToString(rich);
  return { "text/plain": new Blob([plain], { type: "text/plain" }), "text/html": new Blob([markup], { type: "text/html" }) };
}

/** @param {string} content */
function copiedFromField(content) {
  const back = document.activeElement;
  const field = /** @type {HTMLTextAreaElement} */ (element("textarea", { class: "unseen", "aria-hidden": "true" }));
  field.value = content;
  append(document.body, field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (back instanceof HTMLElement) back.focus();
  return done;
}
