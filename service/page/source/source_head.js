/** The head of the source panel: what document, what place in it, and the ways from there. */

import { fileAddress } from "../shared/api.js";
import { copyButton } from "../shared/clipboard.js";
import { button, element } from "../shared/dom.js";
import { isPdf, sourceLine } from "../shared/format.js";
import { linkToPlace } from "../shared/links.js";
import { text } from "../shared/texts.js";

/** @typedef {import("../shared/place.js").Place} Place */

/**
 * @param {Place} place
 * @param {() => void} close
 * @returns {HTMLElement}
 */
export function sourceHead(place, close) {
  return element(
    "header",
    { class: "source-head" },
    element("h2", { id: "source-title", tabindex: "-1" }, place.title),
    button(text("source.close"), close, { class: "quiet close" }),
    place.section.length > 0 && element("p", { class: "path" }, place.section.join(" › ")),
    element(
      "p",
      { class: "where" },
      (place.quote || place.isLinked) && element("span", {}, sourceLine({ ...place, title: "", section: [] })),
      original(place),
      copyButton(text("source.copyLink"), () => ({ plain: linkToPlace(place) })),
    ),
  );
}

/** @param {Place} place */
function original(place) {
  const page = isPdf(place.source) && (place.quote || place.isLinked) ? place.page : null;
  const where = page && text(place.page_label ? "source.atPdfPage" : "source.atPage", { page });
  return element(
    "a",
    { href: fileAddress(place.document, page), target: "_blank", rel: "noopener" },
    text("source.original"),
    where && element("span", { class: "roomy" }, ` ${where}`),
    element("span", { class: "unseen" }, ` (${text("new.tab")})`),
  );
}
