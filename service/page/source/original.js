/** The original of a PDF, page by page, with the cited passage marked where it is found. What draws it is fetched when first needed. */

import { button, element } from "../shared/dom.js";
import { text } from "../shared/texts.js";

/** @typedef {import("../shared/place.js").Place} Place */
/** @typedef {import("./pdf_page.js").Pdf} Pdf */

const ZOOMS = [1, 1.5, 2, 3];

/**
 * @param {Place} place
 */
export function originalView(place) {
  /** @type {Promise<Pdf> | null} */
  let opening = null;
  let page = place.page ?? 1;
  let zoom = 0;
  let turn = 0;
  const where = element("span", { class: "pdf-where", role: "status" });
  const said = element("p", { class: "pdf-said", role: "status" });
  const sheet = element("div", { class: "pdf-sheet", tabindex: "0", role: "region", "aria-label": text("pdf.sheet") });
  const back = button("←", () => goTo(page - 1), named("pdf.previous"));
  const on = button("→", () => goTo(page + 1), named("pdf.next"));
  const less = button("−", () => zoomTo(zoom - 1), named("pdf.smaller"));
  const more = button("+", () => zoomTo(zoom + 1), named("pdf.larger"));
  const view = element("div", { class: "pdf" }, element("div", { class: "pdf-bar" }, back, where, on, less, more), said, sheet);
  return { element: view, open, goTo };

  async function open() {
    if (!opening) await draw();
  }

  /** @param {number} wanted */
  function goTo(wanted) {
    page = wanted;
    void draw();
  }

  /** @param {number} wanted */
  function zoomTo(wanted) {
    zoom = wanted;
    void draw();
  }

  async function draw() {
    turn += 1;
    const mine = turn;
    said.textContent = text("pdf.loading");
    try {
      opening ??= import("./pdf_page.js").then(({ openPdf }) => openPdf(place.document));
      const pdf = await opening;
      const drawn = await pdf.draw(page, page === place.page ? place : null, sheet.clientWidth * ZOOMS[zoom]);
      if (mine === turn) show(pdf.pages, drawn);
    } catch {
      opening = null;
      if (mine === turn) said.textContent = text("pdf.problem");
    }
  }

  /** @param {number} pages @param {{element: HTMLElement, isMarked: boolean}} drawn */
  function show(pages, drawn) {
    drawn.element.classList.add(`zoom-${zoom}`);
    sheet.replaceChildren(drawn.element);
    where.textContent = text("pdf.page", { page, pages });
    said.textContent = page !== place.page || !place.quote ? "" : text(drawn.isMarked ? "pdf.marked" : "pdf.unmarked");
    back.toggleAttribute("disabled", page <= 1);
    on.toggleAttribute("disabled", page >= pages);
    less.toggleAttribute("disabled", zoom === 0);
    more.toggleAttribute("disabled", zoom === ZOOMS.length - 1);
    const mark = sheet.querySelector(".pdf-mark");
    if (mark) sheet.scrollTop = mark.getBoundingClientRect().top - sheet.getBoundingClientRect().top - sheet.clientHeight / 3;
  }
}

/** @param {string} key */
function named(key) {
  return { class: "quiet", "aria-label": text(key), title: text(key) };
}
