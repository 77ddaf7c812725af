// Other ways to write what was typed: by other keys or letters, and as the texts have it. search.js asks for this file where a
// query has Latin letters, search-page.js where something was guessed, so that no other one pays for it.

const VOWELS = "аәеёиіоөуұүыэюя";
// Beside Cyrillic words, what has digits was not typed on other keys: it is a number of something.
const inLayout = (text, keys) => text.toLowerCase().split(/(\s+)/).map((word) => (
  /\d/.test(word) && /[\u0400-\u04ff]/.test(text) ? word : [...word].map((sign) => keys[sign] ?? sign).join(""))).join("");

// How much of a text is hardly a word: signs and letters without a vowel among them.
const unlike = new RegExp(`[^${VOWELS}\\s\\d]{4,}|(?<!\\S)[^${VOWELS}\\s\\d]{2,}(?!\\S)`, "giu");
const odd = (text) => (text.match(unlike) ?? []).join("").length;

// A query with Latin letters, and what else may have been meant by its keys, the likeliest first.
export function readings(text, { layouts, latin }) {
  const read = latin.reduce((left, [from, to]) => left.replaceAll(from, to), text.toLowerCase());
  const others = [...layouts.map((keys) => inLayout(text, keys)), read, read.replaceAll("нг", "н")];
  return [...new Set([text, ...others.sort((one, other) => odd(one) - odd(other))])];
}

// What was guessed, as the texts have it: words that people write, never stems. Of other keys, the whole query.
export async function meant(of, entry, query, { files, title, spelt, tokens }) {
  const { standards } = await files.open();
  const clauses = entry < standards ? await files.json(`d/${entry}.txt`) : [];
  const texts = [...await title(entry), ...clauses.flatMap(([, , rows]) => rows.flatMap(([, , heading, text]) => [heading, text]))].join(" ");
  const isOther = of.text !== query;
  const guessed = new Map(of.units.filter((one) => one.isGuessed || isOther).map((one) => [one.word, [...one.forms].sort((a, b) => b[1] - a[1])[0]?.[0]]));
  return (of.text.match(/[\p{L}\p{M}]+/gu) ?? []).flatMap((word) => {
    const best = guessed.get(tokens(word)[0]);
    return best ? [spelt(best, texts) ?? word] : isOther ? [word] : [];
  }).join(" ");
}
