/** Sending files to the service, told as it goes: first how much is sent, then what the service tells while it reads them. */

import { ServiceError } from "../shared/request.js";
import { text } from "../shared/texts.js";

/** @typedef {import("../shared/types.js").Unread} Unread */

/**
 * What the service tells, as `POST /api/ingestions` has it.
 * @typedef {object} Told
 * @property {"reading" | "outcome" | "done" | "error"} event
 * @property {{source?: string, done?: number, total?: number, status?: string, document?: string, code?: string, message?: string, unread?: Unread[]}} data
 */

/**
 * @param {File[]} files
 * @param {(part: number) => void} sent  called with the part of all that has been sent, from 0 to 1
 * @param {(told: Told) => void} told  called with everything the service tells, in order
 * @returns {Promise<void>}  rejected with a ServiceError when nothing was taken in, or the telling broke off
 */
export function sendFiles(files, sent, told) {
  const body = new FormData();
  for (const file of files) body.append("file", file);
  return new Promise((done, fail) => {
    const sending = new XMLHttpRequest();
    const heard = listener(told);
    sending.upload.addEventListener("progress", (event) => sent(event.total > 0 ? event.loaded / event.total : 0));
    sending.upload.addEventListener("load", () => sent(1));
    sending.addEventListener("progress", () => sending.status < 300 && heard.hear(sending.responseText));
    sending.addEventListener("load", () => {
      if (sending.status >= 300) return fail(refusal(sending));
      heard.hear(sending.responseText);
      return heard.isEnded() ? done() : fail(new ServiceError(text("upload.broken")));
    });
    sending.addEventListener("error", () => fail(new ServiceError(text(heard.hasBegun() ? "upload.broken" : "error.unreachable"))));
    sending.open("POST", "/api/ingestions");
    sent(0);
    sending.send(body);
  });
}

/** Takes a text that grows, and passes on every event in it once it is whole. @param {(told: Told) => void} told */
function listener(told) {
  let taken = 0;
  let last = "";
  return {
    /** @param {string} all */
    hear(all) {
      for (let end = all.indexOf("\n\n", taken); end >= 0; end = all.indexOf("\n\n", taken)) {
        const found = eventIn(all.slice(taken, end));
        taken = end + 2;
        if (found) {
          last = found.event;
          told(found);
        }
      }
    },
    hasBegun: () => last !== "",
    isEnded: () => last === "done" || last === "error",
  };
}

/** @param {string} block @returns {Told | null}  null for what only keeps the connection open */
function eventIn(block) {
  const fields = block.split(/\r?\n/).map((line) => /^(event|data): ?(.*)$/.exec(line));
  const of = (/** @type {string} */ name) => fields.filter((field) => field?.[1] === name).map((field) => field?.[2]).join("\n");
  const event = of("event");
  return event ? { event: /** @type {Told["event"]} */ (event), data: JSON.parse(of("data")) } : null;
}

/** @param {XMLHttpRequest} sending */
function refusal({ status, responseText }) {
  let said;
  try {
    said = JSON.parse(responseText)?.error?.message;
  } catch {
    said = undefined;
  }
  return new ServiceError(said ?? text("error.unreadable", { status }), status);
}
