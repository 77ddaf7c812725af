"""Reading YAML: what is refused, and that texts stay the texts that were written."""

from pathlib import Path

import pytest

from bad_files import Bad, findings, sound_project
from bad_yaml import BYTES, YAML
from talqy.project.yaml_read import MAX_BYTES, MAX_DEPTH, parse, positions

FILE = "standards/a.yaml"


@pytest.mark.parametrize("bad", [*BYTES, *YAML], ids=str)
def test_a_file_that_is_no_proper_yaml_is_named_with_its_fault(bad: Bad, tmp_path: Path) -> None:
    bad.spoil(sound_project(tmp_path))
    assert bad.finding in findings(tmp_path)


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "on", "4.10", "12:30", "010203500123", "2026-13-45", "2026-11-20", "0x1F", "1e3"],
)
def test_a_scalar_stays_the_text_that_was_written(written: str) -> None:
    assert {"a": written} == parse(f"a: {written}\n".encode(), FILE).tree


@pytest.mark.parametrize("written", ["true", "null", "~", ".inf", "1_000", "<<", "="])
def test_a_word_that_yaml_gives_a_meaning_stays_a_word(written: str) -> None:
    assert {"a": written} == parse(f"a: {written}\n".encode(), FILE).tree


def test_a_key_stays_the_text_that_was_written() -> None:
    assert parse(b"2025: 3932\nno: 1\n", FILE).tree == {"2025": "3932", "no": "1"}


def test_a_key_with_nothing_behind_it_is_none_and_empty_quotes_are_an_empty_text() -> None:
    assert parse(b"a:\nb: ''\nc: \"\"\n", FILE).tree == {"a": None, "b": "", "c": ""}


def test_a_merge_key_merges_nothing() -> None:
    assert parse(b"a:\n  <<: {b: 1}\n", FILE).tree == {"a": {"<<": {"b": "1"}}}


def test_line_ends_of_windows_are_line_ends() -> None:
    assert parse(b"a: 1\r\nb: |-\r\n  x\r\n  y\r\n", FILE).tree == {"a": "1", "b": "x\ny"}


def test_all_faults_of_one_file_are_told_at_once() -> None:
    text = b"a: &x 1\na: *x\nb: !t 2\n"
    found = [(p.code, p.line, p.column) for p in parse(text, FILE).problems]
    assert found == [("F13", 1, 4), ("F12", 2, 1), ("F14", 2, 4), ("F15", 3, 4)]


def test_faults_ahead_of_a_syntax_error_are_told_with_it() -> None:
    found = [p.code for p in parse(b"a: 1\na: 2\nb: [\n", FILE).problems]
    assert found == ["F12", "F10"]


def test_every_tab_ahead_is_told() -> None:
    found = [(p.code, p.line, p.column) for p in parse(b"a:\n\tb: 1\n  \tc: 2\n", FILE).problems]
    assert found == [("F11", 2, 1), ("F11", 3, 3)]


def test_a_tab_inside_a_text_is_welcome() -> None:
    assert parse(b"a: 1\t2\n", FILE).tree == {"a": "1\t2"}


def test_a_file_of_the_greatest_size_is_read_and_one_byte_more_is_not() -> None:
    head = b"a: "
    fits = head + b"x" * (MAX_BYTES - len(head))
    assert parse(fits, FILE).problems == []
    assert [problem.code for problem in parse(fits + b"x", FILE).problems] == ["F03"]


def test_the_greatest_depth_is_read_and_one_level_more_is_not() -> None:
    def nested(depth: int) -> bytes:
        return b"a: " + b"[" * (depth - 1) + b"]" * (depth - 1)

    assert parse(nested(MAX_DEPTH), FILE).problems == []
    assert [problem.code for problem in parse(nested(MAX_DEPTH + 1), FILE).problems] == ["F18"]


@pytest.mark.parametrize("lists", [MAX_DEPTH, 200, 2_000, 100_000])
@pytest.mark.parametrize("end", ["", "]", ": {"])
def test_our_limit_of_depth_comes_before_the_parsers_faults(lists: int, end: str) -> None:
    """The parser reads ahead, and has a limit of its own since libyaml 0.2.6."""
    problems = parse(f"a: {'[' * lists}{end * (lists + 1)}".encode(), FILE).problems
    assert [(problem.code, problem.column) for problem in problems] == [("F18", 3 + MAX_DEPTH)]


def test_brackets_in_a_text_are_no_levels() -> None:
    problems = parse(b"a: ['" + b"[" * 200 + b"'", FILE).problems
    assert [problem.code for problem in problems] == ["F10"]


def test_a_billion_laughs_stay_nine_aliases() -> None:
    """An alias is refused when it is seen, so nothing ever grows."""
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 30)]
    parsed = parse("\n".join(lines).encode(), FILE)
    assert parsed.tree is None
    assert {"F13", "F14"} == {problem.code for problem in parsed.problems}


def test_a_column_counts_characters_not_bytes() -> None:
    problem = parse("қазақша: !t x\n".encode(), FILE).problems[0]
    assert (problem.line, problem.column) == (1, 10)


def test_positions_name_every_key_and_item() -> None:
    expected = {
        ("a",): (1, 1),
        ("a", 0): (2, 5),
        ("a", 1): (3, 5),
        ("a", 1, "b"): (3, 5),
        ("c",): (4, 1),
    }
    assert expected == positions(b"a:\n  - x\n  - b: 1\nc: 2\n")


def test_positions_of_a_broken_file_reach_to_the_fault() -> None:
    assert positions(b"a: 1\nb: ]\n") == {("a",): (1, 1), ("b",): (2, 1)}
