// Comments as search shows them: those of a standard that have most of a query, as rows of a list. search.js and
// search-page.js ask for this file where comments are asked for, so that no other query pays for it.

const MOST_PARTS = 3, SHOWN = 3, FORM = 0.85, FIRST_WORDS = 60;

// The comments on a standard; of very many the parts with most of the query, of equals the newest.
async function known(entry, of, files) {
  const all = await files.json(`k/${entry}.txt`);
  if (Array.isArray(all)) return all;
  const folder = `k/${entry}`;
  const set = files.known(`${folder}/w`, all.begins);
  const values = new Map();
  for (const unit of of.units) {
    const numbers = new Set([...unit.forms.keys()].map((form) => files.fileOf(set, form)));
    const best = new Map();
    for (const { word, postings } of (await files.lines(set, [...numbers])).filter((line) => unit.forms.has(line.word))) {
      for (const part of postings.entries) best.set(part, Math.max(best.get(part) ?? 0, unit.forms.get(word)));
    }
    for (const [part, weight] of best) values.set(part, (values.get(part) ?? 0) + unit.rare * weight);
  }
  const parts = [...values].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, MOST_PARTS);
  return (await Promise.all(parts.map(([part]) => files.json(`${folder}/${part}.txt`)))).flat();
}

// The first comments on a standard by what they, or the answers to them, say of a query.
export async function comments(entry, of, { files, counted, standing, worth }) {
  const rows = await known(entry, of, files);
  const counts = new Uint8Array(rows.length);
  const [mine, theirs] = [[0, 2, 4], [3]].map((columns) => {
    const places = counted(rows.map((row) => columns.map((column) => row[column]).join("\n")));
    const values = new Float32Array(rows.length);
    for (const unit of of.units) for (const [at, row] of standing(unit, places)) {
      values[at] += unit.rare * worth(row);
      counts[at] += columns.length > 1 && row.weight >= FORM;
    }
    return values;
  });
  return rows.map(([anchor, language, text, reason, author, outcome], at) => ({
    anchor, entry, language, author, outcome, text: mine[at] ? text : reason, isAnswer: !mine[at], hasAll: counts[at] >= of.units.length, value: Math.max(mine[at], theirs[at] / 2),
  })).filter((row) => row.value > 0).sort((a, b) => b.value - a.value).slice(0, SHOWN);
}

// A standard with its comments, each a link with its words.
async function row({ entry, comments: numbered }, read, { engine, say, home, made, piece, withMarks }) {
  const [path, title, , , short] = await engine.title(entry);
  const rows = (numbered ?? await engine.comments(entry, read)).map((one) => {
    // Of its number alone, a comment is told by its first words.
    const begins = one.called && one.text.slice(0, FIRST_WORDS).replace(/\s+\S*$/, one.text.length > FIRST_WORDS ? "…" : "$&");
    const words = !(one.called && begins === one.text) && piece(one, read);
    if (words && !one.isAnswer) words.lang = one.language;
    const about = [!one.isAnswer && one.author && withMarks(engine.marked(one.author, read)), [one.outcome]].filter(Boolean);
    return made("li", {}, made("a", { href: `${home}${path}c/${one.anchor.replace(/^c-/, "")}/` }, one.isAnswer ? say.answer : say.comment, one.called && ` ${one.called}`, begins && ` – «${begins}»`),
      " ", made("span", { className: "meta" }, ...about.flatMap((said, at) => (at ? [" · ", ...said] : said))), words);
  });
  return made("li", {}, made("a", { className: "found", href: `${home}${path}comments/` }, short || title), made("ul", {}, ...rows));
}

// What stands in comments, below what is found; that nothing does where a service is.
export async function section(found, query, tools) {
  const { engine, say, made, list } = tools;
  const of = found.state === "comments" ? found : await engine.inComments(query);
  if (!of.rows.length) return !["nothing", "absent", "unsure"].includes(found.state) && made("p", {}, say["no comments"]);
  return made("section", {}, made("h2", {}, say["all in comments"]), of.isPart && made("p", {}, say["part in comments"]), await list(of.rows, (one) => row(one, of.read, tools)));
}
