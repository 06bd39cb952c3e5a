/** The text of a document around a place: line by line, pages set apart, the cited lines marked. */

import { readLines } from "./api.js";
import { button, element } from "./dom.js";
import { marked } from "./highlight.js";
import { citedLines } from "./source_marks.js";
import { text } from "./texts.js";

/** @typedef {import("./types.js").TextLine} TextLine */
/** @typedef {import("./place.js").Place} Place */

const AROUND = 30;
const MORE = 60;

/**
 * The text, loaded from some lines before the place to some lines after, and more when asked for.
 * @param {Place} place
 * @returns {{element: HTMLElement, show: () => Promise<void>}}
 */
export function sourceText(place) {
  /** @type {TextLine[]} */
  let lines = [];
  const rows = element("div", { class: "lines" });
  const before = button(text("source.before"), () => extend(before, earlier), { class: "quiet", hidden: true });
  const after = button(text("source.after"), () => extend(after, later), { class: "quiet", hidden: true });
  const problem = element("p", { class: "problem", role: "alert" });
  const scroller = element(
    "div",
    { class: "source-text", role: "region", tabindex: "0", "aria-label": text("source.text") },
    problem,
    before,
    rows,
    after,
  );

  /** @param {HTMLElement} control @param {() => Promise<void>} load */
  async function extend(control, load) {
    problem.replaceChildren();
    control.setAttribute("aria-busy", "true");
    try {
      await load();
    } catch (error) {
      problem.replaceChildren(error instanceof Error ? error.message : String(error));
    }
    control.removeAttribute("aria-busy");
    if (control.hidden) scroller.focus();
  }

  async function earlier() {
    const first = lines[0].number;
    const found = await readLines(place.document, Math.max(1, first - MORE), first - 1);
    const height = scroller.scrollHeight;
    lines = [...found.lines, ...lines];
    render();
    scroller.scrollTop += scroller.scrollHeight - height;
  }

  async function later() {
    const first = (lines.at(-1)?.number ?? 0) + 1;
    const found = await readLines(place.document, first, first + MORE - 1);
    lines = [...lines, ...found.lines];
    after.hidden = found.lines.length < MORE;
    render();
  }

  function render() {
    before.hidden = lines.length === 0 || lines[0].number <= 1;
    rows.replaceChildren(...lineElements(lines, place));
  }

  async function show() {
    const [first, last] = place.lines;
    rows.replaceChildren(element("p", { class: "loading" }, text("source.loading")));
    const until = last + AROUND;
    try {
      lines = (await readLines(place.document, Math.max(1, first - AROUND), until)).lines;
    } finally {
      rows.replaceChildren();
    }
    after.hidden = (lines.at(-1)?.number ?? 0) < until;
    render();
    toCited(scroller);
  }

  return { element: scroller, show };
}

/** @param {TextLine[]} lines @param {Place} place */
function lineElements(lines, place) {
  const cited = citedLines(lines, place);
  /** @type {HTMLElement[]} */
  const made = [];
  lines.forEach((line, index) => {
    if (index === 0 || line.page !== lines[index - 1].page) {
      made.push(element("h3", { class: "page-break" }, text("source.page", { page: line.page })));
    }
    made.push(lineElement(line, cited.get(line.number)));
  });
  return made;
}

/** @param {TextLine} line @param {[number, number][] | undefined} ranges  undefined where it is not cited */
function lineElement(line, ranges) {
  const words = ranges ? element("mark", { class: "cited-line" }, marked(line.text, ranges)) : line.text;
  return element(
    "p",
    { class: ranges ? "line cited" : "line" },
    element("span", { class: "line-number", "aria-hidden": "true" }, String(line.number)),
    ranges && element("span", { class: "unseen" }, text("source.cited")),
    element("span", { class: "line-text" }, words),
  );
}

/** The first cited line a third down the text. @param {HTMLElement} scroller */
function toCited(scroller) {
  const line = scroller.querySelector(".line.cited");
  if (!(line instanceof HTMLElement)) return;
  const top = line.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
  scroller.scrollTop = top - scroller.clientHeight / 3;
}
