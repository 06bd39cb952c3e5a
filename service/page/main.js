/** Where the page starts. */

import { openAskForm, prepareAskForm } from "./conversation/ask_form.js";
import { askInConversation, linkToConversation, prepareConversation } from "./conversation/conversation.js";
import { followLink } from "./conversation/follow_link.js";
import { showStart } from "./conversation/start.js";
import { prepareTools } from "./conversation/tools.js";
import { chosenDocuments, loadDocuments } from "./documents/collection.js";
import { prepareDocuments, showDocuments } from "./documents/documents.js";
import { byId } from "./shared/dom.js";
import { prepareLanguage } from "./shared/language_choice.js";
import { text } from "./shared/texts.js";
import { closeWaysToRemoved } from "./source/source_button.js";
import { closeRemovedSource, prepareSourcePanel } from "./source/source_panel.js";

/** Fills in the texts that index.html names. */
function fillTexts() {
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = text(node.getAttribute("data-text") ?? "");
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", text(node.getAttribute("data-label") ?? ""));
  }
}

async function showCollection() {
  try {
    showDocuments(await loadDocuments(), renewCollection);
  } catch {
    showDocuments([], renewCollection, text("documents.problem"));
  }
}

/** The collection is another than it was: so are the documents and what can be asked of them. */
async function renewCollection() {
  await showCollection();
  closeRemovedSource();
  closeWaysToRemoved();
  await showStart(askInConversation);
}

/** The conversation, what is being written, and what it would be asked of. */
function linkToEverything() {
  const field = /** @type {HTMLTextAreaElement} */ (byId("question"));
  return linkToConversation({ draft: field.value, only: chosenDocuments() });
}

fillTexts();
prepareLanguage(linkToEverything);
prepareSourcePanel();
prepareDocuments();
prepareConversation();
prepareTools();
prepareAskForm(askInConversation);
await showCollection();
openAskForm();
// With a finger, focus would open the keyboard over the page.
if (matchMedia("(pointer: fine)").matches) byId("question").focus({ preventScroll: true });
addEventListener("hashchange", () => void followLink(location.hash, showCollection));
await followLink(location.hash, showCollection);
await showStart(askInConversation);
