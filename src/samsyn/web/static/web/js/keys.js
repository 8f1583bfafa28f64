// Keys and dialogs that every page has. Nothing here is needed to use the page.

const OFF = "tangenter-av";

export function singleKeysAreOn() {
  return localStorage.getItem(OFF) !== "1";
}

export function isWriting(event) {
  return event.target.closest("input, select, textarea, [contenteditable]") !== null;
}

function showDialog(id) {
  document.getElementById(id)?.showModal();
}

function onKey(event) {
  if (isWriting(event) || event.ctrlKey || event.metaKey || event.altKey || !singleKeysAreOn()) return;
  if (event.key === "/") {
    const search = document.getElementById("sok");
    if (search === null) return;
    event.preventDefault();
    search.focus();
    search.select();
  } else if (event.key === "?") {
    showDialog("tangenter");
  } else if (event.key === "z") {
    document.querySelector('#besked [data-key="z"]')?.click();
  }
}

function onClick(event) {
  const opener = event.target.closest("[data-opens]");
  if (opener !== null) showDialog(opener.dataset.opens);
  if (event.target.closest("[data-prints]") !== null) window.print();
  const account = document.querySelector(".who[open]");
  if (account !== null && !account.contains(event.target)) account.open = false;
}

function closeAccount(event) {
  const account = document.querySelector(".who[open]");
  if (event.key !== "Escape" || account === null) return;
  account.open = false;
  account.querySelector("summary").focus();
}

function keepSwitch() {
  const box = document.getElementById("tangenter-av");
  if (box === null) return;
  box.checked = !singleKeysAreOn();
  box.addEventListener("change", () => localStorage.setItem(OFF, box.checked ? "1" : "0"));
}

// What was asked for in place did not come: say so, or go to sign-in where the session has ended.
function tellFailure() {
  const words = document.getElementById("besked-fel").content.cloneNode(true);
  document.getElementById("besked")?.replaceChildren(words);
}

// What was typed is refused with a sentence of its own: show that one.
function showRefusal(event) {
  if (event.detail.xhr.status !== 422) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
}

function goToSignIn(event) {
  const answered = event.detail.xhr.responseURL;
  if (!answered || !new URL(answered).pathname.startsWith("/logga-in/")) return;
  event.detail.shouldSwap = false;
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/logga-in/?next=${encodeURIComponent(here)}`);
}

document.body.addEventListener("htmx:responseError", tellFailure);
document.body.addEventListener("htmx:sendError", tellFailure);
document.body.addEventListener("htmx:beforeSwap", goToSignIn);
document.body.addEventListener("htmx:beforeSwap", showRefusal);
document.documentElement.classList.add("has-script");
document.addEventListener("keydown", onKey);
document.addEventListener("keydown", closeAccount);
document.addEventListener("click", onClick);
keepSwitch();
