// The notes and the reading beside each other: choosing on one side lights the place on the other.

import { isWriting, singleKeysAreOn } from "./keys.js";

const ROWS = ".row[data-row]";

function rowOf(key) {
  return document.getElementById(key);
}

function piecesOf(key) {
  return [...document.querySelectorAll(".said")].filter((piece) => piece.dataset.rows.split(" ").includes(key));
}

function light(key) {
  for (const piece of document.querySelectorAll(".said.lit")) piece.classList.remove("lit");
  for (const question of document.querySelectorAll(".question"))
    question.classList.toggle("is-chosen", question.dataset.row === key);
  const pieces = piecesOf(key);
  for (const piece of pieces) piece.classList.add("lit");
  return pieces[0];
}

function isWide() {
  return window.matchMedia("(min-width: 68.75rem)").matches;
}

function showIn(element, block = "center") {
  if (!element) return;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block, behavior: calm ? "auto" : "smooth" });
}

function remember(key) {
  const address = new URL(window.location.href);
  address.searchParams.set("rad", key);
  address.hash = "";
  history.replaceState(history.state, "", address);
}

function closeOthers(row) {
  for (const open of document.querySelectorAll(`${ROWS} > details[open]`))
    if (open.parentElement !== row) open.open = false;
}

// Chosen in the reading: its place in the notes is lit and comes into view.
function chooseRow(row) {
  closeOthers(row);
  const place = light(row.dataset.row);
  remember(row.dataset.row);
  if (isWide()) showIn(place);
}

// Chosen in the notes: the row opens, comes into view and gets the focus.
function openRow(key) {
  const row = rowOf(key) ?? document.querySelector(`.question[data-row="${key}"]`);
  if (row === null) return;
  const details = row.querySelector(":scope > details");
  if (details) details.open = true;
  closeOthers(row);
  light(key);
  remember(key);
  showIn(row, "nearest");
  (row.querySelector("summary") ?? row.querySelector("button, a"))?.focus({ preventScroll: true });
}

function onClick(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const said = event.target.closest(".said");
  const chooser = event.target.closest("[data-chooses]");
  const shower = event.target.closest("[data-shows]");
  if (said !== null) {
    event.preventDefault();
    openRow(said.dataset.rows.split(" ").at(-1));
  } else if (chooser !== null) {
    event.preventDefault();
    openRow(chooser.dataset.chooses);
  } else if (shower !== null) {
    const place = light(shower.dataset.shows);
    if (!place) return;
    event.preventDefault();
    showIn(place);
    place.focus({ preventScroll: true });
  }
}

function onToggle(event) {
  const row = event.target.parentElement;
  if (event.target.open && row?.matches(ROWS)) chooseRow(row);
}

// Doubts first, then the rows: what the keys go through, in the order of the page.
function stops() {
  return [...document.querySelectorAll(`.question, ${ROWS} > details > summary`)];
}

function isHere(stop) {
  return stop.matches(".question") ? stop.contains(document.activeElement) : stop.parentElement.open;
}

function step(way, undecidedOnly) {
  const all = stops();
  const asked = all.findIndex((stop) => stop.contains(document.activeElement));
  const here = asked < 0 ? all.findIndex(isHere) : asked;
  const wanted = (stop) => !undecidedOnly || stop.matches(".question") || stop.closest(ROWS).dataset.open !== undefined;
  const order = way > 0 ? all.slice(here + 1) : all.slice(0, Math.max(here, 0)).reverse();
  const next = order.find(wanted) ?? (undecidedOnly ? all.find(wanted) : undefined);
  if (next?.matches(".question")) openQuestion(next);
  else if (next) openRow(next.closest(ROWS).dataset.row);
}

// A question is answered where it stands: its words are lit, and Enter gives the first answer.
function openQuestion(question) {
  closeOthers(null);
  const place = light(question.dataset.row);
  question.classList.add("is-chosen");
  if (isWide()) showIn(place);
  showIn(question, "nearest");
  question.querySelector("button, a")?.focus({ preventScroll: true });
}

function answer(question, number) {
  [...question.querySelectorAll(".buttons button")].at(number - 1)?.click();
}

function press(key) {
  document.querySelector(`${ROWS} > details[open] [data-key="${key}"]`)?.click();
}

