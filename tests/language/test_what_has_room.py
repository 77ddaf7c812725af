"""What a phone shows of changes before the text: as many as have room, never good news alone."""

from dataclasses import replace

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


def test_of_a_few_some_are_gains_and_some_losses_in_the_order_of_the_page() -> None:
    losses = tuple(row(f"Потеря {n}", Direction.DEARER) for n in range(3))
    told = ForYou(changes=(*GOOD[:5], *losses))
    assert told.first(5) == (*GOOD[:3], *losses[:2])


def test_a_card_and_a_comparison_have_the_order_of_the_page_of_the_standard() -> None:
    told = ForYou(changes=(*GOOD, LOSS))
    assert told.in_order == (*told.in_sight, *told.out_of_sight)
    few = told.first_and_promised(3)
    assert list(few) == sorted(few, key=told.in_order.index)


def test_what_the_gist_speaks_of_goes_before_what_weighs_as_much() -> None:
    named = replace(row("Названный", Direction.FEWER_PAPERS), is_in_gist=True)
    told = ForYou(changes=(*GOOD, named, LOSS))
    assert named in told.first(2)
    assert {named, LOSS} <= set(told.in_sight)


def test_a_card_has_one_more_where_the_gist_speaks_of_it() -> None:
    named = replace(GOOD[1], is_in_gist=True)
    told = ForYou(changes=(replace(GOOD[0], is_in_gist=True), named, LOSS))
    assert told.first_and_promised(2) == (told.changes[0], named, LOSS)
    assert ForYou(changes=(*GOOD[:2], LOSS)).first_and_promised(2) == (GOOD[0], LOSS)


def test_a_case_takes_room_once_for_those_rows_of_it_that_follow_each_other() -> None:
    case = "Случай, о котором говорится длинно, в двух строках телефона или более того"
    apart = tuple(row(f"{case} {n}", Direction.FASTER) for n in range(20))
    together = tuple(replace(one, case=case, was=str(n)) for n, one in enumerate(apart))
    assert len(ForYou(changes=together).in_sight) > len(ForYou(changes=apart).in_sight)


def test_what_takes_the_place_of_a_standard_is_said_in_whole_sentences() -> None:
    sentence = "Его требования переносятся в новые правила предоставления помощи."
    assert ForYou(instead=sentence).instead_in_short == sentence
    short = ForYou(instead=" ".join([sentence] * 40)).instead_in_short
    assert len(sentence) < len(short) < 1_000
    assert short.endswith(".")
