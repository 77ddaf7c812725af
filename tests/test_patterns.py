"""A pattern goes over a text once, whatever a stranger fills it with.

One that starts at each sign and runs on to the end takes sixteen times as long for a text four
times as long. Measured is the growth, in processor time and beside the growth of a plain pattern,
never the time itself; what seems to grow is measured again and again before it is believed.
"""

import re
from functools import cache
from time import process_time

import pytest

from patterns import Held, going_over, held_patterns

_SHORT, _LONG = 1_000, 4_000
# One that goes over a text once grows as the plain one does, one that starts anew four times so.
_MOST_GROWTH = 2
_MEASURED, _BELIEVED = 3, 4
# Below so many times what a plain pattern takes for the long text, growth is noise.
_FLOOR = 15
_PLAIN = Held("", re.compile(r"\w+|.", re.DOTALL), frozenset())
_OFTEN = ("\n", " ", "а", "1.", "-")
_STRANGE = (
    *("А", "А-", "1", ". ", "а ", "a", "(", "«", "@", "№ ", "\t\n", "а, ", "_", "[", "  а", "/"),
    *("ә-", " -", '"', "<", "&", ":", "a@", "1 ", "—"),
)


@cache
def held() -> list[Held]:
    """Return all patterns of the code: looked for when a test runs, not when it is collected."""
    return held_patterns()


def filled(unit: str, signs: int) -> str:
    return (unit * (signs // len(unit) + 1))[:signs]


def seconds(one: Held, text: str, times: int = _MEASURED) -> float:
    """Return the least processor time of some runs."""
    found = []
    for _ in range(times):
        start = process_time()
        going_over(one, text)
        found.append(process_time() - start)
    return min(found)


def growth(one: Held, unit: str) -> float:
    """Return how many times as long the long text takes."""
    long, short = (seconds(one, filled(unit, size)) for size in (_LONG, _SHORT))
    return long / short


def floor() -> float:
    return _FLOOR * seconds(_PLAIN, filled("а ", _LONG))


def grows(one: Held, unit: str, least: float) -> bool:
    """Return whether a pattern runs over a text again and again, each time that it is measured."""
    return seconds(one, filled(unit, _LONG), 1) > least and all(
        growth(one, unit) > _MOST_GROWTH * growth(_PLAIN, "а ") for _ in range(_BELIEVED)
    )


def growing(*units: str) -> set[str]:
    least = floor()
    return {
        f"{one.place} over {unit!r}" for unit in units for one in held() if grows(one, unit, least)
    }


def test_a_pattern_that_runs_on_from_each_sign_is_found() -> None:
    slow, least = re.compile(r"\s*x"), floor()
    assert grows(Held("", slow, frozenset({"search"})), " ", least)
    assert not grows(Held("", slow, frozenset({"match"})), " ", least)
    assert not grows(Held("", re.compile(r"(?<!\s)\s*x"), frozenset({"search"})), " ", 0)


def test_no_pattern_goes_over_what_is_often_repeated_again_and_again() -> None:
    assert len(held()) > 500
    assert growing(*_OFTEN) == set()


@pytest.mark.proof
def test_no_pattern_goes_over_a_strange_text_again_and_again() -> None:
    assert growing(*_STRANGE) == set()
