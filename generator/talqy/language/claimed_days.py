"""Days that are older than the record: “dated …, put on record on …”, in the words of pages."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from talqy.language.locale import Locale
from talqy.model.history import History, RecordedPart
from talqy.record.claimed_days import ClaimedDay, claimed_days


@dataclass(frozen=True, slots=True)
class ClaimedDayView:
    """What bears an older day than that on which it came on record; `words` are a sentence on both.

    `key` is its lasting name within its text.
    """

    part: RecordedPart
    on: date
    since: date
    key: str
    words: str


def claimed_day_views(
    locale: Locale, history: History | None, revision: int
) -> Iterator[ClaimedDayView]:
    """Say of one text what is dated before the day on which it came on record."""
    entry = history.of(revision) if history else None
    alike = Counter[str]()
    for one in claimed_days(entry) if entry else ():
        key = str(one.part)
        if one.posting:
            key = f"posted/{one.posting.channel}/{one.on}"
            alike[key] += 1
            key += f"/{alike[key]}" if alike[key] > 1 else ""
        yield ClaimedDayView(one.part, one.on, one.since, key, _words(locale, one))


def _words(locale: Locale, one: ClaimedDay) -> str:
    """Say both days of what bears an older one."""
    words, on, since = locale.words, locale.day(one.on), locale.day(one.since)
    if one.posting:
        return words(
            "Posted ({channel}): dated {on}, and put on record on {since}.",
            channel=locale.coded("posting-channel", one.posting.channel),
            on=on,
            since=since,
        )
    if one.part is RecordedPart.REPORT:
        return words(
            "The report is dated {on}, and was put on record on {since}.", on=on, since=since
        )
    if one.part is RecordedPart.ADOPTED:
        return words(
            "The adoption is dated {on}, and was put on record on {since}.", on=on, since=since
        )
    return words(
        "The withdrawal of the draft is dated {on}, and was put on record on {since}.",
        on=on,
        since=since,
    )
