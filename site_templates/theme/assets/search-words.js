// Reads texts and queries by the rules of an index (generator/talqy/search, core.txt): letters made alike, a text cut
// into words, forms of one word, other ways to type it. It has no rule of its own, so that a query is read as a text is.
"use strict";

globalThis.talqyWords = (rules) => {
  const FEWEST = 3, LEAST_ROOT = 5;
  const TOKEN = /(\d+(?:-\d+){2,})|(\d+(?:[.,]\d+)*)|([\p{L}\p{Nl}\p{No}]+)/gu;
  const letters = new RegExp(`[${Object.keys(rules.letters).join("")}]`, "g");

  // What is made of a word is made once.
  const kept = (make) => {
    const known = new Map();
    return (word) => {
      if (!known.has(word)) known.set(word, make(word));
      return known.get(word);
    };
  };

  function folded(text) {
    const low = text.normalize("NFC").toLowerCase();
    const one = !/[a-zəɵ]/.test(low) ? low : low.replace(/[\p{L}]{4,}/gu, (word) => (
      /[a-zəɵ]/.test(word) && /[\u0400-\u04ff]/.test(word) ? word.replace(/./gu, (sign) => rules.alike[sign] ?? sign) : word));
    return one.replace(letters, (sign) => rules.letters[sign]);
  }

  function tokens(text) {
    const found = [];
    let number = "";
    for (const [, phone, digits, word] of folded(text).replace(/(\d) ?\([^()\d]{1,60}\)/g, "$1").replace(/(\d)(?:-\p{L}{1,3}|[гк][ае]|[дт][ае]н?|н[ае]н|[ндт]ин?)(?!\p{L})/gu, "$1").matchAll(TOKEN)) {
      if (word && number) found.push(`${number}_${word.slice(0, rules.pair)}`);
      number = digits ? digits.replaceAll(",", ".") : "";
      found.push(word ?? (phone ? phone.replaceAll("-", "") : number));
    }
    return found;
  }

  // The words of a text that is shown, an age in it as what it bounds: «не достигшего 16 лет» is <16, «16 жасқа толған» >16.
  function told(text) {
    const all = tokens(text);
    const { units, under, over } = rules.ages;
    const is = (list, before, after) => list.some((one) => (one.endsWith("-") ? [...before.slice(-1), after].some((word) => word?.startsWith(one.slice(0, -1))) : before.includes(one)));
    return all.map((word, at) => {
      const [number, unit] = word.split("_");
      if (!units.includes(unit)) return word;
      const around = [all.slice(Math.max(0, at - 3), at - 1), all[at + 2]];
      return is(under, ...around) ? `<${number}` : is(over, ...around) ? `>${number}` : word;
    });
  }

  // All that is left of a word as endings are taken off, by language; the word itself comes first.
  const steps = kept((word) => rules.endings.map((language) => {
    const left = [word];
    for (const endings of language) {
      for (const now of language.length > 1 ? left.slice(-1) : left) {
        const ending = endings.find((one) => now.endsWith(one) && now.length - one.length >= FEWEST);
        if (ending) left.push(now.slice(0, -ending.length));
      }
    }
    if (/.{5}[ое][кц]$/.test(word)) left.push(word.slice(0, -2) + word.at(-1)); // подросток, подростка
    const soft = left.slice(1).map((one) => one.slice(0, -1) + (rules.softened[one.at(-1)] ?? one.at(-1)));
    return [...new Set([...left, ...soft])];
  }));

  // What is left without endings and without what makes one word of another, by language.
  const roots = kept((word) => steps(word).map((language, at) => {
    const cut = language.flatMap((step) => {
      const ending = rules.derived[at].find((one) => step.endsWith(one) && step.length - one.length >= LEAST_ROOT);
      return ending ? [step.slice(0, -ending.length)] : [];
    });
    return [...new Set([...language.filter((step) => step.length >= LEAST_ROOT), ...cut])];
  }));

  const areOfOneRoot = (one, other) => one[0] === other[0]
    && roots(one).some((mine, language) => mine.some((root) => roots(other)[language].includes(root)));

  // A short rest is left of many words: it tells nothing, except among a few that were chosen (`ofFew`).
  function areForms(one, other, ofFew) {
    if (one === other) return true;
    if (one[0] !== other[0]) return false;
    return steps(one).some((mine, language) => {
      const theirs = steps(other)[language];
      return mine.some((step) => theirs.includes(step)
        && (ofFew || step.length > FEWEST || step === one || step === other));
    });
  }

  const shortStem = (word) => (word.length > 3 && rules.endings.some((language) => language.some((endings) => endings.includes(word.slice(2)))) ? word.slice(0, 2) : "");

  // Whether a word is a form of a verb that stands in a list by its stem, of one language or of any.
  const verbal = Object.fromEntries(Object.entries(rules.verbal).map(([code, rests]) => [code, new RegExp(`^(?:${rests.join("|")})*$`)]));
  const isVerb = (word, stem, codes = Object.keys(verbal)) => word.startsWith(stem) && codes.some((code) => verbal[code].test(word.slice(stem.length)));

  // Whether a word is a verb that tells what someone did or does, by its ending; or may be one.
  const [telling, doing] = [rules.telling, rules.doing].map((of) => new RegExp(`.{3}(?:${Object.values(of).flat().join("|")})$`));
  const isTold = (word) => telling.test(word);
  const isDoing = (word) => isTold(word) || doing.test(word);

  // Whether a text has Latin letters: other keys may have been meant (search-respelt.js).
  const isLatin = (text) => /[a-zäáöóüúūğǵşñńıýə]/i.test(text);

  return { folded, tokens, told, tokensOf: kept(tokens), steps, roots, shortStem, areForms, areOfOneRoot, isVerb, isTold, isDoing, kept, isLatin };
};
