/** «Slik kom svaret til»: what was searched, and everything else the service tells about how it answered. */

import { element } from "./dom.js";
import { formatNumber } from "./format.js";
import { text, textOr } from "./texts.js";

/**
 * @param {import("./types.js").Reply} reply
 * @returns {HTMLElement}
 */
export function traceView(reply) {
  const { terms, legs, ...rest } = reply.trace ?? {};
  const facts = [
    ["trace.terms", terms],
    ["trace.legs", named(legs)],
    ...Object.entries(rest).map(([name, value]) => [`trace.${name}`, value]),
  ];
  return element(
    "details",
    { class: "trace" },
    element("summary", {}, text("trace.heading")),
    element(
      "dl",
      {},
      facts.filter(([, value]) => isSaid(value)).map(([key, value]) => fact(nameOf(String(key)), value)),
      fact(text("trace.took"), text("trace.milliseconds", { n: formatNumber(reply.took_ms) })),
    ),
  );
}

/** @param {string} name @param {unknown} value */
function fact(name, value) {
  return element("div", {}, element("dt", {}, name), element("dd", {}, valueView(value)));
}

/** @param {unknown} value @returns {Node | string} */
function valueView(value) {
  if (Array.isArray(value)) {
    const plain = value.every((item) => typeof item !== "object");
    return element("ul", { class: plain ? "words" : "" }, value.map((item) => element("li", {}, valueView(item))));
  }
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "boolean") return text(value ? "trace.yes" : "trace.no");
  if (value !== null && typeof value === "object") {
    return element("dl", {}, Object.entries(value).map(([name, inner]) => fact(name, inner)));
  }
  return String(value ?? "–");
}

/** @param {unknown} legs @returns {unknown} */
function named(legs) {
  if (legs === null || typeof legs !== "object") return legs;
  return Object.fromEntries(Object.entries(legs).map(([leg, found]) => [textOr(`trace.leg.${leg}`, leg), found]));
}

/** @param {string} key */
function nameOf(key) {
  return textOr(key, key.replace("trace.", "").replaceAll("_", " "));
}

/** @param {unknown} value */
function isSaid(value) {
  if (value === null || value === undefined || value === "") return false;
  return typeof value !== "object" || Object.keys(value).length > 0;
}
