// The pieces of the page where notes are written: added, removed and brought back, numbered.

function newId() {
  const letters = "abcdefghijklmnopqrstuvwx";
  return [...crypto.getRandomValues(new Uint8Array(10))].map((one) => letters[one % letters.length]).join("");
}

// A piece out of its template, with an id of its own wherever the template has a letter for it.
function make(name, ids) {
  const template = document.querySelector(`template[data-template="${name}"]`);
  const made = template.content.firstElementChild.cloneNode(true);
  for (const part of [made, ...made.querySelectorAll("*")]) {
    for (const attribute of [...part.attributes]) {
      attribute.value = fill(attribute.value, ids);
    }
  }
  return made;
}

function fill(text, ids) {
  return text.split(/([:-])/).map((part) => ids[part] ?? part).join("");
}

export function blockOf(place) {
  return place?.closest?.("[data-block]") ?? null;
}

// The item that one is in; else the last.
export function itemOf(form, place) {
  return place?.closest?.("[data-item]") ?? [...form.querySelectorAll("[data-item]")].at(-1) ?? null;
}

function isEmpty(block) {
  return [...block.querySelectorAll("[data-name]")].every((field) => field.value.trim() === "");
}

// After the block that one is in, or in its place where nothing is written yet; gives where to write.
export function addBlock(form, kind, place) {
  const item = itemOf(form, place);
  if (item === null) return addItem(form, null);
  const made = make(kind, { B: newId(), I: item.dataset.item });
  const around = blockOf(place) ?? item.querySelector("[data-block]:last-of-type");
  if (around === null) item.querySelector("[data-blocks]").append(made);
  else around.after(made);
  if (around !== null && isEmpty(around)) around.remove();
  return made.querySelector("textarea");
}

export function addItem(form, after) {
  const made = make("item", { B: newId(), I: newId() });
  if (after === null) form.querySelector("[data-items]").append(made);
  else after.after(made);
  renumber(form);
  return made.querySelector('[data-name="heading"]');
}

export function addPerson(form) {
  const list = form.querySelector("[data-people]");
  const made = make("person", { N: newId() });
  list.append(made);
  return made.querySelector('[data-name="name"]');
}

// What is removed can be had back as long as the page is open.
export function drop(button, words, changed) {
  const part = button.closest(`[data-${button.dataset.drop}]`);
  const form = part.closest("form");
  const line = document.createElement(part.tagName === "LI" ? "li" : "div");
  line.className = "dropped";
  const said = document.createElement("span");
  said.textContent = words.dropped;
  const undo = document.createElement("button");
  undo.type = "button";
  undo.className = "button small";
  undo.textContent = words.undo;
  undo.addEventListener("click", () => {
    line.replaceWith(part);
    renumber(form);
    part.querySelector("textarea, input:not([type=hidden])").focus();
    changed();
  });
  line.append(said, undo);
  part.replaceWith(line);
  renumber(form);
  return undo;
}

export function renumber(form) {
  form.querySelectorAll("[data-item]").forEach((item, at) => {
    item.querySelector(".item-number").textContent = `${at + 1}.`;
    item.setAttribute("aria-label", `${form.dataset.itemWord} ${at + 1}`);
  });
}

// As high as its words, where the browser cannot do so by itself.
export function grow(field) {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}
