/**
 * Every text of the interface, by its key, in the chosen language. The texts are data: `texts/nb.json` and its siblings.
 * `{name}` is filled in; a key with `.one` and `.other` is chosen by the number `n`.
 */

import { remembered } from "./preferences.js";

/** The languages of the interface, each by its own name. */
export const languages = Object.freeze({ nb: "Bokmål", nn: "Nynorsk", en: "English" });

/** The language of the interface. */
export const language = chosenLanguage();

/** The same, as number formatting knows it. */
export const locale = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" }[language];

/** @type {Readonly<Record<string, string>>} */
const texts = Object.freeze(await load());
const plurals = new Intl.PluralRules(language);

/**
 * The text of a key, filled in.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function text(key, values = {}) {
  const found = texts[key in texts ? key : `${key}.${plurals.select(Number(values.n ?? 0))}`];
  if (found === undefined) throw new Error(`texts/${language}.json has no «${key}»`);
  return found.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/**
 * The text of a key that may be missing, as for words that come from the documents' index.
 * @param {string} key
 * @param {string} otherwise
 * @returns {string}
 */
export function textOr(key, otherwise) {
  return texts[key] ?? otherwise;
}

async function load() {
  const reply = await fetch(new URL(`../texts/${language}.json`, import.meta.url));
  return reply.json();
}

/** What was chosen before, else the first of the browser's languages that is here, else bokmål. @returns {"nb" | "nn" | "en"} */
function chosenLanguage() {
  const wanted = [remembered("language"), ...navigator.languages.map((name) => name.slice(0, 2))];
  const found = wanted.map((name) => (name === "no" ? "nb" : name)).find((name) => name && name in languages);
  return /** @type {"nb" | "nn" | "en"} */ (found ?? "nb");
}
