/** Choosing the language of the interface. The page is loaded anew in it, and the conversation with it. */

import { byId, element } from "./dom.js";
import { remember } from "./preferences.js";
import { language, languages } from "./texts.js";

/** @param {() => string} linkBack  the link to all that is on the page */
export function prepareLanguage(linkBack) {
  document.documentElement.lang = language;
  const choice = /** @type {HTMLSelectElement} */ (byId("language"));
  for (const [code, name] of Object.entries(languages)) {
    choice.append(element("option", { value: code, lang: code, selected: code === language }, name));
  }
  choice.addEventListener("change", () => {
    remember("language", choice.value);
    history.replaceState(null, "", linkBack());
    location.reload();
  });
}
