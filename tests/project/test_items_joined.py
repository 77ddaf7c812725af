"""Lists of things without names: each is there whole, as one side has it, or nothing is made."""

from itertools import permutations

import pytest

from talqy.project.items_joined import ItemsApartError, joined_items


def joined(was: str, lead: str, other: str, *, may_choose: bool = False) -> str | None:
    """Put lists of letters together."""
    try:
        return "".join(joined_items(was, lead, other, may_choose=may_choose))
    except ItemsApartError:
        return None


@pytest.mark.parametrize(
    ("lead", "other", "both"),
    [
        ("aBcd", "abcD", "aBcD"),
        ("aBcd", "abCd", "aBCd"),
        ("abxcd", "abcdy", "abxcdy"),
        ("acd", "abcdx", "acdx"),
        ("aBcd", "aBcd", "aBcd"),
        ("xabcd", "abcdx", None),  # the same new thing in two places
        ("abcdx", "abcdy", None),  # two new things in one place
        ("aBcd", "axcd", None),
        ("dabc", "abcD", None),  # one has moved what the other has changed
        ("dabc", "abc", None),  # or taken out
        ("dabc", "adbc", None),  # or moved elsewhere
        ("aacd", "abcD", None),  # two of the same
    ],
)
def test_two_lists(lead: str, other: str, both: str | None) -> None:
    assert joined("abcd", lead, other) == both
    assert joined("abcd", other, lead) == both


def test_where_one_may_choose_the_lead_stays_and_the_rest_of_both() -> None:
    assert joined("abcdef", "aXcdef", "aYcdeZ", may_choose=True) == "aXcdeZ"
    assert joined("abcdef", "aYcdeZ", "aXcdef", may_choose=True) == "aYcdeZ"


@pytest.mark.parametrize("may_choose", [False, True])
def test_no_thing_is_there_twice_or_lost(*, may_choose: bool) -> None:
    for lead in permutations("abcd"):
        for other in permutations("abcd"):
            made = joined("abcd", "".join(lead), "".join(other), may_choose=may_choose)
            assert made is None or sorted(made) == list("abcd")
