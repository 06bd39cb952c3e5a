/** Where the page starts. */

import { openAskForm, prepareAskForm } from "./conversation/ask_form.js";
import { askInConversation, prepareConversation, redrawConversation } from "./conversation/conversation.js";
import { followLink } from "./conversation/follow_link.js";
import { showStart } from "./conversation/start.js";
import { drawTools, prepareTools } from "./conversation/tools.js";
import { loadDocuments } from "./documents/collection.js";
import { prepareDocuments, redrawDocuments, showDocuments } from "./documents/documents.js";
import { byId } from "./shared/dom.js";
import { prepareLanguage } from "./shared/language_choice.js";
import { text } from "./shared/texts.js";
import { closeWaysToRemoved } from "./source/source_button.js";
import { closeRemovedSource, prepareSourcePanel, redrawSource } from "./source/source_panel.js";

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
    showDocuments([], renewCollection, "documents.problem");
  }
}

/** The collection is another than it was: so are the documents and what can be asked of them. */
async function renewCollection() {
  await showCollection();
  closeRemovedSource();
  closeWaysToRemoved();
  await showStart(askInConversation);
}

/** All that is on the page said again, in another language. */
function sayAgain() {
  fillTexts();
  drawTools();
  redrawDocuments();
  redrawConversation();
  void redrawSource();
  void showStart(askInConversation);
}

fillTexts();
prepareLanguage(sayAgain);
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
