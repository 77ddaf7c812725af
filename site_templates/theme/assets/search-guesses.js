// Guesses what a word was meant to be that no text has: a slip of the finger, what is spelt as heard, another word of one
// root. search.js asks for this file where a query is not answered otherwise, so that no other one pays for it.

// How far two words are apart: letters that sound alike count half, two that changed places one.
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let before = [], row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const [a, b] = [one[i - 1], other[j - 1]];
      const sounds = a === b ? 0 : ["ао", "оа", "еи", "ие"].includes(a + b) ? 0.5 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + sounds);
      if (i > 1 && j > 1 && a === other[j - 2] && one[i - 2] === b) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return Infinity;
    [before, row] = [row, next];
  }
  return row[other.length];
}

// With how many letters two words begin alike.
function alike(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

export function guesses({ files, core, words, reader, unit, take, isSaid, withOthers }) {
  const LIKE = 0.6, MOST_FILES = 8, MOST_GUESSED = 5, LEAST_ROOT = 6;
  const SOUNDS = { а: "о", о: "а", е: "и", и: "е" };
  const { once } = files;

  // The word, and what is left of it that is long enough to be told from others by a slip.
  const stems = words.kept((word) => [...new Set([word, ...words.steps(word).flat().filter((step) => step.length >= 5)])]);

  const farthest = (word) => [0, 0, 0, 0, 0, 1, 1, 1.5][word.length] ?? 2;

  // The lines among which a word may stand that was meant: that begin alike, or as it would without one fault at its start.
  async function chances(set, word) {
    const vowels = [..."аоеиу"].flatMap((vowel) => [1, 2].map((at) => word.slice(0, at) + vowel + word.slice(at + 1)));
    const begins = [word, word.slice(1), word[1] + word[0] + word.slice(2), word[0] + word.slice(2),
      ...vowels.filter((_, at) => /[аоеиу]/.test(word[1 + (at % 2)]))];
    const [wide, narrow] = [2, 3].map((size) => files.numbers(set, word.slice(0, size)));
    const near = wide.length <= MOST_FILES ? wide : narrow;
    return files.lines(set, [...new Set([...near, ...begins.map((begin) => files.fileOf(set, begin))])].slice(0, MOST_GUESSED));
  }

  // A word of one text alone, and not of its headings, is no target: it may be a name, or a slip itself.
  const isTarget = (set, { word, told }) => word.length >= 4 && !/\d/.test(word) && (set !== "w" || !/^[0-9a-z]*X$/.test(told));

  // Where the first letters differ, one fault at most is allowed: it leaves one of these pairs alike.
  const mayBegin = (word, other) => word[0] === other[0] || word[1] === other[1] || word[0] === other[1] || word[1] === other[0];

  function nearest(set, word, all) {
    let least = farthest(word);
    let chosen = [];
    for (const line of all) {
      const { word: other, told } = line;
      if (!mayBegin(word, other) || !isTarget(set, line)) continue;
      // What is left of a word allows as few faults as a word of its length: қытайдан is not қайта.
      const apart = (own, step) => { const far = distance(own, step, least); return far > farthest(own) && own[1] !== step[1] ? Infinity : far; };
      const far = stems(other).reduce((most, step) => stems(word).reduce((few, own) => Math.min(few, apart(own, step)), most), Infinity);
      // Who is far off is taken for the name of something or for nothing: усыновление is not установление.
      if (far > least || (far > 1 && (other[0] !== word[0] || !/[A-W]/.test(told)))) continue;
      if (far < least) chosen = [];
      least = far;
      chosen.push(line);
    }
    return chosen;
  }

  // The word of the lists that was meant, by one slip: работадатель. It begins alike, or as it would without one fault there.
  async function listed(word) {
    const begins = [word, word.slice(1), word[1] + word[0], word[0] + word[2], word[0] + (SOUNDS[word[1]] ?? word[1])].map((begin) => begin.slice(0, 2));
    await reader.learn(begins);
    const isMeant = ([one, more]) => !more && one.length >= LEAST_ROOT && begins.includes(one.slice(0, 2)) && distance(word, one, 1) <= 1;
    return reader.alike(isMeant)[0]?.phrases.find(isMeant)[0];
  }

  // Other words of one root: прописаться and прописка.
  function ofOneRoot(word, all) {
    const roots = all.map((line) => [alike(word, line.word), line]).filter(([root, { word: other }]) => (
      root >= LEAST_ROOT && other.length - root <= 3 && root >= word.length / 2));
    const longest = Math.max(...roots.map(([root]) => root));
    return roots.filter(([root]) => root === longest).map(([, line]) => line);
  }

  // A slip of the finger, or spelt as heard: the nearest words that stand in more than one text, or in a title.
  const guess = (set, word) => once(`guess ${set} ${word}`, () => guessed(set, word));
  async function guessed(set, word) {
    const into = unit(word);
    if (!farthest(word) || /[\da-z]/.test(word) || !core[set].length) return into;
    const all = await chances(set, word);
    const chosen = nearest(set, word, all);
    const everyday = chosen.length ? "" : await listed(word);
    if (everyday) return { ...await withOthers(set, everyday, word), isGuessed: true };
    into.isGuessed = true;
    const others = chosen.length ? [] : ofOneRoot(word, all);
    // What people say in comments is no other word of its root.
    for (const line of others.length && await isSaid(word) ? [] : [...chosen, ...others]) {
      take(into, line, LIKE);
      into.isLikeOthers ||= line.told.endsWith("~");
    }
    return into;
  }

  return { guess };
}
