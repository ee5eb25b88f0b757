// Which PIN did the person tap? It lies in one field of one form, goes beside the envelope, never
// into it, and is kept nowhere.

const LENGTH = 4;

function press(form, key) {
  const input = form.querySelector("input[name=pin]");
  if (key === "clear") input.value = "";
  else if (key === "back") input.value = input.value.slice(0, -1);
  else if (input.value.length < LENGTH) input.value += key;
  draw(form, input);
}

function draw(form, input) {
  form.querySelectorAll(".dots span").forEach((dot, index) => dot.classList.toggle("set", index < input.value.length));
  const isWhole = input.value.length === LENGTH;
  form.querySelector("button[type=submit]").hidden = !isWhole;
  form.querySelector(".waits").hidden = isWhole;
}

export function listen() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-key]");
    if (button) press(button.closest("form"), button.dataset.key);
  });
  document.addEventListener("keydown", (event) => {
    const form = document.querySelector(".live form.has-pin");
    if (!form || !/^(\d|Backspace)$/.test(event.key) || event.target.matches("input")) return;
    press(form, event.key === "Backspace" ? "back" : event.key);
  });
}
