/** Telling people who do not see the page what just happened on it. */

import { byId } from "./dom.js";

/** @param {string} message */
export function announce(message) {
  byId("announcer").textContent = message;
}
