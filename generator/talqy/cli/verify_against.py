"""`talqy verify --against`: an older state of all that is on record, compared with this one."""

from dataclasses import replace
from pathlib import Path

import click

from talqy.cli.problems import as_text, formatted
from talqy.cli.speech import speech, tell
from talqy.comments.taken_out import bent_redactions
from talqy.errors import Named
from talqy.model import paths
from talqy.model.codes import named
from talqy.model.problem import Problem
from talqy.model.register import Register
from talqy.project.files import DiskFiles
from talqy.project.load import read_files
from talqy.project.older import Older, older_states
from talqy.project.survey import ProjectState, survey_of
from talqy.record.against import changed_since
from talqy.record.against_kinds import LANGUAGE_GONE, UNREADABLE
from talqy.record.openly import new_standard, openly_since
from talqy.record.settings import changed_settings
from talqy.rules.record import is_of_the_record


def compared_with(root: Path, state: ProjectState, other: str) -> int:
    """Compare an older state with this one, which must hold to its own record as well."""
    register, _ = state.as_read
    older = older_states(root, other, register)
    gone = [x for x in older.register.project.languages if x not in register.project.languages]
    if gone:  # all that is written in them is read none the less: it is there, and is compared
        state = survey_of(read_files(DiskFiles(root), gone), DiskFiles(root))
        register, _ = state.as_read
    problems = [
        *(LANGUAGE_GONE.at(paths.PROJECT, language=language) for language in gone),
        *(_unadvised(problem) for problem in state.problems if is_of_the_record(problem)),
        *_problems(older, register),
    ]
    if older.is_rewritten:
        tell("the history of this repository was rewritten: it does not hold {other}", other=other)
    if problems:
        click.echo(formatted(problems, "text", speech().translate))
    openly = _openly(older, register)
    for found in openly:
        click.echo(found.said(speech().translate))
    settings = list(changed_settings(older.register, register))
    if settings:
        tell("Not on record, but changed since, and the record is read with it:")
        click.echo("\n".join(as_text(problem, speech().translate) for problem in settings))
    is_sound = not problems and not older.is_rewritten
    if is_sound:
        _conclude(other, is_corrected=bool(openly), is_read_alike=not settings)
    return int(not is_sound)


def _conclude(other: str, *, is_corrected: bool, is_read_alike: bool) -> None:
    """Say below all that is named what it comes to; of a fault there is nothing to say here."""
    if is_corrected:
        tell("nothing else on record changed, and nothing vanished, since {other}", other=other)
    else:
        tell("nothing on record vanished or changed since {other}", other=other)
    if not is_read_alike:
        tell("but it is read with other settings or names than then: they are named above")


def _openly(older: Older, register: Register) -> list[Problem]:
    """Return what was corrected, or came late, in sight of everybody since an older state."""
    was = {record.id: record for record in older.register.records}
    days = (history.last_day() for history in older.register.histories)
    last = max(filter(None, days), default=None)
    found: list[Problem] = []
    for record in register.records:
        old = was.get(record.id)
        found += openly_since(old, record) if old else new_standard(record, last)
    return [named(one, register.codes) for one in found]


def _unadvised(problem: Problem) -> Problem:
    """Return a problem without its advice: who compares is seldom who wrote."""
    return replace(problem, kind=replace(problem.kind, hint=""))


def _problems(older: Older, register: Register) -> list[Problem]:
    now = {record.id: record for record in register.records}
    unreadable = {lost.id: lost.file for lost in register.lost if not lost.is_gone}
    found: list[Problem] = []
    for record in older.register.records:
        newer = now.get(record.id)
        if file := unreadable.get(record.id):
            found.append(UNREADABLE.at(file, title=Named(record.standard.title)))
            continue
        found.extend(changed_since(record, newer))
        if newer:
            beside = older.register.remarks, register.remarks
            found.extend(bent_redactions(record, newer, *beside))
    return [named(one, register.codes) for one in found]
