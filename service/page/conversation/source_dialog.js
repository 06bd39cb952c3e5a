/** The list of sources, seen over and put right before it is copied. */

import { copyButton } from "../shared/clipboard.js";
import { button, element, uniqueId } from "../shared/dom.js";
import { text } from "../shared/texts.js";
import { asCorrected, saidOf } from "./corrections.js";
import { entry, gathered, inOrder, inText, sourceList } from "./source_list.js";

/** @typedef {import("./source_list.js").Source} Source */
/** @typedef {import("./corrections.js").Correction} Correction */

const FIELDS = /** @type {const} */ (["publisher", "year", "title"]);

/** @param {import("../shared/place.js").Place[]} places  what the answers stand on */
export function showSources(places) {
  const found = gathered(places).map((source) => ({ source, said: saidOf(source) }));
  const preview = element("ul", { class: "source-entries" });
  const fields = found.map(({ source, said }) => sourceFields(source, said, show));
  const close = button(text("sources.close"), () => dialog.close(), { class: "secondary" });
  const dialog = /** @type {HTMLDialogElement} */ (
    element(
      "dialog",
      { class: "ask-first sources", "aria-labelledby": "sources-title" },
      element("h2", { id: "sources-title" }, text("sources.heading")),
      element("p", {}, text(found.length > 0 ? "sources.lead" : "sources.none")),
      preview,
      found.length > 0 && element("details", { class: "source-corrections" }, element("summary", {}, text("sources.correct")), fields),
      element("p", { class: "ask-first-ways" }, close, found.length > 0 && copyButton(text("sources.copy"), () => sourceList(chosen()))),
    )
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  show();
  dialog.showModal();

  /** Those that are not left out, as they were put right. @returns {Source[]} */
  function chosen() {
    return inOrder(found.filter(({ said }) => !said.isLeftOut).map(({ source }) => asCorrected(source)));
  }

  function show() {
    preview.replaceChildren(
      ...chosen().map((source) =>
        element("li", {}, element("span", { class: "source-entry" }, entry(source)), element("span", { class: "in-text" }, text("sources.inText", { reference: inText(source) }))),
      ),
    );
  }
}

/** @param {Source} source @param {Correction} said @param {() => void} changed */
function sourceFields(source, said, changed) {
  const box = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", checked: !said.isLeftOut, on: { change: leaveOut } }));
  function leaveOut() {
    said.isLeftOut = !box.checked;
    changed();
  }
  return element(
    "fieldset",
    {},
    element("legend", {}, source.title),
    element("label", { class: "source-taken" }, box, text("sources.take")),
    FIELDS.map((name) => {
      const field = /** @type {HTMLInputElement} */ (element("input", { id: uniqueId("source"), type: "text", value: said[name], on: { input: fill } }));
      function fill() {
        said[name] = field.value.trim();
        changed();
      }
      return element("p", { class: "field" }, element("label", { for: field.id }, text(`sources.${name}`)), field);
    }),
  );
}
