/** The documents of the collection, and which of them are asked. */

import { listDocuments } from "./api.js";

/** @typedef {import("./types.js").DocumentInfo} DocumentInfo */

/** @type {DocumentInfo[]} */
let documents = [];

/** @type {Set<string>} */
const left = new Set();

/** @returns {Promise<DocumentInfo[]>} */
export async function loadDocuments() {
  documents = await listDocuments();
  return documents;
}

/** @param {string} id @returns {DocumentInfo | undefined} */
export function findDocument(id) {
  return documents.find((document) => document.id === id);
}

/** @param {string} id @param {boolean} isChosen */
export function choose(id, isChosen) {
  if (isChosen) left.delete(id);
  else left.add(id);
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
  return left.size === 0 ? undefined : documents.map((document) => document.id).filter(isChosen);
}
