"""How a text is cited: standard, text, clause, act, days and digest, in one line to be copied.

Parts stand beside one another under their own words, so that none of them needs a case ending.
"""

from talqy.language.clause_sayings import clause_name
from talqy.language.locale import Locale
from talqy.language.sayings import revision_name
from talqy.law.force import ForcePeriod
from talqy.model.register import Record


def citation(
    locale: Locale, record: Record, period: ForcePeriod, digest: str, clause: str | None = None
) -> str:
    """Return how a text that is or was in force is cited, or one of its clauses."""
    text = period.revision
    name = f"{locale.plain(record.standard.title)} ({record.id}). {revision_name(locale, text)}"
    parts = [name, _plain(clause_name(locale, text, clause))] if clause else [name]
    parts += [locale.plain(period.adoption.act), held_words(locale, period), digest]
    return ". ".join(part.rstrip(". ") for part in parts)


def held_words(locale: Locale, period: ForcePeriod) -> str:
    """Return since when a text is in force, and until when where its end is known."""
    words = locale.words("In force since")
    if period.until is None:
        return f"{words}: {locale.day(period.since)}"
    words = locale.words("In force")
    return f"{words}: {locale.days(period.since, period.until)}"


def _plain(words: object) -> str:
    """Return escaped words as they are read, on one line."""
    text = words.unescape() if hasattr(words, "unescape") else str(words)
    return " ".join(str(text).split())
