"""What authorities owe, as lines on a terminal: authority, text, and on which comments."""

from collections.abc import Iterator, Sequence

from talqy.language.edition import Edition
from talqy.language.sayings import revision_number
from talqy.responses.debts import Debt, Owed, by_authority
from talqy.responses.due_table import owed_name


def due_lines(edition: Edition, owed: Sequence[Debt]) -> Iterator[str]:
    """Yield what is read on a terminal: authority, text, what is owed on which comments."""
    words, locale = edition.locale.words, edition.locale
    yield words("As of {day}", day=locale.state_of(edition.assessment.today))
    if not owed:
        yield words("All comments are answered.")
    for name, of in by_authority(owed):
        yield ""
        yield f"{edition.authority(name, short=False).striptags()} ({name})"
        for debt in of:
            yield from (f"  {line}" for line in _of_text(edition, debt))


def _of_text(edition: Edition, debt: Debt) -> Iterator[str]:
    locale, record = edition.locale, debt.record
    number = revision_number(locale, debt.revision.revision)
    yield f"{edition.short_title(record).striptags()}, {number} ({record.id})"
    if debt.is_report_overdue:
        yield f"  {_until(edition, debt, Owed.REPORT)}{owed_name(edition, Owed.REPORT)}"
    for what, comments in debt.comments.items():
        named = ", ".join(record.comment_name(one.id) for one in comments)
        said = f"{owed_name(edition, what)}: {locale.number(len(comments))} ({named})"
        yield f"  {_until(edition, debt, what)}{said}"


def _until(edition: Edition, debt: Debt, what: Owed) -> str:
    """Say until when it is due, and whether that day is over; nothing where no day is set."""
    day = debt.day_of(what)
    if day is None:
        return ""
    until = f"{edition.locale.words('Last day')}: {edition.locale.day(day)}"
    late = f", {edition.locale.words('overdue')}" if debt.is_late_with(what) else ""
    return f"{until}{late}. "
