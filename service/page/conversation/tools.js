/** What can be done with a whole conversation: its sources copied, itself saved as a file or linked to. */

import { placesOf } from "../answer/answer.js";
import { exportConversation } from "../shared/api.js";
import { copyButton } from "../shared/clipboard.js";
import { button, byId, element } from "../shared/dom.js";
import { save } from "../shared/save.js";
import { formatNumber, text } from "../shared/texts.js";
import { conversation, linkToConversation, newConversation } from "./conversation.js";
import { correctionsMade } from "./corrections.js";
import { showSources } from "./source_dialog.js";

/** Longer links are cut by some programs for mail and messages. */
const LONG_LINK = 2000;

/** Fills in the tools, which show once something has been asked. */
export function prepareTools() {
  drawTools();
  document.addEventListener("click", (event) => {
    const menu = byId("conversation-tools").querySelector(".menu");
    if (!menu?.contains(/** @type {Node} */ (event.target))) menu?.removeAttribute("open");
  });
}

/** Says the tools, again in another language. */
export function drawTools() {
  const problem = element("p", { class: "problem", role: "alert" });
  const ways = [
    button(text("tools.sources"), () => showSources(placesSoFar()), { class: "quiet", "aria-haspopup": "dialog" }),
    copyButton(text("tools.link"), () => withRemark(linkToConversation())),
    button(text("tools.markdown"), () => void saveAs("markdown", "samtale.md"), { class: "quiet" }),
    button(text("tools.docx"), () => void saveAs("docx", "samtale.docx"), { class: "quiet" }),
  ];
  const items = element("ul", { class: "menu-items", "aria-label": text("tools.label") }, ways.map((way) => element("li", {}, way)));
  const menu = element("details", { class: "menu" }, element("summary", {}, text("tools.menu")), items, problem);
  closeOnEscape(menu);
  byId("conversation-tools").replaceChildren(menu, button(text("conversation.new"), newConversation, { class: "quiet", id: "new-conversation" }));

  /** @param {"markdown" | "docx"} format @param {string} name */
  function saveAs(format, name) {
    const turns = conversation().map(({ request }) => request);
    const wrong = conversation().flatMap(({ isWrong }, at) => (isWrong ? [at] : []));
    return save(() => exportConversation(turns, wrong, correctionsMade(), format), name, problem);
  }
}

/** @param {HTMLElement} menu */
function closeOnEscape(menu) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.hasAttribute("open")) return;
    event.stopPropagation();
    menu.removeAttribute("open");
    menu.querySelector("summary")?.focus();
  });
}

/** Nothing of a link is left out; where others may cut it, that is said. @param {string} link */
function withRemark(link) {
  return { plain: link, remark: link.length > LONG_LINK ? text("tools.longLink", { n: formatNumber(link.length) }) : undefined };
}

/** The places that answers stand on; an answer said to be wrong has none. */
function placesSoFar() {
  return conversation().flatMap(({ reply, isWrong }) => (reply?.status === "answered" && !isWrong ? placesOf(reply) : []));
}
