"""Values in problems as people say them: languages, days, comments and clauses by their names."""

import re
from dataclasses import replace
from datetime import date

from talqy.language.clause_sayings import plain_clause_name
from talqy.language.edition import Edition
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.model.revision import Revision

_LANGUAGES = frozenset({"language", "first", "other"})
_COMMENTS = frozenset({"comment", "first", "main"})
_CLAUSES = frozenset({"clause", "clauses"})
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def with_plain_values(edition: Edition, problem: Problem) -> Problem:
    """Return a problem whose values have no codes, where the edition knows their names."""
    record, text = _of(edition, problem.file)
    values = {
        key: _plain(edition, record, text, key, value) for key, value in problem.values.items()
    }
    return replace(problem, values=values)


def _plain(
    edition: Edition, record: Record | None, text: Revision | None, key: str, value: object
) -> object:
    locale = edition.locale
    if isinstance(value, date):
        return locale.day(value)
    if not isinstance(value, str):
        return value
    if key in _LANGUAGES and value in edition.register.project.languages:
        return locale.language_name(value)
    if key in _COMMENTS and record and record.comment(value):
        return record.comment_name(value)
    if key in _CLAUSES and text:
        names = value.split(", ")
        return ", ".join(plain_clause_name(locale, text, n) if text.clause(n) else n for n in names)
    return locale.day(date.fromisoformat(value)) if _is_day(value) else value


def _is_day(value: str) -> bool:
    try:
        return bool(_DAY.fullmatch(value)) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _of(edition: Edition, file: str) -> tuple[Record | None, Revision | None]:
    """Return the standard of which a file speaks, and the text."""
    comment, own = paths.CommentPath.parse(file), paths.StandardPath.parse(file)
    standard = comment.standard if comment else own.standard if own else ""
    number = comment.revision if comment else own.revision if own else 0
    record = edition.register.record(standard)
    return record, record.revision(number) if record and number else None
