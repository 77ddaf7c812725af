// Tells what an answer is: found, near, or words in texts alone; by how a query names a standard, and what it has beside.
"use strict";

globalThis.talqyJudged = (titleOf, core, words) => {
  const KIN = 0.5, BEGINS = 0.9, FEWEST = 3, IN_TEXTS = 1, HEADED = 2.5, NAMED = 4;
  const { rules } = core;
  const stop = new Set(rules.stop);
  const joins = new RegExp(` (?:${rules.joins.join("|")}) `);

  const isStandard = (entry) => entry < core.standards;
  const isOneOf = (list, one) => list.some((word) => words.areForms(one.word, word, true));
  // A word of a kind of service, or of what is done in many.
  const isPlain = (one) => isOneOf(rules.kinds, one) || isOneOf(rules.deeds, one);
  // A word that stands nowhere; a number is one of many.
  const isUnknown = (one) => !one.forms.size && !/\d/.test(one.word);

  // A beginning of words that is too short to be one.
  const isShort = (one, of) => of.units.length > 1 && one.word.length <= FEWEST && !one.forms.has(one.word);

  // How a query names an entry: by a whole name that people use, by some word of its names, or not at all. An official
  // title names by words that few standards have. Where a word stands in its texts alone, a kind (справка) names nothing,
  // and neither does one word of an everyday phrase: номер на машину is no права на машину.
  const WHOLE = 2, PART = 1, SOME = 2.5, MOST = 0.6;
  async function naming(row, of) {
    const [, title, also = "", , short = ""] = await titleOf(row.entry);
    const names = [...short.split(joins), ...also.split(", ")].map((name) => words.tokens(name).filter((word) => !stop.has(word))).filter((name) => name.length);
    const isBeside = !row.missing.length && of.units.some((one) => one.values.get(row.entry) < HEADED && mayName(one));
    const isLoose = isBeside || row.missing.some(mayName);
    const units = of.units.filter((one) => !isShort(one, of) && !(isLoose && isPlain(one)));
    const isSaid = (all, besides) => (word) => all.some(({ values, forms }) => values.has(row.entry) && forms.get(word) >= KIN && forms.get(word) !== besides);
    // Beside other words, what is said of many services stands for no other name: «бала» is no «нәресте».
    const isOwn = (name) => !isLoose || name.some((word) => isSaid(units, BEGINS)(word) || isPlain({ word }));
    if (names.some((name) => name.every(isSaid(of.units, BEGINS)) && isOwn(name))) return WHOLE;
    const isRare = (one) => one.values.size < core.standards * MOST || core.standards < FEWEST;
    const isTitled = (one) => !isBeside || words.tokens(title).some(isSaid([one]));
    const isPart = units.some((one) => one.values.get(row.entry) > SOME && isRare(one) && isTitled(one))
      || (isBeside ? words.tokens(short) : names.flat()).some(isSaid(units));
    return isPart ? PART : 0;
  }

  // Whether a word that one lacks may name another service: a number is one of many, and what tells a story (не успели)
  // names nothing.
  const mayName = ({ word }) => !/\d/.test(word) && !words.isTold(word);

  // Whether what is missing names another service: as many words as name this one, or fewer with the one that all others
  // tell of, which comes first in one language and last in another.
  function isOfAnother({ entry, missing }, of) {
    const lacking = missing.filter(mayName);
    const naming = of.units.filter((one) => one.values.get(entry) >= NAMED && !isPlain(one));
    const isHeadless = lacking.includes(of.units.at(core.head));
    return lacking.length > 0 && lacking.length + isHeadless > naming.length;
  }

  // Whether all is said in the texts of a standard, and no more of it in the name than beside it: «некеге тұруды тіркеу».
  function isBesideMost({ entry, missing }, of) {
    const [beside, naming] = [of.units.filter((one) => one.values.get(entry) < HEADED), of.units.filter((one) => one.values.get(entry) >= NAMED)]
      .map((some) => some.filter((one) => !isPlain(one) && mayName(one)).length);
    return !missing.length && beside > 0 && beside >= naming;
  }

  // Whether a query may ask for words, and for no service: for a number, for what a heading has, for comments; or beside a
  // word of the name.
  function isOfWords({ entry, missing }, of) {
    const values = of.units.filter(({ word }) => !/\d/.test(word)).map((one) => one.values.get(entry));
    const isNamed = values.some((value) => value >= NAMED);
    const isAll = !missing.length && !of.units.some((one) => isShort(one, of));
    return isAll && (of.question.aboutComments || (isNamed ? of.units.length > 1 : values.every((value) => value > IN_TEXTS)));
  }

  // What is found, told by what it is: where the query names a standard, by it; where it names none, its words stand in
  // texts alone; where it names one in part, and the rest is known nowhere, that one is near and no answer.
  async function judged(state, rows, of) {
    const unknown = of.units.filter((one) => isUnknown(one) && mayName(one)).map((one) => one.word);
    const isService = isStandard(rows[0].entry);
    const named = of.question.isTopic || (!isService && rows[0].isNamed) ? WHOLE : isService && await naming(rows[0], of);
    const isNear = named ? named === PART && state === "partly" && isOfAnother(rows[0], of) : rows[0].missing.some(mayName);
    const isBeside = named === PART && isBesideMost(rows[0], of);
    if (named && !isNear && !isBeside) return { state, rows, read: of, unknown };
    const told = isNear ? "near" : isBeside || isOfWords(rows[0], of) ? "within" : "texts";
    if (told === "within" && !isBeside && of.units.every((one) => one.values.get(rows[0].entry) > IN_TEXTS)) return { state: told, rows, read: of, unknown };
    // A question is not answered by another service: its words alone are shown.
    const units = of.units.filter((one) => !isOneOf(rules.kinds, one));
    return { state: told, rows, unknown, read: { ...of, units: units.length ? units : of.units, question: { ...of.question, rows: new Set(), answers: [] } } };
  }

  return { isStandard, isOneOf, isUnknown, mayName, judged };
};
