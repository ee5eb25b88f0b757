// What did the person count, or take out? Steppers from zero, never filled in from the plan; the drawing
// follows; the act opens when every chamber is answered.

import { setGate } from "./gates.js";

function counted(form) {
  const inputs = [...form.querySelectorAll(".stepper input[data-kind]")];
  const sum = inputs.reduce((total, input) => total + Number(input.value), 0);
  return { inputs, sum, capacity: Number(form.dataset.capacity) };
}

function step(form, button) {
  const { sum, capacity } = counted(form);
  const input = button.closest(".stepper").querySelector("input[data-kind]");
  const next = Number(input.value) + Number(button.dataset.step);
  if (next < 0 || (Number(button.dataset.step) > 0 && sum >= capacity)) return;
  input.value = String(next);
  input.closest(".stepper").querySelector("output").textContent = String(next);
  draw(form);
}

export function draw(form) {
  const { inputs, sum, capacity } = counted(form);
  const kinds = inputs.flatMap((input) => Array(Number(input.value)).fill(input.dataset.kind));
  form.querySelectorAll("use.chamber").forEach((use, index) => use.setAttribute("href", `#c-${kinds[index] ?? "unanswered"}`));
  const left = capacity - sum;
  const words = form.querySelector(".left");
  words.textContent = left === 0 ? words.dataset.none : left === 1 ? words.dataset.one : words.dataset.many.replace("%n", String(left));
  form.querySelector(".sum b").textContent = words.dataset.of.replace("%n", String(sum)).replace("%m", String(capacity));
  setGate(form, "counted", left === 0);
}

export function listen() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-step]");
    if (button) step(button.closest("form"), button);
  });
}
