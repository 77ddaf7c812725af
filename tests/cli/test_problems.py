"""How problems are shown: to people, to programs, to a forge; and with which exit status."""

import json
import os
from pathlib import Path

import pytest
from click import unstyle
from click.testing import CliRunner

import builders as b
from talqy.cli.main import main
from talqy.cli.problems import formatted
from talqy.model.problem import Kind, Level, Problem


def a_problem(**changes: object) -> Problem:
    """Make a problem whose words have a gap."""
    parts: dict[str, object] = {
        "code": "F33",
        "file": "comments/a.yaml",
        "message": "“{value}” is not a value of this field",
        "hint": "did you mean “{nearest}”?",
        "values": {"value": "smoke", "nearest": "web"},
        "level": Level.ERROR,
        "line": 9,
        "column": 3,
        **changes,
    }
    kind = Kind(*(parts.pop(name) for name in ("code", "message", "hint", "level")))  # type: ignore[arg-type]
    return Problem(kind, **parts)  # type: ignore[arg-type]


def shown(form: str, *problems: Problem) -> str:
    return unstyle(formatted(problems, form, str))


def test_text_says_the_place_the_fault_and_the_mend() -> None:
    assert shown("text", a_problem()) == (
        "comments/a.yaml:9:3: error F33: “smoke” is not a value of this field\n"
        "    → did you mean “web”?\n"
        "errors: 1, warnings: 0"
    )


def test_text_leaves_out_a_place_and_a_mend_that_are_not_known() -> None:
    problem = a_problem(line=0, column=0, hint="", level=Level.WARNING)
    assert shown("text", problem).splitlines() == [
        "comments/a.yaml: warning F33: “smoke” is not a value of this field",
        "errors: 0, warnings: 1",
    ]


def test_text_shows_nothing_but_the_sum_where_all_is_well() -> None:
    assert shown("text") == "errors: 0, warnings: 0"


@pytest.mark.parametrize("sign", ["\x1b", "\x07", "\r", "\n", "\x9b", "\u202e", "\u2028"])
def test_text_neutralises_what_would_move_the_cursor(sign: str) -> None:
    problem = a_problem(values={"value": f"a{sign}[2Jb", "nearest": sign})
    words = shown("text", problem)
    assert words.count("\n") == 2
    assert sign not in words.replace("\n", "")
    assert "“a�[2Jb”" in words


def test_a_value_is_no_format() -> None:
    """A stranger's braces are shown as they are, and reach nothing."""
    problem = a_problem(values={"value": "{nearest}{0}{value.__class__}", "nearest": "{"})
    assert "“{nearest}{0}{value.__class__}”" in shown("text", problem)


def test_words_are_translated_before_the_gaps_are_filled() -> None:
    catalogue = {"“{value}” is not a value of this field": "«{value}» – не значение"}
    words = formatted([a_problem(hint="")], "text", lambda said: catalogue.get(said, said))
    assert "«smoke» – не значение" in words


def test_json_has_every_part() -> None:
    assert json.loads(shown("json", a_problem(path=("author", "kind")))) == {
        "problems": [
            {
                "code": "F33",
                "level": "error",
                "file": "comments/a.yaml",
                "field": "author.kind",
                "line": 9,
                "column": 3,
                "message": "“smoke” is not a value of this field",
                "hint": "did you mean “web”?",
            },
        ],
    }


def test_json_of_no_problems_is_an_empty_list() -> None:
    assert json.loads(shown("json")) == {"problems": []}


def test_json_holds_no_control_characters() -> None:
    """Not as escapes either: a program may print what it reads."""
    words = shown("json", a_problem(values={"value": '\x1b"\n', "nearest": "a"}))
    assert json.loads(words)["problems"][0]["message"].startswith('“�"�”')


def test_github_gets_one_command_a_problem() -> None:
    assert shown("github", a_problem()).splitlines() == [
        (
            "::error file=comments/a.yaml,line=9,col=3,title=F33::"
            "“smoke” is not a value of this field%0Adid you mean “web”?"
        ),
        "errors: 1, warnings: 0",
    ]


def test_github_knows_warnings_and_places_without_lines() -> None:
    problem = a_problem(level=Level.WARNING, line=0, column=0, hint="")
    assert shown("github", problem).startswith("::warning file=comments/a.yaml,title=F33::“smoke”")


def test_what_needs_a_person_is_a_warning_to_a_forge() -> None:
    problem = a_problem(level=Level.PERSON)
    assert "needs a person F33: " in shown("text", problem)
    assert shown("github", problem).startswith("::warning file=")
    (issue,) = json.loads(shown("gitlab", problem))
    assert issue["severity"] == "major"


@pytest.mark.parametrize("value", ["::set-output name=a::b", "##[command]x"])
def test_text_holds_no_command_to_a_log(value: str) -> None:
    words = shown("text", a_problem(file=f"{value}.yaml", values={"value": value, "nearest": "a"}))
    assert "::" not in words
    assert "##[" not in words


