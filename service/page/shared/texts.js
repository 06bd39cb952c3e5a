/**
 * Every text of the interface, by its key, in the chosen language. The texts are data: `texts/nb.json` and its siblings.
 * `{name}` is filled in; a key with `.one` and `.other` is chosen by the number `n`.
 */

import { remembered } from "./preferences.js";

/** The languages of the interface, each by its own name. */
export const languages = Object.freeze({ nb: "Bokmål", nn: "Nynorsk", en: "English" });

const LOCALES = Object.freeze({ nb: "nb-NO", nn: "nn-NO", en: "en-GB" });

/** The language of the interface. */
export let language = chosenLanguage();

/** @type {Readonly<Record<string, string>>} */
let texts = await load(language);
let plurals = new Intl.PluralRules(language);
let numbers = numberFormat(language);

/**
 * Speaks another language from now on; what has been said already stays as it was said.
 * @param {"nb" | "nn" | "en"} code
 */
export async function speak(code) {
  texts = await load(code);
  language = code;
  plurals = new Intl.PluralRules(code);
  numbers = numberFormat(code);
}

/**
 * A number as it is printed in the language.
 * @param {number} value
 * @returns {string}
 */
export function formatNumber(value) {
  return numbers.format(value);
}

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

/** @param {string} code @returns {Promise<Readonly<Record<string, string>>>} */
async function load(code) {
  const reply = await fetch(new URL(`../texts/${code}.json`, import.meta.url));
  return Object.freeze(await reply.json());
}

/** @param {"nb" | "nn" | "en"} code */
function numberFormat(code) {
  return new Intl.NumberFormat(LOCALES[code], { maximumFractionDigits: 4 });
}

/** What was chosen before, else the first of the browser's languages that is here, else bokmål. @returns {"nb" | "nn" | "en"} */
function chosenLanguage() {
  const wanted = [remembered("language"), ...navigator.languages.map((name) => name.slice(0, 2))];
  const found = wanted.map((name) => (name === "no" ? "nb" : name)).find((name) => name && name in languages);
  return /** @type {"nb" | "nn" | "en"} */ (found ?? "nb");
}
