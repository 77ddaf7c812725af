// The sum that a device solves before it sends: PBKDF2 with SHA-256, tried with one number after the other until the
// key begins as it should. By the browser's own means where it has them, else by what stands below.

const form = document.querySelector("form.say[data-challenge]");
const PATIENCE = 8000; // milliseconds in which a second press sends nothing
const SLICE = 24; // milliseconds of work, then the page may answer its reader

const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const hex = (data) => Array.from(data, (byte) => byte.toString(16).padStart(2, "0")).join("");

// SHA-256 (FIPS 180-4): its constants are the fraction bits of roots of the first primes.
const primes = [];
for (let n = 2; primes.length < 64; n += 1) if (primes.every((p) => n % p)) primes.push(n);
const fraction = (root) => Math.floor((root % 1) * 2 ** 32) >>> 0;
const START = primes.slice(0, 8).map((p) => fraction(Math.sqrt(p))), ROUND = primes.map((p) => fraction(Math.cbrt(p)));
const W = new Uint32Array(64);

function compress(state, block) {
  const turn = (x, n) => (x >>> n) | (x << (32 - n));
  for (let t = 0; t < 16; t += 1) W[t] = block[t];
  for (let t = 16; t < 64; t += 1) {
    const a = W[t - 15], b = W[t - 2];
    W[t] = W[t - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + W[t - 7] + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let t = 0; t < 64; t += 1) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[t] + W[t]) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
  }
  return Uint32Array.of(state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e, state[5] + f, state[6] + g, state[7] + h);
}

// A last block of words: what is in it, the mark of the end, and how many bytes there were before and in it.
function last(data, before) {
  const block = new DataView(new ArrayBuffer(64));
  data.forEach((byte, at) => block.setUint8(at, byte));
  block.setUint8(data.length, 0x80);
  block.setUint32(60, (before + data.length) * 8);
  return Uint32Array.from({ length: 16 }, (_, at) => block.getUint32(at * 4));
}

// PBKDF2 (RFC 8018) for a key of 32 bytes, a password of 64 at most and a short salt, as those of a challenge are.
function plain(password, salt, rounds) {
  const padded = (with_) => { const key = new Uint8Array(64); key.set(password); return last64(key.map((byte) => byte ^ with_)); };
  const last64 = (key) => { const view = new DataView(key.buffer); return Uint32Array.from({ length: 16 }, (_, at) => view.getUint32(at * 4)); };
  const inner = compress(START, padded(0x36)), outer = compress(START, padded(0x5c));
  const closing = new Uint32Array(16);
  closing[8] = 0x80000000; closing[15] = (64 + 32) * 8;
  const close = (state) => { closing.set(state); return compress(outer, closing); };
  let step = close(compress(inner, last([...salt, 0, 0, 0, 1], 64)));
  const key = Uint32Array.from(step);
  for (let n = 1; n < rounds; n += 1) {
    closing.set(step);
    step = close(compress(inner, closing));
    for (let at = 0; at < 8; at += 1) key[at] ^= step[at];
  }
  const made = new DataView(new ArrayBuffer(32));
  key.forEach((word, at) => made.setUint32(at * 4, word));
  return new Uint8Array(made.buffer);
}

async function own(password, salt, rounds) {
  const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds }, key, 256));
}

async function solved(challenge) {
  const { nonce, salt, cost, keyPrefix } = challenge.parameters, begin = bytes(nonce), salted = bytes(salt);
  const derive = globalThis.crypto?.subtle ? own : plain, password = new Uint8Array(begin.length + 4);
  password.set(begin);
  let since = performance.now();
  for (let counter = 0; ; counter += 1) {
    new DataView(password.buffer).setUint32(begin.length, counter);
    const key = hex(await derive(password, salted, cost));
    if (key.startsWith(keyPrefix)) return btoa(JSON.stringify({ challenge, solution: { counter, derivedKey: key } }));
    if (performance.now() - since > SLICE) { await new Promise((go) => { setTimeout(go); }); since = performance.now(); }
  }
}

if (form) {
  const told = form.querySelector("[data-working]");
  let proof = null, wanted = null, isSent = false;
  form.querySelector("[data-script]").hidden = false;
  form.addEventListener("submit", (event) => {
    if (event.submitter?.name !== "consent") return;
    if (isSent) { event.preventDefault(); return; }
    if (proof !== null) { isSent = true; setTimeout(() => { isSent = false; }, PATIENCE); return; }
    event.preventDefault();
    wanted = event.submitter;
    told.hidden = false;
  });
  // Whoever comes back, or waits in vain, may send again: the same words are the same comment.
  addEventListener("pageshow", () => { isSent = false; });
  const go = (made) => {
    proof = made;
    form.elements.proof.value = made;
    told.hidden = true;
    if (wanted) form.requestSubmit(wanted);
  };
  // Where the sum cannot be solved, the comment goes without it, the slower way.
  solved(JSON.parse(form.dataset.challenge)).then(go, () => go(""));
}
