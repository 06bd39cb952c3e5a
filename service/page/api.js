/** The service, as the page sees it: one function for each thing it can be asked. */

/** @typedef {import("./types.js").Reply} Reply */
/** @typedef {import("./types.js").DocumentInfo} DocumentInfo */
/** @typedef {import("./types.js").TextLine} TextLine */
/** @typedef {import("./types.js").Table} Table */

import { text } from "./texts.js";

const PATIENCE_MS = 30_000;

/** Something went wrong, said in words for people. */
export class ServiceError extends Error {}

/**
 * @param {string} question
 * @param {{history?: string[], documents?: string[]}} context
 * @returns {Promise<Reply>}
 */
export function ask(question, context) {
  return request("/api/ask", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ question, ...context }),
  });
}

/** @returns {Promise<DocumentInfo[]>} */
export async function listDocuments() {
  const reply = await request("/api/documents");
  return Array.isArray(reply) ? reply : reply.documents;
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

/**
 * @param {string} document
 * @param {string} table  the table's id, with or without its document's id before it
 * @returns {Promise<Table>}
 */
export function readTable(document, table) {
  const id = table.includes(":") ? table : `${document}:${table}`;
  return request(`/api/tables/${encodeURIComponent(id)}`);
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

/**
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<any>}
 */
async function request(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (problem) {
    throw new ServiceError(text(isTimeout(problem) ? "error.timeout" : "error.unreachable"));
  }
  const body = await readBody(response);
  if (!response.ok) throw new ServiceError(body?.error?.message ?? text("error.unreadable", { status: response.status }));
  if (body === null) throw new ServiceError(text("error.unreadable", { status: response.status }));
  return body;
}

/** @param {Response} response @returns {Promise<any>} the JSON, or null when it is none */
async function readBody(response) {
  try {
    return await response.json();
  } catch (problem) {
    if (isTimeout(problem)) throw new ServiceError(text("error.timeout"));
    return null;
  }
}

/** @param {unknown} problem */
function isTimeout(problem) {
  return problem instanceof DOMException && problem.name === "TimeoutError";
}
