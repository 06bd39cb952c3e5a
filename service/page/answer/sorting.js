/** Headers of a table that sort it. */

import { button, element } from "../shared/dom.js";
import { text } from "../shared/texts.js";

/**
 * @param {string[]} names  the first is that of the rows' labels, which may be empty
 * @param {(column: number, isRising: boolean) => void} sort
 * @returns {HTMLElement}
 */
export function sortableHeaders(names, sort) {
  const headers = names.map((name, column) => {
    const label = name || text("overview.row");
    const header = element("th", { scope: "col", class: column > 0 ? "number" : "words", "aria-sort": "none" });
    const act = () => {
      const isRising = header.getAttribute("aria-sort") !== "ascending";
      for (const other of headers) other.setAttribute("aria-sort", "none");
      header.setAttribute("aria-sort", isRising ? "ascending" : "descending");
      sort(column, isRising);
    };
    header.append(button(label, act, { class: "sort", title: text("overview.sort", { column: label }) }));
    return header;
  });
  return element("tr", {}, headers);
}
