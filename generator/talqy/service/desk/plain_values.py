"""Values in problems as people say them: languages, days, comments and clauses by their names."""

import re
from dataclasses import replace
from datetime import date

from talqy.language.clause_sayings import plain_clause_name
from talqy.language.edition import Edition
from talqy.model import paths
from talqy.model.facts import FACTS
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.service.desk.field_labels import LABELS, field_words
from talqy.service.desk.file_words import file_words, is_in_file

_LANGUAGES = frozenset({"language", "first", "other", "changed", "same"})
_COMMENTS = frozenset({"comment", "first", "main", "name"})
_CLAUSES = frozenset({"clause", "clauses", "other", "target"})
_FIELDS = frozenset({"facts", "fact", "key"})
_ROW, _CHANNEL = "requirement-row", "posting-channel"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def with_plain_values(edition: Edition, problem: Problem) -> Problem:
    """Return a problem whose values have no codes, where the edition knows their names."""
    record, text = _of(edition, problem.file)
    values = {
        key: _plain(edition, record, text, key, value) for key, value in problem.values.items()
    }
    return replace(problem, values=values)


def plainly_said(edition: Edition, problem: Problem) -> str:
    """Return what is wrong, in words of people."""
    return with_plain_values(edition, problem).said(edition.locale.catalogue.problem)


def _plain(
    edition: Edition, record: Record | None, text: Revision | None, key: str, value: object
) -> object:
    if isinstance(value, date):
        return edition.locale.day(value)
    if not isinstance(value, str):
        return value
    if is_in_file(value):
        return file_words(edition.locale, value)
    if record and (said := _of_record(edition, record, text, key, value)):
        return said
    return _of_project(edition, key, value) or value


def _of_record(
    edition: Edition, record: Record, text: Revision | None, key: str, value: str
) -> str:
    """Return what a comment or clauses of a standard are called; nothing where it is neither."""
    if key in _COMMENTS and record.comment(value):
        return record.comment_name(value)
    if key in _CLAUSES:
        names = [_clause(edition, record, text, name) for name in value.split(", ")]
        return ", ".join(names) if ", ".join(names) != value else ""
    return ""


def _of_project(edition: Edition, key: str, value: str) -> str:
    """Return what a language, a requirement, a field or a day is called; else nothing."""
    locale, names = edition.locale, value.split(", ")
    if key in _LANGUAGES and set(names) <= set(edition.register.project.languages):
        return ", ".join(map(locale.language_name, names))
    if key == "row" and value in edition.register.codes.codes(_ROW):
        return locale.coded(_ROW, value)
    if key == "channel" and value in edition.register.codes.codes(_CHANNEL):
        return locale.coded(_CHANNEL, value)
    if key in _FIELDS:
        return ", ".join(_field(edition, name) for name in names)
    return locale.day(date.fromisoformat(value)) if _is_day(value) else ""


def _clause(edition: Edition, record: Record, text: Revision | None, name: str) -> str:
    """Return what a clause is called: in its text, or else in the newest that has it."""
    texts = (text, *reversed(record.revisions))
    found = next((one for one in texts if one and one.clause(name)), None)
    return plain_clause_name(edition.locale, found, name) if found else name


def _field(edition: Edition, name: str) -> str:
    """Return what a field of facts is called, or what it was given where it is none."""
    if name in FACTS:
        return field_words(edition.locale, name, name)
    return edition.locale.words(LABELS[name]) if name in LABELS else name


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
