// How does a new frame reach the page? In place. No row moves under a thumb: while the screen has
// been touched in the last 2 s only the words change and the order waits, except for hot, unknown
// and stop, which jump to the top at once.

const QUIET = 2000;
const JUMPS = ".row.hot, .row.unknown, .stop-line";

let touchedAt = 0;
for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => (touchedAt = Date.now()), { capture: true, passive: true });

let shown = null;
let waiting = null;

export function showFrame(live, html) {
  clearTimeout(waiting);
  if (html === shown) return;
  const fresh = document.createElement("template");
  fresh.innerHTML = html;
  if (shown === null || Date.now() - touchedAt > QUIET || hasNewDanger(live, fresh.content)) {
    shown = html;
    live.replaceChildren(fresh.content);
    announce(live);
    return;
  }
  // What is on the screen is now part of both frames and equal to neither.
  shown = "";
  replaceInPlace(live, fresh.content);
  waiting = setTimeout(() => showFrame(live, html), QUIET);
}

function announce(live) {
  live.dispatchEvent(new CustomEvent("frame", { bubbles: true }));
}

function hasNewDanger(live, fresh) {
  return Array.from(fresh.querySelectorAll(JUMPS)).some((row) => !row.id || !live.querySelector(`#${CSS.escape(row.id)}`)?.matches(JUMPS));
}

/** Change the words of what stays where it is; what is new or gone waits with the order. */
function replaceInPlace(live, fresh) {
  for (const row of live.querySelectorAll("[id]")) {
    const next = fresh.querySelector(`#${CSS.escape(row.id)}`);
    if (next && next.outerHTML !== row.outerHTML) row.replaceWith(next.cloneNode(true));
  }
}
