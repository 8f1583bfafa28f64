// The field for words in notes: it finds as one writes. Without this, its button leads to a page that finds.

function prepare(root) {
  for (const button of root.querySelectorAll("[data-pick] button")) button.type = "button";
}

function seek(field) {
  window.htmx.trigger(field.querySelector('input[type="search"]'), "seek");
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-pick] button");
  if (button) seek(button.closest("[data-pick]"));
});
// Enter looks for the words; it must not send the form around them.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches?.('[data-pick] input[type="search"]')) return;
  event.preventDefault();
  seek(event.target.closest("[data-pick]"));
});
prepare(document);
