"""What changes for people, case by case: the one value behind every headline figure.

Nothing is summed. Two texts are aligned case by case and way by way; a case that did not change is
kept apart. What a text does not say is not known, and never nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from talqy.compare.case_amounts import AlignedCase, aligned
from talqy.compare.case_documents import paper_changes
from talqy.compare.case_lists import (
    code_changes,
    ground_changes,
    hour_changes,
    thing_changes,
    way_changes,
)
from talqy.compare.cases import (
    CaseChange,
    CaseFact,
    case_facts,
    is_rest,
    kind_of,
)
from talqy.compare.directions import Direction, of_fees, of_terms
from talqy.compare.telling_apart import Words
from talqy.model.alignment import Alignment
from talqy.model.facts import FACTS, code_of
from talqy.model.revision import Clause, Revision

Links = Mapping[str, tuple[AlignedCase, ...]]
"""Which case of one text became which of the other, by the name of the fact: terms and fees."""

_STANDING = ("term", "fee", "documents", "channels", "forms")
_LISTS = ("documents", "channels", "forms")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseState:
    """What holds in one case: all values of one fact; names are those of `CaseChange`."""

    fact: str
    words: Words = None
    now_words: Words = None
    channel: str = ""
    is_rest: bool = False
    values: tuple[CaseFact, ...]


@dataclass(frozen=True, slots=True)
class CaseChanges:
    """What changes for people between two texts, and what stays as it is.

    `typed` are facts that differ under the same words: one of the two is wrong, and which one
    nobody can tell; so they neither change nor stay. `links` say of terms and fees which case
    became which, of those that stay too.
    """

    changes: tuple[CaseChange, ...]
    unchanged: tuple[CaseState, ...]
    typed: tuple[CaseChange, ...]
    links: Links


def case_changes(alignment: Alignment, older: Revision, newer: Revision) -> CaseChanges:
    """Compare what two texts ask of people, and give them, in each case.

    Nothing changes by facts alone: where the words of the law stayed, somebody typed them better.
    """
    texts = Texts(older, newer, alignment)
    same = set(_clauses_of_same_words(alignment))
    differing = [change for told in TOLD.values() for change in told(texts)]
    changes = [one for one in differing if not same.issuperset(_clauses_told(one))]
    typed = tuple(one for one in differing if same.issuperset(_clauses_told(one)))
    unchanged = tuple(state for fact in _STANDING for state in _staying(texts, fact, differing))
    return CaseChanges(tuple(_once(changes)), unchanged, typed, texts.links)


def _staying(texts: "Texts", fact: str, differing: Sequence[CaseChange]) -> Iterator[CaseState]:
    """Yield what stays as it is: of terms and fees as their cases are linked, else what is untold.

    A list that changed is told of by what changed in it.
    """
    if fact in texts.links:
        every = (*texts.before[fact], *texts.after[fact])
        yield from _same_amounts(fact, texts.links[fact], every)
        return
    changes = [one for one in differing if one.fact == fact]
    told = [one for change in changes for one in change.after or ()]
    lists = {
        name
        for change in changes
        if fact in _LISTS
        for clause in _clauses_told(change)
        for name in _clauses(texts.alignment, clause)
    }
    for state in _states(texts.after[fact]):
        if not any(one in told or one.clause in lists for one in state.values):
            yield state


def _same_amounts(
    fact: str, links: Sequence[AlignedCase], every: Sequence[CaseFact]
) -> Iterator[CaseState]:
    """Yield the cases whose amount stays; what stays under a wider case is said by that one."""
    same = [one for one in links if one.has_same_amount]
    wide = [one.after for one in same if one.after and _names(one, one.after)]
    for one in same:
        if one.after and (one.after not in wide or _names(one, one.after)):
            yield CaseState(
                fact=fact,
                words=one.words,
                now_words=one.now_words,
                channel=one.channel,
                is_rest=_is_rest(one, every),
                values=(one.after,),
            )


def _is_rest(link: AlignedCase, every: Sequence[CaseFact]) -> bool:
    """Return whether a link is told of those whom no other case of its texts names."""
    sides = [one for one in (link.before, link.after) if one and _names(link, one)]
    return any(is_rest(one, every) for one in sides)


def _names(link: AlignedCase, fact: CaseFact) -> bool:
    """Return whether a link is told under the case of one of its sides."""
    return (link.words, link.channel) == (fact.words, fact.channel)


def _once(changes: Sequence[CaseChange]) -> Iterator[CaseChange]:
    """Yield each change once: of a new way that has a term of its own, the term says that it is."""
    ways = {one.channel for one in changes if _is_new_way(one) and one.fact == "term"}
    for one in changes:
        is_told = one.fact == "channels" and _is_new_way(one)
        if not (is_told and all(code_of(way.value) in ways for way in one.after or ())):
            yield one


def _is_new_way(change: CaseChange) -> bool:
    return change.direction is Direction.NEW_WAY


def _clauses_told(change: CaseChange) -> set[str]:
    """Return the clauses whose facts a change is told by."""
    return {one.clause for one in (*(change.before or ()), *(change.after or ()))}


def _clauses_of_same_words(alignment: Alignment) -> Iterator[str]:
    """Yield the clauses that say the same in both texts, in all languages; none without words."""
    for match in alignment.matches:
        before, after = ([_words(one) for one in side] for side in (match.before, match.after))
        if before == after and any(any(words) for words in after):
            yield from match.ids


def _words(clause: Clause) -> tuple[object, ...]:
    return clause.heading, clause.text, clause.table


def _clauses(alignment: Alignment, clause: str) -> tuple[str, ...]:
    match = alignment.of(clause)
    return match.ids if match else ()


def case_states(text: Revision) -> tuple[CaseState, ...]:
    """Return what a text asks of people in each case, as it is."""
    return tuple(state for fact in _STANDING for state in _states(case_facts(text, fact)))


def _states(facts: Sequence[CaseFact]) -> Iterator[CaseState]:
    """Yield each amount by itself, and all else as the list that it is."""
    for _, group in groupby(enumerate(facts), key=_list_of):
        values = tuple(one for _, one in group)
        leading = values[0]
        is_list = leading.fact in {"channels", "forms"}
        yield CaseState(
            fact=leading.fact,
            words=None if is_list else leading.words,
            channel=leading.channel,
            is_rest=is_rest(leading, facts),
            values=values,
        )


def _list_of(placed: tuple[int, CaseFact]) -> tuple[str, str, int]:
    at, one = placed
    is_alone = one.fact in {"term", "fee"}
    return one.fact, one.clause if one.fact == "documents" else "", at if is_alone else 0


# --- facts of each kind ---------------------------------------------------------------------------


class Texts:
    """What two texts say of each fact, with the case that it is for; which clause became which."""

    def __init__(self, older: Revision, newer: Revision, alignment: Alignment) -> None:
        """Read the facts of both."""
        self.before, self.after = (
            {fact: case_facts(text, fact) for fact in FACTS} for text in (older, newer)
        )
        self.alignment = alignment
        self.ways = {code_of(one.value) for one in self.before["channels"]}
        self.ways |= {one.channel for one in self.before["term"]}
        self.links: Links = {
            "term": aligned(*self.sides("term"), lambda way: way in self.ways),
            "fee": aligned(*self.sides("fee"), lambda _: True),
        }

    def sides(self, fact: str) -> tuple[tuple[CaseFact, ...], tuple[CaseFact, ...]]:
        """Return all values of a fact in both."""
        return self.before[fact], self.after[fact]


def _terms(texts: Texts) -> Iterator[CaseChange]:
    old, new = texts.sides("term")
    for case in texts.links["term"]:
        x, y = case.before, case.after
        if case.has_same_amount:
            continue
        is_new_way = bool(case.channel) and case.channel not in texts.ways
        direction = of_terms(x.value, y.value) if x and y else _of_one(texts, case, is_new_way)
        yield _amount_change(case, direction, (*old, *new))


def _fees(texts: Texts) -> Iterator[CaseChange]:
    old, new = texts.sides("fee")
    for case in texts.links["fee"]:
        x, y = case.before, case.after
        if case.has_same_amount:
            continue
        direction = of_fees(x.value, y.value) if x and y else _of_one(texts, case)
        yield _amount_change(case, direction, (*old, *new))


def _of_one(
    texts: "Texts",
    case: AlignedCase,
    is_new_way: bool = False,  # noqa: FBT001, FBT002
) -> Direction | None:
    """Return what it means that one text names a case alone; of a silent text nothing is known.

    A case is new where none of its kind is gone: else it may be that one, in other words.
    """
    fresh, gone = case.after, case.before
    if fresh is None:
        return Direction.NOT_NAMED if gone and texts.after[gone.fact] else None
    if not texts.before[fresh.fact]:
        return None
    if is_new_way:
        return Direction.NEW_WAY
    left = [one.before for one in texts.links[fresh.fact] if one.before and not one.after]
    is_sure = all(kind_of(one) != kind_of(fresh) for one in left)
    return Direction.NEW_CASE if is_sure else Direction.OWN_CASE


def _amount_change(
    case: AlignedCase, direction: Direction | None, every: Sequence[CaseFact]
) -> CaseChange:
    return CaseChange(
        fact=every[0].fact,
        words=case.words,
        was_words=case.was_words,
        now_words=case.now_words,
        channel=case.channel,
        is_rest=_is_rest(case, every),
        before=(case.before,) if case.before else None,
        after=(case.after,) if case.after else None,
        direction=direction,
    )


TOLD: Mapping[str, Callable[[Texts], Iterable[CaseChange]]] = {
    "term": _terms,
    "fee": _fees,
    "documents": lambda texts: paper_changes(texts.alignment, *texts.sides("documents")),
    "refusal_grounds": lambda texts: ground_changes(*texts.sides("refusal_grounds")),
    "channels": lambda texts: way_changes(*texts.sides("channels")),
    "schedule": lambda texts: hour_changes(*texts.sides("schedule")),
    "recipients": lambda texts: code_changes("recipients", *texts.sides("recipients")),
    "forms": lambda texts: code_changes("forms", *texts.sides("forms")),
    "result": lambda texts: thing_changes("result", *texts.sides("result")),
    "contacts": lambda texts: thing_changes("contacts", *texts.sides("contacts")),
}
"""How each fact is compared, in the order in which pages tell of it: what matters most is first."""
UNTOLD: Mapping[str, str] = {
    "handover": "is between two offices: the term of the person has it in it",
    "files": "stand beside their clause, where a mark says that one is new or another",
}
"""The facts of which no headline tells, and why; `TOLD` and these are all of `FACTS`."""
