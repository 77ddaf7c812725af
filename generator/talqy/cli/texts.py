"""A project as commands read it, and what people name of it in a command: `fee-refund`, `r3`.

What is on record and not there is named, whatever the command: a list or a figure without it would
be less than the record, and look whole. What is named here ends no run: the command does what it
does, and its exit status is no 0. `build`, `check`, `merge`, `report` and `verify` say it in their
own way.
"""

import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import click

from talqy.cli.problems import formatted
from talqy.cli.running import LACKING, option
from talqy.cli.speech import WrongUseError, say, speech, tell
from talqy.errors import Saying
from talqy.language.edition import Edition
from talqy.law.force import ForcePeriod, force_periods, text_in_force
from talqy.model.comment import Comment
from talqy.model.problem import Problem
from talqy.model.register import Assessment, Record, Register
from talqy.model.revision import Revision, RevisionKind
from talqy.model.values import control_sign
from talqy.project.survey import ProjectState, survey
from talqy.record.missing import MissingKind, missing_of

IN_FORCE = "in-force"
"""The word for the text that is in force on the day, in place of its number."""

_NUMBER = re.compile(r"r?([1-9][0-9]{0,3})")


def unchecked(root: Path, today: date | None = None) -> tuple[Register, Assessment]:
    """Read a project for a command that asks for no problems: to look for them takes the longest.

    Like `surveyed`, it lets the run say at its end what of the record is not there.
    """
    return surveyed(root, today, is_checked=False).known


def surveyed(root: Path, today: date | None = None, *, is_checked: bool = True) -> ProjectState:
    """Read and check a project; let the run say at its end what of the record is not there."""
    state = survey(root, today, is_checked=is_checked)
    context = click.get_current_context(silent=True)
    if context and state.missing:
        context.meta[LACKING] = Saying(
            "on record, and not to be read here: {missing}. No list and no figure is whole without "
            "it; put the files back from git, see “talqy check”",
            {"missing": state.lacking},
        )
    return state


def named_record(register: Register, name: str) -> Record:
    """Find a standard by its id; refuse an unknown one, and name those that are known."""
    for record in register.records:
        if record.id == name:
            return record
    known = ", ".join(record.id for record in register.records) or "–"
    raise WrongUseError(
        "there is no standard “{name}” that can be used; known: {known}", name=name, known=known
    )


def named_revision(record: Record, name: str) -> Revision:
    """Find a text of a standard by its number; refuse an unknown one, and name the known ones."""
    match = _NUMBER.fullmatch(name)
    revision = record.revision(int(match[1])) if match else None
    if revision:
        return revision
    known = _known(record)
    if match and int(match[1]) in record.broken_revisions:
        raise WrongUseError(
            "{revision} of “{standard}” cannot be used, see “talqy check”; known: {known}",
            revision=f"r{match[1]}",
            standard=record.id,
            known=known,
        )
    raise WrongUseError(
        "“{standard}” has no revision “{name}”; known: {known}",
        standard=record.id,
        name=name,
        known=known,
    )


def named_text(record: Record, name: str, today: date) -> Revision:
    """Find a text by its number, or the one in force on the day by the word for it."""
    return required_text(record, today) if name == IN_FORCE else named_revision(record, name)


def required_text(record: Record, day: date) -> Revision:
    """Return the text that is in force on a day; refuse a day on which there is none.

    While a text cannot be used, or one on record is gone, nobody knows which one holds.
    """
    gone = {one.revision for one in missing_of(record) if one.kind is MissingKind.TEXT}
    if unknown := sorted(record.broken_revisions | gone):
        raise WrongUseError(
            "{revision} of “{standard}” cannot be used, see “talqy check”; known: {known}",
            revision=f"r{unknown[0]}",
            standard=record.id,
            known=_known(record),
        )
    if text := text_in_force(record, day):
        return text
    periods = force_periods(record)
    if not periods:
        raise WrongUseError("no text of “{standard}” was ever adopted", standard=record.id)
    raise WrongUseError(
        "no text of “{standard}” is in force on {day}; in force: {known}",
        standard=record.id,
        day=day.isoformat(),
        known=", ".join(map(_held, periods)),
    )


def _held(period: ForcePeriod) -> str:
    until = period.until.isoformat() if period.until else "…"
    return f"r{period.revision.revision} {period.since.isoformat()} – {until}"


