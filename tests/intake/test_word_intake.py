"""`talqy comment import` of Word documents: words are taken whole, or left with a reason."""

from pathlib import Path

import pytest

from builders import STANDARD, write_project
from importing import codes, comments, of_file, take
from intakes import a_csv, put
from talqy.intake.word_intake import read_docx
from talqy.intake.word_notes import lines_beside
from talqy.office.word_read import read_word
from word_files import (
    WHO,
    a_list,
    a_word,
    box,
    cell,
    control,
    definition,
    field,
    item,
    level,
    paragraph,
    put_in,
    row,
    run,
    table,
    taken_out,
)

HEADS = row("Дата", "Пункт", "Замечание", "Предложение")
SAID = "Срок слишком долгий."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def a_row(text: str = SAID, clause: str = "2", proposal: str = "") -> str:
    return row("10.11.2026", clause, text, proposal)


def import_docx(project: Path, body: str, *words: str, status: int = 0, **parts: str) -> list[str]:
    data = a_word(body, **parts)
    return codes(of_file(project, put(project, "a.docx", data), *words, status=status))


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        (run("7 (семь)", "<w:strike/>"), "I83"),
        (box("утвержден приказом"), "I85"),
        ("<w:r><w:drawing><pic:pic/></w:drawing></w:r>", "I86"),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "I86"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "I87"),
        (field("REF a", "Ошибка! Источник ссылки не найден."), "I90"),
    ],
)
@pytest.mark.parametrize("column", ["text", "proposal"])
def test_words_that_cannot_be_told_for_sure_leave_the_row(
    inside: str, code: str, column: str, project: Path
) -> None:
    odd = cell(paragraph("Прошу изменить: ", inside, " два дня."))
    line = a_row(odd) if column == "text" else a_row(proposal=odd)
    assert import_docx(project, table(HEADS, line), status=1) == [code]
    assert comments(project) == []


def test_words_of_a_footnote_leave_the_row(project: Path) -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2">{paragraph("семь дней")}</w:footnote>'
    line = a_row(cell(paragraph(SAID, mark)))
    assert import_docx(project, table(HEADS, line), status=1, footnotes=note) == ["I85"]


def test_tracked_changes_are_taken_as_accepted_and_told(project: Path) -> None:
    said = cell(paragraph("Прошу ", taken_out("продлить"), put_in("сократить"), " срок."))
    assert import_docx(project, table(HEADS, a_row(said))) == ["I82"]
    assert [comment.text for comment in comments(project)] == ["Прошу сократить срок."]


GONE = f"<w:del {WHO}/>"


@pytest.mark.parametrize(
    "line",
    [
        row("10.11.2026", "2", "Эту строку автор удалил.", "", properties=GONE),
        row(cell(paragraph(taken_out("2 Эту строку автор удалил."))), properties=GONE),
        row(cell(paragraph(taken_out("2"))), cell(paragraph(taken_out("Автор удалил и это.")))),
    ],
)
def test_a_row_that_a_tracked_change_takes_out_is_told_with_its_words(
    line: str, project: Path
) -> None:
    data = a_word(table(HEADS, line, a_row()))
    found = read_docx(data, "a.docx")
    (told,) = found.problems
    assert (told.code, told.file, "удалил" in str(told.values["removed"])) == (
        "I82",
        "a.docx!1!A2",
        True,
    )
    assert import_docx(project, table(HEADS, line, a_row())) == ["I82"]
    assert [comment.text for comment in comments(project)] == [SAID]


def test_a_row_that_a_tracked_change_puts_in_is_told(project: Path) -> None:
    line = row("10.11.2026", "2", SAID, "", properties=f"<w:ins {WHO}/>")
    assert "I82" in import_docx(project, table(HEADS, line))
    assert [comment.text for comment in comments(project)] == [SAID]


