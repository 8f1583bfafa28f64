// Rows corrected in place: their fields come when a row opens, and each has a key that leads to it.

import "./combobox.js";
import "./words.js";
import { isWriting, singleKeysAreOn } from "./keys.js";

const OPEN_ROW = ".row[data-row] > details[open]";
const ALSO = { o: "ä" }; // for keyboards without Ä

let waiting = null;

function openRow() {
  return document.querySelector(OPEN_ROW)?.parentElement ?? null;
}

// The fields are fetched once, when the row opens; a key that was pressed before they came is not lost.
function fetchFields(row) {
  const later = row.querySelector(".edit-later");
  if (later) window.htmx.trigger(later, "samsyn:open");
}

function use(row, key) {
  const button = row.querySelector(`[data-key="${key}"]`);
  const field = row.querySelector(`[data-goes="${key}"]`);
  if (button) button.click();
  else if (field) goTo(field);
  else if (row.querySelector(".edit-later")) waiting = { row: row.dataset.row, key };
}

function goTo(field) {
  field.focus();
  field.select?.();
  field.scrollIntoView({ block: "nearest" });
}

function onKey(event) {
  if (event.key === "Escape" && isWriting(event)) return leave(event.target);
  if (event.key === "Enter" && event.target.matches?.(".edit textarea") && !event.shiftKey) {
    event.preventDefault();
    event.target.form.requestSubmit();
    return;
  }
  if (isWriting(event) || event.ctrlKey || event.metaKey || event.altKey || !singleKeysAreOn()) return;
  if (document.querySelector("dialog[open]") !== null) return;
  const key = ALSO[event.key.toLowerCase()] ?? event.key.toLowerCase();
  if (!/^[1-9ädtsmg]$/u.test(key)) return;
  const row = openRow();
  if (row === null) return;
  event.preventDefault();
  if (key === "g") row.closest(".group")?.querySelector(".group-head button")?.click();
  else use(row, key);
}

// Where the caret stands, the row is cut; both halves are shown as they will be.
function showCut(field) {
  const at = field.selectionStart;
  const [left, right] = [field.value.slice(0, at), field.value.slice(at)];
  field.form.elements.plats.value = [...left].length;
  const [first, second] = field.form.querySelectorAll(".halves li");
  first.textContent = left.replace(/[\s,;]+$/u, "").trim();
  second.textContent = right.replace(/^[\s,;]+/u, "").replace(/^(och|samt)\s+/iu, "").trim();
}

function onSplitOpened(event) {
  if (!event.target.matches?.(".split") || !event.target.open) return;
  const field = event.target.querySelector("textarea");
  field.focus();
  const at = [...field.value].slice(0, Number(field.dataset.cuts)).join("").length;
  field.setSelectionRange(at, at);
  field.scrollIntoView({ block: "nearest" });
}

function onCaret(event) {
  if (event.target.matches?.(".split textarea")) showCut(event.target);
}

// Leaving a field without saving puts back what stood there.
function leave(field) {
  const row = field.closest(".row[data-row]");
  if (!row || !field.closest(".edit")) return;
  const cut = field.closest(".split");
  if (cut) cut.open = false;
  field.form.reset();
  field.form.classList.remove("is-changed");
  row.querySelector("summary").focus();
}

// With its fields the row is taller: all of it comes into view, or its beginning where there is no room.
function showWhole(row) {
  const room = (row.closest(".reading-side")?.clientHeight ?? 0) || window.innerHeight;
  const isSmall = row.offsetHeight < Math.min(room, window.innerHeight) - 160;
  row.scrollIntoView({ block: isSmall ? "nearest" : "start" });
}

function onLoaded(event) {
  const row = openRow();
  if (row !== null && row.contains(event.target)) showWhole(row);
  if (waiting === null) return;
  if (row?.dataset.row !== waiting.row || row.querySelector(".edit-later")) return;
  const { key } = waiting;
  waiting = null;
  use(row, key);
}

function onToggle(event) {
  const row = event.target.parentElement;
  if (event.target.open && row?.matches(".row[data-row]")) fetchFields(row);
}

function onChange(event) {
  event.target.closest(".edit-field")?.classList.add("is-changed");
  if (event.type === "change" && event.target.matches("[data-submits]")) event.target.form.requestSubmit();
}

// Somebody else was there before, or the words mean nothing: the row says so, and is put in all the same.
function letIn(event) {
  if (![409, 422].includes(event.detail.xhr.status)) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
}

function onDecided(event) {
  const wanted = event.detail.focus;
  const asked = document.querySelector(".conflict[data-takes-focus]");
  if (asked) asked.focus();
  else if (wanted) goTo(document.querySelector(`${OPEN_ROW} [data-field="${wanted}"] [data-goes]`));
}

for (const row of document.querySelectorAll(OPEN_ROW)) fetchFields(row.parentElement);
document.addEventListener("keydown", onKey);
document.addEventListener("toggle", onToggle, true);
document.addEventListener("toggle", onSplitOpened, true);
document.addEventListener("keyup", onCaret);
document.addEventListener("click", onCaret);
document.addEventListener("input", onChange);
document.addEventListener("change", onChange);
document.body.addEventListener("htmx:afterSettle", onLoaded);
document.body.addEventListener("htmx:beforeSwap", letIn);
document.body.addEventListener("samsyn:decided", onDecided);
