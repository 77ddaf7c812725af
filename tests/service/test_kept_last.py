"""What was asked for last is kept."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest

from talqy.service.kept_last import KeptLast


def counted(made: list[str], name: str) -> Callable[[], str]:
    def make() -> str:
        made.append(name)
        return name.upper()

    return make


def test_what_was_asked_for_longest_ago_goes() -> None:
    kept, made = KeptLast[str, str](2), list[str]()
    for name in ("a", "b", "a", "c", "a", "b"):
        assert kept.of(name, counted(made, name)) == name.upper()
    assert made == ["a", "b", "c", "b"]
    assert [kept.get(name) for name in ("a", "b", "c")] == ["A", "B", None]


def test_what_is_put_there_takes_the_place_of_what_was() -> None:
    kept = KeptLast[str, str](2)
    for name in ("a", "b", "a", "c"):
        kept.put(name, name)
    assert [kept.get(name) for name in ("a", "b", "c")] == ["a", None, "c"]
    kept.put("a", "new")
    assert kept.of("a", lambda: pytest.fail("it is there")) == "new"


def test_what_cannot_be_made_is_asked_for_again() -> None:
    kept = KeptLast[str, str](2)
    with pytest.raises(ZeroDivisionError):
        kept.of("a", lambda: str(1 // 0))
    assert kept.of("a", lambda: "A") == "A"


def test_several_at_once_make_it_once() -> None:
    kept, made, together = KeptLast[str, str](2), list[str](), Barrier(8)

    def ask() -> None:
        together.wait(10)
        kept.of("a", counted(made, "a"))

    threads = [Thread(target=ask) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(10)
    assert made == ["a"]
