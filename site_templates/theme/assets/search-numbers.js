// Finds comments by the numbers that the site prints: «№ 7 пікір», «12-пікір», «комментарий № 7», and by those that letters
// have: «№ gc9mb07s2x». search.js asks for this file where a query has such a number, so that no other one pays for it.

const NUMBER = /^\d{1,7}$/;
const SIGN = /№|#|(?<!\p{L})n(?!\p{L})/iu;
const ID = /^[0-9a-hjkmnp-tv-z]{10}$/;
const CODE = /(?<![\p{L}\d])[\da-z]{10}(?![\p{L}\d])/iu;
const PIECE = /(?<=^[\s№]*)(?=[a-z]*\d)(?=\d*[a-z])[\da-z]{5,9}(?=\W?$)/i;
const MOST_PARTS = 4, MOST_SHOWN = 20;
const ORDINAL = /(\d)-\p{L}{1,4}(?!\p{L})/gu; // 7-ші, 7-й

// What a query has beside the number, words for comments and those that call a number.
function others(all, called, { words, isOfComments, isHelping }) {
  const isCalling = (word) => called.some((one) => words.areForms(word, one, true));
  return all.filter((word) => !/\d/.test(word) && !isOfComments(word) && !isHelping(word) && !isCalling(word));
}

// The comments with a number, by standards in their order: [number, entry, anchor, the file of it].
async function known(number, begins, files) {
  const parts = begins.flatMap((first, at) => (first <= number && (begins[at + 1] ?? number) >= number ? [at] : []));
  const rows = await Promise.all(parts.map((part) => files.json(`n/${part}.txt`)));
  return rows.flat().filter(([one]) => one === number).sort((a, b) => a[1] - b[1]);
}

// The number that is asked for, and the standards with the comments that have it; nothing where a number tells of
// something else. Where a standard is named, too, its comment alone is shown.
async function numbered(query, tools) {
  const { files, words, named } = tools;
  const { begins, called } = await files.json("n.txt");
  const all = words.tokens(query.replace(ORDINAL, "$1"));
  const [number, more] = all.filter((word) => NUMBER.test(word)).map(Number);
  const rest = others(all, called, tools);
  const isSaid = SIGN.test(query) || others(all, [], tools).length > rest.length;
  if (!number || more !== undefined || (rest.length && !isSaid)) return null;
  const rows = await known(number, begins, files);
  const meant = rest.length ? await named(rest.join(" ")) : [];
  const own = rows.filter(([, entry]) => meant.includes(entry));
  return { number, rows: await Promise.all((own.length ? own : rows).map((row) => shown(row, files))) };
}

// A comment as a row of results; nothing of its words where it has none.
async function shown([number, entry, anchor, part], files, id) {
  const texts = part < 0 ? [] : await files.json(`k/${entry}${part ? `/${part - 1}` : ""}.txt`);
  const [, language = "", text = "", , author = "", outcome = ""] = texts.find(([one]) => one === anchor) ?? [];
  const called = [number && `№ ${number}`, id].filter(Boolean).join(", ");
  return { entry, missing: [], comments: [{ anchor, entry, language, text, author, outcome, called, isAnswer: false }] };
}

// The comment of an id as it was typed: in capitals, with O for 0, with l for 1. Nothing where nothing typed is like one.
async function identified(query, { files }) {
  const [number] = query.match(CODE) ?? [];
  const id = number?.toLowerCase().replaceAll("o", "0").replace(/[il]/g, "1");
  if (!ID.test(id)) return null;
  const { ids } = await files.json("n.txt");
  const at = ids.findLastIndex((first) => first <= `c-${id}`);
  const rows = at < 0 ? [] : (await files.json(`i/${at}.txt`)).filter(([, , anchor]) => anchor === `c-${id}`);
  return { number: rows.length ? id : number, rows: await Promise.all(rows.map((row) => shown(row, files, id))) };
}

// The comments of whose id a piece was typed, and nothing else; of very many comments, where the id begins so.
async function begun(query, { files }) {
  const [number] = query.match(PIECE) ?? [];
  if (!number) return null;
  const id = number.toLowerCase().replaceAll("o", "0").replace(/[il]/g, "1");
  const { ids } = await files.json("n.txt");
  const at = Math.max(0, ids.findLastIndex((first) => first <= `c-${id}`));
  const parts = ids.length > MOST_PARTS ? [at] : ids.keys();
  const all = (await Promise.all([...parts].map((part) => files.json(`i/${part}.txt`)))).flat();
  const rows = all.filter(([, , anchor]) => (ids.length > MOST_PARTS ? anchor.startsWith(`c-${id}`) : anchor.slice(2).includes(id))).slice(0, MOST_SHOWN);
  return { number, rows: await Promise.all(rows.map((row) => shown(row, files, row[2].slice(2)))) };
}

// The comments of the number or the id that a query has, as an answer; nothing where it has none.
export async function byNumber(query, { rules, isPart, read, question, ...tools }) {
  const isOfComments = (word) => rules.comments.some((one) => isPart(word, one));
  const named = async (text) => (await read("w", text, true)).rows.filter((row) => row.isNamed).map((row) => row.entry);
  const isId = await identified(query, tools);
  const found = isId ?? await begun(query, tools) ?? await numbered(query, { ...tools, isOfComments, named });
  return found && { state: found.rows.length ? "comments" : "nothing", ...found, isId, read: { text: query, units: [], question } };
}
