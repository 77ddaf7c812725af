"""The news: each thing that happened once, on its day, the same in feeds and on pages."""

import re
from dataclasses import replace
from typing import Any

import pytest
from icalendar import Calendar

import builders as b
from cases import a_case, a_record
from held_words import held
from sites import ROOT
from talqy.language.edition import Edition, editions
from talqy.law.publication import public_part
from talqy.model.history import History
from talqy.model.register import Record
from talqy.project.survey import survey
from talqy.site.calendars import calendar
from talqy.site.feeds import feed, of_authority, of_site, of_standard
from talqy.site.pages import home, standard
from talqy.site.pages import news as news_page
from talqy.site.pages.authorities import pages as pages_of_authorities
from talqy.site.pages.news import pages_of_site
from talqy.site.pages.news_items import News, news, news_of_standard

OTHER = "b2b2b2b2b2"
ELSEWHERE = {"telegram": "https://t.me/talqy_example", "mail": "https://lists.example/talqy"}


def edition(today: str) -> Edition:
    """Return a standard whose second text was changed because of a comment, in Russian."""
    changed = [
        {"clauses": ["term"], "reason": b.said("Негіз.", "Причина."), "comments": [b.COMMENT]}
    ]
    second = b.a_revision(
        2,
        dated="2026-12-20",
        consultation=b.a_consultation("2026-12-21", "2027-01-15"),
        amendments=changed,
    )
    record = a_record(
        b.a_revision(),
        second,
        comments=[b.a_comment(), b.a_comment(OTHER)],
        responses=[b.a_response(), b.a_response(OTHER)],
    )
    case = a_case(record, today=today)
    return editions(ROOT, case.register, case.assessment)[1]


def told(today: str) -> list[tuple[str, str]]:
    shown = edition(today)
    return [(one.on.isoformat(), one.title) for one in news(shown, shown.register.records)]


def test_answers_of_a_day_are_one_piece_of_news_and_changed_words_another() -> None:
    known = dict(told("2027-01-10"))
    assert known["2026-11-16"] == held("Ответ дан на 2~комментария")
    assert ("2026-12-21", "Изменено по комментариям") in told("2027-01-10")
    assert len(told("2027-01-10")) == len(set(told("2027-01-10")))


def test_a_clause_that_was_taken_out_is_told_by_its_name_of_before() -> None:
    gone = b.a_clause("handover", "6", heading=b.said("Тапсыру", "Передача"))
    texts = b.drafts([*b.complete_clauses(), gone], b.complete_clauses())
    texts[1]["amendments"] = [
        {"clauses": ["handover"], "reason": b.said("Негіз.", "Причина."), "comments": [b.COMMENT]}
    ]
    record = a_record(*texts, comments=[b.a_comment()])
    case = a_case(record, today="2027-06-01")
    shown = editions(ROOT, case.register, case.assessment)[1]
    [told] = [one for one in news(shown, [record]) if one.name == "changed/0"]
    assert told.note == "6. Передача (исключен)"


def test_nothing_is_told_before_its_day() -> None:
    for today in ("2026-11-10", "2026-11-15", "2026-12-20"):
        assert all(day <= today for day, _ in told(today)), today
    assert ("2026-11-16", held("Ответ дан на 2~комментария")) not in told("2026-11-15")


def test_that_a_discussion_ends_soon_is_news_from_the_first_such_day() -> None:
    soon = [
        (day, title) for day, title in told("2027-01-15") if title == "Обсуждение скоро завершится"
    ]
    assert soon
    assert all("2027-01-08" < day <= "2027-01-15" or day < "2026-12-01" for day, _ in soon)


