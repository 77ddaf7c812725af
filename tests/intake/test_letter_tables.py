"""A letterhead and a sign-off in tables are the frame of a letter; other tables are none."""

import pytest

from talqy.intake.letter_lines import is_framing
from talqy.intake.word_intake import read_docx
from word_files import a_word, paragraph, row, run, table

SAID = "Предлагаем дополнить пункт 2 словами «через акиматы», чтобы жителям сёл не ездить в город."


TOP = {
    "names in both languages": table(
        row(
            "ҚАЗАҚСТАН РЕСПУБЛИКАСЫ БІЛІМ МИНИСТРЛІГІ",
            "МИНИСТЕРСТВО ОБРАЗОВАНИЯ РЕСПУБЛИКИ КАЗАХСТАН",
        )
    ),
    "an emblem between, addresses below": table(
        row("«ҮЛГІ» ЖШС", "", "ТОО «ҮЛГІ»"),
        row("050000, Алматы қ., Мысал көшесі, 5", "", "050000, г. Алматы, ул. Мысал, 5"),
    ),
    "number and addressee": table(row("№ 15-3/88 от 10.11.2026", "Комитет примеров")),
    "two tables": table(row("ҮЛГІ ПАЛАТАСЫ", "ПАЛАТА ҮЛГІ"))
    + paragraph(run("10.11.2026 № 88"))
    + table(row("", "Министерство примеров Республики Казахстан")),
}
END = {
    "a post and a name": table(row("Вице-министр", "А. Үлгі"))
    + paragraph(run("Исп. Мысал Б., 11-22-33")),
    "room to sign": table(row("Председатель правления", "__________", "Б. Мысал")),
    "a name in full": table(row("Басқарма төрағасы", "Мысал Айдар Үлгіұлы")),
    "a line": paragraph(run("Директор А. Үлгі")),
}


@pytest.mark.parametrize("top", [*TOP, ""])
@pytest.mark.parametrize("end", END)
def test_the_words_between_are_the_letter(top: str, end: str) -> None:
    data = a_word(f"{TOP.get(top, '')}{paragraph(run(SAID))}{END[end]}")
    (found,) = read_docx(data, "a.docx").submissions
    assert found.said["text"] == SAID
    assert [note.code for note in found.notes] in (["I33"], [])


@pytest.mark.parametrize(
    "line", ["12.11.2026 № 5-1/7", "№ 5-1/7 от 12.11.2026 года", "2026 ж. 12 қараша № 5"]
)
def test_day_and_number_in_one_line_are_of_the_frame(line: str) -> None:
    assert is_framing(line)
    assert not is_framing(f"Срок в письме {line} велик")


@pytest.mark.parametrize(
    "body",
    [
        table(row("Раздел", "Что не так"), row("3", "Срок велик")) + paragraph(run(SAID)),
        paragraph(run(SAID)) + table(row("Было", "Стало"), row("2 дня", "1 день")),
        table(row("Министерство примеров", "Срок выдачи слишком велик")) + paragraph(run(SAID)),
        paragraph(run(SAID)) + table(row("А. Үлгі", "согласен"), row("Б. Мысал", "Срок велик")),
        table(row("ҮЛГІ ПАЛАТАСЫ", "ПАЛАТА ҮЛГІ")),
    ],
)
def test_a_table_that_holds_more_is_not_cut(body: str) -> None:
    read = read_docx(a_word(body), "a.docx")
    assert [problem.code for problem in read.problems] == ["I04"]
    assert read.submissions == ()
