/** Going where a permanent link leads: to a question, with those before it, or to a place in a document. */

import { askOnly, findDocument } from "../documents/collection.js";
import { announce } from "../shared/announce.js";
import { byId, element } from "../shared/dom.js";
import { readLink } from "../shared/links.js";
import { wholeDocument } from "../shared/place.js";
import { text } from "../shared/texts.js";
import { openSource } from "../source/source_panel.js";
import { askAll } from "./conversation.js";

/**
 * @param {string} hash
 * @param {() => Promise<void>} chosen  called when the link has chosen documents
 */
export async function followLink(hash, chosen) {
  const { turns, place } = readLink(hash);
  const known = turns.map(({ question, documents }) => ({ question, documents: documents?.filter((id) => findDocument(id)) }));
  if (known.some(({ documents }) => documents?.length === 0) || (place && !findDocument(place.document))) return tell(text("link.gone"));
  const scope = known.at(-1)?.documents;
  if (scope) {
    askOnly(scope);
    await chosen();
  }
  // The same link can be followed again.
  if (turns.length > 0 || place) history.replaceState(null, "", location.pathname);
  if (known.length > 0) await askAll(known);
  if (place) await open(place);
}

/** @param {import("../shared/links.js").LinkedPlace} place */
async function open({ document, lines, page }) {
  const info = findDocument(document);
  if (info) await openSource({ ...wholeDocument(info), lines, page, isLinked: true }, null);
}

/** @param {string} message */
function tell(message) {
  byId("turns").append(element("p", { class: "problem", role: "alert" }, message));
  announce(message);
}
