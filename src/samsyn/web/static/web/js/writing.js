// Writing notes: one key each for a decision, an agreed outcome and an action, saved as one types. What has not
// reached the server lies in the browser until it has. Without this, the page is a plain form.

import { blockOf, itemOf, addBlock, addItem, addPerson, drop, grow, renumber } from "./writing-parts.js";

const PAUSE = 800;
const AGAIN = 5000;
const KEYS = { KeyT: "text", KeyB: "decision", Semicolon: "agreed", BracketLeft: "action", KeyP: "item" };

const form = document.querySelector("[data-writing]");
const KEPT = `samsyn-utkast-${form.dataset.draft}`;
const version = form.elements.namedItem("version");
const token = form.elements.namedItem("csrfmiddlewaretoken");
const words = form.dataset;
let last = JSON.stringify(read());
let timer = 0;
let sending = null;
let isRenewed = false; // whether the token is a new one that has not been of use yet
let isSettled = true; // false while two versions wait to be put together

function value(part, name) {
  const field = part.querySelector(`[data-name="${name}"]`);
  return field === null ? "" : field.value;
}

function readBlock(part) {
  const texts = { text: value(part, "text"), owner: value(part, "owner"), due: value(part, "due") };
  return { id: part.dataset.block, kind: part.dataset.kind, ...texts };
}

function readPerson(row) {
  const present = row.querySelector('[data-name="present"]').checked;
  return { name: value(row, "name"), organisation: value(row, "organisation"), present };
}

function read() {
  const all = (selector, from = form) => [...from.querySelectorAll(selector)];
  const facts = ["day", "starts", "ends", "place", "chair", "secretary", "next_day", "next_starts", "next_place"];
  const content = Object.fromEntries(facts.map((name) => [name, form.elements.namedItem(name).value]));
  content.lists_absent = form.elements.namedItem("lists_absent").checked;
  content.people = all("[data-person]").map(readPerson);
  content.items = all("[data-item]").map((item) => ({
    id: item.dataset.item,
    heading: value(item, "heading"),
    blocks: all("[data-block]", item).map(readBlock),
  }));
  return content;
}

// What lies in the browser: what is written, the version it was written on, and when.
function keep(text) {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ own: text, version: version.value, at: new Date().toISOString() }));
  } catch {
    return; // private windows may have no room; what is written is sent all the same
  }
}

function forget() {
  localStorage.removeItem(KEPT);
}

function tell(text) {
  const line = document.querySelector("[data-status]");
  if (line.textContent !== text) line.textContent = text;
  document.querySelector("[data-status-below]").textContent = text;
}

function changed() {
  const text = JSON.stringify(read());
  form.dataset.isSaved = text === last ? "yes" : "no";
  if (text === last) return;
  keep(text);
  if (isSettled) wait(PAUSE);
}

function wait(time) {
  clearTimeout(timer);
  timer = setTimeout(save, time);
}

// One at a time: what is typed meanwhile goes with the next.
async function save() {
  clearTimeout(timer);
  if (sending !== null) await sending;
  const text = JSON.stringify(read());
  if (text === last || !isSettled) return text === last;
  sending = send(text);
  const isSaved = await sending;
  sending = null;
  if (isSaved && JSON.stringify(read()) !== last) wait(PAUSE);
  return isSaved;
}

async function send(text) {
  tell(words.saving);
  let answer;
  try {
    answer = await fetch(form.action, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token.value },
      keepalive: text.length < 60_000, // so that the last words go though the page is closed
      body: `{"version":${Number(version.value)},"content":${text}}`,
    });
  } catch {
    tell(words.offline);
    wait(AGAIN);
    return false;
  }
  return take(answer, text);
}

async function take(answer, text) {
  const isOurs = !answer.redirected && (answer.headers.get("Content-Type") ?? "").startsWith("application/json");
  if (!isOurs) {
    const isSignedOut = answer.redirected || answer.status === 403;
    tell(isSignedOut ? words.signedOut : words.offline);
    const isFirst = !isRenewed;
    isRenewed = isSignedOut && (await renewToken());
    wait(isRenewed && isFirst ? 0 : AGAIN);
    return false;
  }
  isRenewed = false;
  const said = await answer.json();
  document.querySelectorAll("[data-fault]").forEach(clearFault);
  if (answer.status === 409) return showClash(said.html);
  if (!answer.ok) return showFault(said);
  last = text;
  version.value = said.version;
  document.querySelectorAll('.discard [name="version"]').forEach((field) => { field.value = said.version; });
  if (JSON.stringify(read()) === text) {
    form.dataset.isSaved = "yes";
    forget();
  }
  tell(`${words.saved} ${said.at}`);
  return true;
}

