/** The documents of the collection, and which of them are asked: those not left out, of the kinds and years chosen. */

import { listDocuments } from "../shared/api.js";

/** @typedef {import("../shared/types.js").DocumentInfo} DocumentInfo */
/** @typedef {"kind" | "year"} Facet */

/** @type {DocumentInfo[]} */
let documents = [];

/** Every document that has been in the collection while the page is open, by its id. @type {Map<string, DocumentInfo>} */
const known = new Map();

/** @type {Set<string>} */
const left = new Set();

/** What is chosen of each facet; all where nothing is. @type {Record<Facet, Set<string>>} */
const chosen = { kind: new Set(), year: new Set() };

/** @returns {Promise<DocumentInfo[]>} */
export async function loadDocuments() {
  documents = await listDocuments();
  for (const info of documents) known.set(info.id, info);
  return documents;
}

/** @param {string} id @returns {DocumentInfo | undefined} */
export function findDocument(id) {
  return documents.find((document) => document.id === id);
}

/** What is known of a document, also when it has been removed. @param {string} id @returns {DocumentInfo | undefined} */
export function knownDocument(id) {
  return known.get(id);
}

/** Whether a document that was here has been removed. @param {string} id */
export function isRemoved(id) {
  return known.has(id) && !findDocument(id);
}

/** The language a document is written in. @param {string} id */
export function languageOf(id) {
  return known.get(id)?.language;
}

/** How many documents there are. */
export function documentCount() {
  return documents.length;
}

/** @param {string} id @param {boolean} isAsked */
export function choose(id, isAsked) {
  if (isAsked) left.delete(id);
  else left.add(id);
}

/** @param {Facet} facet @param {string} value @param {boolean} isWanted */
export function chooseFacet(facet, value, isWanted) {
  if (isWanted) chosen[facet].add(value);
  else chosen[facet].delete(value);
}

/** @param {Facet} facet @param {string} value */
export function isFacetChosen(facet, value) {
  return chosen[facet].has(value);
}

/** The values of a facet, in order. @param {Facet} facet @returns {string[]} */
export function facetValues(facet) {
  const values = documents.map((document) => valueOf(document, facet)).filter((value) => value !== "");
  return [...new Set(values)].sort((a, b) => a.localeCompare(b, "nb"));
}

/** Asks every document again, or exactly those. @param {string[]} [ids] */
export function askOnly(ids) {
  chosen.kind.clear();
  chosen.year.clear();
  left.clear();
  if (ids) for (const { id } of documents) choose(id, ids.includes(id));
}

/** Whether a document is of the kinds and years chosen. @param {DocumentInfo} document */
export function isWithin(document) {
  return isOf(document, "kind") && isOf(document, "year");
}

/** @param {string} id */
export function isChosen(id) {
  return !left.has(id);
}

/**
 * The ids to restrict a question to; undefined where every document is asked.
 * @returns {string[] | undefined}
 */
export function chosenDocuments() {
  const asked = documents.filter((document) => isChosen(document.id) && isWithin(document));
  return asked.length === documents.length ? undefined : asked.map((document) => document.id);
}

/**
 * The ids that are left of those asked, without one.
 * @param {string[] | undefined} asked
 * @param {string} id
 * @returns {string[]}
 */
export function without(asked, id) {
  return (asked ?? documents.map((document) => document.id)).filter((other) => other !== id);
}

/** @param {DocumentInfo} document @param {Facet} facet */
function isOf(document, facet) {
  return chosen[facet].size === 0 || chosen[facet].has(valueOf(document, facet));
}

/** @param {DocumentInfo} document @param {Facet} facet */
function valueOf(document, facet) {
  return String(document[facet] ?? "");
}
