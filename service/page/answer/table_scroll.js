/** Large tables: scrolled to the cited cell, and never showing a piece of a number, which would read as another number. */

import { element } from "../shared/dom.js";
import { keepInSight } from "../shared/in_sight.js";

const SLACK_PX = 1;
const TALLEST_HEAD = 0.4;

/**
 * A frame that a large table is scrolled in, to its cited cell until it is scrolled by hand. Columns that are partly out of
 * sight are left blank.
 * @param {string} title  the id of the element that names the table
 * @param {HTMLElement} table
 * @returns {HTMLElement}
 */
export function tableFrame(title, table) {
  const frame = element("div", { class: "table-frame", role: "group", "aria-labelledby": title, tabindex: "0" }, table);
  const update = () => {
    blankCutColumns(frame);
    const head = frame.querySelector("thead");
    frame.classList.toggle("tall-head", Boolean(head && head.clientHeight > TALLEST_HEAD * frame.clientHeight));
  };
  frame.addEventListener("scroll", update, { passive: true });
  const observer = new ResizeObserver(update);
  observer.observe(frame);
  observer.observe(table);
  keepInSight(frame, () => scrollToCited(frame));
  return frame;
}

/**
 * Scrolls until the cited cell is seen: sideways by whole columns, and to the middle of the height.
 * @param {HTMLElement} frame
 */
export function scrollToCited(frame) {
  const row = frame.querySelector("tr.cited-row");
  const cell = frame.querySelector("td.cited");
  if (!(row instanceof HTMLTableRowElement) || !(cell instanceof HTMLElement)) return;
  const [label, ...columns] = [...row.cells];
  const needed = cell.offsetLeft + cell.offsetWidth - frame.clientWidth;
  const steps = columns.map((column) => column.offsetLeft - label.offsetWidth);
  frame.scrollLeft = needed > 0 ? (steps.find((step) => step >= needed) ?? needed) : 0;
  frame.scrollTop = row.offsetTop + row.offsetHeight / 2 - frame.clientHeight / 2;
}

/** @param {HTMLElement} frame */
function blankCutColumns(frame) {
  const bodies = [...frame.querySelectorAll("tbody tr:not(.group-row)")].filter((row) => row instanceof HTMLTableRowElement);
  if (bodies.length === 0) return;
  const heads = [...frame.querySelectorAll("thead tr")].filter((row) => row instanceof HTMLTableRowElement);
  // A header is a year as often as not; only where it stands over columns one by one can it be told which is cut.
  const rows = [...bodies, ...heads.filter((row) => row.cells.length === bodies[0].cells.length)];
  const [label, ...columns] = [...bodies[0].cells];
  const left = frame.scrollLeft + label.offsetWidth;
  const right = frame.scrollLeft + frame.clientWidth;
  const cut = columns.map((column) => isCut(column, left, right));
  for (const row of rows) [...row.cells].slice(1).forEach((cell, at) => cell.classList.toggle("cut", cut[at]));
  frame.classList.toggle("scrolled", frame.scrollLeft > SLACK_PX);
}

/**
 * Whether only a part of a column is between `left` and `right`. One too wide ever to be seen whole is left as it is.
 * @param {HTMLElement} column
 * @param {number} left
 * @param {number} right
 */
function isCut(column, left, right) {
  const start = column.offsetLeft;
  const end = start + column.offsetWidth;
  if (end - start > right - left) return false;
  return start < left - SLACK_PX || end > right + SLACK_PX;
}
