"""The command line: help for everything, nothing overwritten, wrong use said plainly."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import click
import pytest
import yaml
from click.testing import CliRunner, Result

from builders import (
    STANDARD,
    a_revision,
    a_settled_revision,
    a_standard,
    an_adopted_revision,
    revision_path,
    standard_path,
    write,
    write_project,
)
from said_words import commands as everything
from sites import ROOT
from talqy.cli.main import main

COMMANDS = ROOT / "docs/commands.md"
PLACES = re.compile(r"^--- (\S+)$", re.MULTILINE)


def talqy(*words: str | Path) -> Result:
    """Run a command as a person does."""
    return CliRunner().invoke(main, [str(word) for word in words])


Named = tuple[str, click.Command]


def commands() -> Iterator[Named]:
    """Yield every command that does something, with its full name."""
    yield from (one for one in everything() if not isinstance(one[1], click.Group))


def groups() -> Iterator[Named]:
    """Yield every group of commands, whose help stands in the list; the program is none of them."""
    within = (one for one in everything() if one[1] is not main)
    yield from (one for one in within if isinstance(one[1], click.Group))


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


@pytest.mark.parametrize(("name", "command"), list(commands()))
def test_every_command_has_help_for_itself_and_all_its_options(
    name: str, command: click.Command
) -> None:
    shown = talqy(*name.split()[1:], "--help")
    assert shown.exit_code == 0
    assert (command.help or "").splitlines()[0] in " ".join(shown.output.split())
    options = [option for option in command.params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize(("name", "command"), [*commands(), *groups()])
def test_help_speaks_to_who_uses_a_command_not_to_who_reads_its_code(
    name: str, command: click.Command
) -> None:
    """Docstrings of functions begin with “Return”; those of commands are what they do."""
    assert not (command.help or "").startswith("Return"), name


@pytest.mark.parametrize("words", [(), ("comment",), ("export",), ("new",), ("respond",)])
def test_a_list_of_commands_says_each_line_to_its_end(words: tuple[str, ...]) -> None:
    """What is too long for its line would end in dots."""
    listed = talqy(*words, "--help").output.partition("\nCommands:\n")[2]
    assert listed
    assert "..." not in listed


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_every_command_is_named_in_the_table_of_commands(name: str) -> None:
    assert name in COMMANDS.read_text("utf-8")


def test_the_table_of_commands_names_no_command_that_is_not_there() -> None:
    known = {name.split()[1] for name, _ in commands()}
    named = set(re.findall(r"\btalqy ([a-z]+)", COMMANDS.read_text("utf-8")))
    assert named - known == set()


def test_the_version_is_said() -> None:
    assert re.fullmatch(r"talqy \d+\.\d+\.\d+\n", talqy("--version").output)


def test_init_makes_a_project_in_which_only_texts_are_missing(tmp_path: Path) -> None:
    assert talqy("init", tmp_path / "new").exit_code == 0
    checked = talqy("check", "--project", tmp_path / "new", "--format", "json")
    problems = json.loads(checked.output)["problems"]
    assert {problem["code"] for problem in problems} == {"C09"}


def test_a_project_of_one_language_speaks_it(tmp_path: Path) -> None:
    assert talqy("init", tmp_path / "one", "--language", "ru").exit_code == 0
    assert talqy("init", tmp_path / "two").exit_code == 0
    files = [tmp_path / name / "standards/project.yaml" for name in ("one", "two")]
    assert ["messages: ru" in file.read_text("utf-8") for file in files] == [True, False]


SAID = (
    *("--authority", "kk=Полиция", "--authority", "ru=Полиция", "--address", "ru=Астана"),
    *("--email", "a@b.example", "--name", "ru=Обсуждение", "--url", "https://drafts.example/"),
)


@pytest.mark.parametrize("asks", [False, True])
def test_init_writes_what_only_its_people_can_say(
    *, asks: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As options, or asked on a terminal: an address that is none is asked for again."""
    monkeypatch.setattr("talqy.cli.init.is_on_terminal", lambda: asks)
    typed = (
        "Полиция\nПолиция\nполиция\na@b.example\n\nАстана\n\nОбсуждение\nhttps://drafts.example/\n"
    )
    words = ["init", str(tmp_path), *(() if asks else SAID)]
    done = CliRunner().invoke(main, words, input=typed)
    assert done.exit_code == 0, done.output
    project = yaml.safe_load((tmp_path / "standards/project.yaml").read_text("utf-8"))
    assert project["authorities"]["authority"] == {
        "name": {"kk": "Полиция", "ru": "Полиция"},
        "address": {"kk": "…", "ru": "Астана"},
        "email": "a@b.example",
    }
    assert project["name"]["ru"] == "Обсуждение"
    site = yaml.safe_load((tmp_path / "mkdocs.yml").read_text("utf-8"))
    assert site["site_url"] == "https://drafts.example/"


