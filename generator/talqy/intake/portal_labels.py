"""To which clause a label of the portal leads: the portal's own rule, on the draft's own lines.

The portal shows of a part its first 50 signs, and loses breaks of lines afterwards. Where several
parts begin so, the number in the link decides, if the page was saved with the numbers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from talqy.compare.quotes import folded
from talqy.model.revision import Clause, Revision
from talqy.office.portal_values import PortalPart

_CUT = re.compile(r"(?:\.\.\.|…)$")
_MOST_QUOTED = 2_000


@dataclass(frozen=True, slots=True)
class LabelledClause:
    """A clause that a label may lead to; `quote` is the line of its text, "" of its heading."""

    id: str
    quote: str = ""


@dataclass(frozen=True)
class PortalLabels:
    """The lines of a draft as the portal shows them, and the numbered parts of one page."""

    revision: Revision
    parts: Sequence[PortalPart]

    def clauses(self, label: str, number: str) -> tuple[LabelledClause, ...]:
        """Return what a label may lead to: one where it is plain; none where it says nothing."""
        said = _plain(_CUT.sub("", label.strip()))
        if not said:
            return ()
        by_number = self._numbered(number, said)
        if len(by_number) == 1:
            return by_number
        whole = [clause for line, clause in self._lines if line == said]
        begun = whole or [clause for line, clause in self._lines if line.startswith(said)]
        return _each_once(begun)

    @cached_property
    def _lines(self) -> tuple[tuple[str, LabelledClause], ...]:
        return tuple(
            (_plain(line), LabelledClause(clause.id, quote))
            for clause in self.revision.walk()
            for line, quote in _lines_of(clause)
        )

    @cached_property
    def _places(self) -> tuple[tuple[PortalPart, tuple[LabelledClause, ...]], ...]:
        """The parts with the clauses in which each stands word for word."""
        known: dict[str, list[LabelledClause]] = {}
        for line, clause in self._lines:
            known.setdefault(line, []).append(clause)
        return tuple((part, _each_once(known.get(_plain(part.text), ()))) for part in self.parts)

    def _numbered(self, number: str, said: str) -> tuple[LabelledClause, ...]:
        """Return the clause of a part: of several that have its words, the one around it.

        Each language has numbers of its own, and they shift when the text changes: a number counts
        where the part begins as the label does.
        """
        around = ""
        for part, found in self._places:
            if part.number == number:
                if not _plain(part.text).startswith(said):
                    return ()
                near = tuple(one for one in found if one.id == around)
                return near or found
            if len(found) == 1:
                around = found[0].id
        return ()


def _each_once(found: Sequence[LabelledClause]) -> tuple[LabelledClause, ...]:
    """Return each clause once; of one that has several such lines no line is quoted."""
    lines: dict[str, set[str]] = {}
    for one in found:
        lines.setdefault(one.id, set()).add(one.quote)
    return tuple(
        LabelledClause(name, next(iter(quotes)) if len(quotes) == 1 else "")
        for name, quotes in lines.items()
    )


def _lines_of(clause: Clause) -> Iterator[tuple[str, str]]:
    """Yield the lines of a clause as a page may show them, each with what is quoted of it."""
    for language in {**(clause.heading or {}), **(clause.text or {})}:
        number = clause.number_in(language).strip()
        heading = (clause.heading or {}).get(language, "")
        lines = [line for line in (clause.text or {}).get(language, "").split("\n") if line.strip()]
        yield from ((shown, "") for shown in _numbered_ways(heading, number) if heading)
        for at, line in enumerate(lines):
            quote = line.strip() if len(line) <= _MOST_QUOTED else ""
            ways = _numbered_ways(line, number) if not at else (line,)
            yield from ((shown, quote) for shown in ways)


def _numbered_ways(line: str, number: str) -> tuple[str, ...]:
    if not number:
        return (line,)
    stop = "" if number.endswith((".", ")")) else "."
    return (line, f"{number}{stop} {line}")


def _plain(words: str) -> str:
    """Return words as lines are compared: the portal loses breaks, and browsers join blanks."""
    return folded("".join(words.split()))
