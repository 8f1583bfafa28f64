// The list of actions: keys lead to the fields of the open row, and what is refused stands at its field.

import "./statements.js";
import "./combobox.js";
import { isWriting, singleKeysAreOn } from "./keys.js";

const ALSO = { o: "ä" }; // for keyboards without Ä

function onKey(event) {
  if (event.key === "Escape" && isWriting(event)) return leave(event.target);
  if (isWriting(event) || event.ctrlKey || event.metaKey || event.altKey || !singleKeysAreOn()) return;
  const key = ALSO[event.key.toLowerCase()] ?? event.key.toLowerCase();
  const field = document.querySelector(`.statement.is-open [data-goes="${CSS.escape(key)}"]`);
  if (field === null) return;
  event.preventDefault();
  field.focus();
  field.select();
  field.scrollIntoView({ block: "nearest" });
}

// Leaving a field without saving puts back what stood there.
function leave(field) {
  if (!field.closest(".action-edit")) return;
  field.form.reset();
  field.form.classList.remove("is-changed");
  field.closest(".statement").querySelector(".row-toggle").focus();
}

function letIn(event) {
  if (![409, 422].includes(event.detail.xhr.status)) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
}

function showRefusal(event) {
  const field = event.detail.elt.querySelector?.('.action-edit [aria-invalid="true"]');
  if (field) setTimeout(() => field.focus());
}

document.addEventListener("keydown", onKey);
document.addEventListener("input", (event) => event.target.closest(".edit-field")?.classList.add("is-changed"));
document.body.addEventListener("htmx:beforeSwap", letIn);
document.body.addEventListener("htmx:afterSettle", showRefusal);
