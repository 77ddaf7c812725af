"""What `talqy new comment` asks on a terminal: one question at a time, codes with their names."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from talqy.intake.clause_names import clause_named
from talqy.intake.grids import Place
from talqy.intake.reception import Reception
from talqy.model.codes import CodeLists
from talqy.model.comment import CommentKind
from talqy.render.catalogues import catalogue
from talqy.render.shipped import folders

# The sentence of the page “How to comment”, in its own words.
_CONSENT = "By sending a comment you agree to its publication (consent 1)."

Said = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """What one field needs; `ask` knows what was answered before. An optional one may be passed."""

    name: str
    ask: Callable[[Said], str]
    is_optional: bool = False


def questions(root: Path, reception: Reception) -> tuple[Question, ...]:
    """Answer all questions in the order in which they are asked."""
    return (
        Question("language", lambda _: _language(reception)),
        Question("clause", lambda said: _clause(reception, said["language"])),
        Question("kind", lambda said: _kind(reception.register.codes, said["language"])),
        Question("text", lambda _: click.prompt("Your comment")),
        Question(
            "quote",
            lambda _: _passing("The words of the draft that you speak of"),
            is_optional=True,
        ),
        Question("proposal", lambda _: _passing("The wording that you ask for"), is_optional=True),
        Question("name", lambda _: _passing("Your name, if it may be published"), is_optional=True),
        Question("consent", lambda said: _consent(root, said["language"])),
    )


def missing(asked: Sequence[Question], said: Said) -> list[str]:
    """Answer what is still needed, by the names of the options."""
    return [f"--{one.name}" for one in asked if not one.is_optional and one.name not in said]


def answers(asked: Sequence[Question], said: Said) -> Said:
    """Ask for everything that was not said; optional things only together with the text itself."""
    known, is_talk = dict(said), "text" not in said
    for one in asked:
        if one.name not in known and (is_talk or not one.is_optional):
            known[one.name] = one.ask(known)
    return known


def consent_sentence(root: Path, language: str) -> str:
    """Say what a comment's author agrees to, in their language where there is a catalogue of it."""
    known = any((folder / f"{language}.po").is_file() for folder in folders(root, "messages"))
    return catalogue(language if known else "en", folders(root, "messages"))(_CONSENT)


def _language(reception: Reception) -> str:
    known = reception.register.project.languages
    return str(click.prompt(f"Language ({', '.join(known)}, or another)", default=known[0]))


def _clause(reception: Reception, language: str) -> str:
    """List the clauses by number and heading, and ask until one of them is meant."""
    for clause in reception.revision.walk():
        heading = clause.heading or clause.text or {}
        words = heading.get(language) or next(iter(heading.values()), "")
        click.echo(f"  {clause.number:>6}  {_printable(words)[:80]}  [{clause.id}]")
    while True:
        said = str(click.prompt("Clause: its number or id, “whole”, or “after:ID”"))
        _, problems = clause_named(said, reception.revision, Place("--clause"))
        if not problems:
            return said
        for problem in problems:
            click.echo(f"{problem.said()}\n    → {problem.advised()}", err=True)


def _kind(codes: CodeLists, language: str) -> str:
    for kind in CommentKind:
        names = codes.named("comment-kind", kind)
        click.echo(f"  {kind}: {names.get(language) or names.get('en', '')}")
    return str(click.prompt("What do you want", type=click.Choice(list(map(str, CommentKind)))))


def _consent(root: Path, language: str) -> str:
    click.echo(consent_sentence(root, language))
    return "true" if click.confirm("Do you agree?") else "false"


def _passing(words: str) -> str:
    return str(click.prompt(f"{words} (Enter: none)", default="", show_default=False))


def _printable(words: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in words)
