// Did the stop arrive? The form works without any script. With it, a stop that could not be sent
// is said so and goes again until the server has it: it only takes permission away, so sending it
// twice does no harm.

const AGAIN_AFTER = 1000;
const GIVE_UP_AFTER = 5000;

async function send(form, button) {
  const body = new URLSearchParams(new FormData(form, button));
  const line = document.getElementById("said-of-stop");
  for (;;) {
    try {
      const response = await fetch(form.action, { method: "POST", body, credentials: "same-origin", signal: AbortSignal.timeout(GIVE_UP_AFTER) });
      if (response.ok) return location.assign(response.url);
    } catch {
      // No connection: say so and go on.
    }
    line.hidden = false;
    line.textContent = line.dataset.unsent;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
  }
}

export function listen() {
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-relay]")) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });
}
