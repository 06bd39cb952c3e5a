/** Handing a file to the browser's own saving. */

import { announce } from "./announce.js";
import { element } from "./dom.js";
import { text } from "./texts.js";

/**
 * Fetches a file and saves it; what goes wrong is told in `problem`.
 * @param {() => Promise<Blob>} fetched
 * @param {string} name
 * @param {HTMLElement} problem
 */
export async function save(fetched, name, problem) {
  problem.replaceChildren();
  try {
    const address = URL.createObjectURL(await fetched());
    element("a", { href: address, download: name }).click();
    URL.revokeObjectURL(address);
    announce(text("tools.saved", { name }));
  } catch (error) {
    problem.replaceChildren(error instanceof Error ? error.message : String(error));
  }
}
