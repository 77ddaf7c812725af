"""`talqy text`: the text of a standard that was in force on a day."""

import json
from datetime import date
from pathlib import Path

import click

from talqy.build import site
from talqy.cli.running import DayType, argument, command, option, project_option
from talqy.cli.speech import WrongUseError
from talqy.cli.texts import (
    BOTH,
    named_record,
    required_text,
    spoken_editions,
    surveyed,
    usual_language,
)
from talqy.language.citation import citation
from talqy.language.edition import Edition
from talqy.language.screen import on_screen
from talqy.language.text_lines import text_lines
from talqy.model.nearness import nearest_or_some
from talqy.model.register import Record
from talqy.model.revision import Revision


@command()
@argument("standard")
@project_option
@option(
    "--on",
    "day",
    type=DayType(),
    help="The day, such as 2026-08-01 [default: “today” in standards/project.yaml, else today].",
)
@option("--clause", metavar="ID", help="One clause, such as term [default: the whole text].")
@option(
    "--language",
    metavar="CODE",
    help="One language of the project, or both: all of them [default: in text that of the "
    "messages, in other formats all of them].",
)
@option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs.",
)
def text(  # noqa: PLR0913, PLR0917 - one parameter an option
    standard: str, root: Path, day: date | None, clause: str | None, language: str | None, form: str
) -> int:
    """Show the text in force on a day, with a citation."""
    every = site(root, surveyed(root, day, is_checked=False), "").editions
    usual = usual_language(every) if form == "text" else None
    editions = spoken_editions(every, language or usual or BOTH, BOTH)
    record, on = named_record(editions[0].register, standard), editions[0].assessment.today
    found = required_text(record, on)
    if clause and found.clause(clause) is None:
        known = [each.id for each in found.walk()]
        raise WrongUseError(
            "r{revision} has no clause “{clause}”; nearest: {near}",
            revision=found.revision,
            clause=clause,
            near=nearest_or_some(clause, known),
        )
    if form == "json":
        click.echo(_data(editions, record, found, on, clause))
        return 0
    for at, edition in enumerate(editions):
        lines = (*_cited(edition, record, found, clause), *_lines(edition, found, on, clause))
        click.echo("\n" * bool(at) + "\n".join(map(on_screen, lines)))
    return 0


def _cited(
    edition: Edition, record: Record, found: Revision, clause: str | None
) -> tuple[str, ...]:
    period = edition.period(record, found)
    digest = edition.standing(record, found).digest
    return (citation(edition.locale, record, period, digest, clause),) if period else ()


def _lines(edition: Edition, found: Revision, on: date, clause: str | None) -> tuple[str, ...]:
    unit = edition.register.project.fee_unit
    return tuple(text_lines(edition.locale, unit, found, on.year, clause))


def _data(
    editions: list[Edition], record: Record, found: Revision, on: date, clause: str | None
) -> str:
    """Return the text as the files have it, with the days on which it is in force."""
    period = editions[0].period(record, found)
    chosen = found.clause(clause) if clause else None
    clauses = (chosen,) if chosen else found.clauses
    tree = {
        "schema": 1,
        "standard": record.id,
        "revision": found.revision,
        "on": on.isoformat(),
        "since": period.since.isoformat() if period else None,
        "until": period.until.isoformat() if period and period.until else None,
        "act": dict(period.adoption.act) if period else None,
        "digest": editions[0].standing(record, found).digest,
        "citation": {
            edition.code: line
            for edition in editions
            for line in _cited(edition, record, found, clause)
        },
        "clauses": [
            each.model_dump(mode="json", by_alias=True, exclude_defaults=True) for each in clauses
        ],
    }
    return json.dumps(tree, ensure_ascii=False, indent=2)
