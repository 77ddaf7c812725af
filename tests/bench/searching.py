"""Judged queries, asked of the real engine in a browser: what each found, and what it loaded."""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

QUERIES = Path(__file__).parents[1] / "search" / "queries.jsonl"
HONEST = {"nothing", "partly", "comments"}
SCRIPTS = ("assets/search.js", "assets/search-page.js")

FIND = """async ([folder, query]) => {
  const engine = talqySearch(folder);
  const { state, rows, read } = await engine.answer(query);
  const first = rows.slice(0, 3);
  const titles = await Promise.all(rows.slice(0, 10).map((row) => engine.title(row.entry)));
  const opened = state === "comments" ? [] : first.filter((row) => engine.isStandard(row.entry));
  const [clauses] = await Promise.all(opened.map((row) => engine.clauses(row.entry, read)));
  const ids = (clauses ?? []).map((one) => one.href.split("#")[1]);
  return { state, paths: titles.map(([path]) => path), clauses: ids };
}"""
# Files of the index that are asked for, until the list is emptied.
ASKED = """() => {
  const fetched = window.fetch;
  window.asked = [];
  window.fetch = (path) => { window.asked.push(String(path)); return fetched(path); };
}"""


@dataclass(frozen=True)
class Answer:
    """What one judged query found, and what it loaded (compressed)."""

    query: Mapping[str, Any]
    state: str
    standards: tuple[str, ...]
    clauses: tuple[str, ...]
    size: int

    @property
    def is_real(self) -> bool:
        """Whether some standard answers the query."""
        return bool(self.query["kind"] != "none")

    @property
    def is_first(self) -> bool:
        """Whether a right standard stands first."""
        return bool(self.standards) and self.standards[0] in self.query["expected"]

    @property
    def is_placed(self) -> bool:
        """Whether a right clause of it is among the three that are shown."""
        return self.is_first and bool({*self.clauses} & {*self.query["clauses"]})


def queries(language: str) -> Sequence[Mapping[str, Any]]:
    """Return the judged queries of a language."""
    lines = map(json.loads, QUERIES.read_text("utf-8").splitlines())
    return [query for query in lines if query["lang"] == language]


def asked(page: Page, folder: str, files: Path, language: str) -> list[Answer]:
    """Ask all queries of a language on an open page, each of an engine that has loaded nothing yet.

    `folder` is that of the index as the page sees it, `files` the same one on the disk.
    """
    sizes: dict[Path, int] = {}

    def size(file: Path) -> int:
        if file not in sizes:
            sizes[file] = len(gzip.compress(file.read_bytes(), 9))
        return sizes[file]

    page.evaluate(ASKED)
    made = []
    for query in queries(language):
        page.evaluate("window.asked = []")
        found = page.evaluate(FIND, [folder, query["query"]])
        paths = {urlsplit(path).path.removeprefix(folder) for path in page.evaluate("window.asked")}
        names = tuple(path.split("/")[1] for path in found["paths"] if path.startswith("s/"))
        loaded = sum(size(files / path) for path in paths)
        made.append(Answer(query, found["state"], names, tuple(found["clauses"]), loaded))
    return made
