// Going through actions with the chair: keys lead to the fields, to the next one and back.

import "./combobox.js";
import { isWriting, singleKeysAreOn } from "./keys.js";

const ALSO = { j: "s", ä: "o" }; // on to the next is to skip it

function onKey(event) {
  if (event.key === "Escape" && isWriting(event)) return event.target.blur();
  if (isWriting(event) || event.ctrlKey || event.metaKey || event.altKey || !singleKeysAreOn()) return;
  const key = CSS.escape(ALSO[event.key.toLowerCase()] ?? event.key.toLowerCase());
  const field = document.querySelector(`.walk [data-goes="${key}"]`);
  const way = document.querySelector(`.walk [data-key="${key}"]`);
  if (field === null && way === null) return;
  event.preventDefault();
  if (way !== null) press(way);
  else {
    field.focus();
    field.select();
  }
}

function press(way) {
  way.click();
  if (way.tagName === "SUMMARY") way.parentElement.querySelector('input[name="varfor"]').focus();
}

document.addEventListener("keydown", onKey);
for (const form of document.querySelectorAll("[data-submits-on-change]"))
  form.addEventListener("change", () => form.requestSubmit());
