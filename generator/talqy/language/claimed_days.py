"""Days that are older than the record: “dated …, on record since …”, in the words of pages."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from talqy.language.locale import Locale
from talqy.model.history import History, RecordedPart
from talqy.record.claimed_days import claimed_days


@dataclass(frozen=True, slots=True)
class ClaimedDayView:
    """What bears an older day than that on which it came on record; `words` say both.

    `key` is its lasting name within its text.
    """

    part: RecordedPart
    on: date
    since: date
    key: str
    name: str
    words: str


def claimed_day_views(
    locale: Locale, history: History | None, revision: int
) -> Iterator[ClaimedDayView]:
    """Say of one text what is dated before the day on which it came on record."""
    names = {
        RecordedPart.REPORT: locale.words("Report on completion of the discussion"),
        RecordedPart.ADOPTED: locale.words("Adopted"),
        RecordedPart.WITHDRAWN: locale.words("Draft withdrawn"),
    }
    entry = history.of(revision) if history else None
    alike = Counter[str]()
    for one in claimed_days(entry) if entry else ():
        on, since = locale.day(one.on), locale.day(one.since)
        words = locale.words("dated: {on}; on record since: {since}", on=on, since=since)
        key, name = str(one.part), names.get(one.part, "")
        if one.posting:
            channel = one.posting.channel
            key = f"posted/{channel}/{one.on}"
            alike[key] += 1
            key += f"/{alike[key]}" if alike[key] > 1 else ""
            coded = locale.coded("posting-channel", channel)
            name = locale.words("Posted: {channel}", channel=coded)
        yield ClaimedDayView(one.part, one.on, one.since, key, name, words)
