// Words chosen in the notes, by mouse, touch or keys, become a row: a small bar beside them asks what they are.

import { isWriting, singleKeysAreOn } from "./keys.js";

const bar = document.getElementById("valda-ord");
const sheet = document.querySelector(".sheet");
let byKeys = false;

function letters(text) {
  return [...text].length;
}

// How many letters of the notes come before a place in the page.
function placeOf(node, offset) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const block = element.closest("[data-start]");
  if (!block || !sheet.contains(block)) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return Number(block.dataset.start) + letters(before.toString());
}

function chosen() {
  const selection = window.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const start = placeOf(range.startContainer, range.startOffset);
  const end = placeOf(range.endContainer, range.endOffset);
  return start !== null && end !== null && end > start ? { range, start, end } : null;
}

function hide() {
  bar.hidden = true;
}

function offer() {
  if (bar.contains(document.activeElement)) return;
  const found = chosen();
  if (found === null || !found.range.toString().trim()) return hide();
  bar.elements.fran.value = found.start;
  bar.elements.till.value = found.end;
  bar.hidden = false;
  const place = found.range.getBoundingClientRect();
  const width = bar.offsetWidth;
  const left = Math.max(8, Math.min(place.left, window.innerWidth - width - 8));
  const below = place.bottom + 8 + bar.offsetHeight < window.innerHeight;
  bar.style.left = `${left}px`;
  bar.style.top = `${below ? place.bottom + 8 : Math.max(8, place.top - bar.offsetHeight - 8)}px`;
}

// From the keyboard: the caret stands where the lit words begin, and moves by words and lines.
function begin() {
  const from = sheet.querySelector(".said.lit") ?? sheet.querySelector("[data-start]");
  if (!from) return;
  byKeys = true;
  sheet.tabIndex = -1;
  sheet.focus({ preventScroll: true });
  const selection = window.getSelection();
  selection.selectAllChildren(from);
  selection.collapseToStart();
  selection.modify("extend", "forward", "word");
  from.scrollIntoView({ block: "nearest" });
}

const MOVES = {
  ArrowRight: ["forward", "word"],
  ArrowLeft: ["backward", "word"],
  ArrowDown: ["forward", "line"],
  ArrowUp: ["backward", "line"],
};

function move(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
  const selection = window.getSelection();
  const [way, unit] = MOVES[event.key];
  if (event.shiftKey) return selection.modify("extend", way, unit);
  if (way === "forward") selection.collapseToEnd();
  else selection.collapseToStart();
  selection.modify("move", way, unit);
  selection.modify("extend", "forward", "word");
}

function leave() {
  byKeys = false;
  window.getSelection().removeAllRanges();
  hide();
  document.querySelector(".row > details[open] > summary")?.focus();
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event)) return;
  if (!bar.hidden && event.key === "Escape") return leave();
  if (byKeys && MOVES[event.key] && document.activeElement === sheet) return move(event);
  if (!singleKeysAreOn() || document.querySelector("dialog[open]") !== null) return;
  if (!bar.hidden && /^[1-5]$/.test(event.key)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    bar.querySelector(`[data-word="${event.key}"]`).click();
  } else if (!bar.hidden && event.key === "Enter" && !bar.contains(event.target)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    bar.querySelector("button").focus();
  } else if (event.key === "l") {
    event.preventDefault();
    if (bar.hidden) begin();
    else bar.querySelector("button").focus();
  }
}

// A press on the bar would otherwise let go of the words.
function holdWords(event) {
  if (event.target.closest("#valda-ord")) event.preventDefault();
}

if (bar && sheet) {
  document.addEventListener("selectionchange", offer);
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("mousedown", holdWords);
  document.addEventListener("scroll", () => !bar.hidden && offer(), { capture: true, passive: true });
}
