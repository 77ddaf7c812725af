"""The plan of an import shows both texts of what was changed: in tables and in notes, too."""

import io
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

import builders as b
from talqy.cli.main import main
from talqy.drafts.word_text import Known, read_text
from talqy.drafts.word_views import read_views
from text_pairs import a_headed, a_table, a_text

FEES = a_table(("Жағдай / Случай", "АЕК / МРП"), ("бірінші / первый", "0,5"))
NOTE = b.said("Ескерту. Бұрынғы сөздер.", "Сноска. Прежние слова.")
WORDS = "Слова второго пункта."
CLAUSES = (
    a_headed("fee", "1", "Плата взимается.", kk="Төлем алынады.", table=FEES),
    a_headed("noted", "2", WORDS, kk="Екінші тармақтың сөзі.", note=NOTE),
)
GONE = {
    "Russian": "Ошибка! Источник ссылки не найден.",
    "spaces that do not break": "Ошибка!\u00a0Источник\u00a0ссылки не найден",
    "another program": "Ошибка: источник перекрёстной ссылки не найден",
    "a bookmark": "Ошибка! Закладка не определена.",
    "English": "Error! Reference source not found.",
    "Kazakh": "Қате! Сілтеме көзі табылмады.",
}
SOUND = (
    "При ошибке: источник ссылки указывает заявитель.",
    "На экране появляется «Ошибка! Повторите запрос».",
    "Если источник ссылки не найден, портал сообщает об этом.",
    "Қате табылмады.",
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with a table, a note, and a text in a working copy of its own."""
    root = tmp_path_factory.mktemp("project")
    b.write_project(root, revisions=[b.an_adopted_revision(clauses=list(CLAUSES))])
    return root


def a_copy(project: Path, languages: Sequence[str]) -> bytes:
    """Return a working copy of the text."""
    spoken = [word for code in languages for word in ("--language", code)]
    file = project / "copy.docx"
    line = ["export", "text", b.STANDARD, "r1", "--to-edit", *spoken, "--to", str(file)]
    done = CliRunner().invoke(main, [*line, "--replace", "--project", str(project)])
    assert done.exit_code == 0, done.output
    return file.read_bytes()


def shown(project: Path, languages: Sequence[str], *changes: tuple[str, str]) -> list[str]:
    """Return the lines that the plan shows of a working copy whose words were changed."""
    file = project / "changed.docx"
    file.write_bytes(changed(a_copy(project, languages), *changes))
    line = ["draft", "import", str(file), "--standard", b.STANDARD, "--draft"]
    said = CliRunner().invoke(main, [*line, "--project", str(project)]).output
    plan, _, _ = said.partition("\n---")
    return [line.strip() for line in plan.split("\n") if line.startswith(("  - ", "  + "))]


def codes_of(data: bytes) -> set[str]:
    """Return the codes of what keeps a text from being taken."""
    known = Known(("kk", "ru"), a_text(*CLAUSES))
    text = read_text(read_views(data, "copy.docx").accepted, "copy.docx", known)
    return {problem.code for problem in text.problems}


def changed(data: bytes, *changes: tuple[str, str]) -> bytes:
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            for before, after in changes if name == "word/document.xml" else ():
                assert before.encode() in part, before
                part = part.replace(before.encode(), after.encode())
            new.writestr(name, part)
    return stream.getvalue()


@pytest.mark.parametrize("languages", [("kk", "ru"), ("ru",)], ids="-".join)
def test_a_changed_cell_is_shown_in_its_row(project: Path, languages: Sequence[str]) -> None:
    said = shown(project, languages, ("0,5", "0,9"))
    rows = [f"{sign} бірінші / первый | {fee}" for sign, fee in (("-", "0,5"), ("+", "0,9"))]
    assert sorted(set(said)) == sorted(rows)


def test_a_changed_note_is_shown_with_the_old_one(project: Path) -> None:
    said = shown(project, ("kk", "ru"), ("Прежние слова", "Иные слова"))
    assert said == ["- Сноска. Прежние слова.", "+ Сноска. Иные слова."]


@pytest.mark.parametrize("languages", [("kk", "ru"), ("ru",)], ids="-".join)
def test_what_a_lost_reference_says_is_never_a_text(
    project: Path, languages: Sequence[str]
) -> None:
    copy = a_copy(project, languages)
    for words in GONE.values():
        for place in (WORDS, "0,5"):
            assert codes_of(changed(copy, (place, words))) == {"E08"}, (words, place)
    for words in SOUND:
        assert codes_of(changed(copy, (WORDS, words))) == set(), words