def named_pair(record: Record, names: Sequence[str], today: date) -> tuple[Revision, Revision]:
    """Return two texts, the older one first, whatever the order in which they are named.

    One number is that of the newer text, to be compared with its base. Without any name, or with
    the word for it alone, the text in force is compared with the last one that was not withdrawn:
    what would change for people. Where that is the same text, or none is in force, it is the last
    one with its base.
    """
    if len(names) > 2:
        raise WrongUseError("two revisions are compared; name no more")
    named = [named_text(record, name, today) for name in names]
    going = [text for text in record.revisions if text.withdrawn is None]
    newer, older = (going or record.revisions)[-1], text_in_force(record, today)
    if len(named) == 2:
        older, newer = sorted(named, key=lambda text: text.revision)
    elif named and names[0] != IN_FORCE:
        newer, older = named[0], None
    if older is None or (older is newer and len(named) < 2):
        older = record.base_of(newer)
    if older is None:
        raise WrongUseError(
            "{revision} of “{standard}” has no base that can be read; name two revisions; "
            "known: {known}",
            revision=f"r{newer.revision}",
            standard=record.id,
            known=_known(record),
        )
    if older is newer:
        raise WrongUseError("name two different revisions")
    return older, newer


BOTH = "both"
"""The word for all languages of a project, where a command writes files."""


def spoken_editions(
    editions: Sequence[Edition], language: str | None, every: str | None = None
) -> list[Edition]:
    """Choose the site in one language, or, at the word `every`, in all of them."""
    chosen = [edition for edition in editions if language in {every, edition.code}]
    if not chosen:
        known = [edition.code for edition in editions] + ([every] if every else [])
        raise unknown_language(language or "", known)
    return chosen


def usual_language(editions: Sequence[Edition]) -> str | None:
    """Return the language of this run where the project has texts in it; else None."""
    spoken = speech().language
    return spoken if any(edition.code == spoken for edition in editions) else None


def unknown_language(language: str, known: Sequence[str]) -> WrongUseError:
    """Return the refusal of a language in which the project has no texts."""
    return WrongUseError(
        "“{language}” is no language of this project; known: {known}",
        language=language,
        known=", ".join(known),
    )


def is_on_terminal() -> bool:
    """Return whether a person can be asked."""
    return sys.stdin.isatty()


successor_option = option(
    "--successor",
    "takes_its_place",
    metavar="ID",
    help="The standard that takes the place of this one, where it is repealed.",
)


def successor(
    register: Register, record: Record, kind: str, named: str | None, *, asks: bool
) -> str:
    """Return what takes the place of a standard that is repealed, as named or asked; "" of nothing.

    Where nobody can be asked, the run says that it was not named.
    """
    if kind != RevisionKind.REPEAL:
        if named:
            raise WrongUseError("only a repeal has a successor: leave --successor out")
        return ""
    if named is None and asks:
        words = say("Which standard takes its place? Its id; Enter: none of this project")
        named = str(click.prompt(words, default="", show_default=False)).strip()
    if not named:
        tell("The draft names no standard that takes its place; “--successor ID” does.")
        return ""
    others = [one.id for one in register.records if one is not record]
    if named not in others:
        raise WrongUseError(
            "“{name}” is not another standard of this project; known: {known}",
            name=named,
            known=", ".join(others) or "–",
        )
    return named


def _known(record: Record) -> str:
    return ", ".join(f"r{revision.revision}" for revision in record.revisions)


def named_comment(register: Register, name: str) -> tuple[Record, Comment]:
    """Find a comment by its id, with the standard that it is on."""
    for record in register.records:
        if comment := record.comment(name):
            return record, comment
    if any(name in record.broken_comments for record in register.records):
        raise WrongUseError("the comment “{name}” cannot be used, see “talqy check”", name=name)
    raise WrongUseError(
        "there is no comment “{name}”; its id stands in the name of its file", name=name
    )


def by_language(option: str, given: Sequence[str], languages: Sequence[str]) -> dict[str, str]:
    """Read texts given as LANGUAGE=TEXT; refuse a language that the project does not have."""
    spoken = dict(text.split("=", 1) for text in given if "=" in text)
    wrong = [text for text in given if "=" not in text]
    wrong += [language for language in spoken if language not in languages]
    if wrong:
        known = ", ".join(languages)
        raise WrongUseError(
            "{option} {said}: write LANGUAGE=TEXT with one of {known}",
            option=option,
            said=wrong[0],
            known=known,
        )
    for text in spoken.values():
        if sign := control_sign(text):
            raise WrongUseError("the text holds an invisible control character ({sign})", sign=sign)
    return spoken


def may_be_published(problems: Iterable[Problem]) -> bool:
    """Say what is wrong with words that a command would publish; return whether it may."""
    wrong = [problem for problem in problems if problem.is_error]
    if wrong:
        click.echo(formatted(wrong, "text", speech().translate), err=True)
        tell("nothing was written", err=True)
    return not wrong


def in_every_language(
    option: str, given: Sequence[str], languages: Sequence[str], known: Sequence[str] = ()
) -> dict[str, str]:
    """Read texts given as LANGUAGE=TEXT; all languages are equal, so none may be left out.

    Others that are `known`, as those that a project has added since, may be said too.
    """
    spoken = by_language(option, given, known or languages)
    lacking = [code for code in languages if not spoken.get(code, "").strip()]
    if lacking:
        wanted = " ".join(f"{option} {code}=…" for code in lacking)
        raise WrongUseError("the pages say this in every language: add {options}", options=wanted)
    return spoken
