// Proposed threads: a key answers the first, and the next one takes its place.

import { isWriting, singleKeysAreOn } from "./keys.js";

document.addEventListener("keydown", (event) => {
  if (isWriting(event) || event.ctrlKey || event.metaKey || event.altKey || !singleKeysAreOn()) return;
  const key = CSS.escape(event.key.toLowerCase());
  document.querySelector(`.threads [data-key="${key}"]`)?.click();
});
