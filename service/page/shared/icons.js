/** Small drawings, in the colour of the words they stand beside. They say nothing the words do not. */

const SVG = "http://www.w3.org/2000/svg";

/** @type {Readonly<Record<string, string>>} */
const DRAWN = Object.freeze({
  thumb: "M7 10v10H3V10zm2 0 4-7c1.4 0 2.4 1 2.2 2.4L14.6 9H20c1 0 1.7.9 1.5 1.9l-1.6 7.5c-.2.9-1 1.6-1.9 1.6H9z",
  "thumb-down": "M17 14V4h4v10zm-2 0-4 7c-1.4 0-2.4-1-2.2-2.4l.6-3.6H4c-1 0-1.7-.9-1.5-1.9l1.6-7.5C4.3 4.7 5.100 4 6 4h9z",
});

/**
 * @param {string} name
 * @returns {SVGElement}
 */
export function icon(name) {
  return drawn("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" }, drawn("path", { d: DRAWN[name] }));
}

/**
 * An element of a drawing.
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
export function drawn(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}
