"""The matrix of a standard across revisions: what became of each comment, and of its words."""

import csv
import io
from dataclasses import replace

import pytest
from markupsafe import Markup

import builders as b
from cases import a_case, a_record
from held_words import held
from sites import ROOT
from talqy.language.edition import Edition, Results, editions
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.tags import Tags
from talqy.office.plain_files import plain_csv
from talqy.report.matrix import Unfollowed, matrix_rows, rows_that_stand
from talqy.report.matrix_table import matrix_table
from talqy.site.pages import comments as comments_pages
from talqy.site.pages import matrix

TALK = b.a_consultation("2026-10-05", "2026-10-19")
OLD, NEW = "Мерзімі – 5 жұмыс күні.", "Мерзімі – 3 жұмыс күні."
FEE = "Төлемақы алынбайды."


def clauses(term: str) -> list[b.Tree]:
    return [
        b.a_clause("term", "1", text=b.said(term, term)),
        b.a_clause("fee", "2", text=b.said(FEE, FEE)),
    ]


FIRST = b.a_revision(1, dated="2026-10-01", consultation=TALK, clauses=clauses(OLD))
SECOND = b.a_revision(
    2, dated="2026-11-01", base=1, kind="amendment", consultation=None, clauses=clauses(NEW)
)


def heard(name: str, **changes: object) -> b.Tree:
    given: b.Tree = {"received": "2026-10-12", "clause": "fee", "kind": "change", "quote": FEE}
    return b.a_comment(name, **{**given, **changes})


def russian(
    *texts: b.Tree, comments: list[b.Tree], answers: list[b.Tree]
) -> tuple[Edition, Record]:
    case = a_case(a_record(*texts, comments=comments, responses=answers), today="2026-11-20")
    edition = editions(ROOT, case.register, case.assessment)[1]
    return edition, edition.register.records[0]


def stand(*texts: b.Tree, outcome: str = "rejected", **changes: object) -> bool:
    answers = [b.a_response(b.COMMENT, outcome=outcome)] if outcome else []
    edition, record = russian(*texts, comments=[heard(b.COMMENT, **changes)], answers=answers)
    return bool(rows_that_stand(edition, record))


def test_what_was_refused_and_stands_in_the_next_text_is_in_the_list() -> None:
    assert stand(FIRST, SECOND)
    assert stand(FIRST, SECOND, outcome="noted")
    assert stand(FIRST, SECOND, outcome="out-of-scope")


@pytest.mark.parametrize(
    "changes",
    [
        {"received": "2026-10-25"},
        {"clause": "term", "quote": OLD},
        {"kind": "support"},
        {"kind": "question"},
        {"clause": "whole", "quote": None},
        {"clause": {"after": "fee"}, "quote": None},
        {"outcome": ""},
    ],
    ids=["late", "changed", "support", "question", "whole", "something missing", "waiting"],
)
def test_what_came_late_asked_for_nothing_or_has_changed_is_not(changes: b.Tree) -> None:
    assert not stand(FIRST, SECOND, **changes)


def test_without_a_later_text_words_stand_only_in_one_that_was_adopted() -> None:
    """A draft may still be revised: nobody can say yet that it passed a comment over."""
    assert not stand(FIRST)
    assert stand({**FIRST, "adopted": b.an_adoption("2026-11-05")})
    given_up = {**SECOND, "withdrawn": b.a_withdrawal("2026-11-10")}
    assert not stand(FIRST, given_up)


