"""Which known word was probably meant."""

from talqy.model.nearness import nearest

MANY = [f"{number:010}" for number in range(20_000)]


def test_of_very_many_the_one_that_begins_like_it_is_meant() -> None:
    assert nearest("k7m2p9qx4b", [*MANY, "k7m2p9qx4a"]) == "k7m2p9qx4a"


def test_of_very_many_the_one_that_ends_like_it_is_meant() -> None:
    assert nearest("x7m2p9qx4a", [*MANY, "k7m2p9qx4a"]) == "k7m2p9qx4a"


def test_of_very_many_none_may_be_meant() -> None:
    assert nearest("zzzzzzzzzz", MANY) is None
