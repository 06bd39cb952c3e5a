/** Keeping a place of a text in sight: when it is shown, and when the room for it changes. */

const UPPER_THIRD = 1 / 3;
const BY_HAND = ["wheel", "touchmove", "pointerdown", "keydown"];

/**
 * Puts the first such element a part of the way down the text.
 * @param {HTMLElement} scroller
 * @param {string} selector
 * @param {number} [part]
 */
export function scrollTo(scroller, selector, part = UPPER_THIRD) {
  const line = scroller.querySelector(selector);
  if (line) scroller.scrollTop = topOf(scroller, line) - scroller.clientHeight * part;
}

/** The cited lines from their first; where they do not all fit, the marked words among them. @param {HTMLElement} scroller */
export function scrollToCitation(scroller) {
  scrollTo(scroller, ".line.cited");
  const words = scroller.querySelector(".line.cited mark mark");
  if (words && topOf(scroller, words) + words.clientHeight > scroller.scrollTop + scroller.clientHeight * (1 - UPPER_THIRD / 2)) {
    scrollTo(scroller, ".line.cited mark mark", 1 / 2);
  }
}

/**
 * Calls `reveal` when the size of an element changes, until it has been scrolled by hand.
 * @param {HTMLElement} scroller
 * @param {() => void} reveal
 */
export function keepInSight(scroller, reveal) {
  const observer = new ResizeObserver(() => {
    if (scroller.clientHeight > 0) reveal();
  });
  observer.observe(scroller);
  for (const kind of BY_HAND) scroller.addEventListener(kind, () => observer.disconnect(), { once: true, passive: true });
}

/** Whether any such element is in sight. @param {HTMLElement} scroller @param {string} selector */
export function isInSight(scroller, selector) {
  const frame = scroller.getBoundingClientRect();
  return [...scroller.querySelectorAll(selector)].some((found) => {
    const { top, bottom } = found.getBoundingClientRect();
    return bottom > frame.top && top < frame.bottom;
  });
}

/** The number of the line that is read: a part of the way down. @param {HTMLElement} scroller */
export function lineInSight(scroller) {
  const eyes = scroller.getBoundingClientRect().top + scroller.clientHeight * UPPER_THIRD;
  const line = [...scroller.querySelectorAll("[data-line]")].find((found) => found.getBoundingClientRect().bottom >= eyes);
  return Number(line?.getAttribute("data-line") ?? 0);
}

/** @param {HTMLElement} scroller @param {Element} inside */
function topOf(scroller, inside) {
  return inside.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
}