def test_a_row_says_what_was_decided_and_what_the_clause_says_now() -> None:
    on_whole = heard(b.OTHER_COMMENT, clause="whole", quote=None, received="2026-10-13")
    comments = [heard(b.COMMENT, clause="term", quote=OLD), on_whole]
    edition, record = russian(FIRST, SECOND, comments=comments, answers=[b.a_response(b.COMMENT)])
    rows = matrix_rows(edition, record)
    assert [row.fate for row in rows][1] is Unfollowed.NO_WORDS
    table = matrix_table(edition, rows, "x")
    text = plain_csv(table, edition.locale).removeprefix("\ufeff")
    first, second = csv.DictReader(io.StringIO(text), delimiter=";")
    assert (first["Комментарий: код"], first["Пункт: код"]) == (b.COMMENT, "term")
    assert (first["Решение: код"], second["Решение: код"]) == ("noted", "")
    assert first["Текст сейчас"] == NEW
    assert first["Что стало с текстом: код"] == "changed"
    assert second["Решение"] == "Ожидает ответа"
    assert (second["Текст сейчас"], second["Обоснование"]) == ("", "")


def test_which_words_stand_is_left_for_the_next_run() -> None:
    answers = [b.a_response(b.COMMENT, outcome="rejected")]
    edition, record = russian(FIRST, SECOND, comments=[heard(b.COMMENT)], answers=answers)
    found = rows_that_stand(edition, record)
    again, same = russian(FIRST, SECOND, comments=[heard(b.COMMENT)], answers=answers)
    again.know_added(same, edition.all_added(record))
    assert rows_that_stand(again, same) == found
    assert [row.comment.id for row in found] == [b.COMMENT]


def test_filters_are_pages_until_they_are_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    comments = [heard(f"a00000000{n}") for n in range(4)]
    answers = [b.a_response(f"a00000000{n}", outcome="rejected") for n in range(2)]
    edition, record = russian(FIRST, SECOND, comments=comments, answers=answers)
    paths = {page.at.path for page in matrix.pages(edition, record)}
    first = addresses.matrix(record.id)
    assert paths == {first, f"{first}stands/", f"{first}waiting/"}
    monkeypatch.setattr(matrix, "_MOST_LISTED", 1)
    monkeypatch.setattr(matrix, "_ON_A_PAGE", 3)
    edition, record = russian(FIRST, SECOND, comments=comments, answers=answers)
    pages = list(matrix.pages(edition, record))
    assert [page.at.path for page in pages] == [first, f"{first}2/"]
    assert "waiting/" not in pages[0].content


def test_words_of_strangers_are_text() -> None:
    said = "<script>alert(1)</script> {{ 7 * 7 }}"
    comments = [heard(b.COMMENT, text=said)]
    edition, record = russian(FIRST, SECOND, comments=comments, answers=[])
    (page, *_) = matrix.pages(edition, record)
    assert isinstance(page.content, Markup)
    assert "<script>alert" not in page.content
    assert "{{ 7 * 7 }}" in page.content


def test_a_standard_on_which_nobody_wrote_has_no_matrix() -> None:
    edition, record = russian(FIRST, comments=[], answers=[])
    assert list(matrix.pages(edition, record)) == []


def test_tags_are_told_with_their_tallies_and_on_no_page_of_a_comment() -> None:
    comments = [heard(f"a00000000{n}") for n in range(3)]
    refused = b.a_response("a000000000", outcome="rejected")
    edition, record = russian(FIRST, SECOND, comments=comments, answers=[refused])
    ids = [one.id for one in record.comments]
    tag = {"name": b.said("Сағат <b>", "Часы <b>"), "comments": ids[:2]}
    tree = {"schema": "1", "standard": record.id, "tags": {"hours": tag}}
    digests = dict.fromkeys(ids, f"sha256:{'0' * 64}")
    record = replace(record, tagged=Tags.model_validate(tree), digests=digests)
    edition = replace(edition, register=replace(edition.register, records=(record,)))
    edition = replace(edition, in_all=Results(), in_own=Results())
    (page, *others) = matrix.pages(edition, record)
    tallied = page.content.split("Часы &lt;b&gt;</a></dt><dd>")[1][:80]
    assert tallied.startswith(held("не принято –~1, ожидает ответа –~1"))
    assert f"s/{record.id}/matrix/tag-hours/" in {one.at.path for one in others}
    shown = [*comments_pages.pages(edition, record), *comments_pages.own_pages(edition, record)]
    assert len(shown) >= len(ids)
    assert not any("Часы" in one.content for one in shown)
