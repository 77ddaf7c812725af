"""What `talqy new comment` asks on a terminal: one question at a time, codes with their names.

The first question is the language, asked in all languages of the project; the others speak it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from talqy.comments.clause_names import clause_named
from talqy.comments.reception import Reception
from talqy.language.catalogue import Catalogue, catalogue
from talqy.model.codes import CodeLists
from talqy.model.comment import CommentKind
from talqy.model.revision import Revision
from talqy.office.grids import Place
from talqy.project.shipped import folders

# The sentence of the page “How to comment”, in its own words.
_CONSENT = "By sending a comment you agree to its publication (consent 1)."

Said = Mapping[str, str]
Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Question:
    """What one field needs; `ask` knows what was answered before, and how to say it.

    An optional one may be passed.
    """

    name: str
    ask: Callable[[Said, Translate], str]
    is_optional: bool = False


def questions(root: Path, reception: Reception) -> tuple[Question, ...]:
    """Return all questions in the order in which they are asked."""
    codes, revision = reception.register.codes, reception.revision
    return (
        Question("language", lambda *_: _language(root, reception)),
        Question("clause", lambda said, words: _clause(revision, said["language"], words)),
        Question("kind", lambda said, words: _kind(codes, said["language"], words)),
        Question("text", lambda _, translate: str(click.prompt(translate("Your comment")))),
        Question("quote", _quote, is_optional=True),
        Question("proposal", _proposal, is_optional=True),
        Question("name", _name, is_optional=True),
        Question("consent", lambda said, words: _consent(root, said["language"], words)),
    )


def missing(asked: Sequence[Question], said: Said) -> list[str]:
    """Return what is still needed, by the names of the options."""
    return [f"--{one.name}" for one in asked if not one.is_optional and one.name not in said]


def answers(root: Path, asked: Sequence[Question], said: Said) -> Said:
    """Ask for everything that was not said; optional things only together with the text itself."""
    known, is_talk = dict(said), "text" not in said
    for one in asked:
        if one.name not in known and (is_talk or not one.is_optional):
            known[one.name] = one.ask(known, spoken(root, known.get("language", "en")).problem)
    return known


def spoken(root: Path, language: str) -> Catalogue:
    """Return the words of a language; a comment may be in one that has no catalogue."""
    places = folders(root, "messages")
    known = {file.stem for folder in places for file in folder.glob("*.po")}
    return catalogue(language if language in known else "en", places)


def consent_sentence(root: Path, language: str) -> str:
    """Say what a comment's author agrees to, in their language where there is a catalogue of it."""
    return spoken(root, language)(_CONSENT)


def _language(root: Path, reception: Reception) -> str:
    known = reception.register.project.languages
    asked = dict.fromkeys(_language_asked(spoken(root, code).problem) for code in known)
    return str(click.prompt(f"{' / '.join(asked)} ({', '.join(known)}, …)", default=known[0]))


def _language_asked(translate: Translate) -> str:
    return translate("Language of your comment")


def _clause(revision: Revision, language: str, translate: Translate) -> str:
    """List the clauses by number and heading, and ask until one of them is meant."""
    for clause in revision.walk():
        heading = clause.heading or clause.text or {}
        words = heading.get(language) or next(iter(heading.values()), "")
        click.echo(f"  {clause.number:>6}  {_printable(words)[:80]}  [{clause.id}]")
    while True:
        said = str(click.prompt(translate("Clause: its number or id, “whole”, or “after:ID”")))
        _, problems = clause_named(said, revision, Place("--clause"))
        if not problems:
            return said
        for problem in problems:
            click.echo(f"{problem.said(translate)}\n    → {problem.advised(translate)}", err=True)


def _kind(codes: CodeLists, language: str, translate: Translate) -> str:
    for kind in CommentKind:
        names = codes.named("comment-kind", kind)
        click.echo(f"  {kind}: {names.get(language) or names.get('en', '')}")
    known = click.Choice(list(map(str, CommentKind)))
    return str(click.prompt(translate("What you want"), type=known))


def _quote(_: Said, translate: Translate) -> str:
    return _passing(translate("The words of the draft that you speak of (Enter: none)"))


def _proposal(_: Said, translate: Translate) -> str:
    return _passing(translate("The wording that you ask for (Enter: none)"))


def _name(_: Said, translate: Translate) -> str:
    return _passing(translate("Your name, if it may be published (Enter: none)"))


def _consent(root: Path, language: str, translate: Translate) -> str:
    click.echo(consent_sentence(root, language))
    return "true" if click.confirm(translate("Do you agree? y: yes, n: no")) else "false"


def _passing(asked: str) -> str:
    return str(click.prompt(asked, default="", show_default=False))


def _printable(words: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in words)
