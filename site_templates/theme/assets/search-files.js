// The files of an index: each is asked for once, and read once. They are JSON in KZ-1048, one byte a letter.
"use strict";

globalThis.talqyFiles = (folder) => {
  const PLACE = { T: 8, O: 5, A: 3, H: 2.5, X: 1 };
  // The letters of KZ-1048, each behind the one that windows-1251 has in its place.
  const KAZAKH = Object.fromEntries("ЌҚЋҺќқћһЎҰўұЈӘҐӨЄҒЇҮґөєғјәЅҢѕңїү".match(/../g).map((pair) => [...pair]));
  const OTHERS = new RegExp(`[${Object.keys(KAZAKH).join("")}]`, "g");
  const letters = new TextDecoder("windows-1251");
  const asked = new Map();
  let core;

  // What failed is asked for again the next time.
  const once = (path, make) => {
    if (!asked.has(path)) asked.set(path, make().catch((error) => { asked.delete(path); throw error; }));
    return asked.get(path);
  };
  // Lists of words in the core are one string, each word with a sign behind it; so are lists of such lists (packed.py).
  const ENDS = "|/;";
  function parted(told) {
    const level = typeof told === "string" && told ? ENDS.indexOf(told.at(-1)) : -1;
    return level < 0 ? told : told.slice(0, -1).split(ENDS[level]).map((one) => (level ? parted(one) || [] : one));
  }
  const fetched = async (path, read) => {
    const answer = await fetch(folder + path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    const text = letters.decode(await answer.arrayBuffer());
    return JSON.parse(text.replace(OTHERS, (letter) => KAZAKH[letter]), read);
  };
  const json = (path) => once(path, () => fetched(path));
  // Phrases lie beside the index: of two builds they are mostly the same.
  const lists = (number) => fetched(`../r/${core.phrases}/${number}.txt`, (_, told) => parted(told));

  async function open() {
    return (core ??= await once("core.txt", () => fetched("core.txt", (_, told) => parted(told))));
  }

  // Where a word would stand among sorted ones: before the first that is not smaller.
  function place(words, word) {
    let [low, high] = [0, words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle] < word) low = middle + 1; else high = middle;
    }
    return low;
  }

  // With what words the files of comments begin: few queries ask.
  const ready = async (set) => (core[set] ??= await json(`${set}.txt`));

  // Takes a set of files of words besides those of the core: with what words they begin.
  function known(set, begins) {
    core[set] = begins;
    return set;
  }

  // The file in which a word would stand.
  const fileOf = (set, word) => Math.max(0, place(core[set], `${word}\0`) - 1);

  // The numbers of the files with words that begin so.
  function numbers(set, begin) {
    if (!core[set].length) return [];
    const [first, end] = [fileOf(set, begin), fileOf(set, `${begin}\uffff`)];
    return Array.from({ length: end - first + 1 }, (_, at) => first + at);
  }

  // The entries that a line names, and the weights of the places: none where only other services are called so.
  function postings(told) {
    if (told.startsWith("*")) return { entries: Uint32Array.from({ length: core.standards }, (_, at) => at), weights: new Float32Array(core.standards).fill(PLACE.X) };
    const found = [...told.matchAll(/([0-9a-z]*)([A-Z])/g)];
    let at = -1;
    return {
      entries: Uint32Array.from(found, ([, far]) => (at += far ? parseInt(far, 36) : 1)),
      weights: Float32Array.from(found, ([, , letter]) => PLACE[letter]),
    };
  }

  // A file as its words in order, and what is told of each; entries are read where a word counts. A word stands as how
  // many letters it shares with the one before, and its others.
  const file = (set, number) => once(`${set}/${number}.txt`, async () => {
    const [heads, told] = (await fetched(`${set}/${number}.txt`)).map((row) => row.split(" "));
    let last = "";
    const all = heads.map((head) => (last = last.slice(0, parseInt(head[0], 36)) + head.slice(1)));
    return {
      words: all,
      lines: all.map((word, at) => ({ word, told: told[at], get postings() { return (this.read ??= postings(told[at])); } })),
    };
  });

  const files = (set, of) => Promise.all(of.map((number) => file(set, number)));
  const lines = async (set, of) => (await files(set, of)).flatMap((one) => one.lines);

  // The lines of words that begin so, out of a few files.
  async function beginning(set, begin, most) {
    const read = await files(set, numbers(set, begin).slice(0, most));
    return read.flatMap(({ words, lines: of }) => of.slice(place(words, begin), place(words, `${begin}\uffff`)));
  }

  // The line of a word: one file has it, if any.
  const exact = async (set, word) => (core[set].length ? (await lines(set, [fileOf(set, word)])).filter((line) => line.word === word) : []);

  return { once, open, json, lists, exact, ready, known, numbers, fileOf, lines, beginning };
};
