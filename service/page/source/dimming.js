/** White pages are glaring beside a dark page: they are dimmed there, unless that is not wanted. */

import { button } from "../shared/dom.js";
import { remember, remembered } from "../shared/preferences.js";
import { text } from "../shared/texts.js";

const NAME = "pages";
const AS_PRINTED = "printed";

/**
 * The choice, which is there only in dark mode.
 * @param {HTMLElement} sheet  where the pages are shown
 * @returns {HTMLElement}
 */
export function dimming(sheet) {
  const made = button("◐", () => choose(made.getAttribute("aria-pressed") !== "true"), {
    class: "quiet dimming",
    "aria-label": text("pdf.dim"),
    title: text("pdf.dim"),
  });
  show(remembered(NAME) !== AS_PRINTED);
  return made;

  /** @param {boolean} isDimmed */
  function choose(isDimmed) {
    show(isDimmed);
    remember(NAME, isDimmed ? "dimmed" : AS_PRINTED);
  }

  /** @param {boolean} isDimmed */
  function show(isDimmed) {
    made.setAttribute("aria-pressed", String(isDimmed));
    sheet.classList.toggle("dimmed", isDimmed);
  }
}
