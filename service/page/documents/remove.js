/** Taking a document out, once it has been said for certain. */

import { announce } from "../shared/announce.js";
import { removeDocument } from "../shared/api.js";
import { button, element } from "../shared/dom.js";
import { text } from "../shared/texts.js";

/** @typedef {import("../shared/types.js").DocumentInfo} DocumentInfo */

/**
 * @param {DocumentInfo} info
 * @param {() => Promise<void>} changed
 */
export function confirmRemoval(info, changed) {
  const problem = element("p", { class: "problem", role: "alert" });
  const no = button(text("remove.no"), () => dialog.close(), { class: "secondary" });
  const yes = button(text("remove.yes"), () => void remove(), { class: "primary danger" });
  const dialog = /** @type {HTMLDialogElement} */ (
    element(
      "dialog",
      { class: "ask-first", "aria-labelledby": "remove-title" },
      element("h2", { id: "remove-title" }, text("remove.heading")),
      element("p", { lang: info.language, class: "remove-name" }, info.title),
      element("p", {}, text("remove.what", { source: info.source })),
      problem,
      element("p", { class: "ask-first-ways" }, no, yes),
    )
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  no.focus();

  async function remove() {
    yes.setAttribute("aria-busy", "true");
    yes.toggleAttribute("disabled", true);
    try {
      await removeDocument(info.id);
      dialog.close();
      announce(text("remove.done", { title: info.title }));
      await changed();
    } catch (error) {
      problem.replaceChildren(error instanceof Error ? error.message : String(error));
      yes.toggleAttribute("disabled", false);
    }
    yes.removeAttribute("aria-busy");
  }
}
