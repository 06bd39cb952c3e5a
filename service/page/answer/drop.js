/** Leaving a document out and asking again. */

import { documentCount } from "../documents/collection.js";
import { button } from "../shared/dom.js";
import { askWithout } from "../shared/events.js";
import { text } from "../shared/texts.js";

/**
 * @param {{document: string, title: string}} place
 * @returns {HTMLElement | null}  null where there would be nothing left to ask
 */
export function dropButton({ document, title }) {
  if (documentCount() < 2) return null;
  const made = button(text("drop.document"), () => askWithout(made, document), {
    class: "quiet small drop",
    "aria-label": text("drop.document.long", { title }),
  });
  return made;
}
