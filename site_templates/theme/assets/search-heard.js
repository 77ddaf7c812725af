// Which comments answer a query. search.js asks for this file where comments may be meant, so that no other one pays for it.

const CALLED = 5, FEWEST = 3, EXACT = 1;

// The standards on which comments have a query, read in each of its ways; those by an author of that name alone, if there are.
export async function inComments(ways, { read, best, fullest, found }) {
  const tried = await Promise.all(ways.map((way) => read("c", way, false)));
  const chosen = best(tried);
  const isWhole = chosen.whole.length > 0;
  const { rows, read: most } = isWhole ? { rows: chosen.whole, read: chosen } : fullest(tried) ?? { rows: [], read: chosen };
  // By two words of a name, or by one that no standard has: of a longer query, as it is written.
  const unheard = await Promise.all(most.units.map(async (one) => one.word.length > FEWEST && !(await found("w", one.word)).forms.size));
  const isAlone = (one, at) => unheard[at] && (most.units.length <= FEWEST - 1 || one.forms.get(one.word) === EXACT);
  const isBy = ({ entry }) => most.units.reduce((sum, one, at) => sum + (one.values.get(entry) >= CALLED ? 1 + isAlone(one, at) : 0), 0) > 1;
  const authors = rows.filter(isBy);
  return authors.length ? { rows: authors, read: most, isAuthor: true } : { rows, read: most, isPart: !isWhole };
}