def test_a_past_day_is_told_with_what_was_known_on_it() -> None:
    """An extension and a move that came later are news of their own days, and change no older."""
    extended = [b.an_extension("2026-11-18", "2026-12-11")]
    moved = [{"on": "2026-11-17", "was": "2026-11-16"}]
    text = b.a_revision(
        1,
        dated="2026-11-02",
        consultation=b.a_consultation("2026-11-03", "2026-11-19", extended=extended),
        events=[{"kind": "hearing", "on": "2026-11-25", "moved": moved}],
    )
    case = a_case(a_record(text), today="2026-12-31")
    shown = editions(ROOT, case.register, case.assessment)[1]
    found = {one.name: one for one in news(shown, shown.register.records)}
    until = {name: found[name].note for name in ("closing/0", "extended/0", "closing/1")}
    assert until == {
        "closing/0": held("Последний день приема комментариев: 19~ноября~2026~года"),
        "extended/0": held("Новый последний день обсуждения: 11~декабря~2026~года"),
        "closing/1": held("Последний день приема комментариев: 11~декабря~2026~года"),
    }
    assert found["closing/0"].on < found["extended/0"].on < found["closing/1"].on
    assert held("16~ноября~2026~года: Публичные слушания") in found["opened/0"].note
    assert held("25~ноября~2026~года: Публичные слушания") in found["moved/0"].summary


def test_feeds_and_pages_of_site_standard_and_authority_tell_the_same() -> None:
    shown = edition("2027-01-10")
    (record,) = shown.register.records
    titles = {one.title for one in news(shown, (record,))}
    for of in (of_site(shown), of_standard(shown, record), of_authority(shown, b.MINISTRY)):
        made = feed(shown, "https://a.example/", of).decode()
        assert all(title in made for title in titles)
    for page in (*pages_of_site(shown), *pages_of_authorities(shown)):
        assert all(title in page.content for title in titles), page.at


# --- what people follow, and what keeps the books ------------------------------------------------


def of_one(today: str) -> tuple[Edition, list[News]]:
    shown = edition(today)
    (record,) = shown.register.records
    return shown, news_of_standard(shown, record)


def test_postings_of_a_day_are_one_entry_of_the_standard_and_none_of_the_site() -> None:
    shown, own = of_one("2027-01-10")
    opened = [one.title for one in own if one.on.isoformat() == "2026-12-21"]
    assert opened[-1] == held("В журнал внесены 3~записи")
    assert opened.index("Обсуждение началось") < len(opened) - 1
    assert sum(one.title.startswith("В журнал внесен") for one in own) == 2
    (last,) = [one for one in own if one.is_bookkeeping][:1]
    assert len(last.summary.splitlines()) == 3
    assert not [one for one in news(shown, shown.register.records) if one.is_bookkeeping]


@pytest.fixture(scope="module")
def demonstration() -> Edition:
    """Return the demonstration, in Russian."""
    register, assessment = survey(ROOT).known
    return editions(ROOT, public_part(register, assessment), assessment)[1]


def test_what_was_dated_back_in_several_standards_is_one_entry_of_its_day(
    demonstration: Edition,
) -> None:
    told = [page.content.split("</section>") for page in pages_of_site(demonstration)]
    days = [day for page in told for day in page if "в журнал позже своей даты" in day]
    assert days
    for day in days:
        (item,) = [li for li in day.split("<li>") if "позже своей даты" in li]
        counts = [int(found) for found in re.findall(r">[^<>]+:\xa0(\d+)</a>", item)]
        assert len(counts) > 1
        assert item.startswith(held(f"{sum(counts)}~запис"))
        assert "До этого дня в журнале такой записи не было" in item


def test_what_keeps_the_books_never_stands_above_what_people_follow(
    demonstration: Edition,
) -> None:
    first = next(iter(pages_of_site(demonstration))).content
    assert 0 < first.index("Обсуждение скоро завершится") < first.index("О самом журнале")
    assert first.index("О самом журнале") < first.index("позже своей даты")


def test_older_news_stand_on_further_pages_to_the_first_day(demonstration: Edition) -> None:
    pages = [page.content for page in pages_of_site(demonstration)]
    days = [day for page in pages for day in re.findall(r'id="on-([\d-]+)"', page)]
    kept = [day for page in pages for day in re.findall(r'id="kept-([\d-]+)"', page)]
    assert len(pages) > 2
    assert days == sorted(days, reverse=True)
    assert {one.on.isoformat() for one in news(demonstration, demonstration.register.records)} == {
        *days,
        *kept,
    }
    assert all(f'href="{number}/"' in pages[0] for number in range(2, len(pages) + 1))


