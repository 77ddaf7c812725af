"""Items are shared out in their order, and nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st

from talqy.model.sharing import shared_out

WORDS = st.lists(st.text(max_size=9), max_size=40)


@given(words=WORDS, room=st.integers(1, 20), most=st.one_of(st.none(), st.integers(1, 5)))
def test_each_part_is_as_full_as_it_may_be_and_all_items_are_there(
    words: list[str], room: int, most: int | None
) -> None:
    parts = shared_out(words, len, room, most)
    assert [word for part in parts for word in part] == words
    weights = [sum(map(len, part)) for part in parts]
    for part, weight in zip(parts, weights, strict=True):
        assert weight <= room or len(part) == 1
        assert most is None or len(part) <= most
    for part, after, weight in zip(parts, parts[1:], weights, strict=False):
        assert after
        assert len(part) == most or weight + len(after[0]) > room


def test_of_nothing_there_is_one_empty_part() -> None:
    assert [*shared_out([], len, 1)] == [[]]
