/** The source panel: the document at the cited place. Beside the conversation where there is room, else over it. */

import { findDocument, isRemoved, languageOf } from "../documents/collection.js";
import { byId, element } from "../shared/dom.js";
import { findForm } from "./find.js";
import { originalView } from "./original.js";
import { outlineView } from "./outline.js";
import { sourceHead } from "./source_head.js";
import { sourceText } from "./source_text.js";
import { viewSwitch } from "./view_switch.js";

/** @typedef {import("../shared/place.js").Place} Place */

const PDF = "application/pdf";
const beside = matchMedia("(min-width: 75rem)");
const dialog = /** @type {HTMLDialogElement} */ (element("dialog", { class: "source-dialog", "aria-labelledby": "source-title" }));

/** @type {HTMLElement | null} */
let opener = null;

/** The document that is open. */
let shown = "";

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
 * @param {HTMLElement | null} from
 */
export async function openSource(place, from) {
  opener = from;
  shown = place.document;
  const words = sourceText(place);
  const language = languageOf(place.document);
  if (language) words.element.setAttribute("lang", language);
  const original = findDocument(place.document)?.media_type === PDF ? originalView(place) : null;
  const views = viewSwitch(words, original);
  const outline = outlineView(place.document, (section) => {
    if (original && views.isOriginal()) original.goTo(section.page);
    else void words.goTo(section.lines[0]);
  });
  const find = findForm(place.document, async (match) => {
    await words.showMatch(match);
    await original?.showMatch(match, views.isOriginal());
  });
  const tools = element("div", { class: "source-tools" }, views.element, outline, find);
  dialog.replaceChildren(sourceHead(place, closeSource), tools, words.element, ...(original ? [original.element] : []));
  present();
  byId("source-title").focus();
  from?.scrollIntoView({ block: "nearest" });
  await words.show();
}

/** Closes the panel where its document has been removed. */
export function closeRemovedSource() {
  if (isRemoved(shown)) closeSource();
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
