// The lists with filters: they follow the choices at once, and Escape closes the open row.

import { isWriting, singleKeysAreOn } from "./keys.js";

for (const form of document.querySelectorAll("[data-submits-on-change]"))
  form.addEventListener("change", () => form.requestSubmit());

function keepCsvFilter() {
  const csv = document.getElementById("csv");
  if (csv !== null) csv.search = window.location.search;
}

function step(way) {
  const links = [...document.querySelectorAll(".row-toggle")];
  const here = links.indexOf(document.activeElement);
  links.at(here < 0 ? 0 : Math.min(Math.max(here + way, 0), links.length - 1))?.focus();
}

function onKey(event) {
  if (isWriting(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") document.querySelector(".statement.is-open .row-toggle")?.click();
  if (!singleKeysAreOn()) return;
  if (event.key === "j") step(1);
  if (event.key === "k") step(-1);
  if (event.key === "x") document.querySelector('.statement.is-open [data-key="x"]')?.click();
}

// The row that was opened is put in anew: the focus goes with it.
function keepFocus(event) {
  const row = event.detail.elt;
  if (row?.matches?.("tbody.statement")) row.querySelector(".row-toggle")?.focus({ preventScroll: true });
}

document.addEventListener("keydown", onKey);
document.body.addEventListener("htmx:afterSettle", keepFocus);
document.body.addEventListener("htmx:pushedIntoHistory", keepCsvFilter);
