"""The figures of a quarter: of how much they are, and what is not known is told from what is 0."""

from datetime import date

import builders as b
from cases import a_case, a_record
from held_words import held
from sites import ROOT
from talqy.language.edition import Edition, editions
from talqy.report.data import Quarter, quarter_of
from talqy.report.quarter_table import quarter_table
from talqy.report.quarters import closed_of
from talqy.site.pages import quarters

TALK = b.a_consultation("2026-10-05", "2026-10-19")
TEXT = b.a_revision(1, dated="2026-10-01", consultation=TALK)


def russian(*comments: b.Tree, text: b.Tree = TEXT, today: str = "2026-11-20") -> Edition:
    case = a_case(a_record(text, comments=comments), today=today)
    return editions(ROOT, case.register, case.assessment)[1]


def test_a_quarter_ends_on_its_last_day() -> None:
    assert [Quarter(2026, n).ends.isoformat() for n in (1, 2, 3, 4)] == [
        *("2026-03-31", "2026-06-30"),
        *("2026-09-30", "2026-12-31"),
    ]
    assert quarter_of(date(2026, 10, 1)) == Quarter(2026, 4)


def test_a_page_says_of_how_much_the_figures_are_and_that_more_may_come() -> None:
    (page,) = quarters.pages(russian(b.a_comment(received="2026-10-12")))
    assert page.at.path == "statistics/2026-4/"
    assert "Завершившихся обсуждений: 1. Опубликовано отчетов: 0." in page.content
    assert held("Комментариев: 1 (ждут ответа –~1).") in page.content
    assert held("Конец квартала: 31~декабря~2026~года.") in page.content
    over = russian(b.a_comment(received="2026-10-12"), today="2027-01-20")
    (page,) = quarters.pages(over)
    assert "Конец квартала" not in page.content


def test_what_is_not_known_is_said_in_words_and_0_is_none_of_them() -> None:
    edition = russian()
    table = quarter_table(
        "2026-4", closed_of(edition), edition.register, edition.locale, date(2026, 11, 20)
    )
    (row,) = (dict(zip(table.heads, one, strict=True)) for one in table.rows)
    assert row["Всего поступило"] == 0
    assert row["Доля принятых, процентов"] == "решений пока нет"
    assert row["Отчет опубликован"] == "пока нет"
    assert "" not in row.values()
    assert None not in row.values()


def test_no_report_is_owed_on_a_draft_that_was_given_up() -> None:
    edition = russian(text={**TEXT, "withdrawn": b.a_withdrawal("2026-10-25")})
    (page,) = quarters.pages(edition)
    assert "не применяется" in page.content
    assert "пока нет" not in page.content


def test_quarters_without_a_discussion_have_no_page() -> None:
    assert list(quarters.pages(russian(today="2026-10-10"))) == []
