// How many rounds of which box go into which chambers? The number fills chambers from 1; each one
// can be chosen by hand besides. A box brings the number of the plan, or none; the act opens when
// there is a round to load.

import { setGate } from "./gates.js";

function chambers(form) {
  return [...form.querySelectorAll("[name='rounds[].chamber']")];
}

function fill(form, rounds) {
  chambers(form).forEach((each, index) => (each.checked = index < rounds));
  drawLoad(form);
}

export function drawLoad(form) {
  const all = chambers(form);
  const kind = form.querySelector("[name='rounds[].lot']:checked")?.dataset.kind;
  form.querySelectorAll("use.chamber").forEach((use, index) => use.setAttribute("href", `#c-${all[index].checked ? (kind ?? "unanswered") : "empty"}`));
  const rounds = all.filter((each) => each.checked).length;
  form.querySelector("output").textContent = String(rounds);
  setGate(form, "filled", rounds > 0 && kind !== undefined);
}

export function listen() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-fill]");
    if (!button) return;
    const form = button.closest("form");
    const rounds = Number(form.querySelector("output").textContent) + Number(button.dataset.fill);
    if (rounds >= 0 && rounds <= chambers(form).length) fill(form, rounds);
  });
  document.addEventListener("change", (event) => {
    const form = event.target.closest?.("form[data-filled]");
    if (!form) return;
    if (event.target.dataset.rounds) fill(form, Number(event.target.dataset.rounds));
    else drawLoad(form);
  });
}
