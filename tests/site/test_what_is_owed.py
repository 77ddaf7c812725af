"""A late report is one thing wherever it is told: figures, files, rules, news, calendars, lists."""

import json
from dataclasses import dataclass
from datetime import date

import pytest
from icalendar import Calendar

import builders as b
from cases import a_case, a_record, said
from held_words import held
from sites import ROOT
from talqy.language.edition import editions
from talqy.language.stage_table import offer_of
from talqy.record.counts import Unanswered
from talqy.report.data import closed_discussions, quarter_json
from talqy.report.heard import all_heard
from talqy.responses.debts import debts
from talqy.rules.rule import CheckContext
from talqy.site.calendars import calendar
from talqy.site.pages.news_items import news_of_standard
from talqy.site.pages.report import late_report
from talqy.site.pages.statistics import statistics_of

TALK = b.a_consultation("2026-10-05", "2026-10-19")
# Ten working days after the closing day, less the Day of the Republic.
DUE, TODAY = "2026-11-03", "2026-11-10"


@dataclass(frozen=True)
class Owed:
    """What a life leaves: the last day for a report, how late it is, and what is owed now."""

    due: str | None
    days_late: int = 0
    is_overdue: bool = False
    answers_due: str | None = None


def a_life(
    report: str | None = None, withdrawn: str | None = None, overtaken: str | None = None
) -> list[b.Tree]:
    talk = {**TALK, "report": b.a_report(report)} if report else TALK
    text = b.a_revision(1, dated="2026-10-01", consultation=talk)
    end = {"withdrawn": b.a_withdrawal(withdrawn)} if withdrawn else {}
    later = b.a_consultation(overtaken or "", "2026-12-04")
    other = [b.a_revision(2, dated="2026-10-20", consultation=later)] if overtaken else []
    return [{**text, **end}, *other]


LIVES = {
    "in time": (a_life("2026-11-03"), Owed(DUE, answers_due=DUE)),
    "a day late": (a_life("2026-11-04"), Owed(DUE, 1, answers_due=DUE)),
    "late": (a_life("2026-11-09"), Owed(DUE, 6, answers_due=DUE)),
    "never": (a_life(), Owed(DUE, 7, is_overdue=True, answers_due=DUE)),
    "still to come": (a_life("2026-11-12"), Owed(DUE, 7, is_overdue=True, answers_due=DUE)),
    "withdrawn while open": (a_life(withdrawn="2026-10-12"), Owed(None)),
    "withdrawn before the day": (a_life(withdrawn="2026-10-25"), Owed(None)),
    "withdrawn on the day": (a_life(withdrawn=DUE), Owed(None)),
    "withdrawn after the day": (a_life(withdrawn="2026-11-06"), Owed(DUE, 3)),
    "late, then withdrawn": (a_life("2026-11-05", withdrawn="2026-11-09"), Owed(DUE, 2)),
    "overtaken before the day": (a_life(overtaken="2026-10-26"), Owed(None)),
    "overtaken after the day": (a_life(overtaken="2026-11-05"), Owed(DUE, 2)),
    "late, then overtaken": (
        a_life("2026-11-05", overtaken="2026-11-09"),
        Owed(DUE, 2, answers_due=DUE),
    ),
}


def lived(life: list[b.Tree], *comments: b.Tree) -> CheckContext:
    return a_case(a_record(*life, comments=comments), today=TODAY)


over_lives = pytest.mark.parametrize(("life", "owed"), LIVES.values(), ids=list(LIVES))


@over_lives
def test_figures_and_files_tell_what_is_owed(life: list[b.Tree], owed: Owed) -> None:
    case = lived(life)
    discussions = json.loads(
        quarter_json("2026-4", closed_discussions(case.register, case.assessment), case.register)
    )["discussions"]
    # A draft that was withdrawn while it was open is counted as well: its last day went by.
    (row,) = [one for one in discussions if one["revision"] == 1]
    assert (row["report_due"], row["report_days_late"]) == (owed.due, owed.days_late)


