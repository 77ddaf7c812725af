"""Other tools that mark up two texts, each asked for the same pieces: kept, removed, added.

`redlines` and `diff-match-patch` come from the group `bench` of pyproject.toml, `wdiff` from the
system. One that is missing is told, and the bench ends: a table with a hole compares nothing.
"""

import difflib
import html
import importlib
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml.html.diff import htmldiff

from talqy.compare.marks import Mark
from talqy.compare.redline import redline

Pieces = list[tuple[Mark, str]]
Peer = Callable[[str, str], Pieces]
_KEPT, _REMOVED, _ADDED = Mark.KEPT, Mark.REMOVED, Mark.ADDED
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_SIGNS = ("\x01", "\x02", "\x03", "\x04")  # what wdiff puts around words that went and came
_MARKED = re.compile("\x01(.*?)\x02|\x03(.*?)\x04", re.DOTALL)
_INS_DEL = re.compile(r"<(ins|del)>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def ours(old: str, new: str) -> Pieces:
    """Return the redline of this project; a line that moved counts as removed and added whole."""
    found: Pieces = []
    for line in redline(old, new).lines:
        found += [(piece.mark, piece.text) for piece in line.pieces]
        found.append((_KEPT, "\n"))
    return found


def by_difflib(old: str, new: str) -> Pieces:
    """Return what the standard library finds on words, signs and spaces."""
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    found: Pieces = []
    for what, i1, i2, j1, j2 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if what == "equal":
            found.append((_KEPT, "".join(a[i1:i2])))
        else:
            found += [(_REMOVED, "".join(a[i1:i2])), (_ADDED, "".join(b[j1:j2]))]
    return found


def by_wdiff(old: str, new: str) -> Pieces:
    """Return what GNU wdiff finds: words are what stands between spaces."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("old", "new")]
        for file, text in zip(files, (old, new), strict=True):
            file.write_text(text, "utf-8")
        options = [f"-{key}{sign}" for key, sign in zip("wxyz", _SIGNS, strict=True)]
        done = subprocess.run(
            ["wdiff", *options, *map(str, files)], capture_output=True, check=False, text=True
        )
    return list(_between(_MARKED, done.stdout))


def by_lxml(old: str, new: str) -> Pieces:
    """Return what lxml's htmldiff finds on a page with a paragraph a line."""
    marked = htmldiff(_page(old), _page(new)).replace("</p>", "\n")
    found: Pieces = []
    at = 0
    for match in _INS_DEL.finditer(marked):
        mark = _ADDED if match[1] == "ins" else _REMOVED
        found += [(_KEPT, _plain(marked[at : match.start()])), (mark, _plain(match[2]))]
        at = match.end()
    return [*found, (_KEPT, _plain(marked[at:]))]


def by_redlines(old: str, new: str) -> Pieces:
    """Return what the package `redlines` finds."""
    asked = importlib.import_module("redlines").Redlines(old, new)
    said = json.loads(asked.output_json())
    a, b = said["source_tokens"], said["test_tokens"]
    found: Pieces = []
    for change in said["changes"]:
        gone, came = (
            "".join(tokens[slice(*(change[f"{side}_token_position"] or (0, 0)))])
            for side, tokens in (("source", a), ("test", b))
        )
        is_kept = change["type"] == "equal"
        found += [(_KEPT, gone)] if is_kept else [(_REMOVED, gone), (_ADDED, came)]
    return found


def by_diff_match_patch(old: str, new: str) -> Pieces:
    """Return what diff-match-patch finds, after its own semantic clean-up."""
    asked = importlib.import_module("diff_match_patch").diff_match_patch()
    found = asked.diff_main(old, new)
    asked.diff_cleanupSemantic(found)
    marks = {0: _KEPT, -1: _REMOVED, 1: _ADDED}
    return [(marks[sign], text) for sign, text in found]


PEERS: dict[str, Peer] = {
    "talqy": ours,
    "difflib, words": by_difflib,
    "redlines": by_redlines,
    "wdiff": by_wdiff,
    "lxml htmldiff": by_lxml,
    "diff-match-patch": by_diff_match_patch,
}


def missing() -> list[str]:
    """Return which of the tools this machine does not have."""
    packages = [
        name
        for name in ("redlines", "diff_match_patch")
        if importlib.util.find_spec(name) is None  # type: ignore[attr-defined]
    ]
    return packages if shutil.which("wdiff") else [*packages, "wdiff"]


def _page(text: str) -> str:
    return "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n"))


def _plain(markup: str) -> str:
    return html.unescape(_TAG.sub("", markup))


def _between(pattern: re.Pattern[str], text: str) -> Iterator[tuple[Mark, str]]:
    at = 0
    for match in pattern.finditer(text):
        yield _KEPT, text[at : match.start()]
        yield (_REMOVED, match[1]) if match[1] is not None else (_ADDED, match[2])
        at = match.end()
    yield _KEPT, text[at:]
