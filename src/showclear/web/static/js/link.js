// Does this screen still know anything? Stale is unknown (law 11): a screen that lost the server
// shows no state within 4 seconds. The HTML is born unknown; only a whole frame from the server
// makes it live; a beat alone never does. Here is the first of two dead-man switches, the timer.
// The second, in look.css, needs no script: every beat restarts an animation that ends in UNKNOWN.

export const SILENCE_MAX = 3500; // ms without a beat
export const TICK = 250;
export const SLEEP_MIN = 2000; // a tick that comes this late means: the page was frozen
export const CLOCK_BACK_MAX = 1000; // ms the server's clock may seem to run backwards
const AGAIN_AFTER = 1000;

/** Judge frames and beats. Pure: it is told the time, it touches no page. */
export class Link {
  constructor() {
    this.forget();
  }

  forget() {
    this.isLive = false;
    this.frame = null;
    this.heardAt = null;
    this.offset = null;
  }

  /** A whole board. It alone can make the screen live. */
  hearFrame(frame, now) {
    this.offset = this.offset === null ? now - frame.at : Math.min(this.offset, now - frame.at);
    if (this.isLate(frame, now)) return this.forget();
    this.frame = { epoch: frame.epoch, seq: frame.seq };
    this.heardAt = now;
    this.isLive = true;
  }

  /** A sign of life. It must speak of the very board on the screen, and be fresh. */
  hearBeat(beat, now) {
    if (!this.isLive) return;
    const isSame = beat.epoch === this.frame.epoch && beat.seq === this.frame.seq;
    // Beats held up in a frozen connection arrive in a burst: their own time gives them away.
    if (!isSame || this.isLate(beat, now)) return this.forget();
    this.heardAt = now;
    this.offset = Math.min(this.offset, now - beat.at);
  }

  isLate(word, now) {
    const delay = now - word.at - this.offset;
    return delay > SILENCE_MAX || delay < -CLOCK_BACK_MAX;
  }

  /** Silence ends the state. */
  tick(now) {
    if (this.isLive && (now - this.heardAt > SILENCE_MAX || now < this.heardAt)) this.forget();
  }
}

/** Join a Link to the page and to the server. `show` draws a frame's HTML. */
export function connect(stack, show) {
  const root = document.documentElement;
  const link = new Link();
  let source = null;
  let tickedAt = Date.now();
  let lastClock = "";
  let lostAt = null;

  function paint() {
    if (link.isLive) {
      root.dataset.link = "live";
      lostAt = null;
    } else if (root.dataset.link !== "lost" || lostAt === null) {
      root.dataset.link = "lost";
      lostAt = Date.now();
      say(".no-server", (line) => {
        line.textContent = lastClock ? `${line.dataset.since} ${lastClock}` : line.dataset.never;
      });
    }
  }

  function say(selector, write) {
    for (const element of document.querySelectorAll(selector)) write(element);
  }

  function lose() {
    link.forget();
    source?.close();
    source = null;
    paint();
  }

  function reopen() {
    lose();
    source = new EventSource(stack.dataset.live);
    const mine = source;
    source.addEventListener("board", (event) => mine === source && hear(JSON.parse(event.data), true));
    source.addEventListener("beat", (event) => mine === source && hear(JSON.parse(event.data), false));
    source.onerror = () => {
      if (mine !== source) return;
      lose();
      setTimeout(() => source ?? reopen(), AGAIN_AFTER);
    };
  }

  function hear(word, isFrame) {
    const now = Date.now();
    // The message may run before the late tick does: a thaw is a new connection, never a go-on.
    if (now - tickedAt > SLEEP_MIN || document.hidden) return reopen();
    if (isFrame) {
      link.hearFrame(word, now);
      if (link.isLive) show(word.html);
    } else {
      link.hearBeat(word, now);
    }
    if (!link.isLive) return reopen();
    lastClock = word.second;
    root.toggleAttribute("data-odd");
    say(".live time.now, time.now.linked", (time) => (time.textContent = word.clock));
    paint();
  }

  function tick() {
    const now = Date.now();
    const slept = now - tickedAt > SLEEP_MIN;
    tickedAt = now;
    const wasLive = link.isLive;
    link.tick(now);
    if (slept || (wasLive && !link.isLive)) return document.hidden ? lose() : reopen();
    paint();
    if (lostAt !== null) say(".lost-for", (time) => (time.textContent = forHowLong(now - lostAt)));
  }

  // Hidden, frozen, or brought back from the back-forward cache: born unknown once more.
  addEventListener("pagehide", lose);
  document.addEventListener("freeze", lose);
  addEventListener("pageshow", (event) => event.persisted && reopen());
  document.addEventListener("resume", reopen);
  document.addEventListener("visibilitychange", () => (document.hidden ? lose() : reopen()));
  document.addEventListener("click", (event) => event.target.closest?.("[data-again]") && reopen());
  setInterval(tick, TICK);
  if (!document.hidden) reopen();
  return link;
}

function forHowLong(ms) {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
