// How far the files have come: sent in per cent, then read.

function tell(form, words, share) {
  const place = form.querySelector("[data-progress]");
  place.hidden = false;
  const bar = place.querySelector("progress");
  if (share === null) bar.removeAttribute("value");
  else bar.value = share;
  // A screen reader is told of each step, not of each per cent.
  const line = place.querySelector("[role=status]");
  if (line.textContent !== words) line.textContent = words;
}

function uploadOf(event) {
  const form = event.target;
  return form instanceof HTMLFormElement && "upload" in form.dataset ? form : null;
}

document.body.addEventListener("htmx:beforeRequest", (event) => {
  const form = uploadOf(event);
  if (form === null) return;
  form.querySelector(".buttons button").disabled = true;
  tell(form, form.dataset.sending, 0);
});

document.body.addEventListener("htmx:xhr:progress", (event) => {
  const form = uploadOf(event);
  if (form === null || !event.detail.lengthComputable) return;
  const share = Math.round((100 * event.detail.loaded) / event.detail.total);
  if (share < 100) tell(form, form.dataset.sending, share);
  else tell(form, form.dataset.reading, null);
});

document.body.addEventListener("htmx:afterRequest", (event) => {
  const form = uploadOf(event);
  if (form === null || event.detail.successful) return;
  form.querySelector(".buttons button").disabled = false;
  form.querySelector("[data-progress]").hidden = true;
});

// What was wrong is read first.
document.body.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id !== "inlasning" && event.detail.elt?.id !== "inlasning") return;
  document.getElementById("filer")?.focus();
});
