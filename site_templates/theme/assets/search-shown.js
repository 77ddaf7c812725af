// What search shows of an entry that it has found: its title, the clauses and comments that answer, the words in them.
"use strict";

globalThis.talqyShown = (files, wordsOf, rules) => {
  const HEADING = 2.5, LIKE = 0.6, KIN = 0.5, ASKED = 14, HOW = 4, LINE = 2, FITS = 2, ASIDE = 0.6, OTHERS = 0.85, OFF = 0.5, THEIRS = 0.25, SHOWN = 3;
  const OF_CASE = 2, PAIRED = 3, NAMED = 4, CALLED = 5, NAMING = 0.3, NAMED_CLAUSE = 0.3, ANSWERING = 0.5, AS_MUCH = 0.85, FITTING = 260, WHOLE = 460;
  const ITEM = /^\d+\)/;
  const PAIRS = /\d+(?:[.,]\d+)*(?: ?\([^()\d]{1,60}\))?\s+[\p{L}\p{M}]+/gu;
  const WORDS = new RegExp(`${PAIRS.source}|[\\p{L}\\p{M}\\d]+`, "gu");
  const texts = new Map();
  // A number with the word behind it: its unit.
  const isPair = (token) => token.includes("_");
  const tail = (pair) => pair.slice(pair.indexOf("_"));

  async function title(entry) {
    const { block } = await files.open();
    return (await files.json(`t/${Math.floor(entry / block)}.txt`))[entry % block];
  }

  // How often each word stands in each of some texts: by the word, then by the number of the text.
  function counted(all) {
    const places = new Map();
    all.forEach((text, at) => {
      for (const word of wordsOf().told(text)) {
        if (!places.has(word)) places.set(word, new Map());
        places.get(word).set(at, (places.get(word).get(at) ?? 0) + 1);
      }
    });
    return places;
  }

  // Whether a standard is named by a word: that tells nothing apart in it.
  const isName = (unit, entry, least = NAMED) => !isPair(unit.word) && (unit.values.get(entry) ?? 0) >= least;

  // The units that count for an entry.
  const standingIn = (entry, of) => of.units.filter((one) => one.values.has(entry));

  // For each text that has words of a unit: the weight of the best one, and how many there are. Parts of a phrase count
  // where they stand together: «третьего лица», not «лица».
  function standing(unit, places) {
    const rows = new Map();
    for (const [word, counts] of places) {
      const weight = unit.forms.get(word);
      if (weight) for (const [at, count] of counts) {
        const row = rows.get(at) ?? { weight: 0, count: 0, parts: 0 };
        const isPart = weight < KIN;
        rows.set(at, { weight: Math.max(row.weight, isPart ? 0 : weight), count: row.count + count, parts: row.parts + (isPart && weight) });
      }
    }
    for (const [at, row] of rows) {
      row.weight ||= row.parts >= KIN && LIKE;
      if (!row.weight) rows.delete(at);
    }
    return rows;
  }
  const worth = (row) => (row ? row.weight * (1 + Math.min(row.count - 1, 4) / 8) : 0);

  function clausesRead(entry, rows) {
    if (!texts.has(entry)) texts.set(entry, [2, 3].map((column) => counted(rows.map((row) => row[column]))));
    return texts.get(entry);
  }

  // A text as lines, long ones as sentences, each with its words; cut once.
  const lines = new Map();
  function linesOf(text) {
    if (!lines.has(text)) {
      lines.set(text, text.replace(/([.!?;]) (?=\p{Lu})/gu, "$1\n").split("\n").map((line) => ({ line, tokens: wordsOf().told(line) })));
    }
    return lines.get(text);
  }

  // The most that one line of a text says of what was asked beside the name of the standard, and whether it answers.
  function bestLine(text, units, worths, of) {
    return linesOf(text).reduce((best, { tokens }) => {
      const own = hits(units, tokens).reduce((sum, weight, at) => sum + weight * worths[at], 0);
      const value = own * (isAnswer(tokens, of) ? FITS : 1);
      return value > best ? value : best;
    }, 0);
  }

  // The most that one line with a time in it says of these units.
  function timed(text, units, worths, of) {
    return linesOf(text).reduce((most, { tokens }) => (isAnswer(tokens, of) ? Math.max(most, hits(units, tokens).reduce((sum, weight, at) => sum + weight * worths[at], 0)) : most), 0);
  }

  // The words of a joint name that were not typed: «паспорт» of «Паспорт и удостоверение личности» is not asked for by «удостоверение».
  async function untyped(entry, of) {
    const names = ((await title(entry))[4] ?? "").split(new RegExp(` (?:${rules().joins.join("|")}) `)).map((name) => wordsOf().tokens(name));
    const others = names.filter((name) => !name.some((token) => of.units.some((one) => one.forms.has(token))));
    return others.length < names.length ? others.flat() : [];
  }

  // The first clauses by what they say of a query, each with whether it has all words of it. Where the next text says a clause otherwise, the one is shown that has
  // more of the query, and of equals the one on the standard's page.
  async function clauses(entry, of) {
    const all = (await files.json(`d/${entry}.txt`)).flatMap(([path, name, rows]) => rows.map((row) => ({ path, name, row })));
    const [headings, bodies] = clausesRead(entry, all.map(({ row }) => row));
    const [values, counts] = [new Float32Array(all.length), new Uint8Array(all.length)];
    const others = await untyped(entry, of);
    const own = [], worths = [];
    let isTopic = false;
    const main = rules().before.find((row) => of.question.rows.has(row));
    for (const unit of standingIn(entry, of)) {
      const [heads, said] = [standing(unit, headings), standing(unit, bodies)];
      const places = new Set([...heads.keys(), ...said.keys()]);
      const isOfName = isName(unit, entry) && !unit.isCase;
      // A number with its unit is what was asked for; what names the standard is said in many clauses.
      const rare = Math.log(1 + all.length / places.size) * (isPair(unit.word) && !unit.isAge ? 2 : isOfName ? NAMED_CLAUSE : 1);
      if (!isOfName) {
        own.push(unit);
        worths.push(rare);
      }
      isTopic ||= !isName(unit, entry) && heads.size > 0;
      for (const at of places) {
        values[at] += rare * (HEADING * (unit.isCase ? OF_CASE : 1) * worth(heads.get(at)) + worth(said.get(at)));
        counts[at] += 1;
      }
    }
    // The time that a person has is told by the line with most of the query beside a time, seldom by the term of the service;
    // so is how long something holds, where no clause answers that.
    const isSet = (sets) => sets.some((row) => of.question.rows.has(row));
    const answersAt = ({ row: [, , , text, ...sets] }) => isSet(sets) && !sets.includes("term") && linesOf(text).some(({ tokens }) => isAnswer(tokens, of));
    const units = standingIn(entry, of);
    const even = units.map((one) => (own.includes(one) ? worths[own.indexOf(one)] : NAMED_CLAUSE));
    const dues = of.question.isDue && (of.question.isOwn || !all.some(answersAt))
      ? all.map(({ row: [, , , text, ...sets] }) => timed(text, units, even, of) * (sets.includes("term") ? THEIRS : 1)) : [];
    const due = Math.max(0, ...dues);
    const first = new Map(all.map(({ row: [id] }, at) => [id, at]).reverse());
    const last = new Map(all.map(({ row: [id] }, at) => [id, at]));
    const saysMore = (one, other) => ((dues[one] ?? 0) === (dues[other] ?? 0) ? counts[one] > counts[other] : dues[one] > dues[other]);
    const isChosen = (id, at) => at === (saysMore(last.get(id), first.get(id)) ? last : first).get(id);
    return all.map(({ path, name, row: [id, number, heading, text, ...sets] }, at) => {
      const isAsked = due ? dues[at] >= due * AS_MUCH || answersAt(all[at]) : isSet(sets);
      const hasAll = counts[at] === of.units.length;
      const line = bestLine(text, own, worths, of);
      // Where headings have what the query is about, a clause without it says less of it.
      // Of several rows that are asked for the first one is meant, and the others tell more of it: how long is a complaint looked at.
      // What the provider takes from systems is brought by nobody (`taken`).
      const asked = isAsked && (of.question.isHow ? HOW : ASKED) * (sets.includes("taken") ? OFF : due || sets.includes(main) ? 1 : ASIDE) * (own.length && !line ? (isTopic ? OFF : OTHERS) : 1);
      const value = values[at] + asked + LINE * line;
      return { path, entry, href: `${path}#${id}`, number, heading, text, value: isChosen(id, at) && value, name, isAsked, hasAll, others };
    }).filter((row) => row.value > 0).sort((a, b) => b.value - a.value).slice(0, SHOWN);
  }

  // How many of these words one heading or one line of a standard has.
  async function mostTogether(entry, units) {
    const texts = (await files.json(`d/${entry}.txt`)).flatMap(([, , rows]) => rows.flatMap(([, , heading, text]) => [heading, text]));
    return texts.flatMap(linesOf).reduce((most, { tokens }) => Math.max(most, hits(units, tokens).filter(Boolean).length), 0);
  }

  // Whether words say a number that was asked for, or another one of its unit: «24 страницы» is no answer to «48 страниц».
  const pairsOf = (of) => of.units.filter((one) => isPair(one.word) && !one.isAge).flatMap((one) => [one.word, ...one.forms.keys()]).filter(isPair);
  const hasPair = (tokens, of) => pairsOf(of).some((pair) => tokens.includes(pair));
  const isAnother = (tokens, of) => tokens.some((token) => isPair(token) && pairsOf(of).some((pair) => tail(pair) === tail(token)));

  // What of a query stands in words: by unit the weight of its best form there. Parts of a phrase count together, and one
  // alone does not: «государственных услуг» is not «Государственная корпорация».
  const hits = (units, tokens) => units.map((one) => {
    const weights = [...new Set(tokens)].map((token) => one.forms.get(token) ?? 0);
    const parts = weights.reduce((sum, weight) => sum + (weight < KIN && weight), 0);
    return Math.max(0, ...weights.filter((weight) => weight >= KIN), parts >= KIN && Math.min(parts, LIKE));
  });

  // The words by which a text answers one of the questions asked: МРП, рабочих дней.
  const answers = (of, tokens) => of.question.answers.some((word) => tokens.some((token) => wordsOf().areForms(token, word, true)));

  // Whether a line answers; how long, by a number alone.
  const isAnswer = (tokens, of) => answers(of, tokens) && (!of.question.rows.has("term") || tokens.some(isPair));

  // The lines of a text, long ones as sentences, each with what it says of a query. What few lines say weighs more, a
  // number most; what names the standard is said everywhere in it.
  function windows(text, of, entry) {
    const lines = linesOf(text);
    if (lines.some(({ tokens }) => isAnother(tokens, of)) && !lines.some(({ tokens }) => hasPair(tokens, of))) return [];
    const units = of.question.isTopic ? [] : standingIn(entry, of);
    // What answers a question tells no case: тегін is no form of тегі then.
    const hit = lines.map(({ tokens }) => hits(units, tokens.filter((token) => !answers(of, [token]))));
    const names = units.map((one) => isName(one, entry, CALLED));
    const worths = units.map((one, at) => (
      Math.log(1 + lines.length / hit.filter((row) => row[at]).length) * (isPair(one.word) && !one.isAge ? PAIRED : names[at] ? NAMING : 1)));
    return lines.map(({ line, tokens }, row) => {
      const isAnswered = isAnswer(tokens, of);
      const told = (isTold) => hit[row].reduce((sum, weight, at) => sum + (isTold(at) && weight && weight * worths[at]), 0);
      // What tells cases apart does so in a name, too: «внесение изменений».
      const isName = (at) => names[at] && !units[at].isCase;
      const [own, name] = [told((at) => !isName(at)), told(isName)];
      return { line, tokens, own, name, value: own + name + (isAnswered && ANSWERING), isAnswer: isAnswered, isOwn: own > 0 };
    });
  }

  // Whether a line is of another age than the one that was typed, or of another thing.
  const isElse = (tokens, of, others = []) => {
    const aged = of.units.find((one) => one.isAge);
    const isIn = (list) => tokens.some((token) => list.some((one) => wordsOf().areForms(token, one)));
    return (aged && tokens.some((token) => /^[<>]/.test(token)) && !tokens.some((token) => aged.forms.has(token)))
      || (isIn(others) && !tokens.some((token) => of.units.some((one) => one.forms.get(token) > LIKE)));
  };

  // Of a clause that is asked for, the lines that answer the case that was typed; what leads into a list is said with each
  // item of it. Where no line has the case, all that answer, or if they are many those with the name: never a figure that
  // holds for another case alone.
  function answering(lines, isElse) {
    let lead;
    const all = lines.map((line, at) => {
      if (!ITEM.test(line.line)) lead = line.line.endsWith(":") && ITEM.test(lines[at + 1]?.line) ? line : null;
      const isLead = lead === line;
      const [own, name] = ["own", "name"].map((what) => line[what] + (isLead ? 0 : lead?.[what] ?? 0));
      return { ...line, own, name, isAnswer: !isLead && (line.isAnswer || lead?.isAnswer), lead: (!line.isAnswer || lead?.own) && lead?.line };
    }).filter((line) => line.isAnswer && !isElse(line.tokens));
    if (!all.length) return "";
    const most = (some, what) => some.filter((one) => one[what] >= Math.max(...some.map((other) => other[what])) * AS_MUCH);
    const isShort = all.reduce((sum, { line }) => sum + line.length, 0) <= WHOLE;
    const isOwn = all.some(({ own }) => own);
    const best = isOwn || !isShort ? most(most(all, "own"), "name") : all;
    // What is said first, of no case, holds for all that a name alone does not tell apart.
    const chosen = isOwn || best.includes(all[0]) || ITEM.test(all[0].line) ? best : [all[0], ...best];
    return chosen.flatMap(({ line, lead: before }, at) => (before && before !== chosen[at - 1]?.lead ? [before, line] : [line])).join(" ");
  }

  // What a row shows of its text: the line that says most, and those after it that say as much; where the clause is asked
  // for, of the lines that answer. Where it says no more of the case than the standard's name, the answers before it too,
  // or the text from its beginning. Nothing where it has other numbers than the one asked for.
  function piece({ text, entry, isAsked, others }, of) {
    const lines = windows(text, of, entry);
    if (!lines.length) return [];
    const answer = isAsked && lines.some((line) => line.isAnswer) && answering(lines, (tokens) => isElse(tokens, of, others));
    if (answer) return marked(answer, of, told(lines, of, entry, true));
    const best = Math.max(...lines.map(({ value }) => value)) * AS_MUCH;
    const first = lines.findIndex(({ value }) => value >= best);
    const isChosen = lines[first].isOwn || lines[first].isAnswer;
    const said = isChosen ? first : 0;
    const length = (from) => lines.slice(from, said + 1).reduce((sum, { line }) => sum + line.length, 0);
    let from = said;
    while (!lines[said].isOwn && lines[from - 1]?.isAnswer && length(from - 1) <= FITTING) from -= 1;
    // A line that leads into others says nothing without them: «выдается бесплатно:».
    const isWhole = isChosen && !lines[said].line.endsWith(":");
    const end = isWhole ? lines.findIndex(({ value }, at) => at > said && value < best) : -1;
    const chosen = lines.slice(from, end < 0 ? lines.length : end);
    // An item of a list says nothing without what leads into it: «1) при первичном получении;» of what is free.
    const lead = ITEM.test(lines[from].line) && lines.slice(0, from).findLast(({ line }) => !ITEM.test(line));
    if (lead && lead.line.endsWith(":")) chosen.unshift(lead);
    return marked(chosen.map(({ line }) => line).join(" "), of, told(chosen, of, entry, isAsked));
  }

  // Which words of a piece are marked: the figure that is asked for and what tells the case; the name of the standard,
  // which is said everywhere in it, where there is nothing else.
  function told(lines, of, entry, isAsked) {
    const own = of.units.filter((one) => one.isCase || !isName(one, entry));
    const isAge = (one, token) => one.isAge && isPair(token) && ["<", ">"].some((side) => one.forms.has(side + parseInt(token, 10)));
    const isTold = (token) => own.some((one) => one.forms.has(token) || isAge(one, token)) || (isAsked && (answers(of, [token]) || (isPair(token) && of.question.answers.length > 0)));
    return lines.some(({ line }) => wordsOf().tokens(line).some(isTold)) ? isTold : undefined;
  }

  // The words of a text in turn, each with whether it was looked for; a number with its unit is one of them.
  function marked(text, of, isSought = (token) => of.units.some((one) => one.forms.has(token))) {
    const pieces = [];
    let at = 0;
    for (const { 0: words, index } of text.matchAll(WORDS)) {
      const tokens = wordsOf().tokensOf(words);
      const last = words.match(/[\p{L}\p{M}\d]+$/u)[0];
      const sought = tokens.some((token) => isPair(token) && isSought(token)) ? words : isSought(tokens[tokens.length - 1]) ? last : "";
      if (!sought) continue;
      const end = index + words.length;
      pieces.push([text.slice(at, end - sought.length), false], [sought, true]);
      at = end;
    }
    return [...pieces, [text.slice(at), false]];
  }

  // How the index's own words are spelt in a text, a number with its unit.
  const spelt = (word, text) => text.match(isPair(word) ? PAIRS : /[\p{L}\p{M}]+/gu)
    ?.find((one) => wordsOf().tokensOf(one)[isPair(word) ? 1 : 0] === word)?.toLowerCase();

  return { title, clauses, mostTogether, counted, standing, worth, piece, marked, spelt };
};
