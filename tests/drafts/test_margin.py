"""What people said of a text stands in the margin of its copy, and does not come back with it."""

import io
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from docx import Document
from lxml import etree

import builders as b
from held_words import held
from libreoffice import converted
from talqy.build import site
from talqy.cli.main import main
from talqy.drafts.text_copies import TextCopy
from talqy.drafts.text_files import copies, written
from talqy.language.edition import Edition
from talqy.office.word_read import read_word
from talqy.office.word_values import View, paragraphs_in
from talqy.project.survey import survey
from text_pairs import a_headed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = "</w:t><w:b/> & «{{ 7*7 }}» =1+1"
SHAPES = {
    "signed": ("ru", False, False),
    "to edit": ("ru", True, False),
    "table": ("kk ru", True, False),
    "changes": ("ru", False, True),
}


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Edition]:
    """Read two texts: of the older one two people spoke, of the newer one three."""
    texts = [
        b.a_revision(number, clauses=[a_headed("term", "3", f"{number} дня."), LAST])
        for number in (1, 2)
    ]
    said = [
        b.a_comment("c000000001", text=f"Долго. {HOSTILE}", revision=1),
        b.a_comment("c000000002", clause="whole", text="Все хорошо написано.", revision=1),
        b.a_comment("c000000003", clause="term", text="Сократите срок.", revision=2),
        b.a_comment("c000000004", clause={"after": "end"}, text="Добавьте портал.", revision=2),
        b.a_comment("c000000005", clause="end", text="Звоните […], пожалуйста.", revision=2),
    ]
    said[2] |= {"author": {"kind": "individual", "name": 'Асан "Ә" <b>'}, "quote": "2 дня"}
    said[2] |= {"proposal": "Один день."}
    said[4]["redacted"] = {"on": "2026-11-10", "reason": b.said("Телефон", "Телефон убран")}
    folder = b.write_project(tmp_path_factory.mktemp("said"), revisions=texts, comments=said)
    return site(folder, survey(folder), "").editions


LAST = a_headed("end", "9", "Последние слова.")


def a_copy(editions: Sequence[Edition], shape: str, *, is_noted: bool = True) -> TextCopy:
    codes, is_to_edit, has_changes = SHAPES[shape]
    record = editions[0].register.records[0]
    older, newer = record.revisions
    spoken = [one for one in editions if one.code in codes]
    since = older if has_changes else None
    return next(
        iter(copies(spoken, record, newer, since, is_to_edit=is_to_edit, is_noted=is_noted))
    )


def notes(data: bytes) -> list[tuple[str, str, list[str]]]:
    """Return author, day and lines of all notes, as another reader sees them."""
    part = etree.fromstring(ZipFile(io.BytesIO(data)).read("word/comments.xml"))
    return [
        (
            str(one.get(f"{W}author")),
            str(one.get(f"{W}date"))[:10],
            ["".join(line.itertext(f"{W}t")) for line in one.iter(f"{W}p")],
        )
        for one in part
    ]


def anchors(data: bytes) -> list[str]:
    """Return the words at which each note stands, in the order of their numbers."""
    body = etree.fromstring(ZipFile(io.BytesIO(data)).read("word/document.xml"))
    found = {}
    for line in body.iter(f"{W}p"):
        for mark in line.iter(f"{W}commentReference"):
            found[int(str(mark.get(f"{W}id")))] = "".join(line.itertext(f"{W}t"))
    return [found[number] for number in sorted(found)]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_comment_is_in_the_margin_once(shape: str, editions: Sequence[Edition]) -> None:
    data = written(a_copy(editions, shape))
    said = notes(data)
    assert len(said) == len(anchors(data)) == (5 if shape == "changes" else 3)
    author, day, lines = said[0]
    assert (author, day) == ('Асан "Ә" <b>', b.a_comment("c000000003")["received"])
    assert lines[-3:] == ["«2 дня»", "Сократите срок.", f"{asked(shape)}: Один день."]
    assert {one[0] for one in said[1:]} == {nameless(shape)}
    assert Document(io.BytesIO(data)).paragraphs


def asked(shape: str) -> str:
    return "Ұсынылатын тұжырым" if shape == "table" else "Предлагаемая формулировка"


def nameless(shape: str) -> str:
    return "аты көрсетілмеген" if shape == "table" else "имя не указано"


def test_a_note_says_of_what_it_speaks(editions: Sequence[Edition]) -> None:
    data = written(a_copy(editions, "changes"))
    assert [one.split(".")[0] for one in anchors(data)][:3] == ["3", "9", "9"]
    assert anchors(data)[4].startswith("Стандарт")
    heads = [lines[0] for _, _, lines in notes(data)]
    assert heads[0].startswith(held("редакция~2 · Пункт 3 Заголовок 3 · "))
    assert heads[3].startswith(held("редакция~1 · "))
    assert notes(data)[3][2][1] == f"Долго. {HOSTILE}"


def test_words_that_were_taken_out_stay_out_and_it_is_said(editions: Sequence[Edition]) -> None:
    *_, last = notes(written(a_copy(editions, "signed")))
    assert last[2][-2:] == [
        "Звоните […], пожалуйста.",
        "Часть текста удалена по просьбе лица, которого она касается: Телефон убран",
    ]


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("shape", SHAPES)
def test_what_we_put_into_the_margin_does_not_come_back(
    shape: str, view: View, editions: Sequence[Edition]
) -> None:
    noted, bare = (
        read_word(written(a_copy(editions, shape, is_noted=is_noted)), view)
        for is_noted in (True, False)
    )
    assert noted.blocks == bare.blocks


def test_what_a_person_writes_beside_it_does(editions: Sequence[Edition]) -> None:
    document = Document(io.BytesIO(written(a_copy(editions, "to edit"))))
    document.add_comment(document.paragraphs[-1].runs, text="Проверить", author="Клерк")
    saved = io.BytesIO()
    document.save(saved)
    found = [
        note for one in paragraphs_in(read_word(saved.getvalue()).blocks) for note in one.notes
    ]
    assert [note.words for note in found] == ["Проверить"]


@pytest.mark.xdist_group("office")
def test_libreoffice_keeps_the_margin(editions: Sequence[Edition], tmp_path: Path) -> None:
    file = tmp_path / "noted.docx"
    file.write_bytes(written(a_copy(editions, "changes")))
    (saved,) = converted("docx", tmp_path / "saved", file)
    theirs, ours = (
        [(who, day, "".join(lines)) for who, day, lines in notes(one.read_bytes())]
        for one in (saved, file)
    )
    assert sorted(theirs) == sorted(ours)
    said = [
        note.words
        for one in paragraphs_in(read_word(saved.read_bytes()).blocks)
        for note in one.notes
        if "Сократите" in note.words
    ]
    assert said == []


def test_the_command_puts_them_there_and_a_draft_shows_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = b.write_project(tmp_path / "project", comments=[b.a_comment(text="Срок велик.")])
    monkeypatch.chdir(tmp_path)
    line = ["export", "text", b.STANDARD, "r1", "--comments", "--language", "ru"]
    shown = CliRunner().invoke(main, [*line, "--draft", "--project", str(project)])
    assert shown.exit_code == 0, shown.output
    assert "[имя не указано]" in shown.output
    assert "Срок велик." in shown.output
    assert CliRunner().invoke(main, [*line, "--project", str(project)]).exit_code == 0
    assert len(notes(Path(f"{b.STANDARD}-r1-comments.ru.docx").read_bytes())) == 1
