"""What a phone shows of changes before the text: as many as have room, never good news alone."""

import pytest

from talqy.compare.directions import Direction
from talqy.language.case_words import CaseRow
from talqy.language.for_you import ForYou


def row(name: str, direction: Direction, letters: int = 30) -> CaseRow:
    return CaseRow(
        case=name, thing="Срок", was="7", becomes="5" * letters, direction=direction, effect="так"
    )


GOOD = tuple(row(f"Случай {n}", Direction.FASTER) for n in range(20))
LOSS = row("Особый случай", Direction.SLOWER)


@pytest.mark.parametrize("count", [1, 2, 5, 20])
def test_each_change_is_in_sight_or_a_tap_away(count: int) -> None:
    told = ForYou(changes=GOOD[:count])
    assert 0 < len(told.in_sight) <= count
    assert (*told.in_sight, *told.out_of_sight) == told.all_changes


def test_few_are_all_in_sight_and_of_many_a_handful() -> None:
    assert ForYou(changes=GOOD[:3]).out_of_sight == ()
    assert 3 < len(ForYou(changes=GOOD).in_sight) < 12


def test_a_loss_is_in_sight_though_it_stands_last() -> None:
    told = ForYou(changes=(*GOOD, LOSS))
    assert LOSS in told.in_sight
    assert len(told.in_sight) < len(GOOD)


def test_what_the_ministry_says_first_takes_room_of_the_cases() -> None:
    plain = ForYou(changes=GOOD)
    assert len(ForYou(changes=GOOD, gist="слово " * 60).in_sight) < len(plain.in_sight)


def test_one_is_in_sight_whatever_room_there_is_and_a_short_one_fills_the_rest() -> None:
    long = row("Длинный случай", Direction.FASTER, letters=2_000)
    assert ForYou(changes=(long,)).in_sight == (long,)
    wide = row("Широкий случай", Direction.FASTER, letters=600)
    assert ForYou(changes=(*GOOD[:1], wide, *GOOD[1:2])).in_sight == GOOD[:2]


def test_what_takes_the_place_of_a_standard_is_said_in_whole_sentences() -> None:
    sentence = "Его требования переносятся в новые правила предоставления помощи."
    assert ForYou(instead=sentence).instead_in_short == sentence
    short = ForYou(instead=" ".join([sentence] * 40)).instead_in_short
    assert len(sentence) < len(short) < 1_000
    assert short.endswith(".")
