/** The text of a document around a place: line by line, pages set apart, the cited lines and what is searched for marked. */

import { readLines, readOutline } from "../shared/api.js";
import { button, element } from "../shared/dom.js";
import { text } from "../shared/texts.js";
import { isInSight, keepInSight, lineInSight, scrollTo, scrollToCitation } from "../shared/in_sight.js";
import { lineElements } from "./source_lines.js";

/** @typedef {import("../shared/types.js").TextLine} TextLine */
/** @typedef {import("../shared/types.js").Match} Match */
/** @typedef {import("../shared/place.js").Place} Place */

const AROUND = 30;
const MORE = 60;

/**
 * The text, loaded from some lines before the place to some lines after, and more when asked for.
 * @param {Place} place
 */
export function sourceText(place) {
  /** @type {TextLine[]} */
  let lines = [];
  /** @type {Match | null} */
  let match = null;
  let asked = 0;
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
    asked += 1;
    control.setAttribute("aria-busy", "true");
    await told(load);
    control.removeAttribute("aria-busy");
    if (control.hidden) scroller.focus();
  }

  /** What goes wrong is told above the text. @param {() => Promise<void>} load */
  async function told(load) {
    problem.replaceChildren();
    try {
      await load();
    } catch (error) {
      problem.replaceChildren(error instanceof Error ? error.message : String(error));
    }
  }

  /** Lines of the document; null where something else has been asked for meanwhile. @param {number} first @param {number} last */
  async function latest(first, last) {
    const mine = asked;
    const found = await readLines(place.document, Math.max(1, first), last);
    return mine === asked ? found.lines : null;
  }

  async function earlier() {
    const first = lines[0].number;
    const found = await latest(first - MORE, first - 1);
    if (!found) return;
    const height = scroller.scrollHeight;
    lines = [...found, ...lines];
    render();
    scroller.scrollTop += scroller.scrollHeight - height;
  }

  async function later() {
    const first = (lines.at(-1)?.number ?? 0) + 1;
    const found = await latest(first, first + MORE - 1);
    if (!found) return;
    lines = [...lines, ...found];
    after.hidden = found.length < MORE;
    render();
  }

  function render() {
    before.hidden = lines.length === 0 || lines[0].number <= 1;
    rows.replaceChildren(...lineElements(lines, place, match));
  }

  /** Lines `first` to `last` with some around them, where they are not there already. @param {number} first @param {number} last */
  async function load(first, last) {
    if (lines.length > 0 && lines[0].number <= first && Number(lines.at(-1)?.number) >= last) return;
    const until = last + AROUND;
    const found = await latest(first - AROUND, until);
    if (!found) return;
    lines = found;
    after.hidden = (lines.at(-1)?.number ?? 0) < until;
  }

  /** Brings what is looked at into sight. */
  let reveal = () => {};
  keepInSight(scroller, () => reveal());

  /**
   * Lines that are there, or are fetched, and brought into sight by `act`; what is asked for last is what is shown.
   * @param {number} first
   * @param {number} last
   * @param {() => void} act
   */
  async function look(first, last, act) {
    asked += 1;
    const mine = asked;
    await told(() => load(first, last));
    if (mine !== asked) return;
    reveal = act;
    render();
    reveal();
  }

  return {
    element: scroller,

    /** The page that was scrolled to, where what was sought is out of sight. It is there when the text is shown again. */
    pageReadOn() {
      if (isInSight(scroller, "mark.found, .line.cited")) return null;
      const [number, left] = [lineInSight(scroller), scroller.scrollTop];
      reveal = () => {
        scroller.scrollTop = left;
      };
      return lines.find((line) => line.number === number)?.page ?? null;
    },

    /** Shows where it was left, or the beginning of a page. @param {number | null} page */
    async open(page) {
      if (page === null) return reveal();
      const { page_list: pages } = await readOutline(place.document).catch(() => ({ page_list: [] }));
      const first = pages.find(({ number }) => number === page)?.lines[0];
      return first ? this.goTo(first) : reveal();
    },

    /** The cited place. */
    async show() {
      rows.replaceChildren(element("p", { class: "loading" }, text("source.loading")));
      await look(place.lines[0], place.lines[1], () => scrollToCitation(scroller));
    },

    /** A line, as that of a heading. @param {number} line */
    async goTo(line) {
      match = null;
      await look(line, line, () => scrollTo(scroller, `[data-line="${line}"]`, 0.05));
      scroller.focus({ preventScroll: true });
    },

    /** A place where the searched words stand; null marks none. @param {Match | null} found */
    async showMatch(found) {
      match = found;
      const spans = found?.spans ?? [];
      if (found) return look(spans[0].line, Number(spans.at(-1)?.line), () => scrollTo(scroller, "mark.found"));
      asked += 1;
      return render();
    },
  };
}