def test_hidden_words_and_remarks_are_not_taken_and_told(project: Path) -> None:
    mark = '<w:r><w:commentReference w:id="0"/></w:r>'
    said = cell(paragraph(SAID, run("не писать", "<w:vanish/>"), mark))
    remark = f'<w:comment w:id="0">{paragraph("проверить")}</w:comment>'
    assert import_docx(project, table(HEADS, a_row(said)), comments=remark) == ["I84", "I89"]
    assert [comment.text for comment in comments(project)] == [SAID]


def test_a_clause_that_is_an_automatic_number_is_taken_as_it_is_printed(project: Path) -> None:
    lists = definition(1, level(0, "%1.")) + a_list(1, 1)
    rows = (a_row("Первое мнение о проекте.", cell(item(""))), a_row(SAID, cell(item(""))))
    assert import_docx(project, table(HEADS, *rows), numbering=lists) == ["I88", "I88"]
    assert {comment.text: comment.clause for comment in comments(project)}[SAID] == "term"


def test_rows_that_are_taken_out_are_no_comments(project: Path) -> None:
    gone = row("10.11.2026", "2", "Не нужно.", "", properties=f"<w:del {WHO}/>")
    assert import_docx(project, table(HEADS, gone, a_row())) == ["I82"]
    assert [comment.text for comment in comments(project)] == [SAID]


def test_a_table_in_a_control_or_in_a_cell_is_read(project: Path) -> None:
    inner = table(HEADS, a_row())
    assert import_docx(project, control(inner)) == []
    again = of_file(project, put(project, "b.docx", a_word(table(row(cell(inner, "<w:p/>"))))))
    assert [one["status"] for one in again["rows"]] == ["already taken"]


def test_sentences_outside_of_the_tables_are_left_for_a_person(project: Path) -> None:
    title = paragraph("Замечания к проекту")
    more = paragraph("Кроме того, просим открыть в каждом районе еще одно окно.")
    assert import_docx(project, title + table(HEADS, a_row())) == []
    found = of_file(
        project, put(project, "b.docx", a_word(table(HEADS, a_row()) + title + more)), status=1
    )
    assert [one["status"] for one in found["rows"]] == ["already taken", "left"]
    assert "I91" in codes(found)
    assert found["lines outside of the tables"] == "2"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "I81"),
        (rb"{\rtf1 a}", "I81"),
        (a_word(paragraph("а")).replace(b"word/document.xml", b"word/dokument.xml"), "I02"),
    ],
)
def test_what_is_no_docx_inside_is_told(data: bytes, code: str, project: Path) -> None:
    assert codes(of_file(project, put(project, "a.docx", data), status=1)) == [code]


# --- letters -------------------------------------------------------------------------------


def letter(*lines: str) -> str:
    return "".join(map(paragraph, lines))


LETTER = letter(
    "Кому: Министерство юстиции",
    "Уважаемые коллеги!",
    "В пункте 2 проекта срок слишком долгий.",
    "Прошу сократить его до двух дней.",
    "С уважением,",
    "А. Образцова",
)
DAY = ("--received", "2026-11-12")


def test_a_letter_is_one_comment_of_the_authors_own_words(project: Path) -> None:
    assert import_docx(project, LETTER, *DAY) == ["I33", "I35"]
    (comment,) = comments(project)
    assert comment.text == (
        "В пункте 2 проекта срок слишком долгий.\nПрошу сократить его до двух дней."
    )
    assert (comment.clause, comment.author.name) == ("term", None)


def test_the_frame_of_a_letter_is_shown(project: Path) -> None:
    done = take(project, put(project, "a.docx", a_word(LETTER)), *DAY, "--draft")
    assert "А. Образцова" in done.output


