// Reads a query and finds what answers it. How letters, endings and questions are read stands in core.json
// (generator/talqy/search), so that a query and a text are read by the same tables. What is shown is search-page.js.
"use strict";

globalThis.talqySearch = (folder) => {
  const PLACE = { T: 8, O: 5, A: 3, H: 2.5, X: 1 };
  const EXACT = 1, BEGINS = 0.9, FORM = 0.85, LIKE = 0.6;
  const LONGEST_REST = 7, FEWEST = 3, MOST_FILES = 4, MOST_GUESSED = 6, LONGEST_QUERY = 200, LEAST_ROOT = 6;
  const TOKEN = /(\d+(?:-\d+){2,})|(\d+(?:[.,]\d+)*)|([\p{L}\p{Nl}\p{No}]+)/gu;
  const known = new Map();
  let core, rules, stop, letters;

  const once = (key, make) => {
    if (!known.has(key)) known.set(key, make());
    return known.get(key);
  };
  const fetched = (path, read) => once(path, async () => {
    const answer = await fetch(folder + path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer[read]();
  });
  const json = (path) => fetched(path, "json");

  async function open() {
    core ??= await json("core.json");
    rules = core.rules;
    stop ??= new Set(rules.stop);
    letters ??= new RegExp(`[${Object.keys(rules.letters).join("")}]`, "g");
  }

  // --- words -----------------------------------------------------------------------------------------

  function folded(text) {
    const low = text.normalize("NFC").toLowerCase();
    const one = !/[a-zəɵ]/.test(low) ? low : low.replace(/[\p{L}]{4,}/gu, (word) => (
      /[a-zəɵ]/.test(word) && /[\u0400-\u04ff]/.test(word) ? word.replace(/./gu, (sign) => rules.alike[sign] ?? sign) : word));
    return one.replace(letters, (sign) => rules.letters[sign]);
  }

  function tokens(text) {
    const found = [];
    let number = "";
    for (const [, phone, digits, word] of folded(text).replace(/(\d) ?\([^()\d]{1,60}\)/g, "$1").matchAll(TOKEN)) {
      if (word && number) found.push(`${number}_${word.slice(0, rules.pair)}`);
      number = digits ? digits.replaceAll(",", ".") : "";
      found.push(word ?? (phone ? phone.replaceAll("-", "") : number));
    }
    return found;
  }

  // All that is left of a word as endings are taken off, by language; the word itself comes first.
  const steps = (word) => once(`steps ${word}`, () => rules.endings.map((language) => {
    const left = [word];
    for (const endings of language) {
      for (const now of language.length > 1 ? left.slice(-1) : left) {
        const ending = endings.find((one) => now.endsWith(one) && now.length - one.length >= FEWEST);
        if (ending) left.push(now.slice(0, -ending.length));
      }
    }
    const soft = left.slice(1).map((one) => one.slice(0, -1) + (rules.softened[one.at(-1)] ?? one.at(-1)));
    return [...new Set([...left, ...soft])];
  }));

  function areForms(one, other) {
    if (one === other) return true;
    return steps(one).some((mine, language) => {
      const theirs = steps(other)[language];
      return mine.some((step) => theirs.includes(step)
        && (step.length > FEWEST || step === one || step === other));
    });
  }

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
  const farthest = (word) => [0, 0, 0, 0, 0, 1, 1, 1.5][word.length] ?? 2;

  // --- files of words --------------------------------------------------------------------------------

  const last = (begins, word) => {
    let [low, high] = [0, begins.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (begins[middle] <= word) low = middle + 1; else high = middle;
    }
    return low - 1;
  };

  const file = async (set, number) => {
    const text = await fetched(`${set}/${number}.txt`, "text");
    return once(`lines ${set}/${number}`, () => text.split("\n").map((line) => line.split(" ")));
  };

  // The numbers of the files with words that begin so.
  function numbers(set, begin) {
    const [first, end] = [Math.max(0, last(core[set], begin)), last(core[set], `${begin}\uffff`)];
    return Array.from({ length: Math.max(0, end - first + 1) }, (_, at) => first + at);
  }

  const lines = async (set, of) => (await Promise.all(of.map((number) => file(set, number)))).flat();

  // The entries that a line names, with the weight of the place.
  function entries(told) {
    const found = new Map();
    if (told === "*") for (let at = 0; at < core.standards; at += 1) found.set(at, PLACE.X);
    let at = -1;
    for (const [, far, place] of told.matchAll(/([0-9a-z]*)([A-Z])/g)) {
      at += far ? parseInt(far, 36) : 1;
      found.set(at, PLACE[place]);
    }
    return found;
  }

  // --- one word of a query ---------------------------------------------------------------------------

  // A unit is what one word of the query finds: values by entry, and the words of the index that count.
  const unit = (word) => ({ word, values: new Map(), forms: new Map() });

  function take(into, word, told, weight) {
    if (weight > (into.forms.get(word) ?? 0)) into.forms.set(word, weight);
    for (const [entry, value] of entries(told)) {
      if (value * weight > (into.values.get(entry) ?? 0)) into.values.set(entry, value * weight);
    }
  }

  function weigh(query, word) {
    if (word === query) return EXACT;
    if (word.startsWith(query) && word.length - query.length <= LONGEST_REST) return BEGINS;
    return areForms(query, word) ? FORM : 0;
  }

  const found = (set, word) => once(`found ${set} ${word}`, async () => {
    const into = unit(word);
    const shortest = steps(word).flat().reduce((one, other) => (other.length < one.length ? other : one), word);
    const isShort = word.length < FEWEST || /\d/.test(word);
    const begin = isShort ? word : shortest.slice(0, Math.max(Math.min(4, word.length), shortest.length - 1));
    const near = (await lines(set, numbers(set, begin).slice(0, MOST_FILES)))
      .filter(([other]) => (isShort ? other === word : other.startsWith(begin)));
    // A short word that is one is not the beginning of others: жер is not жергілікті.
    const isWhole = word.length <= FEWEST && near.some(([other]) => other === word);
    for (const [other, told] of near) {
      const weight = weigh(word, other);
      if (weight && !(isWhole && weight === BEGINS)) take(into, other, told, weight);
    }
    return into;
  });

  async function withOthers(set, word) {
    const own = await found(set, word);
    const into = { ...own, values: new Map(own.values), forms: new Map(own.forms) };
    const groups = rules.same.filter((group) => group.some((phrase) => areForms(word, phrase)));
    // A fraction is rare enough to be known without its unit, which may be written otherwise.
    const [fraction] = /^\d+\.\d+(?=_)/.exec(word) ?? [];
    if (fraction) groups.push([fraction]);
    for (const phrase of groups.flat().filter((one) => one !== word)) {
      const parts = await Promise.all(phrase.split(" ").map((part) => found(set, part)));
      for (const entry of parts[0].values.keys()) {
        const least = Math.min(...parts.map((part) => part.values.get(entry) ?? 0)) * LIKE;
        if (least > (into.values.get(entry) ?? 0)) into.values.set(entry, least);
      }
      for (const part of parts) for (const [form, weight] of part.forms) {
        into.forms.set(form, Math.max(into.forms.get(form) ?? 0, (weight * LIKE) / parts.length));
      }
    }
    return into;
  }

  // A slip of the finger, or spelt as heard: the nearest words that stand in more than one text, or in a title.
  async function guess(set, word) {
    const into = unit(word), most = farthest(word);
    if (!most || /[\da-z]/.test(word)) return into;
    const vowels = [..."аоеиу"].flatMap((vowel) => [1, 2].map((at) => word.slice(0, at) + vowel + word.slice(at + 1)));
    const begins = [word, word.slice(1), word[1] + word[0] + word.slice(2), word[0] + word.slice(2),
      ...vowels.filter((_, at) => /[аоеиу]/.test(word[1 + (at % 2)]))];
    const [wide, narrow] = [2, 3].map((size) => numbers(set, word.slice(0, size)));
    const near = wide.length <= MOST_FILES ? wide : narrow;
    if (!core[set].length) return into;
    const chances = begins.map((begin) => Math.max(0, last(core[set], begin)));
    const all = await lines(set, [...new Set([...near, ...chances])].slice(0, MOST_GUESSED));
    let nearest = most;
    let chosen = [];
    for (const [other, told] of all) {
      if (other.length < 4 || /\d/.test(other) || (/^X[^A-Z]*$|^[0-9a-z]*X$/.test(told) && set === "w")) continue;
      const stems = steps(other).flat().filter((step) => step.length >= 5);
      const far = Math.min(...[other, ...stems].map((step) => distance(word, step, nearest)));
      // Who is far off is taken for the name of something or for nothing: усыновление is not установление.
      if (far > nearest || (far > 1 && (other[0] !== word[0] || !/[A-W]/.test(told)))) continue;
      if (far < nearest) chosen = [];
      nearest = far;
      chosen.push([other, told]);
    }
    // Other words of one root: прописаться and прописка.
    if (!chosen.length) {
      const roots = all.map(([other, told]) => [alike(word, other), other, told]).filter(([root, other]) => (
        root >= LEAST_ROOT && other.length - root <= 3 && root >= word.length / 2));
      const longest = Math.max(...roots.map(([root]) => root));
      chosen = roots.filter(([root]) => root === longest).map(([, ...line]) => line);
    }
    for (const [other, told] of chosen) take(into, other, told, LIKE);
    return into;
  }

  // --- the whole query -------------------------------------------------------------------------------

  // The phrase of these that begins here, as the number of its words; 0 where none does.
  const phraseAt = (words, at, phrases) => Math.max(0, ...phrases.map((phrase) => {
    const parts = phrase.split(" ");
    return parts.every((part, i) => words[at + i] && (words[at + i] === part || (part.length > 3 && areForms(words[at + i], part))))
      ? parts.length : 0;
  }));

  // What a query looks for, and for which rows it asks.
  function asked(text) {
    const all = tokens(text);
    const sought = [], rows = new Set();
    for (let at = 0; at < all.length;) {
      const lengths = Object.entries({ ...rules.asked, "": rules.comments })
        .map(([row, phrases]) => [phraseAt(all, at, phrases), row]).sort((a, b) => b[0] - a[0]);
      const [length, row] = lengths[0];
      if (length) rows.add(row); else if (!stop.has(all[at])) sought.push(all[at]);
      at += length || 1;
    }
    const aboutComments = rows.delete("");
    const plain = all.filter((word) => !stop.has(word));
    // A number is looked for with the word behind it: alone it says little.
    const pairs = (words) => words.filter((word, i) => !words[i + 1]?.startsWith(`${word}_`));
    const left = [sought, plain, all].find((words) => words.length) ?? [];
    return { words: [...new Set(pairs(left))], rows, aboutComments };
  }

  function ranked(units) {
    const total = core.standards;
    for (const one of units) one.rare = Math.log(1 + total / Math.max(1, one.values.size));
    const all = new Set(units.flatMap((one) => [...one.values.keys()]));
    const rows = [...all].map((entry) => {
      const has = units.filter((one) => one.values.has(entry));
      const score = has.reduce((sum, one) => sum + one.rare * one.values.get(entry), 0);
      return { entry, score, missing: units.filter((one) => !one.values.has(entry)), isNamed: has.some((one) => one.values.get(entry) >= 4) };
    });
    return rows.sort((a, b) => a.missing.length - b.missing.length || b.score - a.score || a.entry - b.entry);
  }

  async function read(set, text, mayGuess) {
    const question = asked(text);
    let units = await Promise.all(question.words.map((word) => withOthers(set, word)));
    if (mayGuess) {
      units = await Promise.all(units.map(async (one) => (one.values.size ? one : { ...await guess(set, one.word) })));
    }
    const rows = ranked(units);
    const whole = rows.filter((row) => !row.missing.length);
    return { text, question, units, whole, rows, score: whole[0]?.score ?? 0 };
  }

  const inLayout = (text, keys) => [...text.toLowerCase()].map((sign) => keys[sign] ?? sign).join("");
  const inCyrillic = (text) => rules.latin.reduce((left, [from, to]) => left.replaceAll(from, to), text.toLowerCase());

  function readings(text) {
    if (!/[a-zäáöóüúūğǵşñńıýə]/i.test(text)) return [text];
    const latin = inCyrillic(text);
    return [...new Set([text, ...rules.layouts.map((keys) => inLayout(text, keys)), latin, latin.replaceAll("нг", "н")])];
  }

  const best = (of) => of.reduce((one, other) => (other.score > one.score ? other : one));

  // Without a whole answer: what has a word in its name, or a third of all words.
  function partly(of) {
    const rows = of.rows.filter((row) => row.isNamed || of.units.length - row.missing.length >= of.units.length / 3);
    const values = (row) => row.score;
    return rows.sort((a, b) => values(b) - values(a) || a.entry - b.entry);
  }

  // One of five states, with its rows: found, guessed, partly, comments, nothing.
  async function answer(query, isExact) {
    await open();
    const text = query.slice(0, LONGEST_QUERY);
    const ways = isExact ? [text] : readings(text);
    const first = await read("w", text, false);
    if (!first.question.words.length) return { state: "empty", rows: [], read: first };
    if (first.whole.length) return { state: "found", rows: first.whole, read: first };
    const tried = await Promise.all(ways.slice(1).map((way) => read("w", way, false)));
    let chosen = best([first, ...tried]);
    if (!chosen.whole.length && !isExact) chosen = best([first, ...await Promise.all(ways.map((way) => read("w", way, true)))]);
    if (chosen.whole.length) return { state: "guessed", rows: chosen.whole, read: chosen };
    const parts = [chosen, first, ...tried].map((one) => ({ one, rows: partly(one) })).find(({ rows }) => rows.length);
    if (parts) return { state: "partly", rows: parts.rows, read: parts.one };
    const said = await inComments(text, ways);
    return said.rows.length ? { state: "comments", ...said } : { state: "nothing", rows: [], read: first };
  }

  async function inComments(query, ways = readings(query.slice(0, LONGEST_QUERY))) {
    await open();
    const tried = await Promise.all(ways.map((way) => read("c", way, false)));
    const chosen = best(tried);
    return { rows: chosen.whole, read: chosen };
  }

  // --- what is shown of an entry ---------------------------------------------------------------------

  const title = async (entry) => (await json(`t/${Math.floor(entry / core.block)}.json`))[entry % core.block];

  // How well words of a text answer: each unit by its best word, rare ones more.
  function score(units, words, rare) {
    return units.reduce((sum, one, i) => {
      const weights = words.map((word) => one.forms.get(word) ?? 0).filter(Boolean);
      return sum + (weights.length ? rare[i] * Math.max(...weights) * (1 + Math.min(weights.length - 1, 4) / 8) : 0);
    }, 0);
  }

  async function clauses(entry, of) {
    const [path, name, rows] = await json(`d/${entry}.json`);
    const read = once(`clauses ${entry}`, () => rows.map(([, , heading, text]) => [tokens(heading), tokens(text)]));
    const standing = of.units.map((one) => read.filter(([heading, text]) => [...heading, ...text].some((word) => one.forms.has(word))).length);
    // A number with its unit is what was asked for; the unit alone stands in many clauses.
    const rare = standing.map((count, i) => (count ? Math.log(1 + rows.length / count) * (of.units[i].word.includes("_") ? 2 : 1) : 0));
    const ranks = rows.map(([id, number, heading, text, ...sets], at) => {
      const isAsked = sets.some((row) => of.question.rows.has(row));
      const value = 2.5 * score(of.units, read[at][0], rare) + score(of.units, read[at][1], rare);
      return { path, href: `${path}#${id}`, number, heading, text, value: value + (isAsked ? 6 : 0), name };
    });
    const chosen = ranks.filter((row) => row.value > 0).sort((a, b) => b.value - a.value);
    return chosen.slice(0, 3);
  }

  async function comments(entry, of) {
    const rows = await json(`k/${entry}.json`);
    const ranks = rows.map(([anchor, language, text, reason]) => {
      const [mine, theirs] = [text, reason].map((words) => score(of.units, tokens(words), of.units.map((one) => one.rare)));
      return { anchor, language, text: mine ? text : reason, isAnswer: !mine, value: Math.max(mine, theirs / 2) };
    });
    return ranks.filter((row) => row.value > 0).sort((a, b) => b.value - a.value).slice(0, 3);
  }

  // The words of a text in turn, each with whether it was looked for.
  function marked(text, of) {
    const pieces = [];
    let at = 0;
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\d]+/gu)) {
      if (!of.units.some((one) => tokens(word).some((token) => one.forms.has(token)))) continue;
      pieces.push([text.slice(at, index), false], [word, true]);
      at = index + word.length;
    }
    return [...pieces, [text.slice(at), false]];
  }

  // How the index's own words are spelt in a text.
  const spelt = (word, text) => text.match(/[\p{L}\p{M}]+/gu)?.find((one) => folded(one) === word)?.toLowerCase();

  return { answer, tokens, inComments, title, clauses, comments, marked, spelt, isStandard: (entry) => entry < core.standards };
};
