// Tells what an answer is: whether a query names a standard, or a service that is not here, or looks for words of a text.
"use strict";

globalThis.talqyJudged = ({ title: titleOf, mostTogether }, core, words, part) => {
  const KIN = 0.5, BEGINS = 0.9, FEWEST = 3, HEADED = 2.5, NAMED = 4, MOST_NAMED = 10, CALLED = 5, TOGETHER = 0.65, MOST_OF_ALL = 0.6, WHOLE = 100, HALF = 0.5, NEAR = 0.25, MUCH = 1.5;
  const { rules } = core;
  const { stop } = rules;
  const joins = new RegExp(` (?:${rules.joins.join("|")}) `);

  const isStandard = (entry) => entry < core.standards;
  const isOneOf = (list, one) => list.some((word) => words.areForms(one.word, word, true));
  // A word of a kind of service, or of what is done in many.
  const isPlain = (one) => isOneOf(rules.kinds, one) || isOneOf(rules.deeds, one);
  // A word that has more than one service: паспорт, права. Another one is meant where it stands beside that one's word.
  const isShared = (one) => isPlain(one) || isOneOf(rules.shared, one);
  // A word that stands nowhere; a number is one of many.
  const isUnknown = (one) => (!one.forms.size || (one.isOfOthers && !one.values.size)) && !/\d/.test(one.word);
  // Whether a word may name a service: no number does, and nothing that tells a story (не успели).
  const mayName = ({ word, isUsual }) => !/\d/.test(word) && (isUsual || !words.isTold(word));
  // A beginning of words that is too short to be one.
  const isShort = (one, of) => of.units.length > 1 && !one.isUsual && one.word.length <= FEWEST && !one.forms.has(one.word) && !one.isOfOthers;
  // What people say of their case: студент, потерял.
  const isCase = (one) => one.isUsual && !isShared(one) && !one.isOfOthers;
  const isRare = (one) => one.values.size < core.standards * MOST_OF_ALL;
  const isUsual = (one) => one.values.size && !isRare(one) && !isPlain(one) && ![...one.values.values()].some((value) => value >= CALLED);
  const isIn = (entry) => (one) => one.values.has(entry);

  // Whether a word of a query says one of a name; that of a kind only by its own forms: свидетельство is no метрика.
  function says(one, token) {
    if (isOneOf(rules.kinds, one) || one.isOfOthers) return words.areForms(one.word, token, true);
    const weight = one.forms.get(token);
    return weight >= KIN && (weight !== BEGINS || words.areOfOneRoot(one.word, token));
  }

  // Whether another standard is called by a word, and this one is not.
  const isAnother = (one, entry) => !isOneOf(rules.persons, one) && !(one.values.get(entry) >= NAMED)
    && [...one.values].some(([other, value]) => isStandard(other) && value >= CALLED);

  // How a query names a standard: `whole` are the words of the whole names that it says, of those that people use; `own` are
  // its words that say any name. A name of one word is not said by another word of its root: инвалид is no инвалидность.
  async function naming(entry, of) {
    const [, title, also = "", , short = ""] = await titleOf(entry);
    // Without a short title the official one is its name.
    const names = [...(short || title).split(joins), ...also.split(", ")].map((name) => words.tokens(name).filter((word) => !stop.has(word))).filter((name) => name.length);
    const units = of.units.filter((one) => isIn(entry)(one) && !of.question.behind.has(one.word));
    const whole = names.filter((name) => name.every((token) => units.some((one) => says(one, token) && (name.length > 1 || words.areForms(one.word, token) || !words.areOfOneRoot(one.word, token)))));
    const official = words.tokens(title);
    const isNaming = (one) => names.flat().some((token) => says(one, token) || one.forms.get(token) === BEGINS)
      || (!isPlain(one) && !one.isOfOthers && ((!isShared(one) && one.values.get(entry) > HEADED) || official.some((token) => says(one, token))));
    const isStrong = (one) => !isPlain(one) && [...names.flat(), ...official].some((token) => words.areForms(one.word, token) || words.areOfOneRoot(one.word, token));
    // What a paper is for («справка от врача на права») names a standard by itself, whatever the paper is called: by a whole
    // name, or by words of one alone.
    const isNamed = (word) => units.some((one) => one.word === word && !one.isOfOthers && !isShared(one) && isNaming(one) && isStrong(one));
    const isAim = of.question.aims.some((aim) => aim.every(isNamed) || whole.some((name) => name.every((token) => aim.some((word) => words.areForms(word, token, true)))));
    return { whole, isAim, hasShort: short !== "", own: units.filter(isNaming), isStrong };
  }

  // What speaks for a standard, and against it, where no whole name of it was typed: words of its names, and of cases that it
  // has; words that it is not called by, other than of cases. By what other services are called weighs more.
  function weighed({ entry }, { own, isStrong }, rest, of) {
    // What another standard is called by tells no case of this one: «справка об инвалидности».
    const tellsCase = (one) => isCase(one) && !isAnother(one, entry);
    const cases = rest.filter((one) => tellsCase(one) && isIn(entry)(one));
    // A person is no service, and neither is what most texts have (документ), beside a name.
    const isPerson = (one) => isOneOf(rules.persons, one) && (isIn(entry)(one) || !isPlain(one));
    const isCommon = (one) => isIn(entry)(one) && !isRare(one) && !isPlain(one) && !own.every(isPlain)
      && [...one.forms.keys()].some((form) => words.areForms(one.word, form));
    const saysNothing = (one) => !one.isOfOthers && (isPerson(one) || isCommon(one));
    const others = rest.filter((one) => !tellsCase(one) && !saysNothing(one) && (one.isOfOthers || !(one.values.get(entry) >= NAMED)));
    const sum = (some, weight) => some.reduce((all, one) => all + weight(one), 0);
    // A word that is not known is less of another service where one is told by its own word, or by two.
    const isTold = own.some((one) => isStrong(one) && !isShared(one));
    // A word of its text is less so, and one of its headings is not, unless another standard is called by it.
    const against = (one) => (one.isOfOthers ? 1 + HALF : one.values.get(entry) >= HEADED && !isPlain(one) && !isAnother(one, entry) ? 0 : isTold && (isUnknown(one) || (isIn(entry)(one) && !isPlain(one))) ? HALF : 1);
    const isHeadless = others.includes(of.units.at(core.head)) && against(of.units.at(core.head)) > 0;
    // Whose the paper of another service is, tells no case of this one: «свидетельство о смерти отца».
    const isWhose = (one) => isOneOf(rules.persons, one) && others.some((other) => other.isOfOthers && !isIn(entry)(other));
    const value = sum(own, (one) => (isStrong(one) ? 1 : HALF)) + cases.filter((one) => !isWhose(one)).length - sum(others, against) - isHeadless * HALF;
    return { others, value };
  }

  // What stands right beside a name: it may make another thing of it.
  const besideName = (own, of) => of.units[of.units.indexOf(own.at(core.head)) + (core.head ? -1 : 1)];

  // Whether what is known of a query may be answered beside a word that is not: none that tells another service by itself, or
  // right beside the name («паспорт на верблюда»), and there is a question, or a story.
  function mayAnswer({ entry, missing }, of) {
    const beside = besideName(of.units.filter((one) => one.values.get(entry) >= NAMED), of);
    return !missing.some((one) => one === beside || one.isOfOthers || isPlain(one)) && (of.question.rows.size > 0 || of.units.length - missing.length >= FEWEST);
  }

  // How much a query asks for a standard. By a whole name it does, whatever else was typed, unless that is a word by which
  // other services are called and the name is one that many share: «паспорт собаки»; beside any other word that it lacks, such
  // a name is near. By a part of a name it does where more speaks for it, or where one clause has all the rest.
  async function asks(row, of) {
    const { entry } = row;
    const named = await naming(entry, of);
    const { whole, own, isAim, hasShort } = named;
    if (isAim) {
      row.isAim = true;
      return of.question.isNeeded ? 2 * WHOLE : WHOLE;
    }
    const rest = of.units.filter((one) => !own.includes(one) && mayName(one) && !isShort(one, of));
    const lacking = rest.filter((one) => !isIn(entry)(one));
    const ofOthers = lacking.filter((one) => one.isOfOthers);
    if (whole.length) {
      const head = of.units.at(core.head);
      // What is asked for first, or last in Kazakh, may be another thing: «лицензия на садик», «снятие судимости».
      const isElse = rest.includes(head) && (isPlain(head) ? isAnother(head, entry) && of.units.length <= FEWEST : lacking.includes(head) && (head.isOfOthers || (!head.isUsual && !isOneOf(rules.persons, head) && of.units.length < FEWEST)));
      if (!own.every(isShared)) return ofOthers.length > own.length ? 0 : isElse ? NEAR : WHOLE;
      const isKind = own.every(isPlain) && whole.every((name) => name.length < 2);
      if ((isKind ? rest : lacking).some((one) => one.isOfOthers)) return 0;
      // Whose it is, right beside such a name, may make another thing of it: «удостоверение многодетной матери».
      const beside = besideName(own, of);
      const isStrange = (one) => lacking.includes(one) ? isKind || one === beside || !(one.isUsual || isOneOf(rules.persons, one)) : isKind && isAnother(one, entry);
      const isOwn = (one) => isIn(entry)(one) && !isStrange(one) && ((isCase(one) && !isOneOf(rules.persons, one)) || /_/.test(one.word));
      return rest.filter(isStrange).length > rest.filter(isOwn).length ? NEAR : WHOLE;
    }
    if (!own.length) return 0;
    const { others, value } = weighed(row, named, rest, of);
    // «Паспорт» is no «паспорт прививок».
    if (value > 0 && own.length < 2 && !rest.length && !isPlain(own[0]) && isOneOf(rules.shared, own[0])) return NEAR;
    if (value > 0 && !(own.length < 2 && own.every(isPlain) && (others.length || lacking.length))) {
      // A word that other services are called by is not yet the name that has it: прописка is no временная прописка.
      const told = own.filter((one) => !isPlain(one));
      const isTheirs = told.length && told.every((one) => one.isOfOthers || one.isLikeOthers) && (hasShort || own.length < 2);
      return isTheirs ? (ofOthers.length ? 0 : NEAR) : value;
    }
    const together = rest.length > 1 ? rest : of.units;
    const isTogether = !own.every(isPlain) && !lacking.length && !rest.some((one) => one.isOfOthers || isPlain(one))
      && await mostTogether(entry, together) >= together.length * TOGETHER;
    return isTogether ? HALF : 0;
  }

  // The standards that are meant, the first one first: among those with all words, or else by a whole name that is its own.
  async function meantOf(rows, of) {
    const asked = async (some, least) => {
      const first = some.filter((row) => isStandard(row.entry)).slice(0, MOST_NAMED);
      const meant = await Promise.all(first.map((row) => asks(row, of)));
      const kept = first.filter((_, at) => meant[at] >= least);
      const most = Math.max(...meant);
      const asked = first[meant.indexOf(most)];
      // One that is asked for nearly as much, and has much more of the query, is meant sooner.
      const best = first.find((row, at) => meant[at] >= most - HALF && meant[at] > HALF && row.score > asked.score * MUCH) ?? asked;
      return { isNear: most === NEAR, rows: kept.length ? [best, ...kept.filter((row) => row !== best)] : [] };
    };
    const all = await asked(rows, NEAR);
    return all.rows.length ? all : asked(of.rows.filter((row) => !rows.includes(row)), WHOLE);
  }

  // What is found, told by what it is: the standard that is meant comes first; where none is, the words stand in texts.
  async function judged(state, rows, of) {
    const unknown = of.units.filter((one) => isUnknown(one) && mayName(one)).map((one) => one.word);
    const isPage = !isStandard(rows[0].entry) && rows[0].isNamed && !rows[0].missing.length;
    // What is said in most standards is a question to all of them: «ЦОН работает в субботу?».
    const isOfAll = of.question.rows.size && of.units.every((one) => isUsual(one) && !one.isOfOthers);
    if (of.question.isTopic || isPage || (isOfAll && !rows[0].missing.length)) return { state, rows, read: of, unknown };
    const { isNear, rows: meant } = await meantOf(rows, of);
    if (meant.length && isNear) return { state: "near", rows: [{ ...meant[0], isAnswer: mayAnswer(meant[0], of) }], read: of, unknown };
    if (meant.length) {
      const isLacking = meant[0].missing.length > 0;
      // What papers are brought for asks for its documents.
      const read = meant[0].isAim && !of.question.rows.size ? { ...of, question: { ...of.question, rows: new Set(["documents"]) } } : of;
      const others = rows.includes(meant[0]) ? rows : of.rows;
      // Beside a standard that is meant, one that has much less of the query is none of its answers.
      const ordered = [...new Set([meant[0], ...others])].map((row) => ({ ...row, isMeant: meant.includes(row) }))
        .filter((row) => row.isMeant || !isStandard(row.entry) || row.score * 2 >= meant[0].score);
      return { state: isLacking ? "partly" : state === "partly" ? "found" : state, rows: ordered, read, unknown };
    }
    return (await unnamed()).told(rows, of, unknown);
  }

  // Where no standard is named, another file tells what a query is: most name one.
  const unnamed = async () => (await part("search-unnamed.js")).unnamed({ core, mostTogether, words, isStandard, isOneOf, isPlain, isShared, isCase, isShort, isRare, isIn, mayName });

  // Whether it is worth telling that a standard lacks a word: not of one's story, one's age or of whom it is about.
  const isTellable = (one) => !one.isAge && !isOneOf(rules.persons, one) && (one.isUsual || one.isOfOthers || !words.isDoing(one.word));

  return { isTellable, isStandard, isOneOf, isPlain, isCase, isUnknown, mayName, unnamed, judged };
};