def test_a_letter_without_a_day_of_receipt_is_left(project: Path) -> None:
    assert import_docx(project, LETTER, status=1) == ["I33", "I08"]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (("Айгүл Мысалова", SAID, "Прошу его сократить."), "I92"),
        (("В пункте 1 неясен круг лиц.", "В пункте 2 срок велик."), "I93"),
        ((SAID, "Приложение: на 2 л."), "I44"),
        (("С уважением,", "А. Образцова"), "I07"),
    ],
)
def test_a_letter_that_is_not_plain_is_left(
    lines: tuple[str, ...], code: str, project: Path
) -> None:
    assert code in import_docx(project, letter(*lines), *DAY, status=1)
    assert comments(project) == []


def test_the_operator_says_the_clause_of_a_letter_about_several(project: Path) -> None:
    body = letter("В пункте 1 неясен круг лиц.", "В пункте 2 срок велик.")
    assert import_docx(project, body, *DAY, "--clause", "whole") == []
    assert [comment.clause for comment in comments(project)] == ["whole"]


def test_pictures_in_the_head_of_a_letter_are_passed_over(project: Path) -> None:
    arms = paragraph("<w:r><w:drawing><pic:pic/></w:drawing></w:r>")
    assert import_docx(project, arms + letter(SAID), *DAY) == ["I71"]
    inside = letter(SAID) + arms + letter("Прошу его сократить.")
    assert import_docx(project, inside, *DAY, status=1) == ["I86"]


def test_a_table_that_lays_out_the_head_is_no_table_of_comments(project: Path) -> None:
    head = table(row("Қазақстан Республикасы", "Республика Казахстан"))
    assert import_docx(project, head + LETTER, *DAY) == ["I33", "I35"]


def test_a_table_of_unknown_heads_among_the_words_is_no_letter(project: Path) -> None:
    body = letter("Уважаемые коллеги!", SAID) + table(row("а", "б"), row("в", "г")) + letter(SAID)
    assert import_docx(project, body, *DAY, status=1) == ["I04"]


SIGNED = {
    "ru": ("№", "ФИО", "Подпись", "Айдаров А.А."),
    "kk": ("р/с", "Т.А.Ә.", "Қолы", "Айдаров А.А."),
}


@pytest.mark.parametrize("language", SIGNED)
def test_a_letter_with_a_list_of_signatures_is_left_with_its_words(language: str) -> None:
    number, name, sign, who = SIGNED[language]
    body = letter(SAID, "Прошу его сократить.") + table(row(number, name, sign), row("1", who, ""))
    (one,) = read_docx(a_word(body), "a.docx").submissions
    assert one.said["text"] == f"{SAID}\nПрошу его сократить."
    assert "I92" in [note.code for note in one.notes]
    assert any(who in line for line in one.left_out)


def test_a_column_of_signatures_is_not_offered_for_the_text(project: Path) -> None:
    for heads in (("№", "Кто", "Подпись"), ("№", "Кім", "Қолы")):
        data = a_csv(heads, ("1", "А. А.", "подписано собственноручно"))
        told = of_file(project, put(project, "a.csv", data), status=1)
        assert heads[2] not in str(told["problems"][0]["hint"])


# --- what stands beside the text --------------------------------------------------------------

SENTENCE = "Кроме того, просим открыть в каждом районе еще одно окно."


def in_margins(body: str, head: str = "", foot: str = "") -> bytes:
    return a_word(body, header=head or paragraph(""), footer=foot or paragraph(""))


def test_a_sentence_in_the_head_or_foot_of_pages_is_left_for_a_person(project: Path) -> None:
    body = table(HEADS, a_row())
    for name, data in (
        ("a.docx", in_margins(body, head=paragraph(SENTENCE))),
        ("b.docx", in_margins(body, foot=table(row(cell(SENTENCE))))),
        ("c.docx", in_margins(body, foot=paragraph("Бет", box(SENTENCE)))),
    ):
        found = of_file(project, put(project, name, data), status=1)
        assert "I91" in codes(found)
        assert found["rows"][-1]["words"]["text"] == SENTENCE


