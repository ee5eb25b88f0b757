// How does a tap become an ask? The page says which act (data-ask); this module adds what the
// person counted or read, an id and the time, signs the bytes with this browser's key and sends
// them. An ask is never made twice: after a lost connection the same bytes go again, with the
// same id, and the server answers what it has recorded.

import { canonicalBytes, envelope, pae } from "./canonical.js";
import { findKey, sign, stored } from "./keys.js";

const SLOW_AFTER = 1000; // ms until the wait is said in words
const AGAIN_AFTER = 3000; // ms between two sendings of the same bytes
const GIVE_UP_AFTER = 20000; // ms for one sending

/** Build the payload of an ask. Only the person's own answers are read from the form. */
export function buildPayload(page, ask, { id, at }) {
  return { v: 1, expects: {}, ...ask, show: page.origin, by: page.key, id, at };
}

/** The signer's claim of the time: UTC, whole seconds. */
export function claimedTime(date) {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** Read what the person entered. "seen.dummy" becomes seen: {dummy}; the PIN stays out. */
export function readEntries(form) {
  const fields = {};
  const lists = {};
  let pin;
  for (const input of form?.elements ?? []) {
    if (!input.name || input.name === "csrfmiddlewaretoken" || isOff(input)) continue;
    const [list, key] = input.name.split("[].");
    if (key) putItem((lists[list] ??= { items: [], shared: {} }), key, input);
    else if (input.name === "pin") pin = input.value;
    else put(fields, input.name.split("."), valueOf(input));
  }
  for (const [list, { items, shared }] of Object.entries(lists)) {
    fields[list] = items.map((item) => ({ ...shared, ...item }));
  }
  return { fields, pin };
}

/** A choice that was not chosen says nothing. */
function isOff(input) {
  return ["radio", "checkbox"].includes(input.type) && !input.checked;
}

function valueOf(input) {
  if (input.dataset.type === "int") return Number(input.value);
  return input.dataset.type === "bool" ? input.value === "true" : input.value.trim();
}

/** "rounds[].chamber": each ticked box is an item of the list; any other entry holds for all. */
function putItem(list, key, input) {
  if (input.type === "checkbox") list.items.push({ [key]: valueOf(input) });
  else list.shared[key] = valueOf(input);
}

function put(target, [first, ...rest], value) {
  if (rest.length === 0) target[first] = value;
  else put((target[first] ??= {}), rest, value);
}

/** Have what was written in words kept beside the record, which holds only its salted hash. */
async function keepTexts(form, fields) {
  for (const input of form?.querySelectorAll("[data-type=text]") ?? []) {
    const body = new URLSearchParams({ text: input.value, csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value });
    const response = await fetch(form.dataset.texts, { method: "POST", body, credentials: "same-origin" });
    const kept = await response.json();
    if (!kept.hash) throw new Error(kept.said);
    fields[input.name] = kept.hash;
  }
}

export async function makeEntry(page, ask, pin) {
  const key = await findKey(page.origin, page.person);
  if (!key) return undefined;
  const id = crypto.randomUUID();
  const payload = canonicalBytes(
    buildPayload({ ...page, key: key.id }, ask, { id, at: claimedTime(new Date()) }),
  );
  const signature = await sign(key.private, pae(payload));
  return { id, url: page.asks, go: page.go, body: { envelope: envelope(payload, key.id, signature), ...(pin ? { pin } : {}) } };
}

/** Send one ask until it is answered. The bytes never change. */
async function sendUntilAnswered(entry, say) {
  const slow = setTimeout(() => say("slow"), SLOW_AFTER);
  try {
    for (;;) {
      const answer = await sendOnce(entry);
      if (answer) return answer;
      clearTimeout(slow);
      say("lost");
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
    }
  } finally {
    clearTimeout(slow);
  }
}

async function sendOnce(entry) {
  try {
    const response = await fetch(entry.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(entry.body),
      credentials: "same-origin",
      signal: AbortSignal.timeout(GIVE_UP_AFTER),
    });
    // A server in trouble has not answered the ask: whether it was recorded is not known.
    if (response.status >= 500) return undefined;
    return await response.json();
  } catch {
    return undefined;
  }
}

/** Send, remember until answered, and go where the answer says. */
async function ask(page, entry, say) {
  // The PIN is never kept: after a reload its act is asked anew, by the person.
  if (!entry.body.pin) await stored("unanswered", "readwrite", (all) => all.put(entry));
  const answer = await sendUntilAnswered(entry, say);
  await stored("unanswered", "readwrite", (all) => all.delete(entry.id));
  const isAlarm = answer.outcome === "done" && answer.rule;
  // What came too late is written and grants nothing: it is told as an alarm is, never as done.
  const isTold = isAlarm || answer.late || answer.outcome === "refused";
  if (answer.outcome === "done" && !isTold) location.assign(entry.go || page.home);
  else if (isTold) location.assign(page.answers + entry.id + "/");
  else say("unreadable", answer.said ?? "");
}

function pageOf(element) {
  const { origin, person, asks, answers, home, enrol } = document.body.dataset;
  return { origin, person, asks, answers, home, enrol, go: element?.dataset.go ?? "" };
}

function speaker() {
  const line = document.getElementById("said-of-ask");
  return (which, more = "") => {
    if (!line) return;
    line.hidden = false;
    line.textContent = line.dataset[which] + (more ? ` ${more}` : "");
    line.scrollIntoView({ block: "nearest" });
  };
}

let isAsking = false; // one ask at a time: a second tap on the same screen is not a second act

async function asked(element) {
  if (isAsking) return;
  isAsking = true;
  const say = speaker();
  try {
    const page = pageOf(element);
    const { fields, pin } = readEntries(element.matches("form") ? element : null);
    await keepTexts(element.matches("form") ? element : null, fields);
    const entry = await makeEntry(page, { ...JSON.parse(element.dataset.ask), ...fields }, pin);
    if (entry) await ask(page, entry, say);
    else location.assign(page.enrol);
  } catch (fault) {
    say("unreadable", String(fault.message ?? fault));
  } finally {
    isAsking = false;
  }
}

/** After a reload: what this browser has asked and nobody has answered goes again, unchanged. */
async function sendUnanswered() {
  const page = pageOf();
  if (!page.asks) return;
  const all = await stored("unanswered", "readonly", (entries) => entries.getAll());
  for (const entry of all.filter((one) => one.url === page.asks)) await ask(page, entry, speaker());
}

export function listen() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-ask]");
    if (button) asked(button);
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-ask]")) return;
    event.preventDefault();
    asked(event.target);
  });
  sendUnanswered();
}
