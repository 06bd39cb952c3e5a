/** Choosing the language of the interface. What is on the page is said again in it; nothing is asked again. */

import { byId, element } from "./dom.js";
import { remember } from "./preferences.js";
import { language, languages, speak } from "./texts.js";

/** @param {() => void} changed  called when another language is spoken */
export function prepareLanguage(changed) {
  const choice = /** @type {HTMLSelectElement} */ (byId("language"));
  document.documentElement.lang = language;
  for (const [code, name] of Object.entries(languages)) {
    choice.append(element("option", { value: code, lang: code, selected: code === language }, name));
  }
  choice.addEventListener("change", async () => {
    remember("language", choice.value);
    await speak(/** @type {"nb" | "nn" | "en"} */ (choice.value));
    document.documentElement.lang = language;
    changed();
  });
}
