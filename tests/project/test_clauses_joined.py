"""Clauses of a text that two have gone on with: joined by their ids, their places apart."""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from talqy.project.merged_lines import MergedSide
from talqy.project.text_joined import joined_text
from talqy.project.yaml_read import parse

FIRST, SECOND = MergedSide.FIRST, MergedSide.SECOND
LETTERS = "abcdef"


def a_file(*clauses: str, more: str = "") -> bytes:
    """Return a file of clauses: `a`, `a=its words`, `a(b c)` with clauses in it."""
    lines = ["schema: 1", "clauses:", *(line for one in clauses for line in _lines(one, 2))]
    return ("\n".join(lines) + "\n" + more).encode()


def _lines(clause: str, deep: int) -> list[str]:
    head, _, inner = clause.partition("(")
    name, _, words = head.partition("=")
    gap = " " * deep
    own = [f"{gap}- id: {name}", f"{gap}  text:", f"{gap}    ru: {words or name}"]
    if inner:
        below = [line for one in inner.rstrip(")").split() for line in _lines(one, deep + 4)]
        own += [f"{gap}  clauses:", *below]
    return own


def told(items: Any) -> list[str]:
    """Return clauses as `a_file` takes them."""
    return [
        one["id"]
        + ("" if one["text"]["ru"] == one["id"] else f"={one['text']['ru']}")
        + (f"({' '.join(told(one['clauses']))})" if "clauses" in one else "")
        for one in items
    ]


def joined(root: Path, *versions: bytes, stays: MergedSide | None = None) -> list[str] | None:
    was, first, second = versions
    made = joined_text(root, (was, first, second), stays)
    return None if made is None else told(tree(made)["clauses"])


def tree(data: bytes) -> Any:
    return parse(data, "").tree


@pytest.mark.parametrize("stays", [None, FIRST, SECOND])
@pytest.mark.parametrize("moved", ["dabcef", "abcefd", "abdcef", "acbdef"])
def test_a_clause_is_moved_and_its_words_are_changed(
    tmp_path: Path, moved: str, stays: MergedSide | None
) -> None:
    was, move, edit = a_file(*LETTERS), a_file(*moved), a_file(*"abc", "d=new", *"ef")
    both = ["d=new" if one == "d" else one for one in moved]
    assert joined(tmp_path, was, move, edit, stays=stays) == both
    assert joined(tmp_path, was, edit, move, stays=stays) == both


def test_two_places_of_one_clause_are_two_versions(tmp_path: Path) -> None:
    files = [a_file(*one) for one in (LETTERS, "dabcef", "abcefd")]
    assert joined(tmp_path, *files) is None
    assert joined(tmp_path, *files, stays=FIRST) == list("dabcef")
    assert joined(tmp_path, *files, stays=SECOND) == list("abcefd")


def test_a_clause_that_one_took_out_and_the_other_changed(tmp_path: Path) -> None:
    files = [a_file(*LETTERS), a_file(*"abcef"), a_file(*"abc", "d=new", *"ef")]
    assert joined(tmp_path, *files) is None
    assert joined(tmp_path, *files, stays=FIRST) == list("abcef")
    assert joined(tmp_path, *files, stays=SECOND) == [*"abc", "d=new", *"ef"]


def test_a_clause_that_one_took_out_and_the_other_moved(tmp_path: Path) -> None:
    files = [a_file(*LETTERS), a_file(*"abcef"), a_file(*"dabcef")]
    assert joined(tmp_path, *files) is None
    assert joined(tmp_path, *files, stays=FIRST) == list("abcef")
    assert joined(tmp_path, *files, stays=SECOND) == list("dabcef")


def test_new_clauses_of_both_stay_where_they_were_put(tmp_path: Path) -> None:
    first, second = a_file("d=1", *"abc", "x", *"ef"), a_file(*"abc", "d=2", *"e", "y", "f")
    made = joined(tmp_path, a_file(*LETTERS), first, second, stays=FIRST)
    assert made == ["d=1", *"abc", "x", "e", "y", "f"]


def test_clauses_in_clauses(tmp_path: Path) -> None:
    was = a_file("a(b c)", "d", "e(f g)")
    first, second = a_file("a(c)", "d", "e(b f g)"), a_file("a(b=new c)", "d", "e(f g h)")
    assert joined(tmp_path, was, first, second) == ["a(c)", "d", "e(b=new f g h)"]


def test_a_chapter_that_is_gone_keeps_what_the_other_put_there(tmp_path: Path) -> None:
    was, first = a_file("a", "e(f g)"), a_file("a")
    second = a_file("a=new", "e(f g h)")
    assert joined(tmp_path, was, first, second) is None
    assert joined(tmp_path, was, first, second, stays=FIRST) == ["a=new"]
    assert joined(tmp_path, was, first, second, stays=SECOND) == ["a=new", "e(h)"]


@pytest.mark.parametrize("stays", [FIRST, SECOND])
def test_a_circle_of_chapters_is_left_to_whom_stays(tmp_path: Path, stays: MergedSide) -> None:
    was, first, second = a_file("a(x)", "b(y)"), a_file("b(y a)"), a_file("a(x b)")
    made = joined(tmp_path, was, first, second, stays=stays)
    assert made is not None
    assert sorted("".join(made).replace(" ", "").replace("(", "").replace(")", ""))


def test_whatever_is_moved_no_clause_is_there_twice_or_lost(tmp_path: Path) -> None:
    was = a_file(*"abcd")
    for number, order in enumerate(permutations("abcd")):
        other = "".join(order)[::-1] if number % 2 else "dbca"
        for stays in (FIRST, SECOND):
            made = joined(tmp_path, was, a_file(*order), a_file(*other), stays=stays)
            assert sorted(made or ()) == list("abcd")


def test_remarks_stay_with_their_clauses(tmp_path: Path) -> None:
    noted = a_file(*LETTERS).replace(b"    ru: d\n", b"    ru: d  # ask the lawyers\n")
    move = a_file(*"dabcef").replace(b"    ru: d\n", b"    ru: d  # ask the lawyers\n")
    edit = noted.replace(b"    ru: d ", b"    ru: new ")
    made = joined_text(tmp_path, (noted, edit, move))
    assert made is not None
    assert b"# ask the lawyers" in made
    assert told(tree(made)["clauses"]) == ["d=new", *"abcef"]


@pytest.mark.parametrize("stays", [FIRST, SECOND])
def test_a_chapter_moved_into_one_that_is_gone_ends_where_it_was(
    tmp_path: Path, stays: MergedSide
) -> None:
    """It went on for ever: what stood in the chapter brought it back, its new place took it out."""
    was, lead, other = a_file("a", "p(c)", "q"), a_file("a=1", "p(c)"), a_file("a=2", "q(p(c))")
    sides = (lead, other) if stays is FIRST else (other, lead)
    assert joined(tmp_path, was, *sides, stays=stays) == ["a=1", "p(c)"]
