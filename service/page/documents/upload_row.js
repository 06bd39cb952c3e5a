/** A file's line in the list of what is brought in: how far it has come, what became of it, and whether it is still there. */

import { element, uniqueId } from "../shared/dom.js";
import { text } from "../shared/texts.js";
import { isRemoved } from "./collection.js";
import { unreadInWords } from "./unread.js";

/** @typedef {import("./send_files.js").Told["data"]} Outcome */

/** @param {File} file */
export function uploadRow(file) {
  const id = uniqueId("upload");
  const bar = element("progress", { "aria-labelledby": id, max: "1" });
  const state = element("span", { class: "upload-state" });
  const parts = element("span", { class: "upload-parts" });
  /** What is said, in the language of the page. */
  let words = () => text("upload.waiting");
  /** @type {Outcome | null}  what came in */
  let taken = null;
  let isEnded = false;
  sayAgain();
  return {
    element: element("li", {}, element("span", { class: "upload-name", id }, file.name), bar, state, parts),
    isIn: () => taken !== null,
    progress,
    reading,
    end,
    sayAgain,
  };

  /** @param {number} part  of what is sent together, from 0 to 1 */
  function progress(part) {
    if (part < 1) bar.setAttribute("value", String(part));
    else bar.removeAttribute("value");
    say(() => text(part < 1 ? "upload.sending" : "upload.reading"));
  }

  /** @param {boolean} isRead  whether it is this file that has been read @param {number} done @param {number} total */
  function reading(isRead, done, total) {
    if (isRead) bar.dataset.read = "";
    if ("read" in bar.dataset) bar.setAttribute("value", "1");
    say("read" in bar.dataset ? () => text("upload.read") : () => text("upload.readingOf", { done, total }));
  }

  /** @param {boolean} isGood @param {Outcome} outcome */
  function end(isGood, outcome) {
    taken = isGood ? outcome : null;
    isEnded = true;
    bar.remove();
    say(isGood ? () => text("upload.done") : () => outcome.message ?? text("upload.broken"));
  }

  /** @param {() => string} said */
  function say(said) {
    words = said;
    sayAgain();
  }

  /** After a change of the language or of the collection. A document that has been removed is told to be. */
  function sayAgain() {
    const isGone = taken !== null && isRemoved(String(taken.document));
    const said = isGone ? text("upload.removed") : words();
    if (state.textContent !== said) state.textContent = said;
    state.classList.toggle("good", taken !== null && !isGone);
    state.classList.toggle("bad", isEnded && taken === null);
    parts.replaceChildren(...(taken && !isGone ? unreadInWords(taken.unread) : []).map((part) => element("span", { class: "upload-state part" }, part)));
  }
}
