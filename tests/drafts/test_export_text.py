"""`talqy export text`: which text, which languages, which files."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import builders as b
from law_files import faults
from talqy.cli.main import main
from talqy.office import typeset
from talqy.office.true_form import TrueForm, true_form


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a project of three texts, the last one half in Kazakh, and go into an empty folder."""
    texts = [
        b.a_revision(number, clauses=[b.a_saying("term", f"{number} күн.")], consultation=None)
        for number in (1, 2)
    ]
    half = b.a_clause("term", text={"kk": "Тек қазақша."})
    texts.append(b.a_revision(3, clauses=[half], consultation=None))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return b.write_project(tmp_path / "project", revisions=texts)


def export(project: Path, *words: str) -> Result:
    line = ["export", "text", b.STANDARD, *words, "--project", str(project)]
    return CliRunner().invoke(main, line)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("r2",), ["r2.kk", "r2.ru"]),
        (("r2", "--language", "kk"), ["r2.kk"]),
        (("r2", "--to-edit"), ["r2-to-edit.both"]),
        (("r2", "--to-edit", "--language", "ru"), ["r2-to-edit.ru"]),
        (
            ("r2", "--changes", "r1", "--to-edit", "--language", "both"),
            ["r2-changes-r1-to-edit.both"],
        ),
    ],
)
def test_a_file_is_named_after_what_is_in_it(
    words: tuple[str, ...], names: list[str], project: Path
) -> None:
    done = export(project, *words)
    assert done.exit_code == 0, done.output
    files = sorted(Path().iterdir())
    assert [file.name for file in files] == [f"{b.STANDARD}-{name}.docx" for name in names]
    assert {true_form(file.read_bytes()) for file in files} == {TrueForm.DOCX}


def test_two_files_with_one_name_have_their_languages_in_it(project: Path) -> None:
    assert export(project, "r2", "--to", "draft.docx").exit_code == 0
    assert sorted(file.name for file in Path().iterdir()) == ["draft.kk.docx", "draft.ru.docx"]
    assert export(project, "r2", "--to", "one.docx", "--language", "ru").exit_code == 0
    assert Path("one.docx").is_file()


def test_a_file_that_is_there_is_left_alone_unless_told_so(project: Path) -> None:
    mine = Path("mine.ru.docx")
    mine.write_text("мое", "utf-8")
    refused = export(project, "r2", "--to", "mine.docx")
    assert "already there, and left as it is: mine.ru.docx" in refused.output
    assert [file.read_text("utf-8") for file in Path().iterdir()] == ["мое"]
    assert export(project, "r2", "--to", "mine.docx", "--replace").exit_code == 0
    assert len(list(Path().iterdir())) == 2


def test_a_draft_shows_the_words_with_their_changes_and_writes_nothing(project: Path) -> None:
    shown = export(project, "r2", "--changes", "r1", "--language", "ru", "--draft")
    assert shown.output.endswith("2. [-1-]{+2+} күн.\n")
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("r9",), "no revision “r9”; known: r1, r2, r3"),
        (("r2", "--changes", "r2"), "name two different revisions"),
        (("r2", "--language", "fi"), "“fi” is no language of this project; known"),
        (("r3",), "no words in “ru”, so nobody can sign it: paragraph 2"),
    ],
)
def test_what_cannot_be_written_is_refused(
    words: tuple[str, ...], message: str, project: Path
) -> None:
    refused = export(project, *words)
    assert refused.exit_code == 2
    assert message in refused.output
    assert list(Path().iterdir()) == []


def test_a_text_that_lacks_words_can_still_be_worked_on(project: Path) -> None:
    assert export(project, "r3", "--to-edit").exit_code == 0


def test_a_text_is_written_as_a_pdf_that_is_for_signature_alone(project: Path) -> None:
    assert export(project, "r2", "--format", "pdf").exit_code == 0
    files = sorted(Path().iterdir())
    assert [file.name for file in files] == [f"{b.STANDARD}-r2.{code}.pdf" for code in ("kk", "ru")]
    assert {file.read_bytes()[:5] for file in files} == {b"%PDF-"}
    refused = export(project, "r2", "--format", "pdf", "--to-edit")
    assert refused.exit_code == 2
    assert "a PDF is not worked on" in refused.output


def test_without_the_extra_a_pdf_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeset, "find_spec", lambda _: None)
    refused = export(project, "r2", "--format", "pdf")
    assert refused.exit_code == 2
    assert 'pip install "talqy[pdf]"' in refused.output
    assert not list(Path().iterdir())


# --- for legal databases --------------------------------------------------------------------------


def test_a_text_goes_to_legal_databases_in_the_languages_that_it_has(project: Path) -> None:
    assert export(project, "r2", "--format", "akn").exit_code == 0
    names = [f"{b.STANDARD}-r2.{code}.akn.xml" for code in ("kk", "ru")]
    assert sorted(file.name for file in Path().iterdir()) == names
    assert faults(Path(names[0]).read_bytes()) == []
    one = export(project, "r3", "--format", "akn", "--language", "kk", "--to", "law.xml")
    assert one.exit_code == 0
    assert faults(Path("law.xml").read_bytes()) == []


def test_a_draft_of_it_shows_the_file(project: Path) -> None:
    shown = export(project, "r2", "--format", "akn", "--language", "kk", "--draft")
    assert shown.output.startswith(f"--- {b.STANDARD}-r2.kk.akn.xml\n<?xml")
    assert shown.output.endswith("</bill>\n</akomaNtoso>\n")
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("option", [("--to-edit",), ("--changes", "r1"), ("--comments",)])
def test_what_is_for_word_alone_is_refused_for_legal_databases(
    option: tuple[str, ...], project: Path
) -> None:
    refused = export(project, "r2", "--format", "akn", *option)
    assert refused.exit_code == 2
    assert "leave out --to-edit, --changes and --comments" in refused.output


def test_a_language_without_any_words_is_refused_for_legal_databases(project: Path) -> None:
    silent = {"id": "term", "number": "1", "text": {"kk": "Бес күн."}}
    b.write(project, b.revision_path(1), b.a_revision(clauses=[silent], consultation=None))
    refused = export(project, "r1", "--format", "akn", "--language", "ru")
    assert refused.exit_code == 2
    assert "в r1 нет слов на языке «ru»" in refused.output
