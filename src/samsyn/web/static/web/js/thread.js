// The picture of a matter's way: one stop for the tab key, arrow keys between the marks. Sideways goes along the
// time, up and down to the nearest mark of another lane.

const marks = [...document.querySelectorAll(".way-mark[href]")];

function stopAt(mark) {
  for (const one of marks) one.setAttribute("tabindex", one === mark ? "0" : "-1");
}

function middle(mark) {
  const dot = mark.querySelector(".way-dot");
  return { x: Number(dot.getAttribute("cx")), y: Number(dot.getAttribute("cy")) };
}

function next(mark, key) {
  const at = marks.indexOf(mark);
  if (key === "Home") return marks[0];
  if (key === "End") return marks.at(-1);
  if (key === "ArrowRight") return marks[at + 1];
  if (key === "ArrowLeft") return marks[at - 1];
  const sign = key === "ArrowDown" ? 1 : -1;
  const here = middle(mark);
  const far = (one) => Math.abs(middle(one).y - here.y) * 2 + Math.abs(middle(one).x - here.x);
  return marks.filter((one) => (middle(one).y - here.y) * sign > 0).sort((one, other) => far(one) - far(other))[0];
}

// The picture begins at today; where the matter has been silent for long, its last mark lies before that.
function showLast(mark) {
  const box = mark.closest(".way-scroll");
  const place = mark.getBoundingClientRect();
  const room = box.getBoundingClientRect();
  const beyond = place.left - (room.left + room.width * 0.6);
  if (beyond < 0 && box.scrollWidth > box.clientWidth) box.scrollLeft += beyond;
}

// The picture of a plan's times goes on long after today: there is where it begins.
for (const line of document.querySelectorAll(".plan-time-scroll .way-today")) {
  const box = line.closest(".way-scroll");
  const here = line.getBoundingClientRect().left - box.getBoundingClientRect().left;
  box.scrollLeft += here - box.clientWidth * 0.55;
}

if (marks.length > 0) {
  stopAt(marks.at(-1));
  if (!marks.at(-1).closest(".plan-time-scroll")) showLast(marks.at(-1));
  for (const mark of marks) {
    mark.addEventListener("focus", () => {
      stopAt(mark);
      mark.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
    mark.addEventListener("keydown", (event) => {
      if (!["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) return;
      event.preventDefault();
      next(mark, event.key)?.focus();
    });
  }
}
