/** Putting something on the clipboard, as plain text and with its typography and tables for word processors and spreadsheets. */

import { element, append, button } from "./dom.js";
import { text } from "./texts.js";

/** @typedef {{plain: string, rich?: Node, remark?: string}} Content  `rich` is the same with its typography, for word processors */
/** @typedef {string | string[][]} Part  a paragraph, or a table whose first row is its headers */

const SHOWN_MS = 2500;
const READ_MS = 10_000;

/**
 * Paragraphs and tables: as text, the cells of a row parted by tabs as spreadsheets take them, and as markup.
 * @param {Part[]} parts
 * @returns {Content}
 */
export function contentOf(parts) {
  const plain = parts.map((part) => (typeof part === "string" ? part : part.map((row) => row.map(squeezed).join("\t")).join("\n")));
  const rich = parts.map((part) => (typeof part === "string" ? element("p", {}, part) : gridView(part)));
  return { plain: plain.join("\n").replaceAll("\u00a0", " "), rich: element("div", {}, rich) };
}

/**
 * A button that copies, and says whether it did.
 * @param {string} label
 * @param {() => Content | Promise<Content>} content
 * @returns {HTMLElement}
 */
export function copyButton(label, content) {
  const outcome = element("span", { class: "copy-outcome", role: "status" });
  const copy = button(label, async () => {
    const made = await content();
    outcome.textContent = (await copied(made)) ? [text("answer.copied"), made.remark].filter(Boolean).join(". ") : text("answer.copyFailed");
    setTimeout(() => outcome.replaceChildren(), made.remark ? READ_MS : SHOWN_MS);
  }, { class: "quiet" });
  return element("span", { class: "copy" }, copy, outcome);
}

/** @param {string[][]} rows */
function gridView([heads, ...rows]) {
  const head = element("thead", {}, element("tr", {}, heads.map((words) => element("th", {}, words))));
  const body = rows.map(([label, ...cells]) => element("tr", {}, element("th", {}, label), cells.map((words) => element("td", {}, words))));
  return element("table", { border: "1" }, head, element("tbody", {}, body));
}

/** @param {string} words */
function squeezed(words) {
  return words.trim().split(/\s+/).join(" ");
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
