// With which key does this browser sign? One Ed25519 key for each show and person, made here,
// never extractable: the page can ask for a signature, nobody can read the key.

const DATABASE = "showclear";
const VERSION = 1;

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("keys", { keyPath: ["show", "person"] });
      request.result.createObjectStore("unanswered", { keyPath: "id" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Run one request in one transaction and wait until it lies on the disk. */
export async function stored(store, mode, work) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode, { durability: "strict" });
      const request = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Find this browser's key for a person of a show; undefined when it has none. */
export function findKey(show, person) {
  return stored("keys", "readonly", (keys) => keys.get([show, person]));
}

/** Make a pair whose private half cannot leave the browser. Nothing is kept yet. */
export async function makePair() {
  const pair = await crypto.subtle.generateKey({ name: "Ed25519" }, false, ["sign", "verify"]);
  const pub = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  return { private: pair.privateKey, pub };
}

/** Keep a key that the record has accepted. */
export async function keepKey(key) {
  // Without this the browser may throw the key away when it runs short of room.
  await navigator.storage?.persist?.();
  await stored("keys", "readwrite", (keys) => keys.put(key));
}

export async function sign(privateKey, bytes) {
  return new Uint8Array(await crypto.subtle.sign({ name: "Ed25519" }, privateKey, bytes));
}
