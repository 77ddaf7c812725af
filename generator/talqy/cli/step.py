"""What the commands have in common by which a text goes on: found, judged, written, or refused."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import click

from talqy.cli.problems import formatted
from talqy.cli.running import (
    alone,
    argument,
    carry_out,
    draft_option,
    option,
    project_option,
    today_option,
)
from talqy.cli.speech import speech, tell
from talqy.cli.texts import named_record, named_revision, unchecked
from talqy.model import paths
from talqy.project.files import text_of
from talqy.project.steps import Steps
from talqy.steps.judged import judged_step

P = ParamSpec("P")
R = TypeVar("R")

reason_option = option(
    "--reason",
    "reasons",
    multiple=True,
    metavar="LANGUAGE=TEXT",
    help="Why; once for each language of the project.",
)


def of_a_text(function: Callable[P, R]) -> Callable[P, R]:
    """Let a command speak of one text, and change its file."""
    for decorate in (
        alone,
        draft_option,
        today_option,
        project_option,
        argument("revision", metavar="rN"),
        argument("standard"),
    ):
        function = decorate(function)
    return function


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text that is to take a step; `languages` are those in which it must be said."""

    root: Path
    steps: Steps
    languages: tuple[str, ...]

    def day(self, named: date | None) -> str:
        """Return the day that a command names, else the project's, as it stands in a file."""
        return (named or self.steps.today).isoformat()


def named_text_of(root: Path, standard: str, revision: str, today: date | None) -> NamedText:
    """Find a text by its standard and its number."""
    register, assessment = unchecked(root, today)
    record = named_record(register, standard)
    named = named_revision(record, revision)
    languages = register.languages_of(named, assessment.today)
    file = text_of(root / paths.revision_file(record.id, named.revision))
    return NamedText(root, Steps(register, record, named, file, assessment.today), languages)


def taken(text: NamedText, key: str, said: Mapping[str, Any], *, draft: bool) -> int:
    """Write the file that says so, or say all that is wrong with it and write nothing."""
    step = judged_step(text.steps, key, said)
    if step.problems:
        click.echo(formatted(step.problems, "text", speech().translate), err=True)
    if not step.is_sound:
        tell("nothing was written", err=True)
        return 1
    carry_out([step.file], text.root, draft=draft)
    return 0
