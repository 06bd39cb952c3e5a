/** The service, as the page sees it: one function for each thing it can be asked. */

import { request, requestFile, sent } from "./request.js";
import { language } from "./texts.js";

/** @typedef {import("./types.js").AskRequest} AskRequest */
/** @typedef {import("./types.js").DocumentInfo} DocumentInfo */
/** @typedef {import("./types.js").Found} Found */
/** @typedef {import("./types.js").Outline} Outline */
/** @typedef {import("./types.js").Reply} Reply */
/** @typedef {import("./types.js").Table} Table */
/** @typedef {import("./types.js").TextLine} TextLine */

/** @type {Map<string, Promise<Table>>} */
const tables = new Map();

/** @param {AskRequest} question @returns {Promise<Reply>} */
export function ask(question) {
  return request("/api/ask", sent(question));
}

/**
 * Questions that the documents answer: to begin with, or to go on with from the last of the request.
 * @param {Partial<AskRequest>} after
 * @returns {Promise<{questions: string[]}>}
 */
export function suggestQuestions(after) {
  return request("/api/suggestions", sent(after));
}

/** @returns {Promise<DocumentInfo[]>} */
export function listDocuments() {
  return request("/api/documents");
}

/** @param {string} document @returns {Promise<Outline>} */
export function readOutline(document) {
  return request(`/api/documents/${encodeURIComponent(document)}`);
}

/**
 * @param {string} document
 * @param {number} first
 * @param {number} last
 * @returns {Promise<{first: number, last: number, lines: TextLine[]}>}
 */
export function readLines(document, first, last) {
  return request(`/api/documents/${encodeURIComponent(document)}/lines?first=${first}&last=${last}`);
}

/** @param {string} document @param {string} words @returns {Promise<Found>} */
export function findInDocument(document, words) {
  return request(`/api/documents/${encodeURIComponent(document)}/find?${new URLSearchParams({ words })}`);
}

/**
 * A table, fetched once.
 * @param {string} id
 * @returns {Promise<Table>}
 */
export function readTable(id) {
  const known = tables.get(id) ?? request(`/api/tables/${encodeURIComponent(id)}`);
  tables.set(id, known);
  known.catch(() => tables.delete(id));
  return known;
}

/**
 * Where the original file is.
 * @param {string} document
 * @param {number | null} page  opens a PDF there
 * @returns {string}
 */
export function fileAddress(document, page) {
  return `/api/documents/${encodeURIComponent(document)}/file${page ? `#page=${page}` : ""}`;
}

/** @param {string} document @returns {Promise<object>} */
export function removeDocument(document) {
  return request(`/api/documents/${encodeURIComponent(document)}`, { method: "DELETE" });
}

/** @param {{question: string, verdict: string, comment: string, answer: string | null}} said @returns {Promise<object>} */
export function sendFeedback(said) {
  return request("/api/feedback", sent(said));
}

/**
 * The overview that answers a question, as a file.
 * @param {AskRequest} question
 * @param {"csv" | "xlsx"} format
 * @returns {Promise<Blob>}
 */
export function exportOverview(question, format) {
  return requestFile(`/api/overview.${format}`, question);
}

/**
 * A conversation as a file.
 * @param {AskRequest[]} turns
 * @param {number[]} wrong  those of them, counted from 0, that were answered wrongly
 * @param {object[]} sources  what a person has put right about them
 * @param {"markdown" | "docx"} format
 * @returns {Promise<Blob>}
 */
export function exportConversation(turns, wrong, sources, format) {
  return requestFile("/api/conversations/export", { turns, wrong, sources, format, language });
}