@over_lives
def test_findings_tell_of_what_came_late(life: list[b.Tree], owed: Owed) -> None:
    case = lived(life)
    found = statistics_of(editions(ROOT, case.register, case.assessment)[1]).findings
    told = "Просроченных ответов: 0; отчетов с опозданием: 1"
    assert len(found) == bool(owed.days_late)
    assert all(told in one.note for one in found)


@pytest.mark.parametrize(
    ("name", "used"),
    [("a day late", "11 / 10"), ("withdrawn after the day", "13 / 10"), ("never", "15 / 10")],
)
def test_days_are_counted_as_long_as_a_report_was_waited_for(name: str, used: str) -> None:
    case = lived(LIVES[name][0])
    lists = statistics_of(editions(ROOT, case.register, case.assessment)[1]).lists
    assert {one.used for _, listed in lists.discussions.values() for one in listed} == {used}


@over_lives
def test_news_tell_of_the_day_that_went_by(life: list[b.Tree], owed: Owed) -> None:
    case = lived(life)
    (record,) = case.register.records
    news = news_of_standard(editions(ROOT, case.register, case.assessment)[1], record)
    days = [one.on for one in news if one.name == "overdue/0" and one.revision == 1]
    assert days == ([date(2026, 11, 4)] if owed.days_late else [])


@over_lives
def test_a_report_and_the_history_tell_by_how_much_it_was_late(
    life: list[b.Tree], owed: Owed
) -> None:
    case = lived(life)
    edition = editions(ROOT, case.register, case.assessment)[1]
    (record,) = case.register.records
    told = late_report(edition, record, record.revisions[0])
    if owed.is_overdue or not owed.days_late:
        assert told == ""
    else:
        assert told == held(
            "Последний день для отчета: 3~ноября~2026~года. "
            f"Опоздание, календарных дней: {owed.days_late}."
        )


@over_lives
def test_rules_debts_and_pages_tell_what_is_overdue_now(life: list[b.Tree], owed: Owed) -> None:
    case = lived(life)
    edition = editions(ROOT, case.register, case.assessment)[1]
    (record,) = case.register.records
    label = offer_of(edition, record, record.revisions[0]).due
    assert bool(said("S05", case)) is owed.is_overdue
    assert bool(debts(case.register, case.assessment)) is owed.is_overdue
    assert (label == edition.locale.words("The report was due by")) is owed.is_overdue


@over_lives
def test_answers_are_owed_alike_in_lists_and_figures(life: list[b.Tree], owed: Owed) -> None:
    case = lived(life, b.a_comment(received="2026-10-12"))
    (heard,) = all_heard(case.register, case.assessment)
    found = debts(case.register, case.assessment)
    is_given_up = bool(life[0].get("withdrawn"))
    assert (heard.outcome is Unanswered.DRAFT_WITHDRAWN, found == ()) == (is_given_up, is_given_up)
    due = heard.due.day.isoformat() if heard.due else None
    assert (due, heard.is_overdue) == (owed.answers_due, owed.answers_due is not None)
    told = [(debt.due, debt.is_overdue) for debt in found]
    assert told == ([] if is_given_up else [(heard.due and heard.due.day, heard.is_overdue)])


@over_lives
def test_calendars_hold_no_day_that_nobody_is_owed(life: list[b.Tree], owed: Owed) -> None:
    case = lived(life)
    edition = editions(ROOT, case.register, case.assessment)[1]
    read = Calendar.from_ical(calendar(edition, "https://a.example/", case.register.records))
    days = [one.decoded("dtstart") for one in read.walk("VEVENT") if "r1-report" in str(one["uid"])]
    notice = life[0]["consultation"].get("report")
    is_made = bool(notice) and notice["on"] <= TODAY
    shown = notice["on"] if is_made else owed.answers_due
    assert [day.isoformat() for day in days] == ([shown] if shown else [])
