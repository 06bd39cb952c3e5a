/** Making elements. Text goes in as text, never as markup. */

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element with attributes, listeners (`on`) and children. An attribute that is false, null or undefined is left out.
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") addListeners(made, value);
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value === true ? "" : value);
  }
  append(made, ...children);
  return made;
}

/**
 * @param {Element} parent
 * @param {...(Child | Child[])} children
 */
export function append(parent, ...children) {
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false && child !== "") parent.append(child);
  }
}

/**
 * A button that does one thing.
 * @param {string} label
 * @param {(event: Event) => void} act
 * @param {Record<string, any>} [attributes]
 * @returns {HTMLElement}
 */
export function button(label, act, attributes = {}) {
  return element("button", { type: "button", ...attributes, on: { click: act } }, label);
}

/**
 * The element with that id, which the page always has.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no #${id}`);
  return found;
}

let made = 0;

/**
 * An id no other element has.
 * @param {string} stem
 * @returns {string}
 */
export function uniqueId(stem) {
  made += 1;
  return `${stem}-${made}`;
}

/** @param {Element} target @param {Record<string, (event: any) => void>} listeners */
function addListeners(target, listeners) {
  for (const [type, listener] of Object.entries(listeners)) target.addEventListener(type, listener);
}
