// Which bytes are signed? The canonical JSON of LEDGER.md section 2, the same as
// ledger/canonical.py, and the PAE of DSSE around it. tests/browser holds both to the vectors.

export const PAYLOAD_TYPE = "application/vnd.showclear.event+json";

const utf8 = new TextEncoder();

/** Write a value in RFC 8785 form; refuse what the ledger's subset does not have. */
export function canonicalText(value) {
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === "string") return canonicalString(value);
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new TypeError(`not a whole number: ${value}`);
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) return canonicalObject(value);
  throw new TypeError(`not a value of the record: ${typeof value}`);
}

function canonicalString(text) {
  // A lone half of a surrogate pair has no UTF-8: the encoder would change it in silence.
  if (!text.isWellFormed()) throw new TypeError("text is not well formed");
  return JSON.stringify(text);
}

function canonicalObject(value) {
  const keys = Object.keys(value);
  // eslint-disable-next-line no-control-regex
  for (const key of keys) if (!/^[\x00-\x7f]+$/.test(key)) throw new TypeError(`key is not ASCII: ${key}`);
  // The default order compares UTF-16 units; on ASCII keys it is the order of the bytes.
  return `{${keys.sort().map((key) => `${JSON.stringify(key)}:${canonicalText(value[key])}`).join(",")}}`;
}

export function canonicalBytes(value) {
  return utf8.encode(canonicalText(value));
}

/** Say what DSSE signs: the type and the payload, each with its length in bytes. */
export function pae(payload) {
  const head = utf8.encode(`DSSEv1 ${utf8.encode(PAYLOAD_TYPE).length} ${PAYLOAD_TYPE} ${payload.length} `);
  const all = new Uint8Array(head.length + payload.length);
  all.set(head);
  all.set(payload, head.length);
  return all;
}

export function base64(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

export function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Put one signature beside its payload: the entry, if the server accepts it. */
export function envelope(payload, keyid, signature) {
  return {
    payload: base64(payload),
    payloadType: PAYLOAD_TYPE,
    signatures: [{ keyid, sig: base64(signature) }],
  };
}
