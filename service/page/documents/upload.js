/** Bringing documents in: dropped or chosen, each with how far it has come and what became of it. */

import { button, element } from "../shared/dom.js";
import { ServiceError } from "../shared/request.js";
import { text } from "../shared/texts.js";
import { sendFiles } from "./send_files.js";
import { uploadRow } from "./upload_row.js";

const KINDS = ".pdf,.txt";
/** So many files are sent together; the service takes as many of the largest that it takes at all. */
const TOGETHER = 10;
const TOO_LARGE = 413;

/** What became of every file; it stays when the list of documents is made anew. */
const results = element("ul", { class: "upload-results", "aria-live": "polite" });

/** @type {ReturnType<typeof uploadRow>[]} */
const rows = [];

/**
 * @param {() => Promise<void>} changed  called when a document has come in
 * @returns {HTMLElement}
 */
export function uploadArea(changed) {
  const field = /** @type {HTMLInputElement} */ (
    element("input", { type: "file", multiple: true, accept: KINDS, class: "unseen", tabindex: "-1", "aria-hidden": "true" })
  );
  const area = element(
    "div",
    { class: "upload" },
    field,
    button(text("upload.choose"), () => field.click(), { class: "secondary" }),
    element("p", { class: "upload-hint" }, text("upload.hint")),
    results,
  );
  field.addEventListener("change", () => {
    void bringAll([...(field.files ?? [])]);
    field.value = "";
  });
  acceptDrops(area, (files) => void bringAll(files));
  for (const row of rows) row.sayAgain();
  return area;

  /** @param {File[]} files */
  async function bringAll(files) {
    const waiting = files.map((file) => ({ file, row: uploadRow(file) }));
    rows.push(...waiting.map(({ row }) => row));
    results.append(...waiting.map(({ row }) => row.element));
    addEventListener("beforeunload", askFirst);
    for (let at = 0; at < waiting.length; at += TOGETHER) await bring(waiting.slice(at, at + TOGETHER));
    removeEventListener("beforeunload", askFirst);
    if (waiting.some(({ row }) => row.isIn())) await changed();
  }
}

/** @typedef {{file: File, row: ReturnType<typeof uploadRow>}} Brought */

/** Leaving would break off what is being sent. @param {Event} event */
function askFirst(event) {
  event.preventDefault();
}

/** Sends files together; where that is too much for the service, one at a time. @param {Brought[]} brought @returns {Promise<void>} */
async function bring(brought) {
  const waiting = [...brought];
  try {
    await sendFiles(
      brought.map(({ file }) => file),
      (part) => waiting.forEach(({ row }) => row.progress(part)),
      ({ event, data }) => {
        if (event === "outcome") waiting.shift()?.row.end(data.status !== "failed", data);
        if (event === "error") waiting.splice(0).forEach(({ row }) => row.end(false, data));
        if (event === "reading") waiting.forEach(({ file, row }) => row.reading(file.name === data.source, data.done ?? 0, data.total ?? 0));
      },
    );
  } catch (error) {
    if (error instanceof ServiceError && error.status === TOO_LARGE && brought.length > 1) {
      for (const one of brought) await bring([one]);
      return;
    }
    waiting.forEach(({ row }) => row.end(false, { message: error instanceof Error ? error.message : String(error) }));
  }
}

/** Files can be dropped anywhere on the page; the area shows where they go. @param {HTMLElement} area @param {(files: File[]) => void} take */
function acceptDrops(area, take) {
  const listening = new AbortController();
  const options = { signal: listening.signal };
  /** @param {DragEvent} event */
  const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragover", (event) => {
    if (!area.isConnected) return listening.abort();
    if (!holdsFiles(event)) return undefined;
    event.preventDefault();
    return area.classList.add("ready");
  }, options);
  addEventListener("dragleave", (event) => event.relatedTarget === null && area.classList.remove("ready"), options);
  addEventListener("drop", (event) => {
    if (!area.isConnected || !holdsFiles(event)) return;
    event.preventDefault();
    area.classList.remove("ready");
    take([...(event.dataTransfer?.files ?? [])]);
  }, options);
}