def test_words_of_boxes_and_notes_outside_of_the_tables_are_left(project: Path) -> None:
    note = f'<w:footnote w:id="2">{paragraph(SENTENCE)}</w:footnote>'
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    for name, data in (
        ("a.docx", a_word(paragraph(box(SENTENCE)) + table(HEADS, a_row()))),
        ("b.docx", a_word(paragraph("Таблица", mark) + table(HEADS, a_row()), footnotes=note)),
    ):
        found = of_file(project, put(project, name, data), status=1)
        assert found["rows"][-1]["words"]["text"] == SENTENCE


def test_a_sentence_in_a_box_in_a_column_that_is_not_taken_leaves_the_row(project: Path) -> None:
    rows = [
        row("10.11.2026", "2", SAID, "", cell(paragraph("вх. 45", box(said))))
        for said in (SENTENCE, "печать")
    ]
    heads = row("Дата", "Пункт", "Замечание", "Предложение", "Отметки")
    found = of_file(project, put(project, "a.docx", a_word(table(heads, *rows))), status=1)
    assert [one["status"] for one in found["rows"]] == ["left", "taken"]
    assert "I85" in codes(found)


def test_a_letterhead_is_shown_and_a_number_of_pages_is_nothing(project: Path) -> None:
    data = in_margins(LETTER, paragraph("ТОО «Пример», Астана"), paragraph("Стр. 2 из 3"))
    found = of_file(project, put(project, "a.docx", data), "--received", "2026-11-10")
    assert found["rows"][0]["left_out"][-1] == "ТОО «Пример», Астана"
    assert SENTENCE not in found["rows"][0]["words"]["text"]
    data = in_margins(LETTER, paragraph(SENTENCE), paragraph("12-бет"))
    again = of_file(project, put(project, "b.docx", data), "--received", "2026-11-11", status=1)
    assert "I85" in codes(again)


@pytest.mark.parametrize(
    "said", ["- 3 -", "Стр. 1", "Страница 2 из 10", "5-бет", "Page 1 of 2", "iv"]
)
def test_numbers_of_pages_are_no_lines(said: str) -> None:
    document = read_word(in_margins(paragraph("а"), foot=paragraph(said)))
    assert list(lines_beside(document.margins)) == []


# --- the letter of the form, put into a document ------------------------------------------------

FORM = (
    "• Проект: Регистрация рождения ({standard} r1)",
    "• Язык комментария: русский",
    "• Автор: физическое лицо",
    "• Мое имя (можно опубликовать): Айгүл Үлгіқызы",
    "• Согласие на публикацию (№ 1: целиком и бессрочно): да",
    "• Номер: sbv1qfgdj0",
    "• О чем комментарий: 2. Срок (term)",
    "• Вид комментария: возражение",
    "• Мой комментарий: Пять дней – это долго.",
    "Прошу сократить.",
    "• Конец письма",
)


def a_form(*without: str) -> str:
    lines = [one.format(standard=STANDARD) for one in FORM if not one.startswith(without or "!")]
    return letter(*lines)


def test_the_letter_of_the_form_is_read_in_a_document_as_in_a_message(project: Path) -> None:
    import_docx(project, a_form(), *DAY)
    (comment,) = comments(project)
    assert comment.text == "Пять дней – это долго.\nПрошу сократить."
    assert (comment.id, comment.clause, comment.kind) == ("sbv1qfgdj0", "term", "objection")
    assert comment.author.name == "Айгүл Үлгіқызы"


@pytest.mark.parametrize(
    "without", [("• Проект",), ("• Конец",), ("• Проект", "• Конец", "• Номер"), FORM[:5]]
)
def test_one_that_lost_a_part_is_left_with_its_labels(
    without: tuple[str, ...], project: Path
) -> None:
    lost = tuple(one.partition(" (")[0] for one in without)
    assert "I26" in import_docx(project, a_form(*lost), *DAY, status=1)
    assert not comments(project)


def test_one_without_its_line_of_consent_is_left(project: Path) -> None:
    assert "I16" in import_docx(project, a_form("• Согласие"), *DAY, status=1)
    assert not comments(project)