function onKey(event) {
  if (isWriting(event) || event.ctrlKey || event.metaKey || event.altKey || !singleKeysAreOn()) return;
  if (document.querySelector("dialog[open]") !== null) return;
  const onSummary = event.target.closest("summary")?.parentElement;
  const openHere = onSummary?.open && onSummary.parentElement.matches(ROWS);
  const question = document.activeElement?.closest(".question");
  if (question && /^[1-9]$/.test(event.key)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return answer(question, Number(event.key));
  }
  const wants = { j: () => step(1), k: () => step(-1), n: () => step(1, true), x: () => press("x") };
  if (wants[event.key]) wants[event.key]();
  // Enter on the open row's own line confirms; on a closed one it opens it, as everywhere.
  else if (event.key === "Enter" && (openHere || event.target === document.body)) {
    event.preventDefault();
    press("Enter");
  }
}

// After an answer the next question comes, as long as there are any.
let answered = false;
document.addEventListener("submit", (event) => (answered = event.target.closest(".question") !== null), true);

const STATES = ["proposed", "confirmed", "corrected", "doubtful", "rejected", "lost"];

function weigh(pieces) {
  const order = ["doubtful", "proposed", "confirmed", "corrected"];
  return order.find((state) => pieces.some((piece) => piece.classList.contains(`said-${state}`)));
}

function redrawMargins() {
  for (const margin of document.querySelectorAll(".margin")) {
    const state = weigh([...margin.parentElement.querySelectorAll(".said")]);
    margin.hidden = state === undefined;
    if (state === undefined) continue;
    margin.className = `margin ${state}`;
    margin.querySelector("use").setAttribute("href", `#mark-${state}`);
    margin.querySelector("svg").setAttribute("aria-label", document.body.dataset[state]);
  }
}

// Somebody has said yes or no: the lines in the notes follow, and the next proposal opens.
function onDecided(event) {
  const { states, rows, gone, stays } = event.detail;
  for (const piece of document.querySelectorAll(".said")) {
    if (gone.includes(piece.dataset.rows.split(" ").at(-1))) redraw(piece, "lost");
    const innermost = piece.dataset.values.split(" ").at(-1);
    if (states[innermost] !== undefined) redraw(piece, states[innermost]);
  }
  redrawMargins();
  const asked = answered && document.querySelector(".question");
  answered = false;
  if (asked) openQuestion(asked);
  else if (stays) rowOf(rows[0])?.querySelector("summary")?.focus({ preventScroll: true });
  else goOn(rows[0]);
}

function redraw(piece, state) {
  piece.classList.remove(...STATES.map((known) => `said-${known}`));
  piece.classList.add(`said-${state}`);
}

// What is left in the row is asked about first; then the next row that waits.
function goOn(key) {
  const changed = key ? rowOf(key) : null;
  if (changed?.dataset.open !== undefined) {
    changed.querySelector("summary").focus();
    return;
  }
  const next = waitingAfter(changed) ?? changed;
  if (next?.dataset.row) openRow(next.dataset.row);
}

// The rows may have been put in anew: the place in the order is found by the document's own order.
function waitingAfter(row) {
  const waiting = [...document.querySelectorAll(`${ROWS}[data-open]`)];
  if (row === null) return waiting[0];
  return waiting.find((other) => row.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) ?? waiting[0];
}

// The buttons stand outside the form that they belong to; htmx asks only those inside for their value.
function tellWhichButton(event) {
  const button = event.detail.triggeringEvent?.submitter;
  if (button?.name) event.detail.parameters.set(button.name, button.value);
}

document.addEventListener("click", onClick);
document.body.addEventListener("htmx:configRequest", tellWhichButton);
document.addEventListener("toggle", onToggle, true);
document.addEventListener("keydown", onKey);
document.body.addEventListener("samsyn:decided", onDecided);

// The address says what is chosen. The browser first goes to the fragment by itself, and drops the focus.
function arrive() {
  const chosen = new URL(window.location.href).searchParams.get("rad");
  if (!chosen) return;
  const row = rowOf(chosen) ?? document.querySelector(`.question[data-row="${chosen}"]`);
  const place = light(row?.dataset.row ?? chosen);
  if (isWide()) place?.scrollIntoView({ block: "center" });
  row?.scrollIntoView({ block: "center" });
  row?.querySelector("summary")?.focus({ preventScroll: true });
}

window.addEventListener("load", () => setTimeout(arrive));
