// Which PIN did the person tap? It lies in one field of one form, goes beside the envelope, never
// into it, and is kept nowhere.

import { setGate } from "./gates.js";

const MIN = 4;
const MAX = 8;

function press(form, key) {
  const input = form.querySelector("input[name=pin]");
  if (key === "clear") input.value = "";
  else if (key === "back") input.value = input.value.slice(0, -1);
  else if (input.value.length < MAX) input.value += key;
  draw(form, input.value.length);
}

function draw(form, length) {
  const dots = form.querySelector(".dots");
  const boxes = Array.from({ length: Math.max(MIN, length) }, (_, index) => {
    const box = document.createElement("span");
    box.classList.toggle("set", index < length);
    return box;
  });
  dots.replaceChildren(...boxes);
  setGate(form, "pinned", length >= MIN);
}

export function listen() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-key]");
    if (button) press(button.closest("form"), button.dataset.key);
  });
}
