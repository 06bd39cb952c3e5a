/** The original of a PDF, page by page, what is cited or searched for marked where it is found. What draws it is fetched when first needed. */

import { readOutline } from "../shared/api.js";
import { button, element } from "../shared/dom.js";
import { text } from "../shared/texts.js";
import { dimming } from "./dimming.js";
import { matchAsPlace } from "./match_place.js";

/** @typedef {import("../shared/place.js").Place} Place */
/** @typedef {import("../shared/types.js").Match} Match */
/** @typedef {import("./pdf_page.js").Pdf} Pdf */
/** @typedef {{place: Place, isMatch: boolean}} Sought  what is marked on its page */

const ZOOMS = [1, 1.5, 2, 3];

/**
 * @param {Place} place
 */
export function originalView(place) {
  /** @type {Promise<Pdf> | null} */
  let opening = null;
  /** @type {Promise<Map<number, string>> | null} */
  let labels = null;
  /** @type {Sought} */
  let sought = { place, isMatch: false };
  /** @type {Match | null} */
  let wanted = null;
  let page = place.page ?? 1;
  let isTurned = false;
  let zoom = 0;
  let turn = 0;
  const where = element("span", { class: "pdf-where", role: "status" });
  const said = element("p", { class: "pdf-said", role: "status" });
  const sheet = element("div", { class: "pdf-sheet", tabindex: "0", role: "region", "aria-label": text("pdf.sheet") });
  const back = button("←", () => goTo(page - 1), named("pdf.previous"));
  const on = button("→", () => goTo(page + 1), named("pdf.next"));
  const less = button("−", () => zoomTo(zoom - 1), named("pdf.smaller"));
  const more = button("+", () => zoomTo(zoom + 1), named("pdf.larger"));
  const bar = element("div", { class: "pdf-bar" }, back, where, on, less, more, dimming(sheet));
  const view = element("div", { class: "pdf" }, bar, said, sheet);
  return { element: view, open, pageReadOn, goTo, showMatch };

  /** The page it was left at, or the one that is given. @param {number | null} other */
  async function open(other) {
    page = other ?? page;
    isTurned = false;
    if (sheet.childElementCount === 0 || !sheet.querySelector(`[data-page="${page}"]`)) await draw();
  }

  /** The page that was turned to by hand. */
  function pageReadOn() {
    return isTurned ? page : null;
  }

  /** @param {number} number */
  function goTo(number) {
    page = number;
    isTurned = true;
    void draw();
  }

  /** The page where searched words stand, which are marked there; null marks what is cited again. @param {Match | null} match @param {boolean} isShown */
  async function showMatch(match, isShown) {
    wanted = match;
    const found = match && (await matchAsPlace(place, match));
    if (match !== wanted) return;
    sought = found ? { place: found, isMatch: true } : { place, isMatch: false };
    page = sought.place.page ?? page;
    isTurned = false;
    sheet.replaceChildren();
    if (isShown) await draw();
  }

  /** @param {number} step */
  function zoomTo(step) {
    zoom = step;
    void draw();
  }

  async function draw() {
    turn += 1;
    const mine = turn;
    said.textContent = text("pdf.loading");
    try {
      opening ??= import("./pdf_page.js").then(({ openPdf }) => openPdf(place.document));
      labels ??= labelsOf(place.document);
      const pdf = await opening;
      const drawn = await pdf.draw(page, page === sought.place.page ? sought : null, sheet.clientWidth * ZOOMS[zoom]);
      const label = (await labels).get(page);
      if (mine === turn) show(pdf.pages, label, drawn);
    } catch {
      opening = null;
      if (mine === turn) said.textContent = text("pdf.problem");
    }
  }

  /** @param {number} pages @param {string | undefined} label @param {{element: HTMLElement, isMarked: boolean}} drawn */
  function show(pages, label, drawn) {
    drawn.element.classList.add(`zoom-${zoom}`);
    drawn.element.dataset.page = String(page);
    sheet.replaceChildren(drawn.element);
    where.textContent = label ? text("pdf.printedPage", { label, page, pages }) : text("pdf.page", { page, pages });
    said.textContent = page === sought.place.page && sought.place.quote ? text(outcome(drawn.isMarked)) : "";
    back.toggleAttribute("disabled", page <= 1);
    on.toggleAttribute("disabled", page >= pages);
    less.toggleAttribute("disabled", zoom === 0);
    more.toggleAttribute("disabled", zoom === ZOOMS.length - 1);
    const mark = sheet.querySelector(".pdf-words, .pdf-mark");
    if (mark) bringIntoSight(sheet, mark);
  }

  /** @param {boolean} isMarked */
  function outcome(isMarked) {
    if (sought.isMatch) return isMarked ? "pdf.foundMarked" : "pdf.foundUnmarked";
    return isMarked ? "pdf.marked" : "pdf.unmarked";
  }
}

/** Both ways, since an enlarged page is wider than its room. @param {HTMLElement} sheet @param {Element} mark */
function bringIntoSight(sheet, mark) {
  const [box, frame] = [mark.getBoundingClientRect(), sheet.getBoundingClientRect()];
  sheet.scrollTop += box.top - frame.top - sheet.clientHeight / 3;
  sheet.scrollLeft += box.left - frame.left - sheet.clientWidth / 3;
}

/** The numbers printed on pages, where those are others than the pages' own. @param {string} document @returns {Promise<Map<number, string>>} */
async function labelsOf(document) {
  const { page_list: pages } = await readOutline(document).catch(() => ({ page_list: [] }));
  return new Map(pages.flatMap(({ number, label }) => (label && label !== String(number) ? [[number, label]] : [])));
}

/** @param {string} key */
function named(key) {
  return { class: "quiet", "aria-label": text(key), title: text(key) };
}
