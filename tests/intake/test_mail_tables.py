"""Tables of comments in the page of a letter are read row by row, as those of Word are."""

from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from builders import write_project
from importing import codes, comments, of_file
from intakes import a_message, put

HEADS = ("Пункт", "Замечание", "Предложение")
TERM = ("2", "Срок слишком велик для семей.", "Два дня.")
PAPERS = ("3", "Справка не нужна, она есть в базе.", "Исключить справку.")
COVER = "<p>Добрый день!</p><p>Замечания в таблице.</p>"
END = "<p>С уважением,<br>Айгүл Мысалова<br>+7 700 000 00 00</p>"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def a_table(*rows: Sequence[str]) -> str:
    made = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in made)}</table>"


def letter(body: str, plain: str = "", **heads: str) -> EmailMessage:
    message = a_message(plain or "x", **heads)
    if plain:
        message.add_alternative(body, subtype="html")
    else:
        message.set_content(body, subtype="html")
    return message


def taken(project: Path, message: EmailMessage, *, status: int = 0, name: str = "a.eml") -> Any:
    return of_file(project, put(project, name, message.as_bytes()), status=status)


@pytest.mark.parametrize(
    "heads",
    [HEADS, ("Тармақ", "Ескерту", "Ұсыныс"), ("Clause", "Comment", "Proposed change")],
)
def test_rows_of_a_table_in_a_letter_are_comments(heads: tuple[str, ...], project: Path) -> None:
    taken(project, letter(COVER + a_table(heads, TERM, PAPERS) + END))
    found = {one.clause: one for one in comments(project)}
    assert set(found) == {"term", "documents"}
    assert (found["term"].text, found["term"].proposal) == TERM[1:]
    assert {str(one.received) for one in found.values()} == {"2026-11-10"}
    assert {one.channel for one in found.values()} == {"email"}
    assert all(one.author.name is None for one in found.values())


def test_the_plain_form_beside_it_says_the_same(project: Path) -> None:
    rows = "\n".join(" ".join(row) for row in (HEADS, TERM, PAPERS))
    plain = f"Добрый день!\n\nЗамечания в таблице.\n{rows}"
    taken(project, letter(COVER + a_table(HEADS, TERM, PAPERS), plain))
    assert len(comments(project)) == 2


def test_a_plain_form_that_says_something_else_leaves_all_rows(project: Path) -> None:
    plain = "Добрый день!\n\nЗамечания в таблице.\nСтаж не учитывать совсем, плату поднять."
    found = taken(project, letter(COVER + a_table(HEADS, TERM, PAPERS), plain), status=1)
    assert codes(found).count("I46") == 2
    assert comments(project) == []


def test_a_sentence_beside_the_table_is_left_and_its_rows_are_taken(project: Path) -> None:
    more = "<p>Кроме того, просим продлить обсуждение проекта ещё на две недели.</p>"
    found = taken(project, letter(a_table(HEADS, TERM) + more), status=1)
    assert [one["status"] for one in found["rows"]] == ["taken", "left"]
    assert "I91" in codes(found)


@pytest.mark.parametrize(
    ("body", "heads", "code"),
    [
        (a_table(HEADS, TERM), {"Subject": "Не для публикации"}, "G32"),
        (a_table(HEADS, TERM) + "<p>Прошу не публиковать.</p>", {}, "I51"),
        (a_table(HEADS, TERM), {"Subject": "Fwd: замечания"}, "I40"),
        (a_table(HEADS, TERM), {"Sensitivity": "Private"}, "I51"),
        (a_table(HEADS, TERM), {"Auto-Submitted": "auto-replied"}, "I43"),
        (a_table(HEADS, ("2", "Срок <s>не</s> велик для семей.", "")), {}, "I68"),
        (a_table(HEADS, ("2", "Срок <i hidden>не</i> велик для семей.", "")), {}, "I66"),
        (a_table((*HEADS, "Статус"), (*TERM, "ДСП")), {}, "I51"),
    ],
)
def test_what_speaks_against_a_letter_or_a_row_leaves_it(
    body: str, heads: dict[str, str], code: str, project: Path
) -> None:
    assert code in codes(taken(project, letter(COVER + body, **heads), status=1))
    assert comments(project) == []


def test_a_table_of_heads_alone_leaves_the_letter(project: Path) -> None:
    found = taken(project, letter("<p>Срок в пункте 2 велик.</p>" + a_table(HEADS)), status=1)
    assert "I54" in codes(found)


def test_a_hidden_row_is_told_and_not_taken(project: Path) -> None:
    body = a_table(HEADS, TERM, PAPERS).replace("<tr><td>3", "<tr style='display:none'><td>3")
    assert "I48" in codes(taken(project, letter(COVER + body)))
    assert [one.clause for one in comments(project)] == ["term"]


def test_merged_clauses_hold_for_each_row_and_merged_words_are_left(project: Path) -> None:
    rows = (
        "<tr><td>Пункт<td>Замечание</tr><tr><td rowspan=2>2<td>Срок велик.</tr>"
        "<tr><td>Срок и неясен: рабочих ли дней?</tr>"
    )
    taken(project, letter(f"<table>{rows}</table>"))
    assert [one.clause for one in comments(project)] == ["term", "term"]


def test_the_table_of_an_answered_letter_is_nobodys_comment_here(project: Path) -> None:
    quoted = f"<div class='yahoo_quoted'>{a_table(HEADS, TERM)}</div>"
    body = f"<p>Прошу сократить срок в пункте 2 до одного дня.</p>{quoted}"
    taken(project, letter(body, Subject="Re: проект", In_Reply_To="<0@a.example>"))
    assert [one.text for one in comments(project)] == [
        "Прошу сократить срок в пункте 2 до одного дня."
    ]


def test_a_table_without_heads_is_read_as_lines(project: Path) -> None:
    taken(project, letter("<p>В пункте 2 срок велик:</p>" + a_table(("город", "село"), ("2", "9"))))
    (found,) = comments(project)
    assert found.text.split("\n")[0] == "В пункте 2 срок велик:"


@pytest.mark.parametrize("clauses", [("2", "3"), ("п. 2", "п. 3"), ("2-тармақ", "3-тармақ")])
def test_rows_of_several_clauses_without_heads_are_no_comment_on_the_whole(
    clauses: tuple[str, str], project: Path
) -> None:
    said = ("Срок слишком велик, сделайте короче.", "Плата за справку никому не нужна.")
    rows = zip(clauses, said, strict=True)
    assert "I54" in codes(taken(project, letter(a_table(*rows)), status=1))
    assert comments(project) == []


def test_letters_of_a_box_have_their_tables(project: Path) -> None:
    one = letter(a_table(HEADS, TERM), Message_ID="<1@a.example>").as_bytes()
    two = letter(a_table(HEADS, PAPERS), Message_ID="<2@a.example>").as_bytes()
    from_line = b"From a@b.example Tue Nov 10 10:00:00 2026\n"
    put(project, "a.mbox", from_line + one + b"\n\n" + from_line + two)
    of_file(project, project / "a.mbox")
    assert {one.clause for one in comments(project)} == {"term", "documents"}
