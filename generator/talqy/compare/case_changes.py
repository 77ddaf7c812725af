"""What changes for people, case by case: the one value behind every headline figure.

Nothing is summed. Two texts are aligned case by case and way by way; a case that did not change is
kept apart. What a text does not say is not known, and never nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from talqy.compare.case_amounts import AlignedCase, aligned
from talqy.compare.case_documents import paper_changes
from talqy.compare.cases import SAME_CASE, CaseFact, Words, case_facts, likeness
from talqy.compare.directions import Direction, of_fees, of_terms
from talqy.model.alignment import Alignment
from talqy.model.facts import code_of
from talqy.model.revision import Revision

Side = tuple[CaseFact, ...] | None
"""What a text says of a case: empty where it says that there is none, None where it is silent."""
_STANDING = ("term", "fee", "documents", "channels", "forms")
_LISTS = ("documents", "channels", "forms")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseChange:
    """One thing that changes in one case; `words` and `channel` name it, and are empty for all.

    `was_words` are those of the older text where it names the case in words that are not alike.
    """

    fact: str
    words: Words = None
    was_words: Words = None
    channel: str = ""
    before: Side
    after: Side
    direction: Direction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseState:
    """What holds in one case: all values of one fact."""

    fact: str
    words: Words = None
    channel: str = ""
    values: tuple[CaseFact, ...]


@dataclass(frozen=True, slots=True)
class CaseChanges:
    """What changes for people between two texts, and what stays as it is."""

    changes: tuple[CaseChange, ...]
    unchanged: tuple[CaseState, ...]


def case_changes(alignment: Alignment, older: Revision, newer: Revision) -> CaseChanges:
    """Compare what two texts ask of people, and give them, in each case."""
    changes = (
        *_terms(older, newer),
        *_fees(older, newer),
        *_papers(alignment, older, newer),
        *_ways(older, newer),
        *_sets(older, newer),
        *_things(older, newer),
    )
    told = [one for change in changes for one in change.after or ()]
    # A list that changed is told of by what changed in it.
    lists = {
        (change.fact, name)
        for change in changes
        for one in (*(change.before or ()), *(change.after or ()))
        if change.fact in _LISTS
        for name in _clauses(alignment, one.clause)
    }
    unchanged = tuple(
        state
        for state in case_states(newer)
        if not any(one in told or (one.fact, one.clause) in lists for one in state.values)
    )
    return CaseChanges(changes, unchanged)


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
            values=values,
        )


def _list_of(placed: tuple[int, CaseFact]) -> tuple[str, str, int]:
    at, one = placed
    is_alone = one.fact in {"term", "fee"}
    return one.fact, one.clause if one.fact == "documents" else "", at if is_alone else 0


# --- facts of each kind ---------------------------------------------------------------------------


def _terms(older: Revision, newer: Revision) -> Iterator[CaseChange]:
    ways = {code_of(one.value) for one in case_facts(older, "channels")}
    ways |= {one.channel for one in case_facts(older, "term")}
    old, new = case_facts(older, "term"), case_facts(newer, "term")
    for case in aligned(old, new, lambda way: way in ways):
        x, y = case.before, case.after
        if x and y and (x.value.amount, x.value.unit) == (y.value.amount, y.value.unit):
            continue
        is_new_way = bool(case.channel) and case.channel not in ways
        direction = of_terms(x.value, y.value) if x and y else _of_one(case, old, new, is_new_way)
        yield _amount_change(case, "term", direction)


def _fees(older: Revision, newer: Revision) -> Iterator[CaseChange]:
    old, new = case_facts(older, "fee"), case_facts(newer, "fee")
    for case in aligned(old, new, lambda _: True):
        x, y = case.before, case.after
        if x and y and (x.value.amount or 0) == (y.value.amount or 0):
            continue
        direction = of_fees(x.value, y.value) if x and y else _of_one(case, old, new)
        yield _amount_change(case, "fee", direction)


def _of_one(
    case: AlignedCase,
    old: Sequence[CaseFact],
    new: Sequence[CaseFact],
    is_new_way: bool = False,  # noqa: FBT001, FBT002
) -> Direction | None:
    """Return what it means that one text names a case alone; of a silent text nothing is known."""
    if case.after:
        named = Direction.NEW_WAY if is_new_way else Direction.NEW_CASE
        return named if old else None
    return Direction.NOT_NAMED if new else None


def _amount_change(case: AlignedCase, fact: str, direction: Direction | None) -> CaseChange:
    return CaseChange(
        fact=fact,
        words=case.words,
        was_words=case.was_words,
        channel=case.channel,
        before=(case.before,) if case.before else None,
        after=(case.after,) if case.after else None,
        direction=direction if case.is_kin else None,
    )


def _papers(alignment: Alignment, older: Revision, newer: Revision) -> Iterator[CaseChange]:
    old, new = case_facts(older, "documents"), case_facts(newer, "documents")
    for change in paper_changes(alignment, old, new):
        yield CaseChange(
            fact="documents",
            words=change.words,
            before=change.before,
            after=change.after,
            direction=change.direction,
        )


def _ways(older: Revision, newer: Revision) -> Iterator[CaseChange]:
    """Yield each way to apply that is new, or is taken away, or is now for others."""
    old, new = case_facts(older, "channels"), case_facts(newer, "channels")
    if bool(old) != bool(new):
        yield _whole("channels", old, new)
        return
    was, becomes = ({code_of(one.value): one for one in side} for side in (old, new))
    for code in dict.fromkeys((*becomes, *was)):
        x, y = was.get(code), becomes.get(code)
        if x and y and likeness(x.words, y.words) >= SAME_CASE:
            continue
        yield CaseChange(
            fact="channels",
            before=(x,) if x else None,
            after=(y,) if y else None,
            direction=None if x and y else Direction.NEW_WAY if y else Direction.WAY_GONE,
        )


def _sets(older: Revision, newer: Revision) -> Iterator[CaseChange]:
    """Yield lists of codes that are others than before."""
    for fact in ("recipients", "forms"):
        old, new = case_facts(older, fact), case_facts(newer, fact)
        if {code_of(one.value) for one in old} != {code_of(one.value) for one in new}:
            yield _whole(fact, old, new)


def _whole(fact: str, old: tuple[CaseFact, ...], new: tuple[CaseFact, ...]) -> CaseChange:
    return CaseChange(fact=fact, before=old or None, after=new or None)


def _things(older: Revision, newer: Revision) -> Iterator[CaseChange]:
    """Yield results and grounds for refusal that are new, or are no more; others may stay."""
    for fact in ("result", "refusal_grounds"):
        old, new = case_facts(older, fact), list(case_facts(newer, fact))
        if not old or not new:
            continue
        left = list(new)
        for x in old:
            same = max(left, key=lambda y: _thing(x, y), default=None)
            if same is None or _thing(x, same) < SAME_CASE:
                yield _one_side(fact, x, Direction.GONE)
            else:
                left = [y for y in left if y is not same]
        for y in left:
            yield _one_side(fact, y, Direction.ADDED)


def _one_side(fact: str, one: CaseFact, direction: Direction) -> CaseChange:
    is_new = direction is Direction.ADDED
    return CaseChange(
        fact=fact,
        words=one.words,
        before=None if is_new else (one,),
        after=(one,) if is_new else None,
        direction=direction,
    )


def _thing(x: CaseFact, y: CaseFact) -> float:
    """Return from 0 to 100 how like two results or two grounds are."""
    if x.fact == "result":
        return likeness(x.value.name, y.value.name)
    if x.value.ground != y.value.ground:
        return 0.0
    return likeness(x.value.text, y.value.text) if x.value.text and y.value.text else 100.0
