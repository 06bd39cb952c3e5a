/** Bringing documents in: dropped or chosen, one after the other, each with its progress and what became of it. */

import { button, element, uniqueId } from "../shared/dom.js";
import { text } from "../shared/texts.js";
import { sendFile } from "./send_file.js";

const KINDS = ".pdf,.txt";

/**
 * @param {() => Promise<void>} changed  called when a document has come in
 * @returns {HTMLElement}
 */
export function uploadArea(changed) {
  const results = element("ul", { class: "upload-results", "aria-live": "polite" });
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
  return area;

  /** @param {File[]} files */
  async function bringAll(files) {
    const waiting = files.map((file) => ({ file, row: resultRow(file) }));
    results.append(...waiting.map(({ row }) => row.element));
    let brought = 0;
    for (const { file, row } of waiting) brought += (await bring(file, row)) ? 1 : 0;
    if (brought > 0) {
      await changed();
      document.querySelector(".upload-results")?.replaceWith(results);
    }
  }
}

/** @typedef {ReturnType<typeof resultRow>} ResultRow */

/** @param {File} file @param {ResultRow} row @returns {Promise<boolean>} whether it is in the collection now */
async function bring(file, row) {
  try {
    await sendFile(file, row.progress);
    row.end("good", text("upload.done"));
    return true;
  } catch (error) {
    row.end("bad", error instanceof Error ? error.message : String(error));
    return false;
  }
}

/** A file's line in the list of what is brought in. @param {File} file */
function resultRow(file) {
  const id = uniqueId("upload");
  const bar = element("progress", { "aria-labelledby": id, max: "1" });
  const state = element("span", { class: "upload-state" }, text("upload.waiting"));
  return {
    element: element("li", {}, element("span", { class: "upload-name", id }, file.name), bar, state),
    /** @param {number} part  of the file that has been sent, from 0 to 1 */
    progress(part) {
      if (part < 1) bar.setAttribute("value", String(part));
      else bar.removeAttribute("value");
      const said = part < 1 ? text("upload.sending") : text("upload.reading");
      if (state.textContent !== said) state.textContent = said;
    },
    /** @param {"good" | "bad"} outcome @param {string} words */
    end(outcome, words) {
      bar.remove();
      state.className = `upload-state ${outcome}`;
      state.textContent = words;
    },
  };
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
