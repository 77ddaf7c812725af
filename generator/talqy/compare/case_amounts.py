"""Terms and fees of two texts, aligned case by case.

A case that only the newer text names may have stood under a wider one, whose words it holds. What
held for all, and still does, is no such case: a new one beside it is most often a new service. One
that is named no more stands under what holds for all now, if no new one may be it in other words;
an extension never does. What is left over on both sides is paired by words that only these share;
else each is told by itself. Where several became one, and not all of them cost the same as before,
each is told by its older words.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from talqy.compare.cases import (
    SAME_CASE,
    SAME_TO_READERS,
    CaseFact,
    covering,
    kind_of,
    kinship,
    likeness,
)
from talqy.compare.telling_apart import (
    Words,
    is_extension,
    is_given_anew,
    is_part_named,
    is_replaced,
    is_replacing_named,
)

# A case whose words became others is known by an amount that stayed, if they are at all alike.
_REWORDED = 40.0
# Of the words of the shorter of two cases that are left over, so many stand in the other one.
_KIN = 40.0
_STAYED, _SAME_WORDS = 100.0, 1000.0
_WHOLE, _FOR_ALL, _FOR_ALL_THERE = 100.0, 1.0, 2.0


class Why(Enum):
    """Why a case of one text belongs to a case of the other one."""

    SAME = "in the same words, or nearly so"
    WAS_WIDER = "what is a case of its own now stood under a wider one"
    IS_WIDER = "what was a case of its own stands under a wider one now"
    KIN = "in words that these two alone share"
    ALONE = "one text alone has it"


@dataclass(frozen=True, slots=True)
class AlignedCase:
    """One case before and after, and why it is one; a side is None where none is.

    It `is_joined` where others became the same one, and some of them at another price or in another
    time: what is said of the newer case is not so of all its people.
    """

    before: CaseFact | None
    after: CaseFact | None
    why: Why
    is_joined: bool = False

    @property
    def words(self) -> Words:
        """The words of the narrower of both; of the newer, where it is named in other words.

        A case that was joined with others keeps its older words.
        """
        x, y = self.before, self.after
        if y is None or self._is_told_as_before:
            return x.words if x else None
        if x is None or self.why is Why.WAS_WIDER or self.was_words:
            return y.words
        return _narrower(x.words, y.words)

    @property
    def was_words(self) -> Words:
        """The words of the older text where one cannot know the case by `words`."""
        x, y = self.before, self.after
        if not x or not y or not y.words or self.why is Why.WAS_WIDER or self._is_told_as_before:
            return None
        return x.words if _is_other(x.words, y.words) else None

    @property
    def now_words(self) -> Words:
        """The words of the newer text for a joined case, where one cannot know it by `words`."""
        x, y = self.before, self.after
        if not self.is_joined or not x or not y or not y.words:
            return None
        return y.words if not x.words or _is_other(x.words, y.words) else None

    @property
    def _is_told_as_before(self) -> bool:
        return self.is_joined or self.why is Why.IS_WIDER

    @property
    def channel(self) -> str:
        """The way to apply that it is for; empty for all."""
        narrow = self.before if self.after is None or self._is_told_as_before else self.after
        return narrow.channel if narrow else ""

    @property
    def has_same_amount(self) -> bool:
        """Whether both sides cost, or take, the same."""
        x, y = self.before, self.after
        return x is not None and y is not None and _amount(x) == _amount(y)

    @property
    def stays(self) -> bool:
        """Whether both sides say the same of the same case."""
        x, y = self.before, self.after
        if x is None or y is None:
            return False
        is_same_case = (x.words, x.channel) == (y.words, y.channel)
        return x.value == y.value or (self.has_same_amount and is_same_case)


_Links = list[AlignedCase]


def aligned(
    old: Sequence[CaseFact], new: Sequence[CaseFact], was_way: Callable[[str], bool]
) -> tuple[AlignedCase, ...]:
    """Align the terms or the fees of two texts, in the order of the newer one.

    `was_way` says whether one could apply in a way before. Every case of both texts is in what is
    returned, those of the older one that the newer one does not name as the last ones.
    """
    same = _same(old, new)
    links = same + _wider(old, new, same, was_way)
    links += _met(_left_of(old, links), _left_of(new, links), [one for one in same if _is_new(one)])
    links += [AlignedCase(x, None, Why.ALONE) for x in _left_of(old, links)]
    links += [AlignedCase(None, y, Why.ALONE) for y in _left_of(new, links)]
    return tuple(sorted(_joined(links), key=lambda one: _place(one, old, new)))


def _joined(links: _Links) -> Iterator[AlignedCase]:
    """Yield the links, those of cases that became one told apart where that changed some alone."""
    into: dict[CaseFact | None, _Links] = defaultdict(list)
    for one in links:
        into[one.after].append(one)
    for one in links:
        others = into[one.after] if one.before and one.after else []
        is_joined = len(others) > 1 and not all(other.has_same_amount for other in others)
        yield replace(one, is_joined=is_joined)


def _left_of(cases: Sequence[CaseFact], links: _Links) -> list[CaseFact]:
    """Return the cases of one text that no link has yet."""
    linked = [side for one in links for side in (one.before, one.after)]
    return [one for one in cases if one not in linked]


def _is_new(one: AlignedCase) -> bool:
    """Return whether the words of both sides differ."""
    x, y = one.before, one.after
    return x is not None and y is not None and likeness(x.words, y.words) < _WHOLE


def _place(one: AlignedCase, old: Sequence[CaseFact], new: Sequence[CaseFact]) -> tuple[int, int]:
    at = old.index(one.before) if one.before else -1
    if one.after is None or one.why is Why.IS_WIDER:
        return len(new), at
    return new.index(one.after), at


def _wider(
    old: Sequence[CaseFact],
    new: Sequence[CaseFact],
    same: _Links,
    was_way: Callable[[str], bool],
) -> _Links:
    """Link what is left over with the one case that is wider; each case is told once."""
    stays = [one.before for one in same if not _is_new(one)]
    left, fresh = _left_of(old, same), _left_of(new, same)
    was_for_all = [one.after for one in same if one.before and not one.before.words]

    def may_be_reworded(x: CaseFact, y: CaseFact) -> bool:
        """Return whether what held for all, and still does, need not have taken a case in."""
        return y in was_for_all and any(one.words and _family(one) == _family(x) for one in fresh)

    is_wider = [
        AlignedCase(x, y, Why.IS_WIDER)
        for x in left
        if (
            y := _first(
                (_covers(y, x, least=SAME_CASE), y) for y in new if not may_be_reworded(x, y)
            )
        )
    ]
    asked = [y for y in fresh if not y.channel or was_way(y.channel)]
    was_wider = [
        AlignedCase(x, y, Why.WAS_WIDER)
        for y in asked
        if (
            x := _first(
                (_covers(x, y, least=_WHOLE if x in stays else SAME_CASE), x)
                for x in old
                if x.words or x in left
            )
        )
    ]
    was_wider += _replaced(old, _left_of(asked, was_wider), stays)
    here = [one.after for one in is_wider]
    was_wider = [one for one in was_wider if one.after not in here]
    there = [one.before for one in was_wider]
    return [*was_wider, *(one for one in is_wider if one.before not in there)]


def _replaced(
    old: Sequence[CaseFact], fresh: Sequence[CaseFact], stays: Sequence[CaseFact | None]
) -> Iterator[AlignedCase]:
    """Link replacing a thing with the one case of giving it: what replacing was told under.

    Not where the older text names replacing by itself, nor where giving is said as it was.
    """
    for y in fresh:
        near = [one for one in old if kind_of(one) == kind_of(y) and one.channel in {"", y.channel}]
        wide = [one for one in near if is_given_anew(one.words, y.words)]
        is_sure = len(wide) == 1 and wide[0] not in stays
        if is_sure and not any(is_replacing_named(one.words) for one in near):
            yield AlignedCase(wide[0], y, Why.WAS_WIDER)


def _is_other(x: Words, y: Words) -> bool:
    """Return whether the words for two cases do not show by themselves that these are one."""
    is_within = max(covering(x, y), covering(y, x)) >= _WHOLE
    return bool(x) and likeness(x, y) < SAME_TO_READERS and not is_within


def _met(gone: Sequence[CaseFact], fresh: Sequence[CaseFact], reworded: _Links) -> _Links:
    """Pair what is left over by words.

    A case whose words became others may be a part of what several became, or be all that became
    several.
    """
    was = [one.before for one in reworded if one.before]
    now = [one.after for one in reworded if one.after]
    found = [
        AlignedCase(x, y, Why.KIN)
        for x in gone
        if (y := _first((_kin(x, y), y) for y in (*fresh, *now)))
    ]
    return found + [
        AlignedCase(x, y, Why.KIN)
        for y in _left_of(fresh, found)
        if (x := _first((_kin(x, y), x) for x in (*gone, *was)))
    ]


def _kin(x: CaseFact, y: CaseFact) -> float:
    share = kinship(x.words, y.words) if _family(x) == _family(y) else 0.0
    return share if share >= _KIN else 0.0


def _family(one: CaseFact) -> tuple[str, str]:
    return kind_of(one), one.channel


def _first(scored: Iterable[tuple[float, CaseFact]]) -> CaseFact | None:
    """Return the one with the highest score; None where there is none, or not one alone."""
    found = sorted((one for one in scored if one[0]), key=lambda one: -one[0])
    is_sure = bool(found) and (len(found) == 1 or found[0][0] > found[1][0])
    return found[0][1] if is_sure else None


def _same(old: Sequence[CaseFact], new: Sequence[CaseFact]) -> _Links:
    """Pair cases that are the same, the likest first."""
    scored = sorted(
        (-score, i, j)
        for i, y in enumerate(new)
        for j, x in enumerate(old)
        if (score := _score(x, y))
    )
    links: _Links = []
    for _, i, j in scored:
        if len(_left_of((old[j], new[i]), links)) == 2:
            links.append(AlignedCase(old[j], new[i], Why.SAME))
    return links


def _score(x: CaseFact, y: CaseFact) -> float:
    if kind_of(x) != kind_of(y) or x.channel != y.channel:
        return 0.0
    if is_replaced(x.words, y.words):
        return 0.0
    alike = likeness(x.words, y.words)
    stayed = _amount(x) == _amount(y)
    near = max(alike, covering(x.words, y.words), covering(y.words, x.words))
    if stayed and bool(x.words) != bool(y.words):
        near = _REWORDED
    if near < (_REWORDED if stayed else SAME_CASE):
        return 0.0
    here = x.clause == y.clause
    return near + _STAYED * stayed + _SAME_WORDS * (alike == 100) + here


def _covers(wide: CaseFact, narrow: CaseFact, *, least: float) -> float:
    if kind_of(wide) != kind_of(narrow) or wide.channel not in {"", narrow.channel}:
        return 0.0
    if not wide.words and is_extension(narrow.words):
        return 0.0
    if not wide.words:
        return _FOR_ALL_THERE if wide.channel else _FOR_ALL
    if is_part_named(wide.words, narrow.words):
        return _WHOLE
    share = covering(wide.words, narrow.words)
    return share if share >= least else 0.0


def _narrower(before: Words, after: Words) -> Words:
    """Return the words of the narrower of two cases that are one; of the newer, if none is."""
    is_wider = covering(after, before) > covering(before, after)
    return before if is_wider and covering(after, before) >= SAME_CASE else after


def _amount(one: CaseFact) -> tuple[object, str]:
    """Return how much it is, and in which unit: for a fee, that of the project."""
    is_term = one.fact == "term"
    return (one.value.amount, one.value.unit) if is_term else (one.value.cost, "")
