/**
 * Permanent links to a question and to a place in a document. What they say stands after «#», which a browser
 * keeps to itself: no server is told what was asked.
 */

/** @typedef {import("./types.js").AskRequest} AskRequest */
/** @typedef {{document: string, lines: [number, number], page: number | null}} LinkedPlace */

/**
 * @param {AskRequest} request
 * @returns {string}
 */
export function linkToQuestion({ question, history = [], documents = [] }) {
  const parts = [...[...history, question].map((asked) => ["q", asked]), ...documents.map((id) => ["d", id])];
  return address(new URLSearchParams(parts));
}

/**
 * @param {{document: string, lines: [number, number], page: number | null}} place
 * @returns {string}
 */
export function linkToPlace({ document, lines, page }) {
  return address(new URLSearchParams([["place", document], ["lines", lines.join("-")], ["page", String(page ?? "")]]));
}

/**
 * What a link asks for: questions in their order, the documents they are restricted to, or a place.
 * @param {string} hash
 * @returns {{questions: string[], documents: string[] | undefined, place: LinkedPlace | null}}
 */
export function readLink(hash) {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const documents = said.getAll("d");
  return {
    questions: said.getAll("q").filter((question) => question.trim()),
    documents: documents.length > 0 ? documents : undefined,
    place: placeIn(said),
  };
}

/** @param {URLSearchParams} said @returns {LinkedPlace | null} */
function placeIn(said) {
  const document = said.get("place");
  const [first, last] = (said.get("lines") ?? "").split("-").map(Number);
  return document ? { document, lines: [first || 1, last || first || 1], page: Number(said.get("page")) || null } : null;
}

/** @param {URLSearchParams} said */
function address(said) {
  return `${location.origin}${location.pathname}#${said}`;
}
