"""The facts of a clause, and their changes: one row a fact, finished HTML."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup, escape

from talqy.compare.fact_changes import FactChange
from talqy.language.edition import Edition
from talqy.language.fact_change_words import said_changes
from talqy.language.fact_words import FactLine, Phrase, Tone, fact_words
from talqy.language.locale import joined, small, strong
from talqy.model import addresses
from talqy.model.facts import AttachedFile, Facts

ToFile = Callable[[str], str]
"""The way from a page to a file that a text names."""


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact: its name and its lines, each finished HTML."""

    kind: str
    label: str
    lines: tuple[Markup, ...]


def files_from(here: addresses.PagePath, standard: str) -> ToFile:
    """Return the way from a page to the files of a standard."""
    return lambda name: here.root(addresses.document_file(standard, name))


def fact_views(
    edition: Edition, facts: Facts, year: int, to_file: ToFile | None = None
) -> tuple[FactView, ...]:
    """Say all facts of a clause; sums in tenge are those of `year`.

    `to_file` leads to the pictures and forms, which else are named alone.
    """
    way = to_file("documents/") if to_file and facts.files else ""
    names = (facts.model_dump_json(exclude_defaults=True), year, way)
    return edition.in_own.once("facts", names, lambda: _fact_views(edition, facts, year, to_file))


def _fact_views(
    edition: Edition, facts: Facts, year: int, to_file: ToFile | None
) -> tuple[FactView, ...]:
    unit = edition.register.project.fee_unit
    return tuple(
        FactView(row.kind, row.label, tuple(_line(line, to_file) for line in row.lines))
        for row in fact_words(edition.locale, unit, facts, year)
    )


def _line(line: FactLine, to_file: ToFile | None = None) -> Markup:
    return joined("", [_phrase(phrase, to_file) for phrase in line])


def _phrase(phrase: Phrase, to_file: ToFile | None) -> Markup:
    text = escape(phrase.text)
    if phrase.file and to_file:
        text = _shown(phrase.file, text, to_file(phrase.file.file))
    if phrase.language:
        text = Markup('<span lang="{}">{}</span>').format(phrase.language, text)
    return {Tone.PLAIN: escape, Tone.STRONG: strong, Tone.ASIDE: small}[phrase.tone](text)


def _shown(file: AttachedFile, words: Markup, href: str) -> Markup:
    """Show a picture with its words for who cannot see it; lead to a form."""
    if not file.is_picture:
        return Markup('<a href="{}">{}</a>').format(href, words)
    return Markup(
        '<a class="picture" href="{}"><img src="{}" alt="" loading="lazy"> {}</a>'
    ).format(href, href, words)


@dataclass(frozen=True, slots=True)
class FactChangeView:
    """The changes of one kind of fact: pairs of before and after, one empty where there is none."""

    label: str
    changes: tuple[tuple[Markup, Markup], ...]


def fact_change_views(
    edition: Edition, changes: tuple[FactChange, ...], year: int
) -> tuple[FactChangeView, ...]:
    """Show facts that changed in this language; all sums in tenge are those of one year."""
    unit, rows = edition.register.project.fee_unit, dict[str, list[tuple[Markup, Markup]]]()
    for change in changes:
        for row in said_changes(edition.locale, unit, change, year):
            before, after = (_line(side or ()) for side in (row.before, row.after))
            rows.setdefault(row.label, []).append((before, after))
    return tuple(FactChangeView(label, tuple(pairs)) for label, pairs in rows.items())
