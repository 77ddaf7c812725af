// Tells what a query is that names no standard of the site: whether it looks for words of a text, names a service that is not
// here, or is not understood. search-judged.js asks for this file; most queries name a standard, and pay nothing for it.

const NAMED = 4, MOST_SAYING = 2, FEW = 3, MOST_OF_NAME = 5, IN_TEXTS = 1, LEAST_RARE = 6;

export function unnamed({ core, mostTogether, words, isStandard, isOneOf, isPlain, isShared, isCase, isShort, isRare, isIn, mayName }) {
  const { rules } = core;

  // Whether a query looks for words, and for no service: for a number, or for what a heading has.
  function isOfWords({ entry, missing }, of) {
    const named = of.units.filter(mayName);
    const isHeading = named.every((one) => !one.isOfOthers && one.values.get(entry) > IN_TEXTS);
    return !missing.length && isHeading && (!named.length || named.some((one) => !isPlain(one) && isRare(one)));
  }

  // The standard of which one line or heading says at least half of a query that no other service is told by: two words of
  // it that are of no kind of service.
  async function saying(of) {
    const named = of.units.filter((one) => mayName(one) && !isOneOf(rules.persons, one) && !isShort(one, of));
    if (named.some((one) => one.isOfOthers) || isPlain(of.units.at(core.head))) return undefined;
    const telling = named.filter((one) => !isPlain(one) && (one.isListed || !one.isUsual));
    const first = of.rows.filter(({ entry }) => isStandard(entry) && telling.filter(isIn(entry)).length > 1).slice(0, MOST_SAYING);
    const said = await Promise.all(first.map((row) => mostTogether(row.entry, telling)));
    const most = Math.max(0, ...said);
    return most >= 2 && most * 2 >= named.length ? first[said.indexOf(most)] : undefined;
  }

  // Whether the words of a query name a service that is not here: one that other services are called by, a kind of service
  // with a word or two, or two words at most of which none tells a case. All else tells a story, or asks: so does a sentence
  // with a word of another service, if more of it is known.
  function isOther(of) {
    const named = of.units.filter((one) => mayName(one) && !isShort(one, of));
    const others = named.filter((one) => one.isOfOthers).length;
    const isBrief = words.tokens(of.text).length <= MOST_OF_NAME;
    const known = named.filter((one) => !one.isOfOthers && !isPlain(one) && one.isUsual && one.values.size).length;
    if (others) return isBrief || others > known;
    const isName = !named.some(isCase) && named.length === of.units.length && isBrief;
    return isName && named.length <= (named.length && isPlain(named.at(core.head)) ? FEW : FEW - 1);
  }

  // What is not understood, with what comes nearest: the standards that one of its words names, or a heading has, or that say
  // two of them in a line.
  async function unsure(of, unknown = []) {
    const named = of.units.filter((one) => mayName(one) && !isOneOf(rules.persons, one) && !isShort(one, of));
    const isTelling = (entry) => (one) => !isShared(one) && isIn(entry)(one) && (isRare(one) || one.values.get(entry) >= NAMED);
    const first = of.rows.filter(({ entry }) => isStandard(entry) && named.some(isTelling(entry))).slice(0, MOST_SAYING);
    const together = await Promise.all(first.map(({ entry }) => mostTogether(entry, named)));
    const rows = first.filter(({ entry }, at) => together[at] > 1 || named.filter(isTelling(entry)).some((one) => one.values.get(entry) > IN_TEXTS));
    // Or else what has a kind of service in its name: «пособие за недееспособного».
    const kinds = rows.length ? [] : named.filter((one) => isPlain(one) && !one.isOfOthers);
    const called = kinds.flatMap((one) => [...one.values].filter(([entry, value]) => isStandard(entry) && value >= NAMED).map(([entry]) => entry));
    for (const entry of [...new Set(called)].slice(0, MOST_SAYING)) rows.push({ entry, score: 1, missing: [], isNamed: true });
    return { state: "unsure", rows, read: of, unknown };
  }

  // What is found where none is meant; the words stand in texts.
  async function told(rows, of, unknown) {
    if (isOfWords(rows[0], of)) return { state: "within", rows, read: of, unknown };
    const clause = await saying(of);
    if (clause) return { state: "within", rows: [clause], read: of, unknown };
    if (!isOther(of)) return unsure(of, unknown);
    // No question is answered by another service: the words of this one alone are told, and where they stand.
    const units = of.units.filter((one) => !isPlain(one) || !of.units.some((other) => !isPlain(other)));
    const told = rows.filter(({ entry }) => units.some((one) => !isPlain(one) && one.values.has(entry)))
      .map((row) => ({ ...row, isNamed: units.some((one) => !isPlain(one) && !words.isDoing(one.word) && one.values.get(row.entry) >= NAMED) }));
    return { state: "absent", rows: told, unknown, read: { ...of, units, question: { ...of.question, rows: new Set(), answers: [] } } };
  }

  // Whether what is known of a query is said of nothing else, and by a word that is long enough to be one.
  const isTelling = ({ entry }, of) => of.units.every((one) => !one.isOfOthers && (!one.forms.size || isIn(entry)(one)))
    && of.units.some((one) => one.forms.size && !isPlain(one) && one.word.length >= LEAST_RARE);

  return { told, isOther, unsure, isTelling };
}

// Where the words of a query stand that names no service: clauses that have all of them, as links, and nothing that looks
// like an answer. A standard that is named in part stands there without any. Of what is not understood, the nearest clauses.
export async function mentioned(rows, read, isUnsure, { engine, say, home, made, clause }) {
  const items = await Promise.all(rows.map(async (row) => {
    const clauses = (await engine.clauses(row.entry, read)).filter((one) => isUnsure || one.hasAll);
    if (!clauses.length && !row.isNamed) return "";
    const [path, title, , , short] = await engine.title(row.entry);
    return made("li", {}, made("a", { href: home + path }, short || title),
      clauses.length > 0 && made("ul", {}, ...clauses.map((one) => clause(one, read, false))));
  }));
  const some = items.filter(Boolean);
  return some.length > 0 && made("section", { className: "mentioned" }, !isUnsure && made("h2", {}, say.mentioned), made("ul", {}, ...some));
}
