"""What stands beside a text is shown, exported, and changes no digest where it may come later."""

import json
import re
from typing import Any

import html5lib
import pytest
from icalendar import Calendar

import builders as b
from builders import said
from cases import a_case, a_record
from held_words import held
from sites import ROOT, words_in
from talqy.data.exports import export_of_standard
from talqy.language.edition import Edition, editions
from talqy.model.revision import Revision
from talqy.record.digests import digest_of
from talqy.site.calendars import calendar
from talqy.site.feeds import feed, of_site
from talqy.site.pages import standard

DIGEST = "sha256:" + "0" * 64
BESIDE: b.Tree = {
    "gist": said("Мерзім екі күнге қысқарады.", "Срок станет на два дня короче."),
    "grounds": said("Заңның 15-бабы.", "Статья 15 Закона."),
    "aims": said("Мерзімді қысқарту.", "Сократить срок."),
    "consequences": said("Жағымсыз салдар күтілмейді.", "Отрицательных последствий нет."),
    "documents": [
        {
            "kind": "explanatory-note",
            "language": "ru",
            "url": "https://example.kz/note.docx",
            "digest": DIGEST,
        },
        {"kind": "other", "title": said("Есеп", "Расчет"), "url": "https://example.kz/sum.pdf"},
    ],
    "events": [
        {"kind": "hearing", "on": "2026-11-12", "at": "15:00", "place": said("Астана", "Астана")},
        {"kind": "online-discussion", "on": "2026-11-13", "url": "https://example.kz/live"},
    ],
}
NAMES: b.Tree = {
    "short_title": said("Тууды тіркеу", "Регистрация рождения"),
    "also": {"kk": ["туу туралы куәлік"], "ru": ["свидетельство о рождении", "метрика"]},
}


def edition(language: int = 1, today: str = b.TODAY, **changes: Any) -> Edition:
    """Return the edition of a text that says all of it."""
    record = a_record(b.a_revision(**{**BESIDE, **changes}), standard=b.a_standard(**NAMES))
    case = a_case(record, today=today)
    return editions(ROOT, case.register, case.assessment)[language]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            1,
            [
                "Срок станет на два дня короче.",
                "Основания Статья 15 Закона.",
                "Цели Сократить срок.",
                "Ожидаемые последствия Отрицательных последствий нет.",
                f"Пояснительная записка русский {DIGEST}",
                "Расчет",
                "12 ноября 2026 года, 15:00: Публичные слушания. Астана",
                "13 ноября 2026 года: Онлайн-обсуждение",
                "свидетельство о рождении, метрика",
            ],
        ),
        (0, ["Негіздемелер Заңның 15-бабы.", "Жария тыңдау. Астана", "туу туралы куәлік"]),
    ],
)
def test_the_page_of_a_standard_says_all_of_it(language: int, words: list[str]) -> None:
    shown_in = edition(language)
    whole = next(iter(standard.pages(shown_in, shown_in.register.records[0])))
    shown = words_in(html5lib.parse(whole.content, namespaceHTMLElements=False))
    assert [one for one in words if one not in shown] == []


def test_open_data_have_all_of_it() -> None:
    whole = json.loads(export_of_standard(edition(), edition().register.records[0])[1])
    (text,) = whole["revisions"]
    assert {key: text[key] for key in BESIDE} == BESIDE
    assert {key: whole["standard"][key] for key in NAMES} == NAMES


def test_a_withdrawal_cancels_what_was_to_be_held_and_nothing_that_was() -> None:
    withdrawn = {"on": "2026-11-13", "reason": said("Қайтарылды", "Отозван")}
    shown_in = edition(today="2026-11-13", withdrawn=withdrawn)
    made = Calendar.from_ical(calendar(shown_in, "https://a.example/", shown_in.register.records))
    found = {str(e["uid"]): (str(e["status"]), e["sequence"]) for e in made.walk("VEVENT")}
    name = f"{b.STANDARD}-r1-{{}}-1@a.example".format
    assert found[name("hearing")] == ("CONFIRMED", 0)
    assert found[name("online-discussion")] == ("CANCELLED", 1)


def test_a_draft_withdrawn_before_its_discussion_opens_cancels_the_opening() -> None:
    name = f"{b.STANDARD}-r1-opens@a.example"
    for on, said_of in (("2026-11-05", ("CANCELLED", 1)), ("2026-11-13", ("CONFIRMED", 0))):
        withdrawn = {"on": on, "reason": said("Қайтарылды", "Отозван")}
        shown_in = edition(today="2026-11-13", withdrawn=withdrawn)
        made = calendar(shown_in, "https://a.example/", shown_in.register.records)
        found = {str(e["uid"]): e for e in Calendar.from_ical(made).walk("VEVENT")}
        assert (str(found[name]["status"]), found[name]["sequence"]) == said_of


