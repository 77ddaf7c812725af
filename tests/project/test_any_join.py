"""What holds whatever two have done to a text: what a clause says is nobody's but its own."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clause_edits import Clause, edited, some_clauses, walked
from talqy.project.merged_lines import MergedSide
from talqy.project.text_joined import joined_text
from talqy.project.yaml_read import parse
from talqy.project.yaml_write import dumped

CHANCES = st.randoms(use_true_random=True)
MANY = settings(
    max_examples=max(settings().max_examples, 150),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
BY_LANGUAGE = ("text", "heading", "note", "number")


def a_file(clauses: list[Clause]) -> bytes:
    return dumped({"schema": "1", "clauses": clauses}).encode()


def joined(
    root: Path, versions: tuple[list[Clause], ...], stays: MergedSide | None = None
) -> list[Clause] | None:
    made = joined_text(root, [a_file(one) for one in versions], stays)
    tree: Any = parse(made, "").tree if made else {}
    found: list[Clause] | None = tree.get("clauses")
    return found


def said(clauses: list[Clause]) -> dict[str, dict[tuple[str, ...], Any]]:
    """Return what each clause says itself, each of its values alone."""
    return {name: dict(_values(one)) for name, _, one in walked(clauses)}


def _values(one: Clause) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, value in one.items():
        if key in {*BY_LANGUAGE, "facts"}:
            yield from (((key, inner), below) for inner, below in value.items())
        elif key != "clauses":
            yield (key,), value


def places(clauses: list[Clause]) -> dict[str, str]:
    return {name: above for name, above, _ in walked(clauses)}


def assert_of_both(
    made: list[Clause], was: list[Clause], own: list[Clause], other: list[Clause]
) -> None:
    """Each value of each clause, and the one above it, is as who has changed it has it."""
    now, old, ours, theirs = map(said, (made, was, own, other))
    assert set(now) == {name for name in {*ours, *theirs} if _stays(name, old, ours, theirs)}
    assert len(now) == len(list(walked(made)))
    above = [places(one) for one in (made, was, own, other)]
    for name, values in now.items():
        three = [one.get(name, {}) for one in (old, ours, theirs)]
        for key in {*values, *three[1], *three[2]}:
            wanted = _of_three([one.get(key) for one in three])
            assert values.get(key) == wanted, (name, key)
        assert above[0][name] == _of_three([one.get(name) for one in above[1:]])


def _stays(name: str, was: Any, own: Any, other: Any) -> bool:
    return name not in was or (name in own and name in other)


def _of_three(three: list[Any]) -> Any:
    was, own, other = three
    return own if own != was else other


@MANY
@given(chance=CHANCES)
def test_what_each_has_changed_is_where_it_was_changed(tmp_path: Path, chance: Random) -> None:
    was = some_clauses(chance)
    sides = edited(was, chance, "A"), edited(was, chance, "B")
    made = joined(tmp_path, (was, *sides))
    if made is not None:
        _assert_each_word(made, was, sides)


def _assert_each_word(made: list[Clause], was: list[Clause], sides: Any) -> None:
    """Where both have changed lines of one value, these lines are joined: it is left out."""
    own, other = sides
    texts = [said(one) for one in (made, was, own, other)]
    for name, values in texts[0].items():
        for key, value in values.items():
            three = [one.get(name, {}).get(key) for one in texts[1:]]
            if len(set(map(repr, three))) == len(three) and "\n" in str(value):
                for one in (was, own, other, made):
                    _set(one, name, key)
    assert_of_both(made, was, own, other)


def _set(clauses: list[Clause], name: str, key: tuple[str, ...]) -> None:
    for found, _, one in walked(clauses):
        if found == name and key[0] in one:
            one[key[0]][key[1]] = "both"


@settings(MANY, max_examples=settings().max_examples)
@given(chance=CHANCES)
def test_words_of_one_and_places_of_the_other_are_always_both(
    tmp_path: Path, chance: Random
) -> None:
    was = some_clauses(chance)
    own, other = edited(was, chance, "A", only="say"), edited(was, chance, "B", only="move")
    made = joined(tmp_path, (was, own, other))
    assert made is not None
    assert_of_both(made, was, own, other)
    assert list(places(made).items()) == list(places(other).items())


@settings(MANY, max_examples=settings().max_examples)
@given(chance=CHANCES, stays=st.sampled_from(MergedSide))
def test_a_choice_keeps_what_the_other_has_changed_elsewhere(
    tmp_path: Path, chance: Random, stays: MergedSide
) -> None:
    was = some_clauses(chance)
    own, other = edited(was, chance, "A"), edited(was, chance, "B")
    lead, rest = (own, other) if stays is MergedSide.FIRST else (other, own)
    made = joined(tmp_path, (was, own, other), stays)
    if made is None:  # a text without clauses is none: one of both versions stays whole
        assert not any(_stays(name, *map(said, (was, own, other))) for name in said(own + other))
        return
    assert len(said(made)) == len(list(walked(made)))
    now, old, ours, theirs = map(said, (made, was, lead, rest))
    for name in now.keys() & old.keys() & ours.keys() & theirs.keys():
        for key, value in now[name].items():
            three = [one[name].get(key) for one in (old, ours, theirs)]
            if "\n" not in str(value):
                assert value == _of_three(three), (name, key)


def test_what_both_say_is_made_where_their_lines_do_not_fit(tmp_path: Path) -> None:
    """One has moved a clause, another has given it a note; found in the thousands of a proof."""
    chance = Random(440142413897)  # noqa: S311 - a case, and no secret
    was = some_clauses(chance)
    own, other = edited(was, chance, "A"), edited(was, chance, "B")
    for stays in (None, *MergedSide):
        made = joined(tmp_path, (was, own, other), stays)
        assert made is not None
        assert_of_both(made, was, own, other)


@pytest.mark.parametrize("stays", [None, *MergedSide])
def test_a_text_of_which_nothing_would_stay_is_not_joined(
    tmp_path: Path, stays: MergedSide | None
) -> None:
    """Each has taken out what the other has left; found in the thousands of a proof."""
    was = [papers("parents"), papers("guardians")]
    assert joined(tmp_path, (was, was[:1], was[1:]), stays) is None


# --- what happened ------------------------------------------------------------------------------

PAPERS = "1) заявление;\n2) удостоверение;\n3) свидетельство;\n4) справка;\n5) доверенность."


def papers(name: str, words: str = PAPERS) -> Clause:
    return {"id": name, "heading": {"ru": f"Для {name}"}, "text": {"kk": words, "ru": words}}


@pytest.mark.parametrize("stays", [None, *MergedSide])
def test_a_paper_for_guardians_is_not_asked_of_parents(
    tmp_path: Path, stays: MergedSide | None
) -> None:
    more = f"{PAPERS}\n6) решение об опеке."
    was = [papers("parents"), papers("guardians")]
    moved = [papers("guardians"), papers("parents")]
    more_asked = [papers("parents"), papers("guardians", more)]
    wanted = [papers("guardians", more), papers("parents")]
    assert joined(tmp_path, (was, moved, more_asked), stays) == wanted
    assert joined(tmp_path, (was, more_asked, moved), stays) == wanted
