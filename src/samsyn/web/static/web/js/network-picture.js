// The picture of the network: arrow keys go between the marks, and the ties of the one in hand are lit.

const picture = document.querySelector(".picture > svg");
const nodes = picture === null ? [] : [...picture.querySelectorAll(".node")];
const ties = picture === null ? [] : [...picture.querySelectorAll("[data-from]")];

function light(node) {
  const own = ties.filter((tie) => node !== null && (tie.dataset.from === node.id || tie.dataset.to === node.id));
  const near = new Set(own.flatMap((tie) => [tie.dataset.from, tie.dataset.to]));
  for (const tie of ties) tie.classList.toggle("lit", own.includes(tie));
  for (const one of nodes) one.classList.toggle("lit", near.has(one.id));
}

// One stop for the tab key; the arrows go on from there.
function stopAt(node) {
  for (const one of nodes) one.setAttribute("tabindex", one === node ? "0" : "-1");
}

function middle(node) {
  const box = node.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function nearest(from, key) {
  const sideways = key === "ArrowLeft" || key === "ArrowRight";
  const sign = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
  const here = middle(from);
  const column = (node) => node.querySelector("text").getAttribute("text-anchor");
  const ahead = nodes.filter((node) => {
    if (node === from) return false;
    const there = middle(node);
    if (sideways) return column(node) !== column(from) && (there.x - here.x) * sign > 0;
    return column(node) === column(from) && (there.y - here.y) * sign > 0;
  });
  const far = (node) => Math.abs(middle(node).x - here.x) * (sideways ? 2 : 0) + Math.abs(middle(node).y - here.y);
  return ahead.sort((one, other) => far(one) - far(other))[0];
}

if (nodes.length > 0) {
  stopAt(nodes[0]);
  for (const node of nodes) {
    node.addEventListener("focus", () => {
      stopAt(node);
      light(node);
    });
    node.addEventListener("blur", () => light(null));
    node.addEventListener("mouseenter", () => light(node));
    node.addEventListener("mouseleave", () => light(null));
    node.addEventListener("keydown", (event) => {
      if (!event.key.startsWith("Arrow")) return;
      event.preventDefault();
      nearest(node, event.key)?.focus();
    });
  }
}
