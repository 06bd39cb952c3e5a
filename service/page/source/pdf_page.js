/** A PDF drawn by pdf.js, which stands in `vendor/` and is fetched with this file, when a PDF is first opened. */

import { GlobalWorkerOptions, getDocument } from "../vendor/pdfjs/pdf.min.mjs";
import { fileAddress } from "../shared/api.js";
import { element } from "../shared/dom.js";
import { drawn } from "../shared/icons.js";
import { text } from "../shared/texts.js";
import { locate } from "./locate.js";

/** @typedef {import("./original.js").Sought} Sought */
/** @typedef {import("./locate.js").Box} Box */
/** @typedef {{pages: number, draw: (page: number, sought: Sought | null, width: number) => Promise<{element: HTMLElement, isMarked: boolean}>}} Pdf */

GlobalWorkerOptions.workerSrc = new URL("../vendor/pdfjs/pdf.worker.min.mjs", import.meta.url).href;

const MOST_PIXELS = 4096;
const ruler = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

/**
 * @param {string} ident  the document's id
 * @returns {Promise<Pdf>}
 */
export async function openPdf(ident) {
  const pdf = await getDocument({ url: fileAddress(ident, null), disableRange: true, enableXfa: false, useWasm: false }).promise;
  return {
    pages: pdf.numPages,
    async draw(number, sought, width) {
      const page = await pdf.getPage(number);
      const boxes = sought?.place.quote ? await boxesOf(page, sought) : { passage: [], words: [] };
      const canvas = await canvasOf(page, width);
      canvas.setAttribute("role", "img");
      canvas.setAttribute("aria-label", text("pdf.picture", { page: number }));
      const marks = overlay(page.getViewport({ scale: 1 }), boxes);
      return { element: element("div", { class: "pdf-page" }, canvas, marks), isMarked: boxes.passage.length + boxes.words.length > 0 };
    },
  };
}

/** @param {any} page @param {number} width  what it is shown at, in CSS pixels @returns {Promise<HTMLCanvasElement>} */
async function canvasOf(page, width) {
  const natural = page.getViewport({ scale: 1 });
  const sharp = Math.min(width * devicePixelRatio, MOST_PIXELS);
  const viewport = page.getViewport({ scale: sharp / natural.width });
  const canvas = /** @type {HTMLCanvasElement} */ (element("canvas", { width: Math.floor(viewport.width), height: Math.floor(viewport.height) }));
  await page.render({ canvas, viewport }).promise;
  return canvas;
}

/** Of what is searched for only the words are marked, not the lines they stand among. @param {any} page @param {Sought} sought */
async function boxesOf(page, { place, isMatch }) {
  const { items } = await page.getTextContent();
  const pieces = items.filter((/** @type {any} */ item) => item.str?.trim() && isLevel(item.transform)).map(piece);
  const { passage, words } = locate(pieces, place, (part) => ruler.measureText(part).width);
  return { passage: isMatch ? [] : passage, words };
}

/** Only text that runs from left to right is marked. @param {number[]} transform */
function isLevel([a, b, c]) {
  return a > 0 && b === 0 && c === 0;
}

/** @param {any} item */
function piece({ str, transform, width, height }) {
  return { words: str, left: transform[4], base: transform[5], width, height };
}

/** Boxes over the page, in its own measure. @param {any} viewport @param {{passage: Box[], words: Box[]}} boxes */
function overlay(viewport, boxes) {
  const kinds = [...boxes.passage.map((box) => ["pdf-mark", box]), ...boxes.words.map((box) => ["pdf-words", box])];
  const rects = kinds.map(([name, box]) => {
    const [x1, y1] = viewport.convertToViewportPoint(box.left, box.top);
    const [x2, y2] = viewport.convertToViewportPoint(box.right, box.bottom);
    return drawn("rect", { class: name, x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) });
  });
  return drawn("svg", { class: "pdf-overlay", viewBox: `0 0 ${viewport.width} ${viewport.height}`, "aria-hidden": "true" }, ...rects);
}