@pytest.mark.parametrize("words", [("--email", "полиция"), ("--url", "drafts.example")])
def test_init_refuses_an_address_that_is_none(words: tuple[str, str], tmp_path: Path) -> None:
    refused = talqy("init", tmp_path, *words)
    assert (refused.exit_code, tree(tmp_path)) == (2, {})
    assert "no whole address" in refused.output


def test_a_new_standard_names_its_provider(project: Path) -> None:
    words = ("--provider", "kk=Полиция", "--provider", "ru=Полиция", "--life-event", "family")
    assert talqy("new", "standard", "one", *words, "--project", project).exit_code == 0
    made = yaml.safe_load((project / "standards/one/standard.yaml").read_text("utf-8"))
    assert (made["provider"], made["life_event"]) == ({"kk": "Полиция", "ru": "Полиция"}, "family")


def test_init_refuses_to_overwrite_and_then_writes_nothing(tmp_path: Path) -> None:
    precious = write(tmp_path, "mkdocs.yml", "site_name: Mine\n")
    refused = talqy("init", tmp_path)
    assert refused.exit_code == 2
    assert "already there, and left as it is: mkdocs.yml; nothing was written" in refused.output
    assert tree(tmp_path) == {"mkdocs.yml": precious.read_bytes()}


def test_init_without_a_name_fills_an_empty_folder_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    (here / ".git").mkdir(parents=True)
    monkeypatch.chdir(here)
    assert talqy("init").exit_code == 0
    assert (here / "standards/project.yaml").exists()
    letters = tmp_path / "letters"
    write(letters, "a.txt", "a letter")
    monkeypatch.chdir(letters)
    refused = talqy("init")
    assert refused.exit_code == 2
    assert "this folder is not empty" in refused.output
    assert [one.name for one in letters.iterdir()] == ["a.txt"]


def test_a_place_that_cannot_be_written_ends_the_run_in_words_and_leaves_nothing(
    tmp_path: Path,
) -> None:
    in_the_way = write(tmp_path, "standards", "a file where a folder must be")
    refused = talqy("init", tmp_path)
    assert refused.exit_code == 2
    assert f"Error: {in_the_way}: this is a file" in refused.output
    assert "Traceback" not in refused.output
    assert tree(tmp_path) == {"standards": in_the_way.read_bytes()}


@pytest.mark.parametrize(
    "words",
    [
        ("init",),
        ("new", "standard", "lost-passport"),
        ("export", "formats"),
        ("export", "templates"),
    ],
)
def test_a_draft_shows_the_files_and_writes_none(words: tuple[str, ...], project: Path) -> None:
    """The shown files are those that the same command then writes."""
    place = {"init": (project / "made",), "export": (project / "made",)}
    where = place.get(words[0], ("--project", project))
    before = tree(project)
    shown = talqy(*words, *where, "--draft")
    assert (shown.exit_code, tree(project)) == (0, before)
    assert talqy(*words, *where).exit_code == 0
    made = tree(project).keys() - before.keys()
    assert set(PLACES.findall(shown.output)) == {path.removeprefix("made/") for path in made}


def test_a_new_standard_is_read_without_a_fault_of_form(project: Path) -> None:
    given = ("--title", "kk=Жоғалған төлқұжат", "--title", "ru=Утерянный паспорт")
    assert talqy("new", "standard", "lost-passport", "--project", project, *given).exit_code == 0
    checked = talqy("check", "--project", project, "--format", "json")
    codes = {problem["code"] for problem in json.loads(checked.output)["problems"]}
    assert not [code for code in codes if code.startswith("F")]
    assert "Утерянный паспорт" in (project / standard_path("lost-passport")).read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Lost Passport",), "cannot be the id of a standard"),
        (("../outside",), "cannot be the id of a standard"),
        (("lost--passport",), "cannot be the id of a standard"),
        (("lost", "--authority", "nobody"), "there is no authority “nobody”; known: ministry"),
        (("lost", "--life-event", "flight"), "there is no life event “flight”; known: family"),
        (("lost", "--title", "xx=Text"), "write LANGUAGE=TEXT with one of kk, ru"),
        (("lost", "--title", "Text"), "write LANGUAGE=TEXT with one of kk, ru"),
        (("birth-registration",), "already there, and left as it is"),
    ],
)
def test_a_new_standard_that_cannot_be_is_refused(
    words: tuple[str, ...], said: str, project: Path
) -> None:
    before = tree(project)
    refused = talqy("new", "standard", *words, "--project", project)
    assert refused.exit_code == 2
    assert said in refused.output
    assert tree(project) == before


