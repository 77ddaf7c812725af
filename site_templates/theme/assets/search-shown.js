// What search shows of an entry that it has found: its title, the clauses and comments that answer, the words in them.
"use strict";

globalThis.talqyShown = (files, wordsOf) => {
  const HEADING = 2.5, ASKED = 6, SHOWN = 3;
  const texts = new Map();

  async function title(entry) {
    const { block } = await files.open();
    return (await files.json(`t/${Math.floor(entry / block)}.json`))[entry % block];
  }

  // How often each word stands in each of some texts: by the word, then by the number of the text.
  function counted(all) {
    const places = new Map();
    all.forEach((text, at) => {
      for (const word of wordsOf().tokens(text)) {
        if (!places.has(word)) places.set(word, new Map());
        places.get(word).set(at, (places.get(word).get(at) ?? 0) + 1);
      }
    });
    return places;
  }

  // For each text that has words of a unit: the weight of the best one, and how many there are.
  function standing(unit, places) {
    const rows = new Map();
    for (const [word, counts] of places) {
      const weight = unit.forms.get(word);
      if (weight) for (const [at, count] of counts) {
        const row = rows.get(at) ?? { weight: 0, count: 0 };
        rows.set(at, { weight: Math.max(row.weight, weight), count: row.count + count });
      }
    }
    return rows;
  }
  const worth = (row) => (row ? row.weight * (1 + Math.min(row.count - 1, 4) / 8) : 0);

  function clausesRead(entry, rows) {
    if (!texts.has(entry)) texts.set(entry, [2, 3].map((column) => counted(rows.map((row) => row[column]))));
    return texts.get(entry);
  }

  async function clauses(entry, of) {
    const [path, name, rows] = await files.json(`d/${entry}.json`);
    const [headings, bodies] = clausesRead(entry, rows);
    const values = new Float32Array(rows.length);
    for (const unit of of.units) {
      const [heads, said] = [standing(unit, headings), standing(unit, bodies)];
      const all = new Set([...heads.keys(), ...said.keys()]);
      // A number with its unit is what was asked for; the unit alone stands in many clauses.
      const rare = Math.log(1 + rows.length / all.size) * (unit.word.includes("_") ? 2 : 1);
      for (const at of all) values[at] += rare * (HEADING * worth(heads.get(at)) + worth(said.get(at)));
    }
    rows.forEach(([, , , , ...sets], at) => { if (sets.some((row) => of.question.rows.has(row))) values[at] += ASKED; });
    return rows.map(([id, number, heading, text], at) => ({ path, href: `${path}#${id}`, number, heading, text, value: values[at], name }))
      .filter((row) => row.value > 0).sort((a, b) => b.value - a.value).slice(0, SHOWN);
  }

  async function comments(entry, of) {
    const rows = await files.json(`k/${entry}.json`);
    const [mine, theirs] = [[0, 2], [3]].map((columns) => {
      const places = counted(rows.map((row) => columns.map((column) => row[column]).join("\n")));
      const values = new Float32Array(rows.length);
      for (const unit of of.units) for (const [at, row] of standing(unit, places)) values[at] += unit.rare * worth(row);
      return values;
    });
    return rows.map(([anchor, language, text, reason], at) => ({
      anchor, language, text: mine[at] ? text : reason, isAnswer: !mine[at], value: Math.max(mine[at], theirs[at] / 2),
    })).filter((row) => row.value > 0).sort((a, b) => b.value - a.value).slice(0, SHOWN);
  }

  // The words of a text in turn, each with whether it was looked for.
  function marked(text, of) {
    const pieces = [];
    let at = 0;
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\d]+/gu)) {
      if (!wordsOf().tokensOf(word).some((token) => of.units.some((one) => one.forms.has(token)))) continue;
      pieces.push([text.slice(at, index), false], [word, true]);
      at = index + word.length;
    }
    return [...pieces, [text.slice(at), false]];
  }

  // How the index's own words are spelt in a text.
  const spelt = (word, text) => text.match(/[\p{L}\p{M}]+/gu)?.find((one) => wordsOf().folded(one) === word)?.toLowerCase();

  return { title, clauses, comments, marked, spelt };
};