def corrected(*corrections: b.Tree) -> tuple[Edition, Record]:
    """Return a standard of whose record something was corrected, in Russian."""
    text = {"revision": 1, "digest": "sha256:0", "corrections": list(corrections)}
    tree = {"schema": "1", "standard": b.STANDARD, "revisions": [text]}
    history = History.model_validate(tree)
    record = replace(a_record(), history=history)
    case = a_case(record, today="2026-12-31")
    return editions(ROOT, case.register, case.assessment)[1], record


def test_a_correction_is_news_and_an_addition_keeps_the_books() -> None:
    """What somebody has read and is other now is told to all; what came beside it is not."""
    added = {"on": "2026-12-01", "what": "gist", "reason": b.said("Қосылды.", "Добавлено.")}
    wrong = {"on": "2026-12-02", "what": "report.on", "was": "2026-11-30"}
    shown, record = corrected(added, {**wrong, "reason": b.said("Қате.", "Опечатка.")})
    followed = [one.on.isoformat() for one in news(shown, (record,))]
    assert "2026-12-02" in followed
    assert "2026-12-01" not in followed
    (kept,) = [one for one in news_of_standard(shown, record) if one.on.isoformat() == "2026-12-01"]
    assert kept.title.startswith("Журнал дополнен: ")
    assert kept.summary == "Добавлено."
    assert kept.place.startswith(f"s/{b.STANDARD}/history/")


def test_a_report_that_did_not_come_in_time_is_news_on_the_day_after() -> None:
    titles = dict(told("2026-12-31"))
    assert titles["2026-12-12"].startswith("Срок опубликования отчета истек: ")


# --- days for calendars --------------------------------------------------------------------------


def dated(today: str, consultation: b.Tree, **changes: b.Tree) -> dict[str, tuple[str, str, int]]:
    """Return the days of the report and the act in a calendar: what each is, when, how often."""
    text = b.a_revision(1, dated="2026-10-01", consultation=consultation, **changes)
    case = a_case(a_record(text), today=today)
    shown = editions(ROOT, case.register, case.assessment)[1]
    made = Calendar.from_ical(calendar(shown, "https://a.example/", shown.register.records))
    found: dict[str, Any] = {
        str(one["uid"]).partition("-r1-")[2].partition("@")[0]: one for one in made.events
    }
    return {
        name: (str(one["summary"]).partition(":")[0], str(one["dtstart"].dt), one["sequence"])
        for name, one in found.items()
        if name in {"report", "in-force"}
    }


def test_a_calendar_has_the_day_of_the_report_and_of_the_act() -> None:
    talk = b.a_consultation("2026-10-05", "2026-10-19")
    due, late = "Срок опубликования отчета", "Срок опубликования отчета истек"
    assert dated("2026-11-03", talk) == {"report": (due, "2026-11-03", 0)}
    assert dated("2026-11-04", talk) == {"report": (late, "2026-11-03", 0)}
    assert dated("2026-11-04", talk, withdrawn=b.a_withdrawal("2026-10-20")) == {}
    reported = {**talk, "report": b.a_report("2026-11-02")}
    act = b.an_adoption("2026-11-10", "2027-01-01")
    assert dated("2026-11-20", reported, adopted=act) == {
        "report": ("Отчет о завершении публичного обсуждения опубликован", "2026-11-02", 1),
        "in-force": ("Дата введения в действие", "2027-01-01", 0),
    }


# --- where else news are told ---------------------------------------------------------------------


def test_a_channel_and_a_mailing_list_stand_wherever_one_can_follow() -> None:
    """On the pages of news, of a standard, of its authority, and on the first page."""
    case = a_case(a_record(), project=b.a_project(follow=ELSEWHERE))
    shown = editions(ROOT, case.register, case.assessment)[1]
    (record,) = shown.register.records
    rooms = [
        *standard.pages(shown, record),
        *news_page.pages(shown, record),
        *pages_of_site(shown),
        *pages_of_authorities(shown),
        *home.pages(shown),
    ]
    assert len(rooms) > 5
    for page in rooms:
        for at in ELSEWHERE.values():
            assert f'<a href="{at}" rel="external">' in page.content, page.at.path
