// When does an act open? When everything it waits for is there: each wait is a gate of its form,
// born shut in the HTML. Until then the act stands there dashed and says what it waits for.

const GATES = ["counted", "pinned", "filled"];

export function setGate(form, gate, isOpen) {
  form.dataset[gate] = isOpen ? "open" : "shut";
  const isShut = GATES.some((each) => form.dataset[each] === "shut");
  form.querySelector("button[type=submit]").hidden = isShut;
  form.querySelector(".waits").hidden = !isShut;
}
