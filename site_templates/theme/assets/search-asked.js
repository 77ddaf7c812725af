// Reads a query: what it looks for, and which questions it asks, by the lists of the index (core.txt). search.js finds it.
"use strict";

globalThis.talqyAsked = (files, rules, words) => {
  const EXACTLY = 0.5, FEWEST = 3;
  const { stop } = rules;
  const asking = new Set([...rules.how, ...rules.quantity, ...Object.values(rules.alone).flat()]);
  // Words as they are typed, and verbs that help others, by languages; learnt as phrases are.
  const heard = new Map(), helping = {};
  const parted = (phrases) => phrases.map((phrase) => phrase.split(" "));
  const questions = new Map(Object.entries({ kept: rules.kept, ...rules.asked, "": rules.comments }).map(([row, phrases]) => [row, parted(phrases).map(meant)]));
  // Whose time is asked for.
  const due = { acts: [], theirs: [] };
  // By what people ask for pages of the site; the row "say" asks for the form of a comment.
  const pages = new Map();
  // What means one thing, by groups: the word of each that is one, what of it may stand in texts, and its phrases so far.
  const same = new Map();
  let groups;

  // Phrases are learnt as words are typed that they may begin with: those have two letters alike (phrases.py).
  const load = (all) => Promise.all([...new Set(all.filter((word) => /^[^\d]/.test(word)).map((word) => files.fileOf("r", word.slice(0, 2))))]
    .map((number) => files.once(`r ${number}`, async () => take(await files.lists(number)))));
  const learn = (all) => load(all).then(() => load(all.flatMap((word) => heard.get(word) ?? [])));

  function take(file) {
    for (const word of file.stop?.[""] ?? []) stop.add(word);
    for (const [code, stems] of Object.entries(file.helping ?? {})) (helping[code] ??= []).push(...stems);
    for (const [word, said] of Object.entries(file.heard ?? {})) for (const one of said) heard.set(one, word);
    for (const [row, phrases] of Object.entries(file.asked ?? {})) questions.get(row).push(...parted(phrases).map(meant));
    for (const [page, phrases] of Object.entries(file.pages ?? {})) pages.set(page, [...(pages.get(page) ?? []), ...parted(phrases).map(meant)]);
    for (const [side, phrases] of Object.entries(file.due ?? {})) due[side].push(...parted(phrases));
    for (const [number, standing, phrases, one] of file.same) {
      if (!same.has(number)) same.set(number, { number, standing: parted(standing), phrases: [] });
      same.get(number).one ??= one;
      same.get(number).phrases.push(...parted(phrases));
    }
    groups = undefined;
  }

  // The groups that have a phrase for which this holds.
  const alike = (holds) => [...same.values()].filter(({ phrases }) => phrases.some(holds));

  // Whether a word of a query is one of a phrase of so many; a stem of a verb ends with a hyphen. A short word is another
  // one's form only beside others: қанша жылға; and one that says nothing alone is no form: қанша is not қаншаға.
  const isPart = (word, part, of = 1) => word === part || (part.endsWith("-") ? words.isVerb(word, part.slice(0, -1))
    : part.length > (of > 1 ? 2 : 3) && (of > 1 || !stop.has(word)) && words.areForms(word, part));

  // The phrase of these that begins here, as the number of its words; 0 where none does. What is said to the letter counts
  // more: «қанша уақытқа» is not «қанша уақыт».
  const phraseAt = (all, at, phrases) => phrases.reduce((most, parts) => {
    const value = parts.length + EXACTLY * parts.every((part, i) => part === all[at + i]);
    return value > most && parts.every((part, i) => all[at + i] && isPart(all[at + i], part, parts.length)) ? value : most;
  }, 0);

  const isHelping = (word) => stop.has(word) || Object.entries(helping)
    .some(([code, stems]) => stems.some((stem) => words.isVerb(word, stem.slice(0, -1), [code])));

  // Without particles, where there are other words: «сколько же ждать».
  function meant(all) {
    const others = all.filter((word) => !rules.particles.includes(word));
    return others.length ? others : all;
  }

  // A question in one piece: its verb may stand some words behind it («кто кроме меня может», «сколько паспорт стоит»).
  function gathered(all) {
    const pairs = [...questions].flatMap(([row, phrases]) => (row === "kept" ? [] : phrases.filter((phrase) => phrase.length === 2)));
    for (let at = 0; at + 2 < all.length; at += 1) {
      if (!asking.has(all[at]) || phraseAt(all, at, pairs)) continue;
      const far = [2, 3, 4].find((step) => all[at + step] && phraseAt([all[at], all[at + step]], 0, pairs));
      if (far) all.splice(at + 1, 0, ...all.splice(at + far, 1));
    }
    return all;
  }

  // What a query looks for, and for which rows it asks. A number is looked for with the word behind it: alone it says
  // little, and so does its unit.
  function asked(text) {
    const read = gathered(meant(words.tokens(text)).map((word) => heard.get(word) ?? word));
    const all = read.filter((word, i) => !read[i + 1]?.startsWith(`${word}_`) && !isUnit(read, i) && !isSort(read, i));
    const sought = [], rows = new Set(), typed = new Map();
    const behind = new Map(read.flatMap((word, i) => (word.includes("_") ? [[read[i + 1], word]] : [])));
    for (let at = 0; at < all.length;) {
      const lengths = [...questions].map(([row, phrases]) => [row, phraseAt(all, at, phrases)]);
      const [usual, parts = 0] = usually(all, at);
      const longest = Math.max(parts, ...lengths.map(([, most]) => most));
      const length = Math.floor(longest);
      const asking = longest > parts ? lengths.filter(([, most]) => most === longest).map(([row]) => row) : ["kept"];
      if (parts === longest && usual) typed.set(usual, all.slice(at, at + parts));
      // What asks where is also where it is: «права онлайн сколько дней».
      if (asking.includes("channels") && length) sought.push(...all.slice(at, at + length).filter((word) => alike(([one, more]) => !more && words.areForms(word, one, true)).length));
      if (length && !asking.includes("kept")) for (const row of asking) rows.add(row);
      else sought.push(...typed.has(usual) ? [usual] : all.slice(at, at + (length || 1)).filter((word) => length || !isHelping(word)));
      at += length || 1;
    }
    const aboutComments = rows.delete("");
    // What a word asks for alone: where, who, when. How something is done is told by the ways first, but not by them alone.
    const isHow = !rows.size && read.some((word) => rules.how.includes(word));
    if (isHow) rows.add("channels");
    // Where documents are brought is asked of the ways, too.
    const alone = Object.entries(rules.alone).find(([, asking]) => read.some((word) => asking.includes(word)))?.[0].split(" ") ?? [];
    const isWhere = alone.length > 1 && [...rows].every((row) => ["documents", "channels"].includes(row));
    if (isWhere) rows.delete("documents");
    if (!rows.size || isWhere) for (const row of alone) rows.add(row);
    // «Паспорт қанша» asks for what it costs.
    if (!rows.size && rules.quantity.includes(read.at(-1))) rows.add("payment");
    const aims = aimsOf(text);
    const isOfQuantity = read.some((word) => rules.quantity.includes(word));
    const isOwn = isOfPerson(meant(words.tokens(text)));
    const isDue = [...rows].every((row) => ["term", "channels", "result"].includes(row)) && ((rows.has("result") && isOfQuantity) || (rows.has("term") && isOwn));
    const plain = all.filter((word) => !isHelping(word));
    const topics = [...rows].flatMap((row) => rules.topics[row] ?? []);
    const left = [sought, aboutComments ? plain.filter((word) => !stop.has(word)) : topics, plain, all].find((of) => of.length) ?? [];
    const answers = [...rows].flatMap((row) => rules.answered[row] ?? []);
    const isWish = (word, at) => rules.wishes.endings.some((ending) => word.endsWith(ending)) && rules.wishes.before.some((stem) => read[at + 1]?.startsWith(stem.slice(0, -1)));
    return { words: [...new Set(left)], rows, wishes: read.filter(isWish), answers, aboutComments, typed, behind, isHow, isDue, isOwn, aims, isNeeded: read.some((word) => rules.papers.need.includes(word)), isTopic: left === topics, isYounger: words.told(text).some((word) => word[0] === "<"), isOfQuantity };
  }

  // The pages of the site that a text asks for, the best first, each with the words that do not ask for it (`left`); of the
  // words of a phrase all stand in the text, in any order.
  function pagesIn(text) {
    const all = meant(words.tokens(text).filter((word) => !word.includes("_")));
    const says = (part, of) => (word) => (part === "*" ? questions.get("").some(([one, more]) => !more && isPart(word, one)) : isPart(word, part, of));
    return [...pages].map(([page, phrases]) => {
      const said = phrases.filter((phrase) => phrase.every((part) => all.some(says(part, phrase.length))));
      const isSaid = (word) => said.some((phrase) => phrase.some((part) => says(part, phrase.length)(word)));
      const left = all.filter((word) => !isSaid(word) && !isHelping(word));
      return { page, left, most: Math.max(0, ...said.map((phrase) => phrase.length)) };
    }).filter(({ most, left }) => most > 1 || (most && !left.length)).sort((a, b) => a.left.length - b.left.length || b.most - a.most);
  }

  // Whether a question of time asks for what the person does in it, and not the authority.
  function isOfPerson(all) {
    const says = (phrases) => all.some((_, at) => phraseAt(all, at, phrases));
    return !says(due.theirs) && (says(due.acts) || all.some((word) => rules.duty.some((ending) => word.endsWith(ending))));
  }

  // What papers are for, each as the words of it: «справка от врача на права», «праваға анықтама».
  function aimsOf(text) {
    const all = words.tokens(text);
    const { all: papers, aims, endings } = rules.papers;
    const isPaper = (word) => papers.some((one) => words.areForms(word, one, true));
    if (!all.some(isPaper)) return [];
    const isAimed = (word) => endings.some((ending) => word.endsWith(ending) && word.length > ending.length + FEWEST) && !isPaper(word) && !stop.has(word);
    const runs = all.flatMap((word, at) => {
      if (isAimed(word)) return [all.slice(Math.max(0, at - 2), at + 1).filter((one) => !isPaper(one))];
      const from = aims.includes(word) ? all.findIndex((one, i) => i > at && !stop.has(one)) : -1;
      const end = all.findIndex((one, i) => i > from && stop.has(one));
      return from < 0 ? [] : [all.slice(from, end < 0 ? all.length : end)];
    });
    return runs.filter((run) => run.length && !run.some((word) => isPaper(word) || /\d/.test(word)));
  }

  // Whether a word says nothing alone, or asks.
  const isEmpty = (part) => stop.has(part) || [...questions.values()].some((phrases) => phrases.some((phrase) => phrase.length === 1 && isPart(part, phrase[0])));

  // What stands for a phrase of a list that begins here, and how many words of the query that takes: the one word of its
  // group, or the phrase. A phrase with a word that names services is looked for word by word.
  function usually(all, at) {
    for (const [one, phrases] of listed()) {
      const parts = Math.floor(phraseAt(all, at, phrases));
      if (parts) return [one ?? phrases.find((phrase) => phraseAt(all, at, [phrase]) >= parts).join(" "), parts];
    }
    return [];
  }

  // The groups in order, each with those of its phrases that are looked for as one.
  const listed = () => (groups ??= [...same.values()].sort((a, b) => a.number - b.number).map(({ one, phrases }) => {
    const isWhole = (phrase) => phrase.some((part) => part.endsWith("-") || isEmpty(part)) || phrases.some(([word]) => word === phrase.join(""));
    return [one, phrases.filter((phrase) => phrase.length > 1 && (isWhole(phrase) || !phrase.some((word) => rules.shared.some((other) => words.areForms(word, other, true)))))];
  }).filter(([, phrases]) => phrases.length));

  // The words of a unit behind its number, which is looked for with them: 5_раб stands for «5 рабочих дней».
  const unitOf = (word) => rules.units.find((group) => group.flat().some((begin) => word.startsWith(begin)));
  function isUnit(all, at) {
    if (all[at].includes("_") || !unitOf(all[at])) return false;
    return all[at - 1]?.includes("_") || (at > 1 && unitOf(all[at - 1]) === unitOf(all[at]) && isUnit(all, at - 1));
  }

  // What sort of a unit a word says: «сколько рабочих дней» asks what «сколько дней» does.
  const isSort = (all, at) => rules.units.some(([any, sorts]) => [[all[at], sorts], [all[at + 1], any]].every(([word, begins]) => begins.some((begin) => word?.startsWith(begin))));

  return { learn, asked, pagesIn, asking, isPart, isHelping, isEmpty, alike };
};
