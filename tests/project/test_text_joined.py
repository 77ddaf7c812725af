"""Two versions of a text in one file: lines as git joins them, reasons by what they are about."""

from pathlib import Path

import pytest

from talqy.project.merged_lines import MergedSide
from talqy.project.text_joined import joined_text
from talqy.project.yaml_read import parse

HEAD = """\
schema: 1
clauses:
  - id: one
    number: "1"
    text:
      ru: {one}
  - id: two
    number: "2"
    text:
      ru: {two}
"""


def a_text(one: str = "A", two: str = "B", reasons: dict[str, str] | None = None) -> str:
    """Return a file: two clauses, and reasons by the clauses that they are about."""
    said = "".join(
        f"  - clauses:\n      - {name}\n    reason:\n      ru: {why}\n"
        for name, why in (reasons or {}).items()
    )
    return HEAD.format(one=one, two=two) + (f"amendments:\n{said}" if said else "")


def joined(root: Path, *versions: str, stays: MergedSide | None = None) -> object:
    """Put two versions of a file together, and read it; the first is how it was."""
    was, first, second = (one.encode() for one in versions)
    made = joined_text(root, was, first, second, stays)
    return None if made is None else parse(made, "").tree


def read(text: str) -> object:
    """Read a file."""
    return parse(text.encode(), "").tree


def test_changes_of_two_clauses_and_their_reasons(tmp_path: Path) -> None:
    first = a_text(one="A1", reasons={"one": "…"})
    second = a_text(two="B1", reasons={"two": "Why"})
    made = joined(tmp_path, a_text(), first, second)
    assert made == read(a_text("A1", "B1", {"one": "…", "two": "Why"}))


@pytest.mark.parametrize(("first", "second"), [("…", "Why"), ("Why", "…")])
def test_a_reason_that_is_written_stays(tmp_path: Path, first: str, second: str) -> None:
    versions = [a_text(one="A1", reasons={"one": why}) for why in (first, second)]
    made = joined(tmp_path, a_text(), *versions)
    assert made == read(a_text(one="A1", reasons={"one": "Why"}))


def test_two_reasons_of_one_change_are_two_versions(tmp_path: Path) -> None:
    versions = [a_text(one="A1", reasons={"one": why}) for why in ("Why", "Because")]
    assert joined(tmp_path, a_text(), *versions) is None
    first = joined(tmp_path, a_text(), *versions, stays=MergedSide.FIRST)
    assert first == read(versions[0])
    assert joined(tmp_path, a_text(), *versions, stays=MergedSide.SECOND) == read(versions[1])


def test_two_words_of_one_clause_are_two_versions(tmp_path: Path) -> None:
    versions = [a_text(one=one, reasons={"one": "…"}) for one in ("A1", "A2")]
    assert joined(tmp_path, a_text(), *versions) is None
    assert joined(tmp_path, a_text(), *versions, stays=MergedSide.SECOND) == read(versions[1])


def test_a_reason_that_one_took_out_is_gone(tmp_path: Path) -> None:
    was = a_text(one="A1", reasons={"one": "…"})
    second = a_text(one="A1", two="B1", reasons={"one": "…", "two": "…"})
    made = joined(tmp_path, was, a_text(), second)
    assert made == read(a_text(two="B1", reasons={"two": "…"}))


def test_a_choice_keeps_all_that_both_have_said_elsewhere(tmp_path: Path) -> None:
    first = a_text(one="A1", reasons={"one": "Why"})
    second = a_text(one="A2", two="B1", reasons={"one": "Because", "two": "…"})
    made = joined(tmp_path, a_text(), first, second, stays=MergedSide.FIRST)
    assert made == read(a_text("A1", "B1", {"one": "Why", "two": "…"}))


def test_a_remark_is_never_lost(tmp_path: Path) -> None:
    first = a_text(one="A1", reasons={"one": "…"})
    second = a_text(two="B1", reasons={"two": "…"})
    remark = second.replace("  - clauses:", "  # Ask the lawyers\n  - clauses:")
    assert joined(tmp_path, a_text(), first, remark) is None


@pytest.mark.parametrize(
    "reasons",
    [
        "amendments: text\n",
        "amendments: [text]\n",
        "amendments: [{clauses: [[a]]}]\n",
        "amendments: [{clauses: [a]}, {clauses: [a]}]\n",
        "replaced: [a]\n",
        "amendments: [\n",
    ],
)
def test_what_is_no_list_of_reasons_is_not_joined(tmp_path: Path, reasons: str) -> None:
    first = a_text(one="A1", reasons={"one": "…"})
    assert joined(tmp_path, a_text(), first, a_text() + reasons) is None
