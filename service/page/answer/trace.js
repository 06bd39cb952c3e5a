/** «Slik kom svaret til»: how the question was understood, what was searched, and what the confidence rests on. */

import { element } from "../shared/dom.js";
import { formatNumber, text, textOr } from "../shared/texts.js";
import { featuresInWords } from "./trace_features.js";

/** What is told, in this order; what the service tells beyond it comes after, under its own names. */
const ORDER = ["kind", "unit", "measure", "periods", "operation", "not_compared", "terms", "forms", "unknown", "legs", "confidence"];

/**
 * @param {import("../shared/types.js").Reply} reply
 * @returns {HTMLElement}
 */
export function traceView(reply) {
  const trace = reply.trace ?? {};
  const names = [...ORDER, ...Object.keys(trace).filter((name) => !ORDER.includes(name))];
  return element(
    "details",
    { class: "trace" },
    element("summary", {}, text("trace.heading")),
    element(
      "dl",
      {},
      names.filter((name) => isSaid(trace[name])).map((name) => fact(nameOf(`trace.${name}`, name), told(name, trace[name]))),
      fact(text("trace.took"), text("trace.milliseconds", { n: formatNumber(reply.took_ms) })),
    ),
  );
}

/** @param {string} name @param {unknown} value @returns {Node | string} */
function told(name, value) {
  if (name === "forms") return formsView(/** @type {Record<string, string[]>} */ (value));
  if (name === "legs") return pairs(Object.entries(/** @type {object} */ (value)).map(([leg, n]) => [nameOf(`trace.leg.${leg}`, leg), formatNumber(n)]));
  if (name === "confidence") return pairs(featuresInWords(/** @type {Record<string, number>} */ (value)));
  if (typeof value === "string") return textOr(`trace.${name}.${value}`, value);
  return valueView(value);
}

/** Only words that were searched for in other forms too. @param {Record<string, string[]>} forms */
function formsView(forms) {
  return pairs(Object.entries(forms).filter(([, others]) => others.length > 0).map(([word, others]) => [word, others.join(", ")]));
}

/** @param {[string, string][]} said */
function pairs(said) {
  return element("dl", {}, said.map(([name, value]) => fact(name, value)));
}

/** @param {string} name @param {Node | string} value */
function fact(name, value) {
  return element("div", {}, element("dt", {}, name), element("dd", {}, value));
}

/** @param {unknown} value @returns {Node | string} */
function valueView(value) {
  if (Array.isArray(value)) return element("ul", { class: "words" }, value.map((item) => element("li", {}, valueView(item))));
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "boolean") return text(value ? "trace.yes" : "trace.no");
  if (value !== null && typeof value === "object") return pairs(Object.entries(value).map(([name, inner]) => [name, String(inner)]));
  return String(value ?? "–");
}

/** @param {string} key @param {string} name */
function nameOf(key, name) {
  return textOr(key, name.replaceAll("_", " "));
}

/** @param {unknown} value */
function isSaid(value) {
  if (value === null || value === undefined || value === "") return false;
  return typeof value !== "object" || Object.values(value).some((inner) => !Array.isArray(inner) || inner.length > 0);
}
