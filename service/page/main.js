/** Where the page starts. */

import { prepareAskForm } from "./ask_form.js";
import { loadDocuments } from "./collection.js";
import { askInConversation, newConversation } from "./conversation.js";
import { showDocuments } from "./documents.js";
import { byId } from "./dom.js";
import { prepareSourcePanel } from "./source_panel.js";
import { showStart } from "./start.js";
import { text } from "./texts.js";

/** Fills in the texts that index.html names. */
function fillTexts() {
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = text(node.getAttribute("data-text") ?? "");
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", text(node.getAttribute("data-label") ?? ""));
  }
}

async function showCollection() {
  try {
    const documents = await loadDocuments();
    showDocuments(documents);
    showStart(documents, askInConversation);
  } catch {
    showDocuments([], text("documents.problem"));
    showStart([], askInConversation);
  }
}

fillTexts();
prepareSourcePanel();
prepareAskForm(askInConversation);
byId("new-conversation").addEventListener("click", newConversation);
await showCollection();
// With a finger, focus would open the keyboard over the page.
if (matchMedia("(pointer: fine)").matches) byId("question").focus({ preventScroll: true });
