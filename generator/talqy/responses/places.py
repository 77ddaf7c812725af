"""Where a comment landed: clauses as people name them, by id, printed number or heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from talqy.comments.clause_names import clauses_meant, near_clauses
from talqy.errors import Spoken
from talqy.model.register import Record
from talqy.model.revision import Revision

# From the surest sign between two names to the least sure; a heading may hold a comma or a space.
_AND = re.compile(r"\s{1,20}(?:и|және|мен|бен|пен|and)\s+")
_BETWEEN = (re.compile(r"[;\n]"), re.compile(","), _AND, re.compile(r"\s+"))
# A clause of a text that is still to be written; a bare number is none.
_NEW_ID = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class NamedClauses:
    """The ids of the clauses that were named, and the names that lead to none, or to several."""

    ids: tuple[str, ...]
    unknown: tuple[str, ...] = ()


def named_clauses(said: str, record: Record, number: int) -> NamedClauses:
    """Read which clauses of a revision are named; one that is not written yet may have new ones."""
    texts, is_written = _texts(record, number)
    clauses = _read(said.strip(), texts, _BETWEEN)
    new = () if is_written else tuple(name for name in clauses.unknown if _NEW_ID.fullmatch(name))
    left = tuple(name for name in clauses.unknown if name not in new)
    return NamedClauses(tuple(dict.fromkeys((*clauses.ids, *new))), left)


def near(name: str, record: Record, number: int) -> Spoken | None:
    """Return what was probably meant, clauses by number and heading; None where nothing is near."""
    texts, _ = _texts(record, number)
    return near_clauses(name, texts[0])


def _texts(record: Record, number: int) -> tuple[tuple[Revision, ...], bool]:
    """Return the texts whose clauses may be named, and whether the revision is written already."""
    text = record.revision(number)
    if text is None:
        return (record.revisions[-1],), False
    base = record.base_of(text)
    return ((text, base) if base else (text,)), True


def _read(said: str, texts: Sequence[Revision], between: Sequence[re.Pattern[str]]) -> NamedClauses:
    if name := _one(said, texts):
        return NamedClauses((name,))
    for at, sign in enumerate(between):
        pieces = [piece for piece in map(str.strip, sign.split(said)) if piece]
        if len(pieces) > 1:
            parts = [_read(piece, texts, between[at + 1 :]) for piece in pieces]
            unknown = tuple(name for one in parts for name in one.unknown)
            # Words are names of their own only where each of them is one; a heading has an “and”.
            if not unknown or _is_sure(sign, pieces):
                return NamedClauses(tuple(name for one in parts for name in one.ids), unknown)
    return NamedClauses((), (said,) if said else ())


def _is_sure(sign: re.Pattern[str], pieces: Sequence[str]) -> bool:
    """Return whether a sign divides names, whatever they are; “and” does between numbers."""
    if sign is _AND:
        return all(re.search(r"\d", piece) for piece in pieces)
    return sign is not _BETWEEN[-1]


def _one(said: str, texts: Sequence[Revision]) -> str:
    for text in texts:
        meant = clauses_meant(said, text)
        if len(meant) == 1:
            return meant[0].id
    return ""
