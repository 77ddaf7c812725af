"""Checks 2 to 6: what a pull request touches, and how it came about. No content is read here."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from talqy.comments.comment_path import Place, place_of
from talqy.comments.verdict import Finding
from talqy.gate import scope_words as words
from talqy.gate.request import Request
from talqy.project.git import ChangedFile, Commit, TreeFile, touched

MOST_COMMITS = 20

_RESPONSE = re.compile(r"comments/.+\.response\.ya?ml", re.DOTALL | re.IGNORECASE)
_RECORD = re.compile(r"standards/[^/]+/history\.yaml", re.DOTALL)
_PLAIN = "100644"
_NO_REPLY = re.compile(r"no-?reply", re.IGNORECASE)


def comments_in(changes: Iterable[ChangedFile]) -> list[tuple[Place, ChangedFile]]:
    """Choose what can be read as a new comment."""
    return [
        (place, change)
        for change in changes
        if change.status == "A" and change.mode == _PLAIN and (place := place_of(change.path))
    ]


def scope(request: Request, most: int) -> Iterator[Finding]:
    """Look at a citizen's or a program's pull request: nothing but up to `most` new comments."""
    if not request.changes:
        yield words.NOTHING.at("")
    elif len(request.changes) > most:
        yield words.TOO_MANY.at("", count=len(request.changes), most=most)
    taken = _names(request.there)
    for change in request.changes[: most + 20]:
        yield from _change(change, request.there, taken)
    yield from history(request)


def _change(
    change: ChangedFile, there: Mapping[str, TreeFile], taken: frozenset[str]
) -> Iterator[Finding]:
    path = change.path
    is_comment = place_of(path) is not None
    if change.status != "A":
        gone = words.REMOVED if change.status == "D" else words.CHANGED
        yield (words.COMMENT_CHANGED if is_comment else gone).at(path)
    if change.status != "D" and change.mode != _PLAIN:
        yield words.NOT_A_FILE.at(path)
    if not is_comment:
        yield _elsewhere(path)
    elif change.status == "A":
        yield from collisions(path, there, taken)


def _elsewhere(path: str) -> Finding:
    if _RESPONSE.fullmatch(path):
        return words.RESPONSE.at(path)
    if _RECORD.fullmatch(path):
        return words.RECORD.at(path)
    if path.startswith("standards/"):
        return words.TEXT.at(path)
    is_near = path.casefold().startswith("comments/")
    return (words.WRONG_PLACE if is_near else words.OTHER_FILE).at(path)


def collisions(
    path: str, there: Mapping[str, TreeFile], taken: frozenset[str]
) -> Iterator[Finding]:
    """Report what stands in the way of a new file, on a disk that tells no capitals too."""
    above = [str(parent) for parent in PurePosixPath(path).parents][:-1]
    if any(parent in there for parent in above):
        yield words.BLOCKED.at(path)
    elif _folded(path) in taken:
        yield words.TAKEN.at(path)


def _names(there: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_folded, there))


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


# --- commits ------------------------------------------------------------------------------------


def history(request: Request) -> Iterator[Finding]:
    """Look at the commits: few, of one line, and with nothing in them that the result lacks."""
    made = request.commits
    if _is_foreign(made):
        yield words.FOREIGN_HISTORY.at("")
    elif len(made) > MOST_COMMITS:
        yield words.TOO_MANY_COMMITS.at("", most=MOST_COMMITS)
    elif _has_more(request):
        yield words.MORE_IN_HISTORY.at("")
    if any(not _NO_REPLY.search(email) for commit in made for email in commit.emails):
        yield words.OWN_ADDRESS.at("")


def _is_foreign(made: Iterable[Commit]) -> bool:
    """Return whether a commit joins two lines of its own, or begins one from nothing.

    To bring a branch up to date, people merge the base into it: that joins one line with the base.
    """
    own = {commit.id: commit.parents for commit in made}
    return any(
        not parents or sum(parent in own for parent in parents) > 1 for parents in own.values()
    )


def _has_more(request: Request) -> bool:
    """Return whether a commit touches what the result does not: it would stay readable for ever."""
    ends = {change.path for change in request.changes}
    most = len(ends) + 100
    return any(touched(request.root, commit.id, most) - ends for commit in request.commits)
