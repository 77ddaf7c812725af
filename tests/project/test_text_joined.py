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
    made = joined_text(root, (was, first, second), stays)
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


def test_a_reason_that_one_has_taken_out_does_not_come_back_by_the_other(tmp_path: Path) -> None:
    """Whichever leads: the words were there before, and only one of both has said something."""
    was = a_text(one="A1", reasons={"one": "Why"})
    gone, other = a_text("A1", reasons={"one": "…"}), a_text("A1", "B1", {"one": "Why"})
    both = read(a_text("A1", "B1", {"one": "…"}))
    assert joined(tmp_path, was, gone, other) == both
    assert joined(tmp_path, was, other, gone) == both


def test_reasons_are_known_by_their_clauses_in_any_order(tmp_path: Path) -> None:
    both = "amendments:\n  - clauses: [{}]\n    reason:\n      ru: {}\n"
    first, second = a_text() + both.format("one, two", "A"), a_text() + both.format("two, one", "B")
    assert joined(tmp_path, a_text(), first, second) is None
    made = joined(tmp_path, a_text(), first, second, stays=MergedSide.SECOND)
    assert made == read(second)


@pytest.mark.parametrize(
    ("stays", "own", "left"),
    [(MergedSide.FIRST, "one, two", "new"), (MergedSide.SECOND, "one, new", "two")],
)
def test_a_reason_that_both_have_named_more_clauses_for_is_two_versions(
    tmp_path: Path, stays: MergedSide, own: str, left: str
) -> None:
    """Never one change with two reasons; what one of both has named alone keeps its own."""
    more = [with_reasons(names) for names in ("one", "one, two", "one, new")]
    assert joined(tmp_path, *more) is None
    made = joined(tmp_path, *more, stays=stays)
    assert made in [read(with_reasons(*said)) for said in ((own, left), (left, own))]


def with_reasons(*names: str) -> str:
    """Return a file with a reason for some clauses each."""
    said = "".join(f"  - clauses: [{one}]\n    reason:\n      ru: A\n" for one in names)
    return f"{a_text()}amendments:\n{said}"


LISTS = {
    "documents": "- {{kind: note, url: {}}}",
    "events": "- {{kind: hearing, on: '2026-11-12', place: {}}}",
    "editorial": "- {{clause: {}, language: ru}}",
    "parity": "- {{clause: {}, note: A}}",
    "not_set": "- {{row: {}}}",
}


@pytest.mark.parametrize("stays", MergedSide)
@pytest.mark.parametrize("key", LISTS)
def test_of_a_list_that_one_has_taken_out_and_another_added_to_one_version_stays(
    tmp_path: Path, key: str, stays: MergedSide
) -> None:
    gone = a_text()
    was, more = (
        f"{a_text()}{key}:\n" + "".join(f"  {LISTS[key].format(name)}\n" for name in names)
        for names in (["one"], ["one", "two"])
    )
    for first, second in ((gone, more), (more, gone)):
        assert joined(tmp_path, was, first, second) is None
        made = joined(tmp_path, was, first, second, stays=stays)
        assert made == read(first if stays is MergedSide.FIRST else second)
