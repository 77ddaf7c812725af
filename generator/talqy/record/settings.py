"""What the record is read with and does not hold: settings of a project, names of a standard.

They may change lawfully, a ministry is renamed; so a change is told, and is no error. What was
added is none: a year of the fee unit, a body, a survey, a language of a name.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from talqy.model import paths
from talqy.model.history import History
from talqy.model.problem import Kind, Level, Path, Problem
from talqy.model.register import Record, Register
from talqy.model.revision import Revision
from talqy.model.values import Value
from talqy.record.field_names import field_name, said_value
from talqy.record.moved_events import moved_from_elsewhere
from talqy.record.plain import Plain, between

WORDS_CHANGED = Kind(
    "V12",
    "pages and reports are said and made with other files of the project than then ({n}): {files}",
    "",
    Level.WARNING,
)
SETTING_CHANGED = Kind("V12", "{what}: was “{was}”, and now is “{now}”", "", Level.WARNING)

_NAMED = 5
_ASIDE = {
    *("schema", "id", "name", "messages", "forge", "intake", "follow", "gate", "downloads"),
    *("columns", "also", "closing_within", "review_every", "reviewed"),
}
"""What decides nothing of how the record is read; all other settings are looked at."""


def changed_settings(old: Register, new: Register) -> Iterator[Problem]:
    """Yield what the records of an older state were read with, and is otherwise in a later one.

    A language that is gone is no such change: texts on record can no longer be read.
    """
    if not old.histories:
        return
    until = max(map(_last_day, old.histories))
    yield from _changes(paths.PROJECT, _of_project(old, until), _of_project(new, until))
    later = {record.id: record for record in new.records}
    for record in old.records:
        if record.history and record.id in later:
            newer, file = later[record.id], paths.standard_file(record.id)
            yield from _changes(file, _tree(record.standard), _tree(newer.standard))
            yield from _beside_texts(record, record.history, newer)
    names = sorted(old.templates.keys() | new.templates.keys())
    if others := [name for name in names if old.templates.get(name) != new.templates.get(name)]:
        shown = ", ".join(others[:_NAMED]) + (", …" if len(others) > _NAMED else "")
        yield WORDS_CHANGED.at(paths.TEMPLATES, n=len(others), files=shown)


def _beside_texts(old: Record, history: History, new: Record) -> Iterator[Problem]:
    """Yield what changed beside texts on record: their documents, events, rules and kind of act."""
    for entry in history.revisions:
        was, now = old.revision(entry.revision), new.revision(entry.revision)
        if was and now:
            file = paths.revision_file(old.id, entry.revision)
            yield from _changes(file, _beside(was), _beside(now))
            yield from moved_from_elsewhere(file, was, now)


def _beside(text: Revision) -> dict[str, Plain]:
    tree = text.model_dump(mode="json", by_alias=True)
    talk = tree["consultation"] or {}
    return {
        **{key: tree[key] for key in ("documents", "events")},
        **{key: talk.get(key) for key in ("rules", "act")},
    }


def errors_of_settings(problems: Iterable[Problem], bodies: Collection[str]) -> list[Problem]:
    """Return the errors in the settings that a record of these bodies is written and read with."""
    found = (p for p in problems if p.is_error and p.file == paths.PROJECT)
    return [problem for problem in found if _decides(problem.path, bodies)]


def _decides(path: Path, bodies: Collection[str]) -> bool:
    key, *rest = path or ("",)
    is_anothers = key == "authorities" and bool(rest) and rest[0] not in bodies
    return key not in _ASIDE and not is_anothers


def _last_day(history: History) -> date:
    """Return the last day of which a record speaks; the calendar after it decides nothing yet."""
    talks = [entry.consultation for entry in history.revisions if entry.consultation]
    return max((*(talk.closes for talk in talks), history.last_day() or date.min))


def _of_project(register: Register, until: date) -> dict[str, Plain]:
    """Return the settings, with the names of codes as they are shown, and days off by `until`."""
    project = register.project
    tree = _tree(project)
    added = {e.code: e.since.isoformat() for e in project.named_languages if not isinstance(e, str)}
    days = {
        key: ", ".join(d.isoformat() for d in sorted(getattr(project.calendar, key)) if d <= until)
        for key in ("closed", "open")
    }
    return {
        **tree,
        "languages": {code: added.get(code, "") for code in project.languages},
        "calendar": {"country": project.calendar.country, **days},
        "authorities": {
            name: {"name": dict(body.name), "short": dict(body.short or {})}
            for name, body in project.authorities.items()
        },
        "codes": {
            name: {code: dict(said.name) for code, said in codes.items()}
            for name, codes in register.codes.lists.items()
        },
    }


def _tree(value: Value) -> dict[str, Plain]:
    tree = value.model_dump(mode="json", by_alias=True)
    return {key: part for key, part in tree.items() if key not in _ASIDE}


def _changes(file: str, was: Plain, now: Plain) -> Iterator[Problem]:
    for found in between((), was, _without_more(was, now)):
        if found.path[0] != "languages" or found.now is not None:
            yield SETTING_CHANGED.at(
                file,
                what=field_name(found.path),
                was=said_value(found.was),
                now=said_value(found.now),
            )


def _without_more(was: Plain, now: Plain) -> Plain:
    """Return a value without what was added to it: further keys, and items at the end."""
    if isinstance(was, dict) and isinstance(now, dict):
        return {key: _without_more(was[key], now[key]) for key in was if key in now}
    if isinstance(was, list) and isinstance(now, list) and now[: len(was)] == was:
        return was
    return now
