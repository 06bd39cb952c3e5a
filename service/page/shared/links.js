/**
 * Permanent links to a question, to a whole conversation and to a place in a document. What they say stands after «#»,
 * which a browser keeps to itself: no server is told what was asked.
 *
 * `q` is a question, in the order they were asked. `d` is a document the questions after it are asked of, until other ones
 * are named (empty: all documents); named after the last question, those of every question.
 */

/** @typedef {import("./types.js").AskRequest} AskRequest */
/** @typedef {{document: string, lines: [number, number], page: number | null}} LinkedPlace */
/** @typedef {{question: string, documents: string[] | undefined}} LinkedTurn */

/**
 * @param {AskRequest} request
 * @returns {string}
 */
export function linkToQuestion({ question, history = [], documents = [] }) {
  const parts = [...[...history, question].map((asked) => ["q", asked]), ...documents.map((id) => ["d", id])];
  return address(new URLSearchParams(parts));
}

/**
 * @param {LinkedTurn[]} turns
 * @returns {string}
 */
export function linkToTurns(turns) {
  /** @type {string[][]} */
  const parts = [];
  let scope = "";
  for (const { question, documents = [] } of turns) {
    if (documents.join() !== scope) parts.push(...(documents.length > 0 ? documents : [""]).map((id) => ["d", id]));
    scope = documents.join();
    parts.push(["q", question]);
  }
  return parts.length > 0 ? address(new URLSearchParams(parts)) : `${location.origin}${location.pathname}`;
}

/**
 * @param {{document: string, lines: [number, number], page: number | null}} place
 * @returns {string}
 */
export function linkToPlace({ document, lines, page }) {
  return address(new URLSearchParams([["place", document], ["lines", lines.join("-")], ["page", String(page ?? "")]]));
}

/**
 * What a link asks for: questions in their order, each with the documents it is restricted to; or a place.
 * @param {string} hash
 * @returns {{turns: LinkedTurn[], place: LinkedPlace | null}}
 */
export function readLink(hash) {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  return { turns: turnsIn(said), place: placeIn(said) };
}

/** @param {URLSearchParams} said @returns {LinkedTurn[]} */
function turnsIn(said) {
  /** @type {LinkedTurn[]} */
  const turns = [];
  /** @type {string[] | undefined} */
  let scope;
  /** @type {string[]} */
  let named = [];
  for (const [key, value] of said) {
    if (key === "d") named.push(value);
    if (key !== "q" || !value.trim()) continue;
    if (named.length > 0) scope = within(named);
    named = [];
    turns.push({ question: value, documents: scope });
  }
  return named.length > 0 ? turns.map(({ question }) => ({ question, documents: within(named) })) : turns;
}

/** @param {string[]} named @returns {string[] | undefined} */
function within(named) {
  const documents = named.filter(Boolean);
  return documents.length > 0 ? documents : undefined;
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
