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

/** What is open: its place, and how it is looked at. @type {{place: Place, view: ReturnType<typeof looking>} | null} */
let shown = null;

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
  const view = draw(place);
  present();
  byId("source-title").focus();
  from?.scrollIntoView({ block: "nearest" });
  await view.words.show();
}

/** Says what is open again in another language: the same view, the same search. */
export async function redrawSource() {
  if (!shown || !dialog.open) return;
  const { place, view: before } = shown;
  const [isOriginal, searched] = [before.views.isOriginal(), before.find.state()];
  const view = draw(place);
  await view.words.show();
  view.views.choose(isOriginal);
  await view.find.again(searched);
}

/** @param {Place} place */
function draw(place) {
  const view = looking(place);
  const tools = element("div", { class: "source-tools" }, view.views.element, view.outline, view.find.element);
  dialog.replaceChildren(sourceHead(place, closeSource), tools, view.words.element, ...(view.original ? [view.original.element] : []));
  roomFor(false);
  shown = { place, view };
  return view;
}

/** The parts a document is looked at with: its text, its original, its contents, the search. @param {Place} place */
function looking(place) {
  const words = sourceText(place);
  const language = languageOf(place.document);
  if (language) words.element.setAttribute("lang", language);
  const original = findDocument(place.document)?.media_type === PDF ? originalView(place) : null;
  const views = viewSwitch(words, original, roomFor);
  const outline = outlineView(place.document, (section) => {
    if (original && views.isOriginal()) original.goTo(section.page);
    else void words.goTo(section.lines[0]);
  });
  const find = findForm(place.document, async (match) => {
    await Promise.all([words.showMatch(match), original?.showMatch(match, views.isOriginal())]);
  });
  return { words, original, views, outline, find };
}

/** A page needs more room than its text. @param {boolean} isOriginal */
function roomFor(isOriginal) {
  byId("columns").classList.toggle("with-original", isOriginal);
}

/** Closes the panel where its document has been removed. */
export function closeRemovedSource() {
  if (shown && isRemoved(shown.place.document)) closeSource();
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
  byId("columns").classList.remove("with-source", "with-original");
  if (opener?.isConnected) opener.focus();
  opener = null;
}
