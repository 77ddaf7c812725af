"""LibreOffice as a second reader: its text of a document is ours, before and after it saved."""

import random
from pathlib import Path

import pytest

from libreoffice import converted
from talqy.office.word_read import read_word, words_of
from talqy.office.word_values import View
from word_files import (
    a_list,
    a_word,
    begins_at,
    cell,
    definition,
    field,
    item,
    level,
    marked,
    paragraph,
    put_in,
    row,
    run,
    table,
    taken_out,
)

pytestmark = [pytest.mark.proof, pytest.mark.xdist_group("word-libreoffice")]

# Without isLgl, which LibreOffice passes over.
NUMBERING = (
    definition(
        1,
        level(0, "%1."),
        level(1, "%1.%2."),
        level(2, "%3)"),
        level(3, "%4)", "russianLower"),
    )
    + definition(2, level(0, "Глава %1.", "upperRoman"), level(1, "%1.%2"))
    + definition(3, level(0, "%1)", "lowerLetter", 3), level(1, "(%2)", "lowerRoman"))
    + "".join(a_list(number, number) for number in (1, 2, 3))
    + a_list(4, 1, begins_at(0, 11))
)
DEPTH = {1: 4, 2: 2, 3: 2, 4: 4}


def lists(seed: int) -> str:
    """Return items of all lists in an order that no person would think of."""
    pick = random.Random(seed)  # noqa: S311 - the same at each run
    items: list[str] = []
    place = 0
    for turn in range(40):
        number = pick.choice((1, 1, 1, 2, 3))
        place = min(pick.randint(0, place + 1), DEPTH[number] - 1)
        items.append(item(f"слова {turn}", number, place))
    return "".join(items)


def printed(data: bytes, view: View = View.ACCEPTED) -> list[str]:
    lines = words_of(read_word(data, view).blocks).replace("\t", " ").split("\n")
    return [" ".join(line.split()) for line in lines if line.strip()]


BODIES = {
    **{f"lists {seed}": lists(seed) for seed in range(12)},
    "begun anew": "".join(item("а", number) for number in (1, 1, 4, 4, 1)),
    "table": table(
        row(cell(item("а")), "б", cell(item("в", 2))), row(cell(item("г")), "д", cell("е"))
    )
    + item("ж"),
    "text": paragraph("до ", field("REF a", "11"), "\tпосле", "<w:r><w:br/></w:r>", "ниже"),
}
TRACKED = paragraph("Срок – ", taken_out("7 (семь)"), put_in("5 (пять)"), " дней.") + (
    paragraph("Первая ", properties=marked("del")) + paragraph("вторая.") + paragraph("Конец.")
)


def test_its_text_is_ours_before_and_after_it_saved_the_document(tmp_path: Path) -> None:
    files = []
    for place, body in enumerate(BODIES.values()):
        files.append(tmp_path / f"{place}.docx")
        files[-1].write_bytes(a_word(body, numbering=NUMBERING))
    form = "txt:Text (encoded):UTF8"
    converted(form, tmp_path / "text", *files)
    texts = [tmp_path / "text" / f"{file.stem}.txt" for file in files]
    saved = converted("docx", tmp_path / "saved", *files)
    for name, file, text, again in zip(BODIES, files, texts, saved, strict=True):
        theirs = [" ".join(line.split()) for line in text.read_text("utf-8-sig").split("\n")]
        assert printed(file.read_bytes()) == [line for line in theirs if line], name
        assert printed(again.read_bytes()) == printed(file.read_bytes()), name


def test_both_views_are_the_same_after_it_saved_tracked_changes(tmp_path: Path) -> None:
    struck = paragraph("Изложить: ", run("7 дней ", "<w:strike/>"), "2 дня.")
    data = a_word(TRACKED + struck)
    file = tmp_path / "a.docx"
    file.write_bytes(data)
    (again,) = converted("docx", tmp_path / "saved", file)
    for view in View:
        assert printed(again.read_bytes(), view) == printed(data, view)
