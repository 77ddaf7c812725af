"""What is loaded at once stays small where standards are many: calendars, rows of the register."""

import json
import re
from datetime import date
from functools import cache
from typing import Any

import pytest
from icalendar import Calendar

import builders as b
from cases import a_case, a_record
from sites import ROOT
from talqy.language.edition import Edition, editions
from talqy.model.register import Record
from talqy.site import calendars
from talqy.site.calendars import calendar
from talqy.site.pages import register, search

MANY = 40
TODAY = date(2026, 11, 20)


@cache
def edition() -> Edition:
    """Return the Russian edition of standards whose drafts open a week after each other."""

    def one(number: int) -> Record:
        opens = date.fromordinal(TODAY.toordinal() + 7 * (number - MANY // 2))
        closes = date.fromordinal(opens.toordinal() + 14)
        held = b.a_consultation(opens.isoformat(), closes.isoformat())
        name = f"standard-{number:02}"
        title = b.said(f"Қызмет {number}", f"Услуга {number}")
        text = b.a_revision(consultation=held, dated="2026-01-10")
        return a_record(text, standard=b.a_standard(name, title=title))

    records = [one(number) for number in range(MANY)]
    case = a_case(*records, today=TODAY.isoformat())
    return editions(ROOT, case.register, case.assessment)[1]


def days(content: bytes) -> list[date]:
    found = Calendar.from_ical(content).walk("VEVENT")
    moments = [f"{event['dtstart'].to_ical()!s}".strip("b'") for event in found]
    return [date.fromisoformat(f"{it[:4]}-{it[4:6]}-{it[6:8]}") for it in moments]


def test_a_calendar_without_room_has_what_is_ahead_and_the_newest_of_what_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    records = edition().register.records
    whole = calendar(edition(), "https://a.example/", records)
    every = sorted(days(whole))
    assert len(every) > 2 * MANY
    for room in (len(whole) * 2 // 3, len(whole) // 5):
        monkeypatch.setattr(calendars, "_ROOM", room)
        content = calendar(edition(), "https://a.example/", records)
        left = sorted(days(content))
        assert len(content) < room + 1_000
        assert left[0] > every[0]
        ahead = [day for day in every if day >= TODAY]
        if left[0] < TODAY:
            assert left == every[-len(left) :]
        else:
            assert left == ahead[: len(left)]


def rows_of(files: dict[str, bytes]) -> list[list[Any]]:
    first = json.loads(files["standards/rows.json"])
    others = [json.loads(files[f"standards/{name}"]) for name in first["files"]]
    return [row for rows in (first["rows"], *others) for row in rows]


def test_the_rows_of_the_register_have_room_in_files_that_the_first_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = dict(register.rows_files(edition()))
    assert [*whole] == ["standards/rows.json"]
    first = json.loads(whole["standards/rows.json"])
    assert first["files"] == []
    assert {row[0] for row in first["rows"]} == {f"standard-{n:02}" for n in range(MANY)}
    for _, authority, event, stage, label, *_ in first["rows"]:
        assert authority in first["authorities"]
        assert event == "family"
        assert stage in first["stages"]
        assert 0 <= label < len(first["labels"])
    monkeypatch.setattr(register, "_ROOM", 2_000)
    cut = dict(register.rows_files(edition()))
    assert len(cut) > 2
    assert rows_of(cut) == first["rows"]
    assert max(len(file) for path, file in cut.items() if "rows/" in path) < 2_500


def test_very_many_titles_stand_on_several_pages_and_letters_lead_into_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(search, "_ON_PAGE", 10)
    monkeypatch.setattr(search, "_ROOM", 1_200)
    first, *pages = search.pages(edition())
    assert first.content.count("/standard-") == 0
    assert 'href="titles/"' in first.content
    named = re.compile(r'<li(?: id="(_[^"]+)")?><a href="[^"]*/s/(standard-\d\d)/"')
    found = [named.findall(page.content) for page in pages]
    assert len(pages) > 2
    assert len({page.title for page in pages}) == len(pages)
    listed = [name for rows in found for _, name in rows]
    assert sorted(listed) == [f"standard-{n:02}" for n in range(MANY)]
    anchors = {anchor for rows in found for anchor, _ in rows if anchor}
    for number, page in enumerate(pages, 1):
        assert page.at.path == f"search/titles/{f'{number}/' if number > 1 else ''}"
        assert page.content.count('aria-current="page"') == 1
        letters = re.findall(r'<p class="filters">(.*?)</p>', page.content)
        assert {to.partition("#")[2] for to in re.findall('href="([^"]+)"', letters[0])} == anchors
