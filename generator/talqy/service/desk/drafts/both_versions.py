"""Two versions of a draft in words: what somebody else has saved, and what was to be saved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from talqy.drafts.clause_places import placed
from talqy.drafts.fact_rows import said_facts
from talqy.language.fact_words import FactContext
from talqy.project.yaml_read import parse
from talqy.service.desk.drafts.draft_visit import DraftVisit
from talqy.service.desk.work.values import Conflict, ConflictedFile

_WORDS = ("heading", "text", "note")
_Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BothVersions:
    """A part of the draft that two have changed: its name, what they made of it, what you did."""

    name: str
    theirs: _Lines
    yours: _Lines


@dataclass(frozen=True, slots=True)
class BothPage:
    """What `desk/draft_both.html` may use; `by` is the role that saved meanwhile."""

    by: str
    versions: Sequence[BothVersions]
    problems: Sequence[str]
    typed: Sequence[tuple[str, str]]
    again: str


def both_versions(at: DraftVisit, conflict: Conflict) -> tuple[BothVersions, ...]:
    """Return the parts of a draft in which two versions differ."""
    return tuple(version for file in conflict.files for version in _of_file(at, file))


def _of_file(at: DraftVisit, file: ConflictedFile) -> Iterator[BothVersions]:
    was, theirs, yours = (_parts(at, text) for text in (file.was, file.theirs, file.yours))
    for key in dict.fromkeys((*theirs, *yours)):
        mine = yours.get(key, ())
        if mine not in (theirs.get(key, ()), was.get(key, ())):
            yield BothVersions(_name(at, key), theirs.get(key, ()), mine)


def _name(at: DraftVisit, key: str) -> str:
    clause, locale = at.revision.clause(key), at.edition.locale
    if clause is None:
        return key or at.say("What the draft says of itself")
    heading = locale.plain(clause.heading) if clause.heading else ""
    return f"{clause.number_in(locale.code)} {heading}".strip() or key


def _parts(at: DraftVisit, text: str | None) -> Mapping[str, _Lines]:
    """Return the lines of each clause by its id, and those of the draft itself under none."""
    tree = parse((text or "").encode(), "").tree
    if not isinstance(tree, Mapping):
        return {}
    clauses = tree.get("clauses") or ()
    rest = {key: value for key, value in tree.items() if key != "clauses"}
    return {
        "": tuple(_texts(rest)),
        **{str(one["id"]): tuple(_lines(at, one)) for _, one in placed(clauses)},
    }


def _lines(at: DraftVisit, tree: Mapping[str, Any]) -> Iterator[str]:
    number = tree.get("number")
    yield from _texts([number] if number else [])
    for key in (*_WORDS, "table"):
        yield from _texts(tree.get(key) or {})
    unit = at.draft.register.project.fee_unit
    context = FactContext(at.edition.locale, unit, at.edition.assessment.today.year)
    yield from said_facts(dict(tree.get("facts") or {}), context, at.draft.register.codes)


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - a tree of any shape
    """Yield all texts below a value, line by line."""
    if isinstance(value, Mapping):
        for below in value.values():
            yield from _texts(below)
    elif isinstance(value, list):
        for below in value:
            yield from _texts(below)
    else:
        yield from str(value).splitlines()
