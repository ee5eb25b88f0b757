// How does this browser get a key? It makes one, proves that it holds it by signing the server's
// fresh challenge, and keeps it once the record has it.

import { hex } from "./canonical.js";
import { findKey, keepKey, makePair, sign } from "./keys.js";

const utf8 = new TextEncoder();

/** The bytes that prove possession, as ledger/keys.py has them: never the bytes of an entry. */
export function possessionMessage(challenge) {
  const head = utf8.encode("showclear possession v1\n");
  const bytes = Uint8Array.from(challenge.match(/../g), (pair) => parseInt(pair, 16));
  return new Uint8Array([...head, ...bytes]);
}

async function post(form, fields) {
  const body = new URLSearchParams(new FormData(form));
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const response = await fetch(form.action, { method: "POST", body, credentials: "same-origin" });
  return response.json();
}

async function enrol(form) {
  const { origin, person } = document.body.dataset;
  const line = document.getElementById("said-of-enrol");
  const say = (text) => {
    line.hidden = false;
    line.textContent = text;
  };
  if (!globalThis.crypto?.subtle) return say(form.dataset.insecure);
  try {
    const begun = await post(form, { step: "begin" });
    if (!begun.challenge) return say(begun.said);
    const pair = await makePair();
    const pub = hex(pair.pub);
    const proof = await sign(pair.private, possessionMessage(begun.challenge));
    const ended = await post(form, { step: "prove", pub, proof: hex(proof) });
    if (!ended.go) return say(ended.said);
    await keepKey({ show: origin, person, id: begun.key, private: pair.private, pub });
    location.assign(ended.go);
  } catch {
    say(form.dataset.unable);
  }
}

export async function listen() {
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-enrol]")) return;
    event.preventDefault();
    enrol(event.target);
  });
  const { origin, person } = document.body.dataset;
  const has = document.querySelector("[data-has-key]");
  if (has && origin && person && (await findKey(origin, person))) has.hidden = false;
}
