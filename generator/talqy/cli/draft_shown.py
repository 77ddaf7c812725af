"""The plan of an import on the terminal: what became of each clause, before anything is written."""

from collections.abc import Iterable, Mapping

import click

from talqy.cli.speech import say, speech, tell
from talqy.drafts.answers_file import place_of
from talqy.drafts.composing import Composed
from talqy.drafts.draft_fields import filled_fields
from talqy.drafts.plan_outcomes import FATE_WORDS, ClauseOutcome, clause_outcomes, facts_set
from talqy.drafts.word_import import WordImport
from talqy.language.screen import on_screen

_SHOWN = 60  # letters of the first line of a clause


def show_plan(going: WordImport, made: Composed) -> None:
    """Print what becomes of each clause; those that stay as they are, are only counted."""
    kept = 0
    for one in clause_outcomes(going, made):
        if one.is_kept:
            kept += 1
            continue
        said = ", ".join(say(FATE_WORDS[fate]) for fate in one.fates)
        click.echo(f"{said}  {one.clause}{_titled(one)}")
        if one.numbers:
            was, now = (f"№ {_spoken(number) or '–'}" for number in one.numbers)
            _show_lines(*(([was], [now]) if was != now else ((), ())))
        _show_lines(one.gone, one.come)
    tell("clauses: {all}, as they were: {kept}", all=len(made.ids), kept=kept)
    for name, line in facts_set(going, made):
        click.echo(f"  = {name}: {on_screen(line)}")
    if labels := filled_fields(going.beside.fields):
        names = "; ".join(map(speech().catalogue, labels))
        tell("the file says of the draft itself: {names}", names=names)
    _show_tracking(going)


def _titled(one: ClauseOutcome) -> str:
    """Return number and first words of a passage, by which a person knows it, and its place."""
    if one.place is None:
        return ""
    where = f"{one.place.file}:{one.place.line}" if one.place.line else one.place.file
    title = on_screen(f"{_spoken(one.number or {})} {_spoken(one.words or {})}".strip())
    return f"  {title if len(title) <= _SHOWN else f'{title[:_SHOWN]}…'} ({where})"


def _spoken(words: Mapping[str, str]) -> str:
    """Return words in the language of this run, else in the first that has them."""
    return words.get(speech().language) or next(iter(words.values()), "")


def _show_lines(gone: Iterable[str], come: Iterable[str]) -> None:
    """Show the lines that go and come."""
    for line in gone:
        click.echo(f"  - {on_screen(line)}")
    for line in come:
        click.echo(f"  + {on_screen(line)}")


def _show_tracking(going: WordImport) -> None:
    tracking = going.tracking
    if tracking is None:
        return
    base = f"r{going.base.revision}" if going.base else ""
    if tracking.is_exact:
        tell(
            "Every change is tracked: with all changes rejected, the file is {base} word for word.",
            base=base,
        )
    elif not tracking.has_any:
        tell("No change is tracked in the file.")


def show_questions(going: WordImport) -> None:
    """Print the questions that are still open."""
    for one in going.plan.open:
        click.echo(f"? {place_of(one.problem)}: {one.problem.said(speech().translate)}")
