"""A draft that was posted after the first day: its discussion is extended first, to which day."""

from dataclasses import dataclass
from datetime import date

from talqy.law.opening import counted_posted
from talqy.model.revision import PostingChannel
from talqy.service.desk.steps.found import FoundText
from talqy.service.desk.steps.words import step_title
from talqy.site.pages.standard_parts import Link
from talqy.steps.way import WayStep, possible_steps


@dataclass(frozen=True, slots=True)
class ExtendedFirst:
    """What is done before a posting is said, in words, and where."""

    words: str
    link: Link


def extended_first(found: FoundText, channel: str, on: date | None) -> ExtendedFirst | None:
    """Return what is done first where a draft that was posted on a day would end too early."""
    talk = found.revision.consultation
    standing = found.assessment.of(found.record.id, found.revision.revision)
    possible = possible_steps(found.record, found.revision, standing)
    if talk is None or on is None or WayStep.EXTEND not in possible:
        return None
    if channel not in set(PostingChannel) or on > found.assessment.today:
        return None
    counted = counted_posted(found.register, talk, PostingChannel(channel), on)
    if counted is None or talk.last_day >= counted.last:
        return None
    locale = found.visit.edition.locale
    words = locale.words(
        "Posted on {posted}, the draft is to be discussed until {closes} at least, and it is "
        "announced until {announced}. First extend the discussion to {closes}, then say where the "
        "draft was posted.",
        posted=locale.day(on),
        closes=locale.day(counted.last),
        announced=locale.day(talk.last_day),
    )
    at = found.below(f"{WayStep.EXTEND}/")
    href = found.visit.path(f"{at}?closes={counted.last.isoformat()}")
    return ExtendedFirst(words, Link(step_title(locale, WayStep.EXTEND), href))
