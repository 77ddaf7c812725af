// Finds what answers a query: which entries of the index, and in which of nine states. Texts are read by search-words.js,
// files by search-files.js; what an answer is tells search-judged.js, what is shown of it search-shown.js, and how
// search-page.js.
"use strict";

const talqyScript = document.currentScript.src;

globalThis.talqySearch = (folder) => {
  // The id of a comment, as it is typed.
  const CODE = /(?<![\p{L}\d])(?=[a-z]*\d)(?=\d*[a-z])[\da-z]{10}(?![\p{L}\d])/iu;
  // A piece of one: no word on any keys has these figures.
  const PIECE = /^[\s№]*(?=[a-z]*\d)(?=\d*[a-z])(?=\w*[167])[\da-z]{5,9}\W?$/i;
  const COUNTED = /^\s*[№#]\s*\d+\s*$/;
  const EXACT = 1, BEGINS = 0.9, FORM = 0.85, LIKE = 0.6, KIN = 0.5;
  const LONGEST_REST = 7, FEWEST = 3, MOST_FILES = 8, LONGEST_QUERY = 200, MOST_OPENED = 2, WORTH = 1.15, NAMED = 4, CALLED = 5;
  const SERVED = new Set(["found", "guessed", "partly", "near", "within"]);
  const files = talqyFiles(folder);
  const shown = talqyShown(files, () => words, () => rules);
  const { once } = files;
  // Scripts that few queries need, each asked for once.
  const modules = new Set();
  const part = (name) => import(new URL((modules.add(name), name), talqyScript).href);
  let core, rules, words, stop, judge, reader;

  async function open() {
    if (core) return;
    core = await files.open();
    rules = core.rules;
    words = talqyWords(rules);
    stop = rules.stop = new Set(rules.stop);
    judge = talqyJudged(shown, core, words, part);
    reader = talqyAsked(files, rules, words);
  }

  // What most queries need, before the first key.
  const prepare = () => open().then(() => shown.title(0));

  // --- one word of a query ---------------------------------------------------------------------------

  // A unit is what one word of the query finds: values by entry, and the words of the index that count.
  const unit = (word) => ({ word, values: new Map(), forms: new Map() });

  function take(into, line, weight) {
    if (weight > (into.forms.get(line.word) ?? 0)) into.forms.set(line.word, weight);
    const { entries, weights } = line.postings;
    for (let at = 0; at < entries.length; at += 1) {
      const value = weights[at] * weight;
      if (value > (into.values.get(entries[at]) ?? 0)) into.values.set(entries[at], value);
    }
  }

  function weigh(query, word) {
    if (word === query) return EXACT;
    if ([word, query].some((one) => rules.apart.includes(one))) return 0;
    if (words.areForms(query, word)) return FORM;
    if (word.startsWith(query) && word.length - query.length <= LONGEST_REST) return BEGINS;
    return words.areOfOneRoot(query, word) ? KIN : 0;
  }

  async function search(set, word) {
    await files.ready(set);
    const into = unit(word);
    if (/^[\u0400-\u04ff]$/.test(word)) return into;
    const shortest = [...words.steps(word), ...words.roots(word)].flat().reduce((one, other) => (other.length < one.length ? other : one), word);
    const isShort = word.length < FEWEST || /\d/.test(word);
    const begin = isShort ? word : shortest.slice(0, Math.max(Math.min(4, word.length), shortest.length - 1));
    const near = isShort ? await files.exact(set, word) : await files.beginning(set, begin, MOST_FILES);
    // A short word that is one is not the beginning of others: жер is not жергілікті.
    const isWhole = word.length <= FEWEST && near.some((line) => line.word === word);
    const weights = near.map((line) => weigh(word, line.word));
    // By what other services are called, no word of one root is meant: жұмыссыз is not жұмыс.
    into.isOfOthers = near.some((line, at) => line.told.endsWith("~") && (weights[at] === EXACT || weights[at] === FORM));
    near.forEach((line, at) => {
      const weight = weights[at];
      if (weight > (into.isOfOthers ? KIN : 0) && !((isWhole || into.isOfOthers) && weight === BEGINS)) take(into, line, weight);
    });
    // Of two letters with an ending, other forms are those with another one: итті, итін.
    const stem = !into.forms.size && words.shortStem(word);
    if (stem) for (const line of await files.beginning(set, stem, 2)) if ([line.word, words.shortStem(line.word)].includes(stem)) take(into, line, FORM);
    return into;
  }

  const found = (set, word) => once(`${set} ${word}`, () => search(set, word));

  const ageOf = (word) => (rules.ages.units.includes(word.split("_")[1]) ? parseInt(word, 10) : NaN);

  // An age is met by what is said of the younger or of the older: 12 лет by «не достигшего 16 лет».
  async function aged(set, word, age) {
    const into = { ...unit(word), isAge: true };
    for (const bound of [word, ...rules.bounds]) {
      for (const entry of (await found(set, bound)).values.keys()) into.values.set(entry, 1);
      into.forms.set(bound === word ? word : (age < parseInt(bound, 10) ? "<" : ">") + parseInt(bound, 10), 1);
    }
    return into;
  }

  async function withOthers(set, word, typed = word, isYounger = false) {
    if (ageOf(word)) return aged(set, word, ageOf(word) - isYounger);
    const [own] = await Promise.all([found(set, word), reader.learn([word])]);
    const into = { ...own, word: typed, values: new Map(own.values), forms: new Map(own.forms) };
    const isOne = (phrase) => phrase.length > 1 ? phrase.join(" ") === word : (reader.isPart(word, phrase[0]) || words.areForms(word, phrase[0], true) || words.areOfOneRoot(word, phrase[0]));
    const groups = reader.alike(isOne).map(({ standing }) => standing);
    into.isUsual = groups.length > 0;
    into.isListed = reader.alike((phrase) => phrase.join(" ") === word).length > 0;
    // A fraction is rare enough to be known without its unit, which may be written otherwise.
    const [fraction] = /^\d+\.\d+(?=_)/.exec(word) ?? [];
    if (fraction) groups.push([[fraction]]);
    const [number, unit] = word.split("_");
    // Days of any sort are days: «5 дней» are «5 рабочих дней».
    const days = unit && rules.units.find(([any]) => any.includes(unit));
    if (days) groups.push(days.flat().map((one) => [`${number}_${one}`]));
    for (const phrase of groups.flat().filter((one) => one.length > 1 || one[0] !== word)) {
      const parts = await Promise.all(phrase.map((part) => found(set, part)));
      for (const entry of parts[0].values.keys()) {
        const least = Math.min(...parts.map((part) => part.values.get(entry) ?? 0)) * LIKE;
        if (least > (into.values.get(entry) ?? 0)) into.values.set(entry, least);
      }
      for (const part of parts.filter((one) => parts.length === 1 || !reader.isEmpty(one.word))) for (const [form, weight] of part.forms) {
        into.forms.set(form, Math.max(into.forms.get(form) ?? 0, (weight * LIKE) / parts.length));
      }
    }
    return into;
  }

  const guesses = async () => (await part("search-guesses.js")).guesses({ files, core, words, reader, unit, take, isSaid, withOthers });

  // Whether people say a word in comments.
  const isSaid = async (word) => files.ready("c").then(() => found("c", word)).then(({ forms }) => [...forms.values()].some((weight) => weight >= FORM));

  // --- the whole query -------------------------------------------------------------------------------

  function ranked(units, behind) {
    for (const one of units) one.rare = Math.log(1 + core.standards / Math.max(1, one.values.size));
    const all = new Set(units.flatMap((one) => [...one.values.keys()]));
    const isDeed = (one) => judge.isOneOf(rules.deeds, one);
    // What is done in many services is found where the standard is named by it and by what it is done to.
    const deeds = units.filter(isDeed), others = units.filter((one) => !isDeed(one));
    const isCalled = (entry) => others.some((one) => one.values.get(entry) >= NAMED);
    if (others.length) for (const one of deeds) for (const [entry, value] of one.values) {
      if (value < NAMED || !isCalled(entry)) one.values.delete(entry);
    }
    // Beside a word that is not known, one of a kind says nothing: a benefit for the unemployed is no other benefit.
    const kind = (one) => [...rules.deeds, ...rules.kinds].findIndex((word) => words.areForms(one.word, word, true));
    const kinds = new Map(units.map((one) => [one, kind(one)]));
    const isTold = (has) => has.some((one) => kinds.get(one) < 0) || new Set(has.map((one) => kinds.get(one))).size > 1;
    const isKnown = !units.some((one) => judge.isUnknown(one) && judge.mayName(one));
    const rows = [...all].filter((entry) => isKnown || isTold(units.filter((one) => one.values.has(entry)))).map((entry) => {
      const names = (one) => one.values.get(entry) >= NAMED;
      const counts = (one) => one.values.has(entry);
      const has = units.filter(counts);
      const score = has.reduce((sum, one) => sum + one.rare * one.values.get(entry), 0) * (has.length / units.length);
      return { entry, score, missing: units.filter((one) => !counts(one) && !behind.has(one.word)), isNamed: has.some(names) };
    }).filter((row) => row.score > 0);
    return rows.sort((a, b) => b.score - a.score || a.missing.length - b.missing.length || a.entry - b.entry);
  }

  async function read(set, text, mayGuess) {
    await reader.learn(words.tokens(text));
    const question = reader.asked(text);
    let units = await Promise.all(question.words.map((word) => (word.length < 2 && question.behind.has(word) ? unit(word) : withOthers(set, word, word, question.isYounger))));
    if (mayGuess) {
      const isFound = (one) => one.values.size || one.isOfOthers || question.wishes.includes(one.word) || !mayGuess(one);
      const { guess } = units.every(isFound) ? {} : await guesses();
      units = await Promise.all(units.map(async (one) => (isFound(one) ? one : guess(set, one.word))));
    }
    for (const one of units) one.isCase = one.isAge || judge.isCase(one);
    // What stands behind a number counts with it: alone where the number is not found.
    const numbers = new Set(units.filter((one) => one.values.size).map((one) => one.word));
    units = units.filter((one) => !question.behind.has(one.word) || (one.values.size && !numbers.has(question.behind.get(one.word))));
    const rows = ranked(units, question.behind);
    // What has all words, unless another is named by them: a text that has them somewhere is not yet an answer.
    const isWhole = rows.length && !rows[0].missing.length;
    const whole = isWhole ? rows.filter((row) => !row.missing.length) : [];
    return { text, question, units, whole, rows, score: whole[0]?.score ?? 0 };
  }

  // A query, and where it has Latin letters what else may have been meant by its keys.
  const waysOf = async (text) => (words.isLatin(text) ? (await part("search-respelt.js")).readings(text, await files.json("keys.txt")) : [text]);
  const meantBy = async (of, entry, query) => (await part("search-respelt.js")).meant(of, entry, query, { files, ...shown, tokens: words.tokens });

  const best = (of) => of.reduce((one, other) => (other.score > one.score ? other : one));

  const isGood = ({ whole, rows, units }) => whole.length > 0 || (rows[0]?.isNamed && units.filter((one) => one.values.size).length * 2 >= units.length);

  // Without a whole answer: what has a word in its name, or more than half of all words.
  function partly(of) {
    const rows = of.rows.filter((row) => row.isNamed || row.missing.length < of.units.length / 2);
    return rows.sort((a, b) => b.score - a.score || a.entry - b.entry);
  }

  // Of queries that are answered in part, the one that is answered most; none where none is.
  function fullest(all) {
    const parts = all.map((one) => ({ read: one, rows: partly(one) })).filter(({ rows }) => rows.length);
    return parts.sort((a, b) => b.rows[0].score - a.rows[0].score)[0];
  }

  // Who names the number of a comment, or its id, is shown that comment, or told that there is none.
  async function byNumber(query) {
    if (![CODE, PIECE, COUNTED].some((one) => one.test(query)) && !(/№|\d/.test(query) && reader.asked(query).aboutComments)) return null;
    return (await part("search-numbers.js")).byNumber(query, { files, words, rules, ...reader, read, question: reader.asked("") });
  }

  // One of nine states, with its rows: found, guessed, partly, near, within, absent, unsure, comments, nothing. Who asks for
  // pages of the site is shown those, and who asks for comments and names no standard comments.
  async function answer(query, isExact) {
    await open();
    const text = query.slice(0, LONGEST_QUERY);
    await reader.learn(words.tokens(text));
    const found = await ofPages(text, () => ofStandards(query, isExact));
    if (SERVED.has(found.state) || isExact || !words.isLatin(text)) return found;
    // Where nothing is found, what was typed on other keys may ask for a page.
    for (const way of (await waysOf(text)).slice(1)) {
      await reader.learn(words.tokens(way));
      if (reader.pagesIn(way).some(({ left }) => !left.length)) return ofPages(way);
    }
    return found;
  }

  async function ofPages(text, usual) {
    const asked = core.how < 0 ? [] : reader.pagesIn(text);
    return asked.length ? (await part("search-pages.js")).answer(asked, text, usual, { core, read, answered, ...judge }) : usual();
  }

  async function ofStandards(query, isExact) {
    // Several words of Latin letters, one of them like an id, are words on other keys sooner.
    const typed = CODE.test(query) && /\S\s+\S/.test(query) && !/[№\u0400-\u04ff]/.test(query) && await answered(query, isExact);
    if (typed && SERVED.has(typed.state)) return typed;
    const numbered = await byNumber(query.slice(0, LONGEST_QUERY));
    if (numbered?.rows.length || (numbered && !numbered.isId)) return numbered;
    const found = typed || await answered(query, isExact);
    // What is like an id may be a word on other keys, or stand beside the name of a service.
    if (numbered && !SERVED.has(found.state)) return numbered;
    if (!found.read.question.aboutComments || ["found", "guessed", "partly", "within", "empty"].includes(found.state)) return found;
    const said = await inComments(query);
    return said.rows.length ? { state: "comments", ...said } : found;
  }

  async function answered(query, isExact, guessesAll = false) {
    const text = query.slice(0, LONGEST_QUERY);
    const ways = isExact ? [text] : await waysOf(text);
    const first = await read("w", text, false);
    const { question } = first;
    // One letter that says nothing is no word of what is looked for, and neither is what asks, before it is a question.
    if (question.words.every((word) => stop.has(word) && (word.length < 2 || (reader.asking.has(word) && !question.isTopic)))) return { state: "empty", rows: [], read: first };
    if (first.whole.length) return judge.judged("found", first.whole, first);
    // Other ways to read it, the likeliest first, until one names a standard and is known in half of its words.
    const tried = [];
    for (const way of ways.slice(1)) if (!tried.some(isGood)) tried.push(await read("w", way, false));
    let chosen = best([first, ...tried]);
    const most = fullest([first, ...tried]);
    const isNamed = most?.read.units.some((one) => !judge.isPlain(one) && !most.read.question.behind.has(one.word) && one.values.get(most.rows[0].entry) >= NAMED);
    // Beside a name, what looks like a verb is worth no guess; without one, any word may have been meant to be one.
    const mayGuess = (one) => guessesAll || !isNamed || !words.isDoing(one.word);
    const likely = [first, ...tried].filter(isGood).map((one) => one.text);
    const guessed = chosen.whole.length || isExact ? [] : await Promise.all((likely.length ? likely : ways).map((way) => read("w", way, mayGuess)));
    chosen = best([chosen, ...guessed]);
    if (chosen.whole.length) return judge.judged("guessed", chosen.whole, chosen);
    const nearer = fullest(guessed);
    // A guess adds to what is named without it, by more than a kind, and puts nothing before that.
    const isOther = isNamed && nearer?.rows[0].entry !== most.rows[0].entry;
    const part = (!isOther && nearer) || most;
    if (part) {
      const told = await judge.judged("partly", part.rows, part.read);
      const isLeft = isNamed && !guessesAll && !isExact && first.units.some((one) => !one.values.size && !mayGuess(one));
      return isLeft && !SERVED.has(told.state) ? answered(query, isExact, true) : told;
    }
    // How much or how many of something that one standard alone has: that clause answers, of whatever service.
    const [only] = first.rows;
    if (first.rows.length === 1 && question.isOfQuantity && (await judge.unnamed()).isTelling(only, first)) return { state: "within", rows: first.rows, read: first };
    const { isOther: namesOther, unsure } = await judge.unnamed();
    const isNaming = namesOther(first);
    // One letter is the beginning of a word: no comment is meant by it.
    const said = first.question.words.some((word) => word.length > 1) ? await inComments(text, ways) : { rows: [] };
    const isByOne = async () => said.rows.length && !said.isPart && (await comments(said.rows[0].entry, said.read)).some((one) => one.hasAll);
    if (said.isAuthor || (isNaming && await isByOne())) return { state: "comments", ...said };
    return isNaming ? { state: "nothing", rows: [], read: first } : unsure(best([first, ...guessed].filter((one) => one.rows.length).concat(first)));
  }

  async function inComments(query, ways) {
    await open();
    const text = query.slice(0, LONGEST_QUERY);
    return (await part("search-heard.js")).inComments(ways ?? await waysOf(text), { read, best, fullest, found });
  }

  // The comments of an author, where one of these words that no standard has is the name of one: few files tell that.
  async function byAuthor(query, unknown) {
    await files.ready("c");
    const known = await Promise.all(unknown.map((word) => found("c", word)));
    return known.some((one) => [...one.values.values()].some((value) => value >= CALLED)) ? inComments(query) : { rows: [] };
  }

  const comments = async (entry, of) => (await part("search-comments.js")).comments(entry, of, { files, ...shown });

  // The standards whose clauses are worth showing: a few first ones that are meant, if they answer nearly as well as the best.
  const opened = (rows) => rows.filter((row) => judge.isStandard(row.entry) && row.isMeant !== false).slice(0, MOST_OPENED)
    .filter((row, _, [first]) => row.score * WORTH >= first.score);

  return { prepare, answer, inComments, byAuthor, meant: meantBy, isSaid, comments, part, modules, isTellable: (one) => judge.isTellable(one), ...shown, tokens: (text) => words.tokens(text), isStandard: (entry) => judge.isStandard(entry), opened };
};
