// Checks a receipt without any request (records/verify.html). What a receipt is: record/receipts.py; its
// line: record/receipt_lines.py. SHA-256 is our own, since browsers give none to pages over plain http.

const K = [], START = [];
for (let n = 2; K.length < 64; n += 1) {
  let prime = true;
  for (let d = 2; d * d <= n; d += 1) prime &&= n % d !== 0;
  if (!prime) continue;
  const fraction = (root) => ((root - Math.floor(root)) * 2 ** 32) | 0;
  if (START.length < 8) START.push(fraction(Math.sqrt(n)));
  K.push(fraction(Math.cbrt(n)));
}

// FIPS 180-4, 6.2: bytes in, 32 bytes out.
function sha256(bytes) {
  const size = (bytes.length + 9 + 63) & ~63, block = new DataView(new ArrayBuffer(size));
  bytes.forEach((byte, at) => block.setUint8(at, byte));
  block.setUint8(bytes.length, 0x80);
  block.setUint32(size - 8, Math.floor(bytes.length / 2 ** 29));
  block.setUint32(size - 4, bytes.length << 3);
  const turn = (x, n) => (x >>> n) | (x << (32 - n)), h = [...START], w = [];
  for (let start = 0; start < size; start += 64) {
    for (let i = 0; i < 64; i += 1) {
      if (i < 16) { w[i] = block.getInt32(start + i * 4); continue; }
      const a = w[i - 15], b = w[i - 2];
      w[i] = (w[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + w[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))) | 0;
    }
    let [a, b, c, d, e, f, g, k] = h;
    for (let i = 0; i < 64; i += 1) {
      const one = (k + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [k, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, k].forEach((x, i) => { h[i] = (h[i] + x) | 0; });
  }
  const made = new DataView(new ArrayBuffer(32));
  h.forEach((x, i) => made.setInt32(i * 4, x));
  return new Uint8Array(made.buffer);
}

const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const digest = (bytes) => `sha256:${hex(bytes)}`;

function bytesOf(written) {
  if (!/^[0-9a-f]{64}$/.test(written)) throw new Error("no hash");
  return Uint8Array.from(written.match(/../g), (pair) => parseInt(pair, 16));
}

// Base 32 of RFC 4648 without padding, as hexadecimal.
function hexOf(written) {
  if ([1, 3, 6].includes(written.length % 8)) throw new Error("not all is there");
  const made = [];
  let bits = 0, held = 0;
  for (const sign of written) {
    held = ((held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign)) & 0xfff;
    bits += 5;
    if (bits >= 8) made.push((held >> (bits -= 8)) & 0xff);
  }
  return hex(made);
}

// RFC 6962, 2.1: a leaf is hashed behind a 0, a pair behind a 1.
const leafHash = (text) => sha256(Uint8Array.of(0, ...new TextEncoder().encode(text)));
const pairHash = (left, right) => sha256(Uint8Array.of(1, ...left, ...right));

function rootOf(hash, at, size, path) {
  if (!Number.isInteger(at) || !Number.isInteger(size) || at < 0 || at >= size || size > 1e9) throw new Error("no place");
  if (size === 1) {
    if (path.length) throw new Error("too long");
    return hash;
  }
  if (!path.length) throw new Error("too short");
  let half = 1;
  while (half * 2 < size) half *= 2;
  const beside = bytesOf(path[path.length - 1]), below = path.slice(0, -1);
  return at < half
    ? pairHash(rootOf(hash, at, half, below), beside)
    : pairHash(beside, rootOf(hash, at - half, size - half, below));
}

const led = (leaf, { at, size, hashes }) => digest(rootOf(leafHash(leaf), at, size, hashes));
const attempt = (make) => { try { return make(); } catch { return undefined; } };
const standardLeaf = (standard, root) => JSON.stringify({ root, standard });

// The day on which a comment came on record is part of its leaf, where it was kept.
const dated = (on) => (on ? { on } : {});

const LINE = /TALQY1:([A-Z0-9-]+):(\d{1,9}):([0-9A-Z]{10}):(\d{1,9})(?:\.(\d{8}))?:(\+?)([A-Z0-9-]+):(\d{8})?:(\d{8})?:(\d{1,9})\/(\d{1,9}):(\d{1,9})\/(\d{1,9}):([A-Z2-7]{52}):([A-Z2-7]*):([A-Z2-7]*):([A-Z2-7]{52})/;

function ofLine(found) {
  const [, standard, revision, comment, number, recorded, after, clause, answered, redacted, at, size, aboveAt, aboveSize, own, path, above, root] = found;
  const day = (digits) => digits && digits.replace(/(....)(..)(..)/, "$1-$2-$3");
  const hashes = (written) => hexOf(written).match(/.{1,64}/g) || [];
  const small = clause.toLowerCase(), name = standard.toLowerCase(), id = comment.toLowerCase();
  if (!slug(small)) throw new Error("no clause");
  const told = { clause: after ? { after: small } : small, digest: `sha256:${hexOf(own)}`, id, number: String(Number(number)), ...dated(day(recorded)) };
  const leaf = JSON.stringify({ comment: told, revision: Number(revision), standard: name });
  const inStandard = { at: Number(at), size: Number(size), hashes: hashes(path) };
  return {
    receipt: 1, standard: name, revision: Number(revision), comment: id, number: Number(number), digest: told.digest,
    recorded: day(recorded), answered: day(answered), redacted: day(redacted), leaf, in_standard: inStandard, standard_root: attempt(() => led(leaf, inStandard)) ?? "sha256:",
    in_project: { at: Number(aboveAt), size: Number(aboveSize), hashes: hashes(above) }, root: `sha256:${hexOf(root)}`,
  };
}

// What each part of a receipt may be, as record/receipts.py has it; nothing else may stand in it.
const number = (least) => (value) => Number.isInteger(value) && value >= least && value < 1e9;
const text = (value) => typeof value === "string";
const fits = (pattern) => (value) => text(value) && pattern.test(value);
const line = fits(/^[^\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]{1,500}$/u);
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/, ID = /^[0-9abcdefghjkmnpqrstvwxyz]{10}$/;
const slug = (value) => fits(SLUG)(value) && value.length <= 80;
function day(value) {
  if (value === undefined || value === null) return true;
  if (!fits(/^(19|2[01])\d\d-\d\d-\d\d$/)(value)) return false;
  const read = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(value);
}
const only = (parts) => (value) => Boolean(value) && typeof value === "object" && !Array.isArray(value)
  && Object.keys(value).every((key) => Object.hasOwn(parts, key)) && Object.entries(parts).every(([key, is]) => is(value[key]));
const proof = only({ at: number(0), size: number(1), hashes: (all) => Array.isArray(all) && all.length <= 31 && all.every(text) });
const isReceipt = only({
  receipt: (value) => value === 1, standard: slug, revision: number(1), comment: fits(ID), number: number(1), digest: line,
  recorded: day, answered: day, redacted: day, leaf: text, standard_root: line, in_standard: proof, in_project: proof, root: line,
});

// What somebody brings: JSON, or a line with whatever stands around it (record/receipt_lines.py).
function read(brought) {
  const isLine = brought.toUpperCase().includes("TALQY1:");
  const receipt = isLine
    ? ofLine(LINE.exec(brought.replace(/[\s\x1c-\x1f\x85]|%20/g, "").toUpperCase()))
    : JSON.parse(brought.replace(/^\ufeff/, ""));
  if (!isReceipt(receipt)) throw new Error("no receipt");
  return receipt;
}

function isSound(receipt) {
  const { clause } = JSON.parse(receipt.leaf).comment;
  if (!slug(clause) && !only({ after: slug })(clause)) return false;
  const told = { clause, digest: receipt.digest, id: receipt.comment, number: String(receipt.number), ...dated(receipt.recorded) };
  return /^sha256:[0-9a-f]{64}$/.test(receipt.digest)
    && JSON.stringify({ comment: told, revision: receipt.revision, standard: receipt.standard }) === receipt.leaf
    && led(receipt.leaf, receipt.in_standard) === receipt.standard_root
    && led(standardLeaf(receipt.standard, receipt.standard_root), receipt.in_project) === receipt.root;
}

function verdictOf(brought, present) {
  const receipt = attempt(() => read(brought));
  if (!receipt) return ["none"];
  if (!attempt(() => isSound(receipt))) return ["broken"];
  return [receipt.root === present ? "present" : "other", receipt];
}

const form = document.querySelector("form.check");

// Under the root of today the digest is proven; under another one it is compared with that of today.
function beside(verdict, receipt) {
  if (verdict !== "other" || form.dataset.digests === undefined) return undefined;
  const today = JSON.parse(form.dataset.digests)[receipt.comment];
  if (today === undefined) return "gone";
  return `sha256:${today}` === receipt.digest ? "same" : "differs";
}

const own = document.querySelector("#own");
let shown;

// A comment's own file against its receipt: line ends as in git (record/digests.py).
async function compare(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const same = digest(sha256(bytes.filter((byte, at) => byte !== 13 || bytes[at + 1] !== 10))) === shown.digest;
  for (const one of document.querySelectorAll("[data-own]")) one.hidden = (one.dataset.own === "same") !== same;
}

// A standard is named by its title; one that this site has not got, by its id.
function titleOf(standard) {
  const titles = JSON.parse(form.dataset.titles || "{}");
  return Object.hasOwn(titles, standard) ? titles[standard] : standard;
}

function show(brought) {
  const [verdict, receipt] = verdictOf(brought, form.dataset.root), note = beside(verdict, receipt);
  shown = receipt;
  own.value = "";
  for (const one of document.querySelectorAll("[data-own]")) one.hidden = true;
  document.querySelector(".own").hidden = !receipt;
  for (const one of document.querySelectorAll("[data-verdict]")) one.hidden = one.dataset.verdict !== verdict;
  for (const one of document.querySelectorAll("[data-today]")) one.hidden = one.dataset.today !== note;
  document.querySelector(".proven").hidden = !receipt;
  document.querySelector(".told").hidden = !receipt?.answered && !receipt?.redacted;
  for (const place of document.querySelectorAll("[data-value]")) {
    const told = receipt?.[place.dataset.value] ?? "";
    const value = place.dataset.value === "standard" && told ? titleOf(told) : told;
    place.textContent = String(value).replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$3.$2.$1");
    place.closest("div").hidden = value === "";
  }
  const link = document.querySelector("a[data-value=comment]");
  link.removeAttribute("href");
  if (verdict === "present") {
    const page = form.dataset.comments.replace("STANDARD", receipt.standard);
    link.href = `${page}${location.protocol === "file:" ? "index.html" : ""}#c-${receipt.comment}`;
  }
}

async function take(file) {
  document.querySelector("#receipt").value = file ? await file.slice(0, 65536).text() : "";
  if (file) show(document.querySelector("#receipt").value);
}

function fromAddress() {
  if (!/talqy1:/i.test(location.hash)) return;
  document.querySelector("#receipt").value = location.hash.slice(1);
  show(location.hash);
}

form.addEventListener("submit", (event) => { event.preventDefault(); show(document.querySelector("#receipt").value); });
document.querySelector("#file").addEventListener("change", (event) => take(event.target.files[0]));
own.addEventListener("change", (event) => { if (event.target.files[0]) compare(event.target.files[0]); });
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => { event.preventDefault(); take(event.dataTransfer.files[0]); });
addEventListener("hashchange", fromAddress);
// What was brought before this script came counts; until it is there, nothing can be checked.
const [given] = document.querySelector("#file").files;
form.querySelector("[type=submit]").disabled = false;
if (given) take(given);
else if (!document.querySelector("#receipt").value) fromAddress();
