"""Codes are named as people name them: by code, by official name in any language, by number."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import builders as b
from said_words import commands
from talqy.cli.codes import CodeType, NumberedCodeType, YesNoType
from talqy.cli.main import main
from talqy.model.comment import AuthorKind, CommentKind, Outcome
from talqy.project.shipped import shipped_codes


@pytest.mark.parametrize(
    ("name", "members", "said", "code"),
    [
        ("outcome", Outcome, "accepted", "accepted"),
        ("outcome", Outcome, "Принято", "accepted"),
        ("outcome", Outcome, "ҚАБЫЛДАНБАДЫ", "rejected"),
        ("outcome", Outcome, " принято  частично ", "accepted-partly"),
        ("comment-kind", CommentKind, "сұрақ", "question"),
        ("author-kind", AuthorKind, "Юридическое лицо", "legal-entity"),
    ],
)
def test_a_code_has_many_names(name: str, members: type, said: str, code: str) -> None:
    assert CodeType(name, members).convert(said, None, None) == code  # type: ignore[arg-type]


def test_every_option_that_takes_a_code_takes_its_names() -> None:
    known = shipped_codes()
    codes = {code for name in known.lists for code in known.codes(name)}
    bare = [
        (name, param.name)
        for name, command in commands()
        for param in command.params
        if isinstance(param.type, click.Choice) and not isinstance(param.type, CodeType)
        if codes.issuperset(map(str, param.type.choices))
    ]
    assert bare == []


def test_a_number_is_a_name_where_numbers_were_shown() -> None:
    numbered = NumberedCodeType("outcome", Outcome, shipped_codes())
    assert numbered.convert("3", None, None) == "rejected"
    for wrong in ("0", "9", "-1", "3.0"):
        with pytest.raises(click.BadParameter):
            numbered.convert(wrong, None, None)
    with pytest.raises(click.BadParameter):
        CodeType("outcome", Outcome).convert("3", None, None)


@pytest.mark.parametrize("said", ["да", "иә", "yes", "y", "ДА", " и "])
def test_yes_in_any_of_our_languages(said: str) -> None:
    assert YesNoType().convert(said, None, None)


@pytest.mark.parametrize("said", ["нет", "жоқ", "no", "n", "Ж"])
def test_no_in_any_of_our_languages(said: str) -> None:
    assert not YesNoType().convert(said, None, None)


@pytest.mark.parametrize("said", ["", "возможно", "да нет"])
def test_anything_else_is_neither(said: str) -> None:
    with pytest.raises(click.BadParameter):
        YesNoType().convert(said, None, None)


def test_an_answer_is_written_by_the_official_name_of_its_outcome(tmp_path: Path) -> None:
    project = b.write_project(tmp_path, comments=[b.a_comment()])
    words = ("respond", b.a_comment()["id"], "--project", str(project), "--today", "2026-11-25")
    reasons = ("--reason", "kk=Мұны сот шешеді.", "--reason", "ru=Это решает суд.")
    shown = CliRunner().invoke(
        main, [*words, "--outcome", "Не относится к предмету проекта", *reasons, "--draft"]
    )
    assert "outcome: out-of-scope" in shown.output, shown.output


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "«сам» здесь неизвестно; возможные значения: физическое лицо (individual),"),
        ("kk", "«сам» мұнда белгісіз; мүмкін мәндер: жеке тұлға (individual),"),
    ],
)
def test_an_unknown_name_is_told_with_the_names_and_codes_that_are_known(
    language: str, words: str, tmp_path: Path
) -> None:
    project = b.write_project(tmp_path / "project")
    line = ["--language", language, "new", "comment", b.STANDARD, "--author", "сам"]
    done = CliRunner().invoke(main, [*line, "--project", str(project)])
    assert done.exit_code == 2
    assert words in done.output


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "нет ни файла, ни папки «inbox/»"),
        ("kk", "«inbox/» файлы немесе қалтасы табылмады"),
    ],
)
def test_a_file_or_folder_that_is_not_there_is_named_in_a_sentence(
    language: str, words: str
) -> None:
    line = ["--language", language, "comment", "import", "inbox/", "--standard", b.STANDARD]
    done = CliRunner().invoke(main, line)
    assert done.exit_code == 2
    assert words in done.output
