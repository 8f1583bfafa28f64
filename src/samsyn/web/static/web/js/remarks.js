// Remarks on wording beside the fields where something is decided: asked for as one pauses, answered in place.
// Without this, they stand on the page once the words are saved.

const PAUSE = 700;
const timers = new WeakMap();
const asked = new WeakMap();

const place = document.querySelector("[data-remarks-url]");

function boxOf(field) {
  const known = document.getElementById(field.dataset.remarksBox ?? "");
  if (known !== null) return known;
  const box = document.createElement("div");
  box.className = "remarks-beside";
  box.id = `anmarkningar-${field.id}`;
  box.setAttribute("aria-live", "polite");
  field.dataset.remarksBox = box.id;
  field.after(box);
  return box;
}

function token(field) {
  const own = field.form?.elements.namedItem("csrfmiddlewaretoken");
  return (own ?? document.querySelector('[name="csrfmiddlewaretoken"]')).value;
}

async function post(field, address, values) {
  const body = new FormData();
  const { remarks, hasTime = "", hasOwner = "", about = "", aboutId = "" } = field.dataset;
  const told = { text: field.value, sort: remarks, tid: hasTime, agare: hasOwner, om: about, "om-id": aboutId, ...values };
  Object.entries(told).forEach(([name, value]) => body.append(name, value));
  const headers = { "X-CSRFToken": token(field), "HX-Request": "true" };
  const answer = await fetch(address, { method: "POST", body, headers }).catch(() => null);
  // Remarks are help: where they cannot be had, the field is as good without.
  return answer !== null && answer.ok && !answer.redirected ? answer.text() : null;
}

async function ask(field) {
  const text = field.value.trim();
  if (asked.get(field) === text) return;
  asked.set(field, text);
  const html = text === "" ? "" : await post(field, place.dataset.remarksUrl, {});
  if (html !== null && field.value.trim() === text) boxOf(field).innerHTML = html;
}

async function answer(button) {
  const row = button.closest("[data-remark]");
  const field = document.querySelector(`[data-remarks-box="${button.closest(".remarks-beside").id}"]`);
  const why = row.querySelector("[data-why]").value;
  const values = { ...JSON.parse(row.dataset.remark), svar: button.dataset.answer, "anm-varfor": why };
  const html = await post(field, place.dataset.answerUrl, values);
  if (html === null) return;
  boxOf(field).innerHTML = html;
  field.focus();
}

function wait(field, pause) {
  clearTimeout(timers.get(field));
  timers.set(field, setTimeout(() => ask(field), pause));
}

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-remarks]")) wait(event.target, PAUSE);
});
document.addEventListener("focusin", (event) => {
  if (event.target.matches("[data-remarks]:not([data-remarks-late])")) wait(event.target, 0);
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-answer]");
  if (button !== null) answer(button);
});
// The reason stands within the field's own form: Enter there must not send that.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches("[data-why]")) return;
  event.preventDefault();
  event.target.closest("[data-remark]").querySelector('[data-answer="avfarda"]').click();
});
