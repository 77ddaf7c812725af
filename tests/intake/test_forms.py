"""One table of the forms of files: each is named to people, and read; others are helped on."""

from pathlib import Path

import pytest

from builders import write_project
from importing import codes, of_file, take
from intakes import put
from sites import ROOT
from talqy.cli.comment_import import import_
from talqy.comments.doors import Door
from talqy.comments.table_heads import Columns
from talqy.intake.forms import ARCHIVES, FORMS, OTHERS, form_of
from talqy.intake.importing import read_intake
from talqy.model.comment import CommentChannel

HEADS = {"Messages", "Tables", "Word documents", "Pages of the state portal"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


@pytest.mark.parametrize("ending", FORMS)
def test_a_form_is_named_in_the_help_and_in_the_guide(ending: str) -> None:
    heads = [
        line
        for line in (ROOT / "docs" / "intake.md").read_text("utf-8").splitlines()
        if line.startswith("### ") and any(head in line for head in HEADS)
    ]
    assert any(f"`.{ending}`" in line for line in heads)
    assert f".{ending}" in (import_.help or "")


@pytest.mark.parametrize("ending", FORMS)
def test_a_form_is_read_whatever_the_bytes_are(ending: str) -> None:
    name = f"A.{ending.upper()}"
    form = form_of(name)
    assert form is FORMS[ending]
    assert (form.door is Door.MAIL) == (form.channel is CommentChannel.EMAIL)
    read = read_intake(b"\x00\x01", name, "Asia/Almaty", Columns())
    assert not {"I18", "I24"} & {problem.code for problem in read.problems}


@pytest.mark.parametrize(
    ("file", "code", "mend"),
    [
        ("письмо.pages", "I18", ".docx"),
        ("письмо.DOC", "I18", ".docx"),
        ("письмо.rtf", "I18", ".docx"),
        ("письмо.odt", "I18", ".docx"),
        ("таблица.numbers", "I18", ".xlsx"),
        ("скан.pdf", "I18", "talqy comment template"),
        ("фото.heic", "I18", "talqy comment template"),
        ("почта.pst", "I18", ".eml"),
        ("что-то.xyz", "I18", ".eml, .msg, .mbox, .csv, .xlsx, .xls, .ods, .docx"),
        ("без окончания", "I18", ".docx"),
        ("письма.zip", "I24", "unpack"),
        ("письма.tar.gz", "I24", "unpack"),
        ("кесте.fods", "I18", ".xlsx"),
        ("хат.fodt", "I18", ".docx"),
    ],
)
def test_a_file_of_another_form_is_told_with_what_helps(
    file: str, code: str, mend: str, project: Path
) -> None:
    found = of_file(project, put(project, file, b"x"), status=1)
    assert codes(found) == [code]
    assert mend in found["problems"][0]["hint"]
    said = take(project, project / file, "--language", "kk").output
    assert "save it" not in said
    assert "unpack" not in said


def test_no_ending_has_two_meanings() -> None:
    assert not set(FORMS) & ({*OTHERS} | ARCHIVES)
    assert not set(OTHERS) & ARCHIVES
