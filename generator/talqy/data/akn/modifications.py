"""What a text changes in the one that it starts from, as Akoma Ntoso tells modifications.

A draft is to modify that text: its modifications are active. An adopted text is what came of them:
its own are passive, and their source is the draft.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from talqy.compare.comparison import Comparison
from talqy.data.akn.law_text import LawText
from talqy.data.akn.lifecycle import IN_FORCE, period_of
from talqy.model.alignment import Action, Match
from talqy.model.revision import Amendment, Clause, Revision
from talqy.model.values import CommentId
from talqy.office.xml_tree import Element, element

_TYPES: Mapping[Action, str] = {
    Action.ADDED: "insertion",
    Action.REMOVED: "repeal",
    Action.CHANGED: "substitution",
    Action.SPLIT: "split",
    Action.MERGED: "join",
    Action.MOVED: "renumbering",
    Action.RENUMBERED: "renumbering",
}
"""Akoma Ntoso has no word for a clause that only stands elsewhere; it has another address then."""


@dataclass(frozen=True, slots=True)
class Modification:
    """What happened to clauses, why, and because of which comments."""

    kind: str
    match: Match
    amendments: tuple[Amendment, ...]
    comments: tuple[CommentId, ...]


def modifications(compared: Comparison) -> tuple[Modification, ...]:
    """Return what lies between two texts, in the order of the newer one."""
    causes = {change.match.ids: change for change in compared.changes}
    found = []
    for match in compared.alignment.matches:
        cause = causes.get(match.ids)
        amendments = cause.amendments if cause else ()
        comments = tuple(one.id for one in cause.comments) if cause else ()
        kinds = dict.fromkeys(kind for action, kind in _TYPES.items() if action in match.actions)
        found += [Modification(kind, match, amendments, comments) for kind in kinds]
    return tuple(found)


@dataclass(frozen=True)
class Analysis:
    """The modifications of a text as elements, by the texts that they lead to."""

    of: LawText
    base: Revision
    told: tuple[Modification, ...]

    @classmethod
    def made(cls, of: LawText) -> "Analysis | None":
        """Analyse a text; None where it starts from no other, or changes nothing in it."""
        base = of.record.base_of(of.text)
        if base is None:
            return None
        told = of.edition.in_all.once(
            "akn-modifications",
            (of.record.id, of.text.revision),
            lambda: modifications(of.edition.comparison(of.record, base, of.text)),
        )
        return cls(of, base, told) if told else None

    def analysis(self, periods: tuple[str, ...]) -> Element:
        """Return the modifications as an element; `periods` are those that the file tells."""
        adopted = self.of.text.adopted is not None
        force = period_of(IN_FORCE) if adopted and IN_FORCE in periods else ""
        name = "passiveModifications" if adopted else "activeModifications"
        numbered = enumerate(self.told, 1)
        mods = (self._mod(number, one, force, is_passive=adopted) for number, one in numbered)
        return element("analysis", {"source": self.of.author}, element(name, None, *mods))

    @cached_property
    def amendments(self) -> Mapping[str, Amendment]:
        """The amendments that are reasons of something, by their ids in the file."""
        named = {number for mod in self.told for number in self._numbers(mod)}
        numbered = enumerate(self.of.text.amendments)
        return {_reason(number): one for number, one in numbered if number in named}

    @property
    def comments(self) -> tuple[CommentId, ...]:
        """The comments that caused something, each once."""
        return tuple(dict.fromkeys(name for mod in self.told for name in mod.comments))

    def _mod(self, number: int, one: Modification, force: str, *, is_passive: bool) -> Element:
        reasons = (f"#{_reason(each)}" for each in self._numbers(one))
        refers = (*reasons, *(f"#comment_{name}" for name in one.comments))
        old, new = one.match.before, one.match.after
        ends = self._passive(one.match) if is_passive else self._active(one.match)
        return element(
            "textualMod",
            {
                "eId": f"{'p' if is_passive else 'a'}mod_{number}",
                "type": one.kind,
                "refersTo": " ".join(refers),
            },
            *ends,
            element("force", {"period": f"#{force}"}) if force else None,
            *(element("old", {"href": self._was(clause)}) for clause in old),
            *(element("new", {"href": self._now(clause)}) for clause in new),
        )

    def _numbers(self, mod: Modification) -> list[int]:
        """Return which amendments of the text speak of a change."""
        own = self.of.text.amendments
        return sorted({own.index(one) for one in mod.amendments if one in own})

    def _passive(self, match: Match) -> Iterator[Element]:
        """Yield where a change comes from, the draft, and what it changed, in this text."""
        draft = self.of.name.as_bill.expression(self.of.language)
        yield element("source", {"href": draft})
        if match.after:
            yield from (element("destination", {"href": self._now(one)}) for one in match.after)
        else:
            yield from (element("destination", {"href": self._was(one)}) for one in match.before)

    def _active(self, match: Match) -> Iterator[Element]:
        """Yield the clauses of this text that change something, and what they change, or where."""
        if match.after:
            yield from (element("source", {"href": self._now(one)}) for one in match.after)
        else:
            yield element("source", {"href": self.of.named(self.of.text)})
        if match.before:
            yield from (element("destination", {"href": self._was(one)}) for one in match.before)
        else:
            yield element("destination", self._where(match.after[0]))

    def _where(self, clause: Clause) -> dict[str, str]:
        """Return where a new clause is put in: behind its neighbour, else first in what it is in.

        That is said of the text that it is put into.
        """
        around = next(self.of.text.around(clause.id), "")
        outer = self.of.text.clause(around)
        beside = [one.id for one in (outer.clauses if outer else self.of.text.clauses)]
        before = beside[: beside.index(clause.id)]
        eids = self.of.places(self.base).eids
        named = self.of.named(self.base)
        if known := [name for name in before if name in eids]:
            return {"href": f"{named}#{eids[known[-1]]}", "pos": "after"}
        if around in eids:
            return {"href": f"{named}#{eids[around]}", "pos": "start"}
        return {"href": named, "pos": "unspecified" if around else "start"}

    def _was(self, clause: Clause) -> str:
        return f"{self.of.named(self.base)}#{self.of.places(self.base).eids[clause.id]}"

    def _now(self, clause: Clause) -> str:
        return f"#{self.of.places(self.of.text).eids[clause.id]}"


def _reason(number: int) -> str:
    return f"reason_{number + 1}"