@pytest.mark.parametrize(
    ("value", "escaped"),
    [("100%", "100%25"), ("a\nb", "a%0Ab"), ("a\rb", "a%0Db"), ("%0A", "%250A")],
)
def test_github_escapes_a_message(value: str, escaped: str) -> None:
    assert f"“{escaped}”" in shown("github", a_problem(values={"value": value, "nearest": "a"}))


def test_github_takes_no_command_out_of_a_message() -> None:
    """A workflow command begins a line, so a value may hold one but never begin a line with it."""
    problem = a_problem(values={"value": "x\n::set-output name=a::b", "nearest": "a"})
    commands = [line for line in shown("github", problem).splitlines() if line.startswith("::")]
    assert len(commands) == 1


def test_github_escapes_colons_and_commas_in_a_file_name() -> None:
    words = shown("github", a_problem(file="comments/a,line=1::b%.yaml"))
    assert words.startswith("::error file=comments/a%2Cline=1%3A%3Ab%25.yaml,line=9")


def check(root: Path, *options: str) -> tuple[int, str]:
    """Run `talqy check`."""
    result = CliRunner().invoke(main, ["check", "--project", str(root), *options])
    return result.exit_code, result.output


def test_status_0_says_that_nothing_is_wrong(tmp_path: Path) -> None:
    assert check(b.write_project(tmp_path)) == (0, "errors: 0, warnings: 0\n")


def test_status_1_says_that_problems_were_found(tmp_path: Path) -> None:
    status, words = check(b.write_project(tmp_path, comments=[b.a_comment(clause="terms")]))
    assert status == 1
    assert words.endswith("errors: 1, warnings: 0\n")


def test_warnings_alone_count_only_where_they_are_meant_to(tmp_path: Path) -> None:
    standard = b.a_standard(reviewed="2020-02-10")
    root = b.write_project(tmp_path, standard=standard, revisions=[b.an_adopted_revision()])
    assert check(root)[0] == 0
    assert check(root, "--strict")[0] == 1


def test_status_2_says_that_there_is_no_project(tmp_path: Path) -> None:
    status, words = check(tmp_path)
    assert status == 2
    assert "there is no standards/project.yaml" in words
    assert "talqy init" in words


@pytest.mark.parametrize(
    "options",
    [["--today", "tomorrow"], ["--today", "2026-02-30"], ["--format", "xml"], ["--oops"]],
)
def test_status_2_says_that_the_command_was_wrong(options: list[str], tmp_path: Path) -> None:
    assert check(b.write_project(tmp_path), *options)[0] == 2


def test_status_2_says_that_there_is_no_catalogue(tmp_path: Path) -> None:
    status, words = check(b.write_project(tmp_path), "--language", "xx")
    assert status == 2
    assert "“xx”" in words


def test_the_day_of_the_command_line_has_the_last_word(tmp_path: Path) -> None:
    root = b.write_project(tmp_path)
    assert "S05" in check(root, "--today", "2027-01-29")[1]


def test_a_broken_project_file_is_a_problem_and_no_end_of_the_run(tmp_path: Path) -> None:
    status, words = check(b.write_project(tmp_path, project="schema: [\n"))
    assert status == 1
    assert "standards/project.yaml:2:1: error F10" in words


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_every_format_goes_through_the_command(form: str, tmp_path: Path) -> None:
    root = b.write_project(tmp_path, comments=[b.a_comment(clause="terms")])
    status, words = check(root, "--format", form)
    assert status == 1
    assert "F56" in words


def test_no_colour_goes_into_a_pipe(tmp_path: Path) -> None:
    root = b.write_project(tmp_path, comments=[b.a_comment(clause="terms")])
    assert "\x1b" not in check(root)[1]


@pytest.mark.parametrize("form", ["text", "github"])
def test_a_file_name_cannot_move_the_cursor(form: str) -> None:
    assert "\x1b" not in shown(form, a_problem(file="comments/a\x1b]0;b.txt"))


def test_github_words_cannot_move_the_cursor_of_a_log() -> None:
    problem = a_problem(values={"value": "a\x1b]0;b", "nearest": "a"})
    assert "\x1b" not in shown("github", problem)


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_file_name_in_another_encoding_is_told(form: str, tmp_path: Path) -> None:
    root = b.write_project(tmp_path)
    (root / "comments").mkdir()
    (root / "comments" / os.fsdecode(b"\xff.txt")).touch()
    status, words = check(root, "--format", form)
    assert (status, "F05" in words) == (1, True)


def test_the_same_advice_for_cells_that_follow_one_another_is_given_once() -> None:
    kind = Kind("P04", "“{word}” has letters of two alphabets", "type the word anew")
    cells = [("A1", "мiр"), ("A1", "cрок"), ("B1", "вoда")]
    shown = formatted([kind.at(f"a.xlsx, S!{at}", word=word) for at, word in cells], "text", str)
    assert (shown.count("P04"), shown.count("type the word anew")) == (3, 1)
    files = [kind.at(f"{at}.yaml", word=word) for at, word in cells]
    assert formatted(files, "text", str).count("type the word anew") == 3
