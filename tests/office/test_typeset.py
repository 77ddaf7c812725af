"""The door to Typst: what it refuses, what a ministry can change, which words are broken."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from offices import OURS
from pdf_tags import heard, printed_outside, run_over, tagged
from talqy.compare.redline import Mark, Piece
from talqy.errors import TemplateError
from talqy.language.syllables import breakable, syllables
from talqy.office import typeset as door
from talqy.office.file_properties import AboutFile
from talqy.office.printed import PrintedCell, PrintedLine, PrintedRow, PrintedTable, Style
from talqy.office.printed_typst import typeset_blocks
from talqy.office.typeset import TypesetterMissingError

ABOUT = AboutFile(title="Құжат", languages=("kk",), day=date(2026, 11, 16))
ADDRESS = "https://legalacts.egov.example/" + "npa/view/" * 30


def a_line(text: str, rank: int = 0) -> PrintedLine:
    return PrintedLine(Style.TEXT, (Piece(Mark.KEPT, text),), rank=rank)


def narrow(*texts: str) -> PrintedTable:
    """Return a table whose first column has room for few letters."""
    cells = tuple(PrintedCell((a_line(text),)) for text in texts)
    heads = tuple(PrintedCell((a_line(str(at)),)) for at, _ in enumerate(texts))
    rows = (PrintedRow(heads, is_head=True), PrintedRow(cells))
    return PrintedTable(rows, (12, *([100] * (len(texts) - 1))))


def made(*blocks: PrintedLine | PrintedTable, folders: tuple[Path, ...] = OURS) -> bytes:
    return typeset_blocks("report", ABOUT, [a_line("Құжат", rank=1), *blocks], folders)


@pytest.mark.parametrize(
    "words", [ADDRESS, "ш" * 300, "көрсетілмейтіндіктеріңізден", "1 000 000 теңге"]
)
def test_a_word_that_is_wider_than_its_column_is_broken_and_none_is_lost(words: str) -> None:
    data = made(narrow(words.replace(" ", "\u00a0"), words), a_line(words))
    assert not printed_outside(data)
    assert not run_over(data)
    assert heard(data) == f"Құжат01{words * 3}".replace(" ", "")


def test_kazakh_words_are_broken_between_syllables_and_only_where_they_must() -> None:
    word = "көрсетілмейтіндіктеріңізден"
    said = [words for tag, words in tagged(made(narrow(word, word))) if tag == "P"]
    assert said[-1] == word
    assert "\u00ad" in said[-2]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("мемлекеттік", "мем-ле-кет-тік"),
        ("көрсетілетін", "көр-се-ті-ле-тін"),
        ("жауапкершілік", "жа-уап-кер-ші-лік"),
        ("қызметтердің", "қыз-мет-тер-дің"),
        ("стандарттарын", "стан-дарт-та-рын"),
        ("талқылау", "тал-қы-лау"),
        ("оқушыларына", "оқу-шы-ла-ры-на"),
        ("қою", "қою"),
        ("Әділет", "Әді-лет"),
        ("объектілері", "объ-ек-ті-ле-рі"),
        ("жқтр", "жқтр"),
    ],
)
def test_a_syllable_has_one_vowel_and_more_than_one_letter(word: str, parts: str) -> None:
    assert "-".join(syllables(word)) == parts


def test_short_words_are_left_alone() -> None:
    assert breakable("Қазақ тілі, https://a.example/") == "Қазақ тілі, https://a.example/"
    assert breakable("көрсетілетін!") == "көр\u00adсе\u00adті\u00adле\u00adтін!"


def test_a_ministry_can_restyle_a_layout_and_bring_its_emblem(tmp_path: Path) -> None:
    own = tmp_path / "report.typ"
    shutil.copy(OURS[0] / "report.typ", own)
    own.write_text(own.read_text("utf-8") + '\n#image("emblem.svg", alt: "Елтаңба")\n', "utf-8")
    (tmp_path / "emblem.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
    )
    assert made(folders=(tmp_path, *OURS)) != made()


def test_a_layout_that_asks_for_a_package_or_is_wrong_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "report.typ"
    own.write_text('#import "@preview/cetz:0.4.0"\n', "utf-8")
    with pytest.raises(TemplateError, match=r"report\.typ asks for a package"):
        made(folders=(tmp_path, *OURS))
    own.write_text("#nothing-of-that-name()", "utf-8")
    with pytest.raises(TemplateError, match=r"report\.typ makes no PDF: unknown variable"):
        made(folders=(tmp_path, *OURS))


def test_what_is_not_as_the_standards_ask_is_no_file(tmp_path: Path) -> None:
    own = tmp_path / "report.typ"
    own.write_text('#set document(title: "x")\n#image("emblem.svg")', "utf-8")
    (tmp_path / "emblem.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    with pytest.raises(TemplateError, match="PDF/UA-1 error"):
        made(folders=(tmp_path, *OURS))


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "find_spec", lambda _: None)
    with pytest.raises(TypesetterMissingError, match=r'pip install "talqy\[pdf\]"'):
        made()


def test_what_stands_in_two_columns_is_found_to_run_over(tmp_path: Path) -> None:
    """The measure of the tests above finds a word that is left as wide as it is."""
    shutil.copy(OURS[0] / "talqy.typ", tmp_path)
    own = tmp_path / "talqy.typ"
    own.write_text(own.read_text("utf-8").replace("{10,}", "{999,}"), "utf-8")
    assert run_over(made(narrow("ш" * 30, "ш" * 30), folders=(tmp_path, *OURS)))


def test_no_line_begins_with_a_dash_and_the_sign_of_numbers_keeps_its_number() -> None:
    said = "".join(words for _, words in tagged(made(a_line("Комментарий № 2 – ответ"))))
    assert "№\u00a02\u00a0– ответ" in said
