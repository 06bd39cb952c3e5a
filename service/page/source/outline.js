/** The table of contents of the document that is open. */

import { readOutline } from "../shared/api.js";
import { button, element } from "../shared/dom.js";
import { text } from "../shared/texts.js";

/** @typedef {import("../shared/types.js").Section} Section */

const DEEPEST = 4;

/**
 * The contents, fetched when they are first unfolded.
 * @param {string} document
 * @param {(section: Section) => void} go
 * @returns {HTMLElement}
 */
export function outlineView(document, go) {
  const list = element("ol", { class: "outline-list" });
  const details = element(
    "details",
    { class: "outline" },
    element("summary", {}, text("outline.heading")),
    element("nav", { "aria-label": text("outline.heading") }, list),
  );
  details.addEventListener("toggle", () => {
    if (details.hasAttribute("open") && list.childElementCount === 0) void fill();
  });
  return details;

  async function fill() {
    try {
      const { sections } = await readOutline(document);
      list.replaceChildren(...(sections.length > 0 ? sections.map(item) : [element("li", {}, text("outline.none"))]));
    } catch (error) {
      list.replaceChildren(element("li", { role: "alert" }, error instanceof Error ? error.message : String(error)));
    }
  }

  /** @param {Section} section */
  function item(section) {
    const act = () => {
      details.removeAttribute("open");
      go(section);
    };
    const name = button(section.path.at(-1) ?? "", act, { class: "outline-item" });
    name.append(element("span", { class: "outline-page" }, text("place.page", { page: section.page_label ?? section.page })));
    return element("li", { class: `depth-${Math.min(section.path.length - 1, DEEPEST)}` }, name);
  }
}
