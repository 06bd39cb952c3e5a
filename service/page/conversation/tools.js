/** What can be done with a whole conversation: its sources copied, itself saved as a file or linked to. */

import { placesOf } from "../answer/answer.js";
import { exportConversation } from "../shared/api.js";
import { copyButton } from "../shared/clipboard.js";
import { button, byId, element } from "../shared/dom.js";
import { save } from "../shared/save.js";
import { text } from "../shared/texts.js";
import { conversation, linkToConversation, newConversation } from "./conversation.js";
import { sourceList } from "./source_list.js";

/** Fills in the tools, which show once something has been asked. */
export function prepareTools() {
  const problem = element("p", { class: "problem", role: "alert" });
  const ways = [
    copyButton(text("tools.sources"), () => sourceList(placesSoFar())),
    copyButton(text("tools.link"), () => ({ plain: linkToConversation() ?? location.href })),
    button(text("tools.markdown"), () => void saveAs("markdown", "samtale.md"), { class: "quiet" }),
    button(text("tools.docx"), () => void saveAs("docx", "samtale.docx"), { class: "quiet" }),
  ];
  const items = element("ul", { class: "menu-items", "aria-label": text("tools.label") }, ways.map((way) => element("li", {}, way)));
  const menu = element("details", { class: "menu" }, element("summary", {}, text("tools.menu")), items, problem);
  closeOnLeaving(menu);
  byId("conversation-tools").replaceChildren(menu, button(text("conversation.new"), newConversation, { class: "quiet", id: "new-conversation" }));

  /** @param {"markdown" | "docx"} format @param {string} name */
  function saveAs(format, name) {
    return save(() => exportConversation(conversation().map(({ request }) => request), format), name, problem);
  }
}

/** A menu closes on Escape and when something else is pressed. @param {HTMLElement} menu */
function closeOnLeaving(menu) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.hasAttribute("open")) return;
    event.stopPropagation();
    menu.removeAttribute("open");
    menu.querySelector("summary")?.focus();
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(/** @type {Node} */ (event.target))) menu.removeAttribute("open");
  });
}

function placesSoFar() {
  return conversation().flatMap(({ reply }) => (reply?.status === "answered" ? placesOf(reply) : []));
}
