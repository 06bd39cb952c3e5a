/** The little a browser remembers of a person's choices: how the page looks to them, never what they asked. */

const PREFIX = "kildesvar.";

/** @param {string} name @returns {string | null} */
export function remembered(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** A browser that keeps nothing forgets the choice with the window. @param {string} name @param {string} value */
export function remember(name, value) {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    document.documentElement.dataset[name] = value;
  }
}
