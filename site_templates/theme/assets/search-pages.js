// What is answered where a query asks for pages of the site: those pages, best first; or, beside the name of a standard, that
// standard with the form for a comment on it. search.js asks for this file where a page is asked for, so that no other query
// pays for it.

const NAMED = 4, MOST = 3, NEAR = 1;
const SAY = "say";

// Whether a standard is meant, and by a word of its own name: not by a kind of service, nor by whose it is.
function names({ state, rows: [first], read }, { isStandard, isPlain }) {
  const isNamed = first && isStandard(first.entry) && read.units.some((one) => !isPlain(one) && one.values.get(first.entry) >= NAMED);
  return isNamed && (first.isMeant || state === "near");
}

// Pages as rows of results, each once, and behind them the standards whose names have all words.
async function pages(asked, text, { core, read, isStandard }) {
  const of = await read("w", text, false);
  const near = asked.filter(({ left }) => left.length <= asked[0].left.length + NEAR);
  const entries = [...new Set(near.map(({ page }) => core.standards + (page === SAY ? core.how : Number(page))))].slice(0, MOST);
  const named = of.question.isTopic ? [] : of.whole.filter(({ entry }) => isStandard(entry) && of.units.every((one) => one.values.get(entry) >= NAMED));
  const rows = [...entries.map((entry) => ({ entry, score: 1, missing: [], isNamed: true })), ...named.map((row) => ({ ...row, isMeant: false }))];
  return { state: "found", rows, read: { ...of, question: { ...of.question, aboutComments: false } } };
}

// The answer to a text that asks for these pages. What names a standard beside them is asked for as usual.
export async function answer(asked, text, usual, tools) {
  const [{ left, most }] = asked;
  if (!left.length) return pages(asked, text, tools);
  const form = asked.find(({ page }) => page === SAY);
  const named = await tools.answered((form ?? asked[0]).left.join(" "));
  const found = form || !names(named, tools) ? named : await usual();
  if (!names(found, tools)) return most >= left.length ? pages(asked, text, tools) : usual();
  if (!form) return found;
  const [first, ...others] = named.rows.filter(({ entry }) => tools.isStandard(entry));
  const { rows } = await pages([form], text, tools);
  return { ...named, state: named.state === "near" ? "near" : "found", rows: [{ ...first, missing: named.state === "near" ? first.missing : [], isForm: true }, ...others, rows[0]] };
}
