"""Judged queries, asked of the real engine in a browser: what each found, and what it loaded."""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

from talqy.site.pages import search

QUERIES = Path(__file__).parents[1] / "search" / "queries.jsonl"
SENTENCES = QUERIES.with_name("sentences.jsonl")
"""Longer queries, as people tell their case: judged as the others are, and not weighed."""
PAGES = QUERIES.with_name("pages.jsonl")
"""Queries for pages beside the standards (`page`), and for the form of a comment (`say`)."""
_READS_THE_LABEL = 1000
"""Milliseconds between the focus of the box and the first key."""
DENIED = {"nothing", "absent", "comments"}
"""States that say that there is no such service, and name none in its place."""
HONEST = {*DENIED, "near", "unsure"}
"""States whose first words are that there is no such service, what a service lacks, or that it is
not clear which one is meant."""
SCRIPT = f"assets/{search.SCRIPT}.js"

FIND = """async ([folder, query]) => {
  const engine = talqySearch(folder);
  const { state, rows, read } = await engine.answer(query);
  const titles = await Promise.all(rows.slice(0, 10).map((row) => engine.title(row.entry)));
  if (state === "comments" && !rows[0].comments) await engine.comments(rows[0].entry, read);
  const opened = state === "comments" ? [] : engine.opened(rows);
  const [clauses] = await Promise.all(opened.map((row) => engine.clauses(row.entry, read)));
  const ids = (clauses ?? []).map((one) => one.href.split("#")[1]);
  const pieces = (clauses ?? []).map((one) => engine.piece(one, read));
  const said = pieces.map((piece) => piece.map(([words]) => words).join(""));
  const missing = rows.length ? rows[0].missing.map((one) => one.word) : [];
  const parts = [...engine.modules];
  return { state, paths: titles.map(([path]) => path), clauses: ids, said, missing, parts };
}"""
# Milliseconds from each key to the titles, and to the picture with the clauses under them.
WATCHED = """() => {
  const page = document.querySelector(".search-page");
  let key = 0, titles;
  window.keys = [];
  page.addEventListener("input", (event) => { key = event.timeStamp; titles = undefined; }, true);
  new MutationObserver(() => { titles = performance.now() - key; })
    .observe(page.querySelector(".results"), { childList: true });
  const seen = new MessageChannel();
  seen.port1.onmessage = () => {
    const picture = performance.now() - key;
    window.keys.push([titles ?? picture, picture]);
  };
  new MutationObserver(() => requestAnimationFrame(() => seen.port2.postMessage(0)))
    .observe(page, { attributeFilter: ["data-answered"] });
}"""
# Files of the index that are asked for, until the list is emptied. Each comes over the wire once,
# and every engine reads it anew: hundreds of engines ask for the same ones.
ASKED = """() => {
  const [fetched, kept] = [window.fetch, new Map()];
  window.asked = [];
  window.fetch = async (path) => {
    window.asked.push(String(path));
    if (!kept.has(String(path))) {
      kept.set(String(path), fetched(path)
        .then(async (answer) => [answer.ok, answer.status, await answer.arrayBuffer()]));
    }
    const [ok, status, bytes] = await kept.get(String(path));
    return { ok, status, arrayBuffer: async () => bytes };
  };
}"""


@dataclass(frozen=True)
class Key:
    """A key on an open page of search: milliseconds to its titles, and to the picture with all."""

    titles: float
    picture: float


@dataclass(frozen=True)
class Answer:
    """What one judged query found, what is shown of its clauses, and what it loaded (compressed).

    `missing` are the words of the query, as the index has words, that the first one lacks.
    """

    query: Mapping[str, Any]
    state: str
    standards: tuple[str, ...]
    clauses: tuple[str, ...]
    said: tuple[str, ...]
    missing: tuple[str, ...]
    size: int

    @property
    def is_real(self) -> bool:
        """Whether some standard answers the query."""
        return bool(self.query["kind"] != "none")

    @property
    def is_honest(self) -> bool:
        """Whether is said first that there is no such service."""
        return self.state in HONEST

    @property
    def is_denied(self) -> bool:
        """Whether no service is named in the place of the one that is asked for."""
        return self.state in DENIED

    @property
    def is_first(self) -> bool:
        """Whether a right standard stands first."""
        return bool(self.standards) and self.standards[0] in self.query["expected"]

    @property
    def is_placed(self) -> bool:
        """Whether a right clause of it is among the three that are shown."""
        return self.is_first and bool({*self.clauses} & {*self.query["clauses"]})

    @property
    def is_shown(self) -> bool:
        """Whether what is shown of the clauses has the words that answer."""
        return any(self.query["shows"] in it.replace("\xa0", " ") for it in self.said)


def queries(language: str, of: Path = QUERIES) -> Sequence[Mapping[str, Any]]:
    """Return the judged queries of a language."""
    lines = map(json.loads, of.read_text("utf-8").splitlines())
    return [query for query in lines if query["lang"] == language]


def asked(
    page: Page, folder: str, files: Path, assets: Path, judged: Sequence[Mapping[str, Any]]
) -> list[Answer]:
    """Ask judged queries on an open page, each of an engine that has loaded nothing yet.

    `folder` is that of the index as the page sees it, `files` the same one on disk. Scripts that
    few queries need lie in `assets`, and count for those.
    """
    sizes: dict[Path, int] = {}

    def size(file: Path) -> int:
        if file not in sizes:
            sizes[file] = len(gzip.compress(file.read_bytes(), 9))
        return sizes[file]

    page.evaluate(ASKED)
    made = []
    for query in judged:
        page.evaluate("window.asked = []")
        found = page.evaluate(FIND, [folder, query["query"]])
        paths = {urlsplit(path).path.removeprefix(folder) for path in page.evaluate("window.asked")}
        names = tuple(path.split("/")[1] for path in found["paths"] if path.startswith("s/"))
        parts = [assets / name for name in found["parts"]]
        loaded = sum(size(file) for file in (*(files / path for path in paths), *parts))
        clauses, said, missing = (tuple(found[what]) for what in ("clauses", "said", "missing"))
        made.append(Answer(query, found["state"], names, clauses, said, missing, loaded))
    return made


def typed(page: Page, words: str) -> list[Key]:
    """Type words into an open page of search, each key when the one before it was answered."""
    page.evaluate(WATCHED)
    page.focus("#query")
    page.wait_for_timeout(_READS_THE_LABEL)
    for number, key in enumerate(words, 1):
        page.keyboard.type(key)
        page.wait_for_function("(number) => window.keys.length >= number", arg=number)
    return [Key(*took) for took in page.evaluate("window.keys")]
