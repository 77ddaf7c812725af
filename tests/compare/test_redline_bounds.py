"""However long and monotonous two texts are, the work of a redline stays bounded.

No test measures time: they count what is handed to difflib. Its work on two lists is about as many
steps as the lists are long, for each run that it finds.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from talqy.compare import matching
from talqy.compare.matching import Run, SequenceMatcher, runs
from talqy.compare.redline import redline
from talqy.compare.tokens import normal

LONG = 20_000
# Six times what the dearest of the long texts below needs.
MOST_STEPS = 5_000_000
THREE = ("бір", "екі", "үш")


class Asked(NamedTuple):
    """What difflib was asked once: how many equal pairs two lists have, and what it found."""

    pairs: int
    steps: int


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Asked]:
    """Count what is handed to difflib from now on."""
    found: list[Asked] = []

    class Counted(SequenceMatcher):  # type: ignore[misc]  # cydifflib has no types
        def get_opcodes(self) -> list[tuple[str, int, int, int, int]]:
            codes: list[tuple[str, int, int, int, int]] = super().get_opcodes()
            size = len(self.a) + len(self.b)
            old, new = Counter[str](self.a), Counter[str](self.b)
            pairs = sum(count * new[word] for word, count in old.items())
            found.append(Asked(pairs, size * len(codes)))
            return codes

    monkeypatch.setattr(matching, "SequenceMatcher", Counted)
    return found


def natural(rng: random.Random, count: int) -> list[str]:
    """Draw words as a language has them: few often, many seldom."""
    weights = [1 / (rank + 1) for rank in range(4_000)]
    return rng.choices([f"сөз{rank}" for rank in range(4_000)], weights, k=count)


def unrelated(_: random.Random) -> tuple[str, str]:
    return " ".join(f"а{n}" for n in range(LONG)), " ".join(f"ә{n}" for n in range(LONG))


def a_twentieth_changed(rng: random.Random) -> tuple[str, str]:
    old, others = natural(rng, LONG), natural(rng, LONG)
    new = [there if rng.random() < 0.05 else word for word, there in zip(old, others, strict=True)]
    return " ".join(old), " ".join(new)


def half_of_equal_words(_: random.Random) -> tuple[str, str]:
    others = [f"б{n}" for n in range(LONG // 2)]
    return " ".join(["сөз"] * LONG), " ".join(["сөз"] * (LONG // 2) + others)


def lines_of_one_letter(rng: random.Random) -> tuple[str, str]:
    old, new = (rng.choices("абв", k=LONG) for _ in range(2))
    return "\n".join(old), "\n".join(new)


def three_words_at_random(rng: random.Random) -> tuple[str, str]:
    old, new = (rng.choices(THREE, k=4_400) for _ in range(2))
    return " ".join(old), " ".join(new)


def words_in_another_order(rng: random.Random) -> tuple[str, str]:
    old = [f"а{n}" for n in range(LONG)]
    return " ".join(old), " ".join(rng.sample(old, LONG))


LENGTHY = (
    *(unrelated, a_twentieth_changed, half_of_equal_words, lines_of_one_letter),
    *(three_words_at_random, words_in_another_order),
)


@pytest.mark.parametrize("texts", LENGTHY)
def test_the_redline_of_long_texts_is_whole_and_its_work_bounded(
    texts: Callable[[random.Random], tuple[str, str]], asked: list[Asked]
) -> None:
    old, new = texts(random.Random(7))  # noqa: S311
    marked = redline(old, new)
    assert (marked.before, marked.after) == (normal(old), normal(new))
    assert all(one.pairs <= matching._MOST_PAIRS for one in asked)
    assert sum(one.steps for one in asked) <= MOST_STEPS


def each_with_a_new_word_after_it(count: int) -> tuple[list[str], list[str]]:
    old = [f"а{n}" for n in range(count)]
    return old, [word for n in range(count) for word in (f"а{n}", f"ә{n}")]


def neighbours_swapped(count: int) -> tuple[list[str], list[str]]:
    """Every word stands twice in both lists, so that there is nowhere to cut them."""
    old = [f"а{n % (count // 2)}" for n in range(count)]
    return old, [word for n in range(0, count, 2) for word in (old[n + 1], old[n])]


@pytest.mark.parametrize("lists", [each_with_a_new_word_after_it, neighbours_swapped])
def test_few_equal_pairs_in_very_many_runs_are_bounded_too(
    lists: Callable[[int], tuple[list[str], list[str]]], asked: list[Asked]
) -> None:
    """Equal pairs alone say little: difflib walks the rest of both lists for each run it finds."""
    old, new = lists(2_400)
    list(runs(old, new))
    assert sum(one.steps for one in asked) <= MOST_STEPS


def nested(depth: int) -> Iterator[str]:
    """Yield words of which the first alone stands once; then, without it, the next; and so on."""
    for number in range(depth):
        yield from (f"а{number + 1}", f"а{number}")


def test_cuts_inside_cuts_do_not_exhaust_the_stack() -> None:
    """Such a line has fewer than 20,000 characters, so a draft may hold it."""
    words = [*nested(1_200), "а1200"]
    old, new = [*words, *["и"] * 330], [*words, *["и"] * 331]
    assert len(" ".join(new)) < 20_000
    found = list(runs(old, new))
    assert [run.same for run in found] in ([True, False], [False, True], [True, False, True])
    assert sum(run.i2 - run.i1 for run in found if run.same) == len(old)


def test_what_is_too_long_for_any_matcher_is_one_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "_MOST_PAIRS", 10)
    monkeypatch.setattr(matching, "_MOST_CELLS", 10)
    assert list(runs(["и", "не"] * 4, ["не", "и"] * 4)) == [Run(0, 8, 0, 8, same=False)]