def test_a_draft_withdrawn_while_it_is_discussed_cancels_the_last_day_and_later_does_not() -> None:
    """A calendar program takes a cancelled event over only as a later one: RFC 5546, 2.1.4."""
    name = f"{b.STANDARD}-r1-closes@a.example"
    for on, said_of in (("2026-11-13", ("CANCELLED", 1)), ("2026-12-10", ("CONFIRMED", 0))):
        withdrawn = {"on": on, "reason": said("Қайтарылды", "Отозван")}
        shown_in = edition(today=on, withdrawn=withdrawn)
        made = calendar(shown_in, "https://a.example/", shown_in.register.records)
        found = {str(e["uid"]): e for e in Calendar.from_ical(made).walk("VEVENT")}
        assert (str(found[name]["status"]), found[name]["sequence"]) == said_of


MOVED = [
    {"on": "2026-11-06", "was": "2026-11-09"},
    {"on": "2026-11-10", "was": "2026-11-11", "at": "10:00", "reason": said("Зал бос емес", "Зал")},
]


def test_a_move_raises_the_sequence_and_is_said_on_the_page_and_in_the_feed() -> None:
    (hearing, online) = BESIDE["events"]
    shown_in = edition(today="2026-11-13", events=[{**hearing, "moved": MOVED}, online])
    made = Calendar.from_ical(calendar(shown_in, "https://a.example/", shown_in.register.records))
    found: dict[str, Any] = {str(e["uid"]): e for e in made.walk("VEVENT")}
    moved = found[f"{b.STANDARD}-r1-hearing-1@a.example"]
    assert (moved["sequence"], str(moved["status"])) == (2, "CONFIRMED")
    assert moved["dtstamp"].to_ical() == b"20261109T190000Z"
    assert found[f"{b.STANDARD}-r1-online-discussion-1@a.example"]["sequence"] == 0
    (whole, *_) = standard.pages(shown_in, shown_in.register.records[0])
    shown = words_in(html5lib.parse(whole.content, namespaceHTMLElements=False))
    assert "перенесено, было: 9 ноября 2026 года" in shown
    assert "перенесено, было: 11 ноября 2026 года, 10:00. Зал" in shown
    entries = feed(shown_in, "https://a.example/", of_site(shown_in)).decode()
    assert "Перенесено: публичные слушания" in entries
    assert entries.count("/r1/moved/") == 2


def test_a_move_that_is_not_announced_yet_raises_nothing() -> None:
    (hearing, _) = BESIDE["events"]
    shown_in = edition(today="2026-11-09", events=[{**hearing, "moved": MOVED}])
    made = Calendar.from_ical(calendar(shown_in, "https://a.example/", shown_in.register.records))
    assert [e["sequence"] for e in made.walk("VEVENT") if "hearing" in str(e["uid"])] == [1]


@pytest.mark.parametrize(
    ("changes", "said_of"),
    [
        ({}, {"drafted": True, "opened": True}),
        # Extended on the day after the hearing: that is no news then.
        (
            {
                "consultation": b.a_consultation(
                    extended=[b.an_extension("2026-11-13", "2026-12-04")]
                )
            },
            {"drafted": True, "opened": True, "extended": False},
        ),
        (
            {"withdrawn": {"on": "2026-11-10", "reason": said("Қайтарылды", "Отозван")}},
            {"drafted": False, "withdrawn": False},
        ),
    ],
)
def test_a_feed_says_what_is_still_ahead(changes: b.Tree, said_of: dict[str, bool]) -> None:
    shown_in = edition(today="2026-11-13", **changes)
    made = feed(shown_in, "https://a.example/", of_site(shown_in)).decode()
    hearing = held("12~ноября~2026~года, 15:00: Публичные слушания. Астана")
    found = re.findall(r"/r1/(\w+)/0</id>.*?<summary>(.*?)</summary>", made, re.DOTALL)
    shown = {kind: hearing in summary for kind, summary in found}
    assert {kind: shown[kind] for kind in said_of} == said_of


def test_documents_and_events_may_come_after_the_text_is_frozen() -> None:
    text = b.a_revision()
    frozen = digest_of(Revision.model_validate(text))
    later = {"documents": BESIDE["documents"], "events": BESIDE["events"]}
    assert digest_of(Revision.model_validate({**text, **later})) == frozen
    assert digest_of(Revision.model_validate({**text, "gist": BESIDE["gist"]})) != frozen
