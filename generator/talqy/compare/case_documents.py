"""What a person has to bring, of two texts: document by document, in the case that asks for it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from talqy.compare.cases import SAME_TO_READERS, CaseChange, CaseFact, likeness
from talqy.compare.directions import Direction, of_papers, papers
from talqy.model.alignment import Alignment

_Together = Callable[[CaseFact, CaseFact], bool]
"""Whether two documents stand in clauses that belong together."""


def paper_changes(
    alignment: Alignment, old: Sequence[CaseFact], new: Sequence[CaseFact]
) -> Iterator[CaseChange]:
    """Compare the documents of two texts; a list for a case of its own is no burden for others.

    A side is empty where none are needed, None where nothing is known; more than one stand there
    where a whole case is new, or is gone.
    """
    if not old or not new:
        yield from _unknown(old, new)
        return

    def together(x: CaseFact, y: CaseFact) -> bool:
        return alignment.of(x.clause) is alignment.of(y.clause)

    pairs = _pairs(old, new, together)
    for x, y in pairs:
        yield from _changed(x, y, is_moved=not together(x, y))
    added = [y for y in new if not any(y is one for _, one in pairs)]
    gone = [x for x in old if not any(x is one for one, _ in pairs)]
    lost = tuple(_one_side(gone, new, together, is_added=False))
    # Where a case is named no more, one that is named now may be that one, in other words.
    is_sure = not any(one.direction is Direction.NOT_NAMED for one in lost)
    for one in _one_side(added, old, together, is_added=True):
        is_own = one.direction is Direction.NEW_CASE and not is_sure
        yield replace(one, direction=Direction.OWN_CASE) if is_own else one
    yield from lost


def _unknown(old: Sequence[CaseFact], new: Sequence[CaseFact]) -> Iterator[CaseChange]:
    for _, of_case in groupby(new, key=lambda one: one.clause):
        case = tuple(of_case)
        yield CaseChange(
            fact="documents", words=case[0].words, before=None, after=case, direction=None
        )
    for _, of_case in groupby(old, key=lambda one: one.clause):
        case = tuple(of_case)
        yield CaseChange(
            fact="documents", words=case[0].words, before=case, after=None, direction=None
        )


def _pairs(
    old: Sequence[CaseFact], new: Sequence[CaseFact], together: _Together
) -> list[tuple[CaseFact, CaseFact]]:
    """Pair documents by id in their case, by id anywhere, and by name in their case.

    Where a case was split or joined, or one list stands for all, a document has several partners.
    """
    pairs = list[tuple[CaseFact, CaseFact]]()

    def has_partner(one: CaseFact) -> bool:
        return any(one is a or one is b for a, b in pairs)

    def is_known(x: CaseFact, y: CaseFact) -> bool:
        return bool(x.value.id == y.value.id)

    def is_known_here(x: CaseFact, y: CaseFact) -> bool:
        return is_known(x, y) and together(x, y)

    def is_named_so(x: CaseFact, y: CaseFact) -> bool:
        return likeness(x.value.name, y.value.name) >= SAME_TO_READERS and together(x, y)

    for is_same in (is_known_here, is_known, is_named_so):
        for y in new:
            free = (x for x in old if not has_partner(x) and not has_partner(y) and is_same(x, y))
            pairs += [(x, y) for x in tuple(free)[:1]]
    for y in new:
        for x in old:
            is_shared = together(x, y) or x.words is None or y.words is None
            if is_known(x, y) and is_shared and has_partner(x) != has_partner(y):
                pairs.append((x, y))
    return pairs


def _changed(x: CaseFact, y: CaseFact, *, is_moved: bool) -> Iterator[CaseChange]:
    """Yield what changed about one document, as far as whoever brings it can see."""
    before, after = x.value, y.value
    if is_moved and x.words is None and y.words and not after.condition:
        after = after.model_copy(update={"condition": y.words})
    if is_moved and y.words is None and x.words and not before.condition:
        before = before.model_copy(update={"condition": x.words})
    direction = of_papers(before, after)
    is_other = papers(after) > 0 and (
        before.form != after.form
        or likeness(before.condition, after.condition) < SAME_TO_READERS
        or (papers(before) > 0 and likeness(before.name, after.name) < SAME_TO_READERS)
    )
    if direction or is_other:
        is_for_all = is_moved and (x.words is None or y.words is None)
        yield CaseChange(
            fact="documents",
            words=None if is_for_all else x.words if is_moved else y.words,
            before=(replace(x, value=before),),
            after=(replace(y, value=after),),
            direction=direction,
        )


def _one_side(
    left: Sequence[CaseFact],
    others: Sequence[CaseFact],
    together: _Together,
    *,
    is_added: bool,
) -> Iterator[CaseChange]:
    """Yield documents of one text alone: each by itself, or a whole case that the other has not."""
    brought = [one for one in left if papers(one.value)]
    for _, of_case in groupby(brought, key=lambda one: one.clause):
        case = tuple(of_case)
        is_own = case[0].words is not None and not any(together(one, case[0]) for one in others)
        if is_own:
            yield CaseChange(
                fact="documents",
                words=case[0].words,
                before=None if is_added else case,
                after=case if is_added else None,
                direction=Direction.NEW_CASE if is_added else Direction.NOT_NAMED,
            )
            continue
        for one in case:
            yield CaseChange(
                fact="documents",
                words=one.words,
                before=() if is_added else (one,),
                after=(one,) if is_added else (),
                direction=Direction.MORE_PAPERS if is_added else Direction.FEWER_PAPERS,
            )