// Whoever has signed in anew has another token; the page as it is now tells it.
async function renewToken() {
  const answer = await fetch(form.action).catch(() => null);
  if (answer === null || answer.redirected || !answer.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.querySelector('[data-writing] [name="csrfmiddlewaretoken"]')?.value;
  if (now === undefined) return false;
  document.querySelectorAll('[name="csrfmiddlewaretoken"]').forEach((field) => { field.value = now; });
  return true;
}

// Said at the words, for eyes and ears.
function showFault(said) {
  const field = document.getElementById(said.field);
  tell(said.message);
  if (field === null) return false;
  const line = document.createElement("p");
  line.className = "error";
  line.dataset.fault = said.field;
  line.id = `fel-${said.field}`;
  line.setAttribute("role", "alert");
  line.textContent = said.message;
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", line.id);
  field.after(line);
  return false;
}

function clearFault(line) {
  const field = document.getElementById(line.dataset.fault);
  field?.removeAttribute("aria-invalid");
  field?.removeAttribute("aria-describedby");
  line.remove();
}

function showClash(html) {
  isSettled = false;
  const place = document.querySelector("[data-clash]");
  place.innerHTML = html;
  form.inert = true;
  const open = place.querySelector("[data-clash-open]");
  open.focus();
  open.scrollIntoView({ block: "start" });
  tell("");
  return false;
}

// What is chosen goes as a form: what lies in the browser is forgotten when the next version has come.
function settle(event) {
  if (event.target.closest("[data-settles]") === null) return;
  const kept = JSON.parse(localStorage.getItem(KEPT) ?? "null");
  if (kept !== null) localStorage.setItem(KEPT, JSON.stringify({ ...kept, sentOn: event.target.dataset.version }));
}

function offer() {
  const kept = JSON.parse(localStorage.getItem(KEPT) ?? "null");
  const box = document.querySelector("[data-unsent]");
  const hasCome = kept?.sentOn !== undefined && Number(version.value) > Number(kept.sentOn);
  if (kept === null || kept.own === last || hasCome) {
    forget();
    return;
  }
  box.elements.namedItem("version").value = kept.version;
  box.elements.namedItem("own").value = kept.own;
  const at = new Intl.DateTimeFormat("sv", { day: "numeric", month: "long", hour: "numeric", minute: "numeric" });
  box.querySelector("[data-unsent-at]").textContent = at.format(new Date(kept.at));
  box.hidden = false;
  form.inert = true;
  box.querySelector("button").focus();
}

function leaveOffer() {
  forget();
  document.querySelector("[data-unsent]").hidden = true;
  form.inert = false;
}

function add(kind, from) {
  const made = kind === "item" ? addItem(form, itemOf(form, from)) : addBlock(form, kind, from);
  changed();
  made.focus();
}

function onKey(event) {
  const kind = KEYS[event.code];
  const isOurs = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (kind !== undefined && isOurs && !form.inert) {
    event.preventDefault();
    add(kind, document.activeElement);
  } else if (event.key === "Enter" && event.target.matches("[data-writing] input")) {
    event.preventDefault(); // a form would be sent by its first button
    goOn(event.target);
  }
}

// Enter leads from a heading or the facts of an action to the next place to write.
function goOn(field) {
  const fields = [...form.querySelectorAll("input:not([type=hidden]), textarea")];
  fields[fields.indexOf(field) + 1]?.focus();
}

function onClick(event) {
  const button = event.target.closest("button, a");
  if (button === null) return;
  const does = button.dataset;
  if (does.forget !== undefined) return leaveOffer();
  if (does.dropsOwn !== undefined) return forget();
  if (does.afterSaving !== undefined) return goWhenSaved(event, () => window.location.assign(button.href));
  if (does.handIn !== undefined) return goWhenSaved(event, () => handIn(button.formAction));
  if (does.keyAdds !== undefined) return add(does.keyAdds, lastTouched());
  const made = does.add ? () => addBlock(form, does.add, itemOf(form, button))
    : does.addItem !== undefined ? () => addItem(form, null)
    : does.addPerson !== undefined ? () => addPerson(form)
    : does.drop ? () => drop(button, words, changed) : null;
  if (made === null) return;
  event.preventDefault();
  made().focus();
  changed();
}

let touched = null;

function lastTouched() {
  return touched !== null && form.contains(touched) ? touched : null;
}

async function goWhenSaved(event, go) {
  event.preventDefault();
  if (JSON.stringify(read()) === last || (await save())) go();
}

// All is saved: the version's number says what is handed in.
function handIn(address) {
  const small = document.createElement("form");
  small.method = "post";
  small.action = address;
  for (const name of ["csrfmiddlewaretoken", "version"]) {
    small.append(form.elements.namedItem(name).cloneNode());
  }
  document.body.append(small);
  small.submit();
}

form.addEventListener("input", (event) => {
  if (event.target.matches("textarea")) grow(event.target);
  changed();
});
form.addEventListener("focusin", (event) => {
  if (blockOf(event.target) !== null || event.target.closest("[data-item]") !== null) touched = event.target;
});
form.addEventListener("submit", () => clearTimeout(timer));
document.addEventListener("submit", settle);
document.addEventListener("keydown", onKey);
document.addEventListener("click", onClick);
window.addEventListener("online", () => wait(0));
window.addEventListener("pagehide", () => {
  if (JSON.stringify(read()) !== last && isSettled) save();
});
form.querySelectorAll("textarea").forEach(grow);
renumber(form);
offer();
