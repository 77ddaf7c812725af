// The page of search: asks search.js, and shows what it answers as ordinary links, the best first.
"use strict";
(() => {
  const page = document.querySelector(".search-page");
  const [form, status, results] = ["form", ".answer", ".results"].map((what) => page.querySelector(what));
  const input = form.elements.q;
  const say = JSON.parse(page.dataset.sayings);
  const MOST = 10, MOST_NAMED = 60, MOST_PAGES = 3, PIECE = 280, PIECE_ASKED = 480, BEFORE = 120, QUIET = 120;
  const home = page.dataset.home;

  const made = (name, values = {}, ...inside) => {
    const it = Object.assign(document.createElement(name), values);
    it.append(...inside.filter(Boolean));
    return it;
  };
  const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const link = (words, values) => made("a", { href: `?${new URLSearchParams(values)}` }, words);

  // No file of the index may be read from a folder: the titles that stand here are searched, by how words begin.
  function narrow() {
    const begins = (input.value.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).map((word) => (word.length > 5 ? word.slice(0, -2) : word));
    const titles = [...document.querySelectorAll(".titles li")];
    const has = (it) => begins.every((begin) => it.textContent.toLowerCase().includes(begin));
    const n = titles.filter(has).length;
    for (const it of titles) it.hidden = n > 0 && !has(it);
    status.replaceChildren(made("p", {}, n > 0 ? filled(say.titles, { n }) : say.folder));
  }

  if (location.protocol === "file:") {
    for (const it of document.querySelectorAll("a[href$='/']")) it.href += "index.html";
    input.value ||= new URLSearchParams(location.search).get("q") ?? "";
    input.addEventListener("input", narrow);
    if (input.value) narrow();
    return;
  }

  const engine = talqySearch(page.dataset.index);
  let turn = 0;

  // The piece of a text that says most, its words marked, cut before the first of them and to a length.
  function piece(row, read) {
    const best = engine.piece(row, read);
    const begins = row.isAsked ? 0 : Math.max(0, (best.find(([, is]) => !is)?.[0].length ?? 0) - BEFORE);
    const it = made("p", { className: "piece" });
    let left = row.isAsked ? PIECE_ASKED : PIECE;
    best.forEach(([words, is], at) => {
      const cut = (at === 0 && best.length > 1 && begins ? `…${words.slice(words.indexOf(" ", begins))}` : words).slice(0, Math.max(left, 0));
      left -= cut.length;
      if (cut) it.append(is ? made("mark", {}, cut) : cut);
    });
    if (left <= 0) it.append("…");
    return it.firstChild && it;
  }

  // A clause of what is not in force says so. Of what is no answer no words are shown, and so no fee or term.
  const clause = (row, read, isAnswer) => made("li", {},
    made("a", { href: home + row.href }, [row.number, row.heading].filter(Boolean).join(" ") || row.text.slice(0, MOST_NAMED)),
    row.name && " ", row.name && made("span", { className: "meta" }, row.name),
    isAnswer && piece({ ...row, text: row.text || row.heading }, read));

  const withMarks = (pieces) => pieces.filter(([words]) => words).map(([words, is]) => (is ? made("mark", {}, words) : words));

  // By its short title; under it the official one, which everyday words were typed, and the stage.
  async function standard(row, read) {
    const [path, title, also, stage, short, code] = await engine.title(row.entry);
    const typed = (also ?? "").split(", ").map((words) => engine.marked(words, read)).filter((words) => words.some(([, is]) => is));
    const about = [short && withMarks(engine.marked(title, read)), ...typed.map(withMarks)].filter(Boolean);
    return made("li", {},
      made("a", { className: "found", href: home + path }, short || title),
      about.length > 0 && made("p", { className: "meta" }, ...about.flatMap((words, at) => (at ? [" · ", ...words] : words))),
      stage && made("p", {}, made("span", { className: `tag stage-${code}` }, stage)),
      row.isForm && made("p", {}, made("a", { href: `${home}${path}comment/` }, say.form)));
  }

  // Under the first standards, the clauses that answer.
  async function open(row, read, it, isAnswer) {
    const clauses = await engine.clauses(row.entry, read);
    if (clauses.length) it.append(made("ul", {}, ...clauses.map((one) => clause(one, read, isAnswer))));
  }

  const inComments = async (found, query) => (await engine.part("search-comments.js")).section(found, query, { engine, say, home, made, piece, withMarks, list });

  // A list whose first rows are there at once, and the others ten at a time.
  async function list(rows, show) {
    const it = made("ol", { className: "answers" });
    const add = async (from) => it.append(...await Promise.all(rows.slice(from, from + MOST).map((row, i) => show(row, from + i))));
    await add(0);
    if (rows.length <= MOST) return it;
    const more = made("button", { type: "button", className: "button" }, say.more);
    more.addEventListener("click", async () => {
      const from = it.children.length;
      await add(from);
      it.children[from].querySelector("a").focus();
      if (it.children.length >= rows.length) more.remove();
    });
    return made("div", {}, it, more);
  }

  // A word of the index as a person typed it.
  // Part of a number with letters in it (2b, gc9mb07s2x) stands for all of it.
  function typed(word, { question, text }) {
    const whole = text.split(/\s+/).find((one) => /\d\p{L}|\p{L}\d/u.test(one) && engine.tokens(one).includes(word));
    return whole ?? (question.typed.get(word) ?? [word]).map((one) => engine.spelt(one, text) ?? one.replace("_", " ")).join(" ");
  }

  // The words that a query has and the first answer lacks.
  function lacking({ state, rows }) {
    if (!["partly", "near"].includes(state)) return [];
    const told = rows[0].missing.filter(engine.isTellable);
    return (state === "near" && !told.length ? rows[0].missing : told).map((one) => one.word);
  }

  // What the status says beside its sentence.
  async function valuesOf(found, query) {
    const { state, rows, read } = found;
    const [, title, , , short] = ["partly", "near", "within"].includes(state) ? await engine.title(rows[0].entry) : [];
    const words = state === "guessed" ? await engine.meant(read, rows[0].entry, query) : [...new Set(lacking(found).map((word) => typed(word, read)))].join(", ");
    const isOf = rows.length > 0 && engine.isStandard(rows[0].entry);
    const n = state === "comments" ? rows.length : rows.filter((row) => engine.isStandard(row.entry) === isOf).length;
    return { query, n, number: found.number, words, title: short || title };
  }

  // Which sentence is said: of who asks for comments none of a service.
  function sentence({ state, rows, read, isAuthor, number }, isByAuthor) {
    if (state === "empty") return say.empty;
    if (state === "near" && !rows[0].missing.length) return say.nearest;
    if (state === "unsure" && !rows.length) return say.unknown;
    if (state === "within" && rows[0].missing.length) return say["of a clause"];
    if (["found", "partly"].includes(state) && !isByAuthor && !engine.isStandard(rows[0].entry)) return say["of pages"];
    if (state === "partly" && !isByAuthor && !lacking({ state, rows }).length) return say.closest;
    if (number) return say[state === "comments" ? "numbered" : "no number"];
    if (isByAuthor || isAuthor) return say.author;
    if (read.question.aboutComments && ["absent", "unsure", "nothing"].includes(state)) return say["no comments"];
    return read.question.aboutComments && state === "comments" ? say["about comments"] : say[state === "nothing" ? "absent" : state];
  }

  // The way to the comments, which says so where one of them has a word that is missing.
  async function toComments(found, query) {
    const isWord = (word) => /^[\p{L}\p{M} ]+$/u.test(typed(word, found.read));
    const said = await Promise.all(lacking(found).filter(isWord).map(async (word) => (await engine.isSaid(word)) && typed(word, found.read)));
    const words = [...new Set(said.filter(Boolean))].join(", ");
    return made("p", {}, link(words ? filled(say["said in comments"], { words }) : say["in comments"], { q: query, in: "comments" }));
  }

  // Titles are drawn as soon as they are known, the clauses under the first of them where they are read.
  async function shown(query, ask, mine) {
    const found = await engine.answer(query, ask.get("as") === "typed");
    const { state, rows, read } = found;
    if (mine !== turn) return;
    const isAbsent = ["absent", "unsure"].includes(state);
    const isAsked = state === "comments" || ask.has("in") || (state !== "empty" && read.question.aboutComments);
    const heard = !isAsked && found.unknown?.length > 0 ? await engine.byAuthor(query, found.unknown) : { rows: [] };
    const isAuthor = found.unknown?.length > 0 && (heard.isAuthor ?? false);
    const withComments = isAsked || isAuthor;
    const standards = state === "comments" || isAbsent ? [] : rows.filter((row) => engine.isStandard(row.entry));
    const pages = isAbsent ? [] : rows.filter((row) => !engine.isStandard(row.entry)).slice(0, MOST_PAGES);
    const parts = await Promise.all([
      isAbsent && (await engine.part("search-unnamed.js")).mentioned(engine.opened(rows), read, state === "unsure", { engine, say, home, made, clause }),
      standards.length > 0 && list(standards, (row) => standard(row, read)),
      pages.length > 0 && list(pages, (row) => standard(row, read)).then((it) => made("section", {}, made("h2", {}, say.pages), it)),
      withComments && !(found.number && !rows.length) && inComments(found, query),
      !["empty", "nothing"].includes(state) && !withComments && toComments(found, query),
    ]);
    if (mine !== turn) return;
    const items = standards.length ? parts[1].querySelectorAll(".answers > li") : [];
    // Pages stand behind standards, unless they are what was asked for.
    if (standards.length && pages[0] === rows[0]) parts.splice(1, 2, parts[2], made("section", {}, made("h2", {}, say.standards), parts[1]));
    results.replaceChildren(...(isAuthor ? parts.reverse() : parts).filter(Boolean));
    await Promise.all(engine.opened(standards).map((row, at) => open(row, read, items[at], state !== "near" || row.isAnswer)));
    const values = await valuesOf(found, query);
    if (mine !== turn) return;
    page.dataset.state = state;
    page.dataset.answered = query;
    tell(filled(sentence(found, isAuthor), values), state === "guessed" && link(filled(say.exact, values), { q: query, as: "typed" }));
  }

  // Said once the answer stands still, so that a voice is not interrupted with every key.
  let telling;
  function tell(words, also) {
    clearTimeout(telling);
    telling = setTimeout(() => status.replaceChildren(...words ? [made("p", {}, words), also && made("p", {}, also)].filter(Boolean) : []), QUIET);
  }

  let last = "";
  async function run(query, ask = new URLSearchParams()) {
    last = query;
    turn += 1;
    const mine = turn;
    if (!query.trim()) {
      delete page.dataset.state;
      results.replaceChildren();
      return tell("");
    }
    try {
      await shown(query.trim(), ask, mine);
    } catch {
      if (mine !== turn) return;
      results.replaceChildren();
      page.dataset.state = "failed";
      tell(say.failed, made("a", { href: location.href }, say.again));
    }
  }

  function fromAddress() {
    const ask = new URLSearchParams(location.search);
    input.value = ask.get("q") ?? "";
    run(input.value, ask);
  }

  // What was not loaded here is asked for with the first key, which says so where it is not to be had.
  input.addEventListener("focus", () => engine.prepare().catch(() => {}), { once: true });
  input.addEventListener("input", () => run(input.value));
  // Who comes back from a result finds the query in the address.
  results.addEventListener("click", (event) => {
    if (event.target.closest("a.found, li a") && new URLSearchParams(location.search).get("q") !== input.value) history.replaceState(null, "", `./?${new URLSearchParams({ q: input.value })}`);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.pushState(null, "", `./?${new URLSearchParams({ q: input.value })}`);
    run(input.value);
  });
  addEventListener("popstate", fromAddress);
  if (location.search && location.pathname.endsWith("/index.html")) history.replaceState(null, "", `./${location.search}`);
  // What was typed before this script came, or was kept by the browser, is asked for, and not what the address has.
  const isTyped = input.value.trim() && input.value !== new URLSearchParams(location.search).get("q");
  if (isTyped) run(input.value);
  else if (location.search) fromAddress();
  addEventListener("pageshow", () => { if (input.value !== last) run(input.value); });
})();
