// A field that finds as you type (ARIA: combobox with a list). Without script it is a plain field.

const WAIT = 120;

function listOf(input) {
  return document.getElementById(input.getAttribute("aria-controls"));
}

function optionsOf(input) {
  return [...listOf(input).querySelectorAll('[role="option"]')];
}

function close(input) {
  listOf(input).hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function mark(input, option) {
  for (const other of optionsOf(input)) other.setAttribute("aria-selected", String(other === option));
  if (option) {
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else input.removeAttribute("aria-activedescendant");
}

function marked(input) {
  return optionsOf(input).find((option) => option.getAttribute("aria-selected") === "true");
}

let asked = 0;

async function open(input) {
  const number = ++asked;
  const address = new URL(input.closest(".combo").dataset.options, window.location.href);
  address.searchParams.set("ord", input.dataset.fresh === undefined ? "" : input.value);
  const answer = await fetch(address, { headers: { "HX-Request": "true" } });
  if (!answer.ok || number !== asked || document.activeElement !== input) return;
  const list = listOf(input);
  list.innerHTML = await answer.text();
  optionsOf(input).forEach((option, at) => (option.id = `${list.id}-${at}`));
  list.hidden = false;
  input.setAttribute("aria-expanded", "true");
  // What is written is looked for: the first hit is what Enter takes.
  mark(input, input.dataset.fresh !== undefined && input.value.trim() ? optionsOf(input)[0] : null);
}

function take(input, option) {
  input.value = option.dataset.name;
  input.closest("form").elements.vald.value = option.dataset.value;
  close(input);
  // Among other fields of a form the choice is one of them: it is sent with the rest.
  if (input.dataset.stays === undefined) input.closest("form").requestSubmit();
}

function step(input, way) {
  const options = optionsOf(input);
  if (listOf(input).hidden || options.length === 0) return void open(input);
  const here = options.indexOf(marked(input));
  mark(input, options.at((here + way + options.length) % options.length));
}

function onKey(event) {
  const input = event.target.closest?.('[role="combobox"]');
  if (!input || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    step(input, event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter" && waits.has(input)) {
    // Faster than the list: what is written is looked up first, then taken.
    event.preventDefault();
    clearTimeout(waits.get(input));
    waits.delete(input);
    open(input).then(() => finish(input));
  } else if (event.key === "Enter" && marked(input) && !listOf(input).hidden) {
    event.preventDefault();
    take(input, marked(input));
  } else if (event.key === "Escape" && !listOf(input).hidden) {
    event.preventDefault();
    event.stopPropagation();
    close(input);
  } else if (event.key === "Tab") close(input);
}

function finish(input) {
  if (marked(input)) take(input, marked(input));
  else input.closest("form").requestSubmit();
}

const waits = new Map();

function onInput(event) {
  const input = event.target.closest('[role="combobox"]');
  if (!input) return;
  input.dataset.fresh = "";
  input.closest("form").elements.vald.value = "";
  clearTimeout(waits.get(input));
  if (!input.value.trim()) {
    waits.delete(input);
    return void open(input);
  }
  waits.set(input, setTimeout(() => (waits.delete(input), open(input)), WAIT));
}

function onFocus(event) {
  const input = event.target.closest?.('[role="combobox"]');
  if (input) open(input);
}

function onLeave(event) {
  const input = event.target.closest?.('[role="combobox"]');
  if (input) setTimeout(() => document.activeElement !== input && listOf(input) && close(input), 150);
}

function onPress(event) {
  const option = event.target.closest('.combo [role="option"]');
  if (!option) return;
  event.preventDefault();
  take(option.closest(".combo").querySelector('[role="combobox"]'), option);
}

document.addEventListener("keydown", onKey, true);
document.addEventListener("input", onInput);
document.addEventListener("focusin", onFocus);
document.addEventListener("focusout", onLeave);
document.addEventListener("mousedown", onPress);
