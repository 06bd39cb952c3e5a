/** The source panel: the document at the cited place. Beside the conversation where there is room, else over it. */

import { fileAddress } from "./api.js";
import { findDocument } from "./collection.js";
import { button, byId, element } from "./dom.js";
import { sourceLine } from "./format.js";
import { sourceText } from "./source_text.js";
import { text } from "./texts.js";

/** @typedef {import("./place.js").Place} Place */

const beside = matchMedia("(min-width: 75rem)");
const dialog = /** @type {HTMLDialogElement} */ (element("dialog", { class: "source-dialog", "aria-labelledby": "source-title" }));

/** @type {HTMLElement | null} */
let opener = null;

/** Puts the panel in its place and keeps it right when the window changes. */
export function prepareSourcePanel() {
  byId("source").append(dialog);
  dialog.addEventListener("close", afterClose);
  beside.addEventListener("change", () => dialog.open && present());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && dialog.open && beside.matches) closeSource();
  });
}

/**
 * Opens the panel at a place; closing it leads back to where it was opened from.
 * @param {Place} place
 * @param {HTMLElement} from
 */
export async function openSource(place, from) {
  opener = from;
  const shown = sourceText(place);
  const language = findDocument(place.document)?.language;
  if (language) shown.element.setAttribute("lang", language);
  dialog.replaceChildren(head(place), shown.element);
  present();
  byId("source-title").focus();
  from.scrollIntoView({ block: "nearest" });
  try {
    await shown.show();
  } catch (error) {
    shown.element.replaceChildren(element("p", { class: "problem", role: "alert" }, String(error instanceof Error ? error.message : error)));
  }
}

/** Closes the panel. */
export function closeSource() {
  if (dialog.open) dialog.close();
}

/** Shows the dialog the way the window has room for. */
function present() {
  if (dialog.open) dialog.close();
  byId("source").hidden = false;
  byId("columns").classList.toggle("with-source", beside.matches);
  if (beside.matches) dialog.show();
  else dialog.showModal();
}

/** The event comes late: the dialog may have been opened again in its other form meanwhile. */
function afterClose() {
  if (dialog.open) return;
  byId("source").hidden = true;
  byId("columns").classList.remove("with-source");
  if (opener?.isConnected) opener.focus();
  opener = null;
}

/** @param {Place} place */
function head(place) {
  return element(
    "header",
    { class: "source-head" },
    element("h2", { id: "source-title", tabindex: "-1" }, place.title),
    button(text("source.close"), closeSource, { class: "quiet close" }),
    element("p", { class: "path" }, place.section.join(" › ")),
    element("p", { class: "where" }, sourceLine({ ...place, title: "", section: [] }), " ", original(place)),
  );
}

/** @param {Place} place */
function original(place) {
  const isPdf = place.source.toLowerCase().endsWith(".pdf");
  const page = isPdf ? place.page : null;
  const label = page ? text("source.originalPage", { page }) : text("source.original");
  return element(
    "a",
    { href: fileAddress(place.document, page), target: "_blank", rel: "noopener" },
    label,
    element("span", { class: "unseen" }, ` (${text("new.tab")})`),
  );
}