@pytest.mark.parametrize("words", [("check",), ("build",), ("serve",), ("new", "standard", "lost")])
def test_without_a_project_every_command_says_what_to_do(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    refused = talqy(*words, "--project", tmp_path)
    assert refused.exit_code == 2
    assert "go to the project's folder, or make a project with “talqy init”" in refused.output
    assert tree(tmp_path) == {}


def test_a_build_without_mkdocs_yml_says_what_to_do(project: Path) -> None:
    refused = talqy("build", "--project", project)
    assert refused.exit_code == 2
    assert "there is no mkdocs.yml" in refused.output
    assert "“talqy init” makes one" in refused.output


def test_a_settings_file_that_cannot_be_used_ends_every_run(project: Path) -> None:
    write(project, "standards/project.yaml", "schema: 1\n")
    write(project, "mkdocs.yml", (ROOT / "mkdocs.yml").read_text("utf-8"))
    assert talqy("check", "--project", project).exit_code == 1
    for words in (("build",), ("new", "standard", "lost")):
        refused = talqy(*words, "--project", project)
        assert refused.exit_code == 2
        assert "cannot be" in refused.output


@pytest.mark.parametrize("day", ["11/10/2026", "2026-02-30", "46339", "today"])
def test_a_day_that_is_none_is_refused(day: str, project: Path) -> None:
    refused = talqy("check", "--project", project, "--today", day)
    assert refused.exit_code == 2
    assert f"{day} is no day; write it as 2026-11-20" in refused.output


@pytest.mark.parametrize("day", ["20.11.2026", "20 қараша 2026 ж.", "20 ноября 2026 г."])
def test_a_day_is_given_as_people_and_tables_write_it(day: str, project: Path) -> None:
    days = [talqy("check", "--project", project, "--today", one) for one in (day, "2026-11-20")]
    assert [one.exit_code for one in days] == [0, 0]
    assert days[0].output == days[1].output


def test_check_answers_programs_in_json(project: Path) -> None:
    write(project, revision_path(2), a_revision(2, kind="change"))
    checked = talqy("check", "--project", project, "--format", "json")
    (problem,) = json.loads(checked.output)["problems"]
    assert checked.exit_code == 1
    assert (problem["code"], problem["level"]) == ("F33", "error")
    assert problem["file"] == revision_path(2)
    assert problem["line"] == 3


def test_strict_makes_an_error_of_a_warning(project: Path) -> None:
    write(project, standard_path(), a_standard(surveys=[]))
    write(project, revision_path(1), a_settled_revision())
    assert talqy("check", "--project", project).exit_code == 0
    assert talqy("check", "--project", project, "--strict").exit_code == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "предупреждение S09: нет опроса"),
        ("kk", "ескерту S09: "),
        ("en", "warning S09: there is no survey of 2025 or later"),
    ],
)
def test_problems_are_said_in_the_language_asked_for(
    language: str, words: str, project: Path
) -> None:
    write(project, standard_path(), a_standard(surveys=[]))
    write(project, revision_path(1), a_settled_revision())
    said = talqy("check", "--project", project, "--language", language).output
    assert words in said


def test_the_words_inside_a_problem_are_translated_too(project: Path) -> None:
    write(project, standard_path(), a_standard(surveys="many"))
    said = talqy("check", "--project", project, "--language", "ru").output
    assert "список (строки, которые начинаются с «- »)" in said
    assert not re.search(r"\b(expected|list|lines)\b", said)


def test_a_language_without_words_is_refused_by_name(project: Path) -> None:
    refused = talqy("check", "--project", project, "--language", "fi")
    assert refused.exit_code == 2
    assert "no words in the language “fi”; known: en, kk, ru" in refused.output


@pytest.mark.parametrize("words", [("diff", STANDARD, "r1", "r2"), ("text", STANDARD)])
def test_a_command_that_tells_of_no_problems_looks_for_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    """To look for them in all standards took most of its time."""
    project = write_project(tmp_path / "project", revisions=[an_adopted_revision(), a_revision(2)])
    asked = Mock(return_value=())
    monkeypatch.setattr("talqy.project.kept_findings.KeptFindings.__call__", asked)
    done = talqy(*words, "--project", project)
    assert done.exit_code == 0, done.output
    assert asked.call_count == 0
