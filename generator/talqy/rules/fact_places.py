"""What a text says of where and when a service is given, against the facts of its clause."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from talqy.errors import Listed, Saying
from talqy.model.codes import Code
from talqy.model.facts import Facts
from talqy.wording.channels import can_be_named, channels_as_ways, named_channels
from talqy.wording.weekdays import days_from_to, round_the_clock

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ALWAYS = Saying("around the clock")


class Contradicted(NamedTuple):
    """A fact that a text contradicts: its value, in words or with codes, and what the text says."""

    fact: str
    value: Listed
    said: tuple[str, ...]


def channels_apart(facts: Facts, words: str, language: str) -> Iterator[Contradicted]:
    """Yield channels that the text does not name where it names others, and the other way round."""
    named, ways = named_channels(words, language), channels_as_ways(words, language)
    there = dict.fromkeys(one if isinstance(one, str) else one.code for one in facts.channels)
    if len(named) > 1 or named.keys() & there.keys() or ways:
        said = tuple(named.values())
        for channel in there:
            if channel not in named and can_be_named(channel, language):
                yield Contradicted("channels", _coded("channel", channel), said)
    if named.keys() & there.keys():
        for channel, way in ways.items():
            if channel not in there:
                yield Contradicted("channels", _coded("channel", *there), (way,))


def days_apart(facts: Facts, words: str, language: str) -> Iterator[Contradicted]:
    """Yield days of work that are neither those of the text nor those of one place of several."""
    said = days_from_to(words, language)
    sets = [set(one.days) for one in facts.schedule if one.days]
    if said and sets:
        wanted = {_WEEK[day] for day in said.days}
        if wanted not in (set().union(*sets), *sets):
            days = [day for day in _WEEK if day in set().union(*sets)]
            yield Contradicted("schedule", _coded("weekday", *days), (said.said,))


def clock_apart(
    facts: Facts, words: str, language: str, hours: Sequence[str]
) -> Iterator[Contradicted]:
    """Yield “around the clock” where the text has hours only, and hours where it has none."""
    always = {one.around_the_clock for one in facts.schedule}
    said = round_the_clock(words, language)
    if always == {True} and hours and not said:
        yield Contradicted("schedule", Listed((_ALWAYS,)), tuple(hours))
    if always == {False} and said and not hours:
        times = tuple(f"{one.from_}–{one.to}" for one in facts.schedule)
        yield Contradicted("schedule", Listed(times, ", "), (said,))


def _coded(name: str, *codes: str) -> Listed:
    return Listed(tuple(Code(name, code) for code in codes), ", ")
