/** A request to the service, and everything that can go wrong with one, said in words for people. */

import { text, textOr } from "./texts.js";

const PATIENCE_MS = 30_000;

/** Something went wrong. `status` is that of the reply, 0 where there was none. */
export class ServiceError extends Error {
  /** @param {string} message @param {number} [status] */
  constructor(message, status = 0) {
    super(message);
    this.status = status;
  }
}

/**
 * The JSON that the service replies.
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<any>}
 */
export async function request(path, options = {}) {
  const response = await respond(path, options);
  const body = await readBody(response);
  if (body === null) throw new ServiceError(text("error.unreadable", { status: response.status }), response.status);
  return body;
}

/**
 * The file that the service replies.
 * @param {string} path
 * @param {object} body
 * @returns {Promise<Blob>}
 */
export async function requestFile(path, body) {
  return (await respond(path, sent(body))).blob();
}

/**
 * What a request sends as JSON.
 * @param {object} body
 * @returns {RequestInit}
 */
export function sent(body) {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

/** @param {string} path @param {RequestInit} options @returns {Promise<Response>} one that is no error */
async function respond(path, options) {
  let response;
  try {
    response = await fetch(path, { ...options, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (problem) {
    throw new ServiceError(text(isTimeout(problem) ? "error.timeout" : "error.unreachable"));
  }
  if (!response.ok) {
    const error = (await readBody(response))?.error;
    const said = error?.message ?? text("error.unreadable", { status: response.status });
    throw new ServiceError(textOr(`error.${error?.code}`, said), response.status);
  }
  return response;
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
