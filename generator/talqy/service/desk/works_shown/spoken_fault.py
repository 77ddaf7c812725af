"""What is wrong, as people at the desk say it: clauses, facts, languages and days by their names.

Values alone are put into words, and the gaps of our own messages: what a file quotes stays as is.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from talqy.language.clause_sayings import plain_clause_name
from talqy.language.locale import Locale
from talqy.model import paths
from talqy.model.facts import FACTS
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.model.revision import PostingChannel, Revision
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.works_shown.promises import text_in_work

_GAP = re.compile(r"\br(\{\w+\})(?: редакция)?")


def spoken_fault(visit: DeskVisit, problem: Problem) -> Problem:
    """Return a problem whose values are what people call them."""
    of = paths.StandardPath.parse(problem.file)
    standard = of.standard if of else paths.standard_of(problem.file)
    record = visit.edition.register.record(standard) if standard else None
    text = text_in_work(visit, standard, of.revision) if of and of.revision else None
    said = {name: _value(visit, record, text, name, it) for name, it in problem.values.items()}
    return replace(problem, values=said)


def spoken_words(locale: Locale) -> Callable[[str], str]:
    """Return what says a message: a text is called by its number, and not by its file."""
    translate = locale.catalogue.problem
    named = r"\1-редакция" if locale.code == "kk" else r"\1"
    return lambda words: _GAP.sub(named, translate(words))


def clause_at(text: Revision, problem: Problem) -> str:
    """Return the innermost clause that a problem of a text is about; empty if it is none."""
    steps, name, clauses = list(problem.path), "", text.clauses
    while len(steps) > 1 and steps[0] == "clauses":
        step, steps = steps[1], steps[2:]
        if isinstance(step, str):
            named = step.removeprefix("#")
            return named if text.clause(named) else ""
        if step >= len(clauses):
            break
        name, clauses = clauses[step].id, clauses[step].clauses
    return name


def _value(
    visit: DeskVisit, record: Record | None, text: Revision | None, name: str, value: object
) -> object:
    locale = visit.edition.locale
    if isinstance(value, date):
        return locale.day(value)
    if not isinstance(value, str):
        return value
    if day := _day(value):
        return locale.day(day)
    if name == "comment":
        return record.comment_name(value) if record and record.comment(value) else value
    say = _parts_said(visit, record, text).get(name)
    return ", ".join(map(say, value.split(", "))) if say else value


def _parts_said(
    visit: DeskVisit, record: Record | None, text: Revision | None
) -> Mapping[str, Callable[[str], str]]:
    """Return what says one part of a value, by the name of the value."""
    locale = visit.edition.locale
    languages = {one.code for one in visit.spoken.editions}
    channels = {one.value for one in PostingChannel}

    def clause(it: str) -> str:
        return _clause(locale, record, text, it)

    def language(it: str) -> str:
        return locale.language_name(it) if it in languages else it

    def channel(it: str) -> str:
        return locale.coded("posting-channel", it) if it in channels else it

    def fact(it: str) -> str:
        return locale.words(FACTS[it].label) if it in FACTS else it

    return {
        "clause": clause,
        "clauses": clause,
        "language": language,
        "languages": language,
        "channel": channel,
        "channels": channel,
        "facts": fact,
    }


def _clause(locale: Locale, record: Record | None, text: Revision | None, name: str) -> str:
    texts = (text, *(reversed(record.revisions) if record else ()))
    found = next((one for one in texts if one and one.clause(name)), None)
    return plain_clause_name(locale, found, name) if found else name


def _day(value: str) -> date | None:
    if len(value) != len("2026-11-30"):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
