"""A text as plain lines: clause by clause, with its facts."""

from collections.abc import Iterator

from markupsafe import Markup

from talqy.language.clause_sayings import clause_name
from talqy.language.fact_words import fact_words, plain
from talqy.language.locale import Locale
from talqy.model.items import levels
from talqy.model.project import FeeUnit
from talqy.model.revision import Clause, Revision


def text_lines(
    locale: Locale, unit: FeeUnit | None, text: Revision, year: int, only: str | None = None
) -> Iterator[str]:
    """Yield the lines of a text, or of one of its clauses and those inside it.

    Sums in tenge are those of `year`.
    """
    chosen = text.clause(only) if only else None
    for clause in chosen.walk() if chosen else text.walk():
        yield ""
        yield Markup(clause_name(locale, text, clause.id)).unescape()  # noqa: S704 - escaped
        yield from _words(locale, clause)
        for row in fact_words(locale, unit, clause.facts, year):
            for line in row.lines:
                yield f"  – {row.label}: {plain(line)}"


def _words(locale: Locale, clause: Clause) -> Iterator[str]:
    yield from _text(locale, clause)
    for row in clause.table.lines(locale.code) if clause.table else ():
        yield " | ".join(" ".join(cell.split()) for cell in row)
    if clause.note:
        yield from locale.plain(clause.note).strip().splitlines()


def _text(locale: Locale, clause: Clause) -> Iterator[str]:
    if clause.text:
        lines = locale.plain(clause.text).strip().splitlines()
        for line, level in zip(lines, levels(lines), strict=True):
            yield "  " * max(level - 1, 0) + line
