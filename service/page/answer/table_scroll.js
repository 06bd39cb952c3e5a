/** Large tables: scrolled to the cited cell, and never showing a piece of a number, which would read as another number. */

import { element } from "../shared/dom.js";
import { keepInSight } from "../shared/in_sight.js";
import { text } from "../shared/texts.js";

const SLACK_PX = 1;
const TALLEST_HEAD = 0.4;

/**
 * A frame that a large table is scrolled in, to its cited cell until it is scrolled by hand. Columns that are partly out of
 * sight are left blank, and under the table stands which are shown.
 * @param {string} title  the id of the element that names the table
 * @param {HTMLElement} table
 * @returns {{frame: HTMLElement, element: HTMLElement}}  the frame, and it with what is said under it
 */
export function tableFrame(title, table) {
  const frame = element("div", { class: "table-frame", role: "group", "aria-labelledby": title, tabindex: "0" }, table);
  const shown = element("p", { class: "columns-shown", hidden: true });
  const room = element("div", { class: "table-room" }, element("div", { class: "table-fold" }, frame), shown);
  const update = () => {
    tellColumns(room, shown, frame, blankCutColumns(frame));
    const head = frame.querySelector("thead");
    frame.classList.toggle("tall-head", Boolean(head && head.clientHeight > TALLEST_HEAD * frame.clientHeight));
  };
  frame.addEventListener("scroll", update, { passive: true });
  restAtColumns(frame);
  const observer = new ResizeObserver(update);
  observer.observe(frame);
  observer.observe(table);
  keepInSight(frame, () => scrollToCited(frame));
  return { frame, element: room };
}

/** @param {HTMLElement} room @param {HTMLElement} shown @param {HTMLElement} frame @param {boolean[]} seen  of every column, whether it is in sight */
function tellColumns(room, shown, frame, seen) {
  const hidden = frame.scrollWidth - frame.clientWidth;
  shown.hidden = hidden <= SLACK_PX || !seen.includes(true);
  room.classList.toggle("more-right", hidden - frame.scrollLeft > SLACK_PX);
  const [first, last] = [seen.indexOf(true) + 1, seen.lastIndexOf(true) + 1];
  shown.textContent = text(first === last ? "table.columnShown" : "table.columnsShown", { first, last, total: seen.length });
}

/**
 * Scrolls until the cited cell is seen: sideways by whole columns, and to the middle of the height.
 * @param {HTMLElement} frame
 */
export function scrollToCited(frame) {
  const row = frame.querySelector("tr.cited-row");
  const cell = frame.querySelector("td.cited");
  if (!(row instanceof HTMLTableRowElement) || !(cell instanceof HTMLElement)) return;
  const needed = cell.offsetLeft + cell.offsetWidth - frame.clientWidth;
  frame.scrollLeft = needed > 0 ? (stepsOf(row).find((step) => step >= needed) ?? needed) : 0;
  frame.scrollTop = row.offsetTop + row.offsetHeight / 2 - frame.clientHeight / 2;
}

/** Scrolled by hand, a table comes to rest where a column begins, on in the way it was scrolled. @param {HTMLElement} frame */
function restAtColumns(frame) {
  let rested = 0;
  frame.addEventListener("scrollend", () => {
    const row = frame.querySelector("tbody tr:not(.group-row)");
    const at = frame.scrollLeft;
    if (!(row instanceof HTMLTableRowElement) || Math.abs(at - rested) <= SLACK_PX) return;
    const steps = stepsOf(row);
    rested = (at > rested ? steps.find((step) => step >= at - SLACK_PX) : steps.findLast((step) => step <= at + SLACK_PX)) ?? at;
    frame.scrollTo({ left: rested });
    rested = Math.min(rested, frame.scrollWidth - frame.clientWidth);
  });
}

/** How far a frame is scrolled for each column to stand first. @param {HTMLTableRowElement} row @returns {number[]} */
function stepsOf(row) {
  const [label, ...columns] = [...row.cells];
  return columns.map((column) => column.offsetLeft - label.offsetWidth);
}

/** @param {HTMLElement} frame @returns {boolean[]}  of every column, whether it is in sight */
function blankCutColumns(frame) {
  const bodies = [...frame.querySelectorAll("tbody tr:not(.group-row)")].filter((row) => row instanceof HTMLTableRowElement);
  if (bodies.length === 0) return [];
  const [label, ...columns] = [...bodies[0].cells];
  const left = frame.scrollLeft + label.offsetWidth;
  const right = frame.scrollLeft + frame.clientWidth;
  const cut = columns.map((column) => isCut(column, left, right));
  for (const row of bodies) [...row.cells].slice(1).forEach((cell, at) => cell.classList.toggle("cut", cut[at]));
  // A header is a year as often as not; one over several columns is words.
  for (const head of frame.querySelectorAll("thead th:not([colspan]):not(:first-child.words)")) {
    if (head instanceof HTMLElement) head.classList.toggle("cut", isCut(head, left, right));
  }
  frame.classList.toggle("scrolled", frame.scrollLeft > SLACK_PX);
  return columns.map((column, at) => !cut[at] && column.offsetLeft < right && column.offsetLeft + column.offsetWidth > left);
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
