"""The facts of a clause, and their changes: one row a fact, finished HTML."""

from dataclasses import dataclass

from markupsafe import Markup, escape

from talqy.compare.fact_changes import FactChange
from talqy.language.edition import Edition
from talqy.language.fact_change_words import said_changes
from talqy.language.fact_words import FactLine, Phrase, Tone, fact_words
from talqy.language.locale import small, strong
from talqy.model.facts import Facts


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact: its name and its lines, each finished HTML."""

    kind: str
    label: str
    lines: tuple[Markup, ...]


def fact_views(edition: Edition, facts: Facts, year: int) -> tuple[FactView, ...]:
    """Say all facts of a clause; sums in tenge are those of `year`."""
    names = (facts.model_dump_json(exclude_defaults=True), year)
    return edition.in_own.once("facts", names, lambda: _fact_views(edition, facts, year))


def _fact_views(edition: Edition, facts: Facts, year: int) -> tuple[FactView, ...]:
    unit = edition.register.project.fee_unit
    return tuple(
        FactView(row.kind, row.label, tuple(map(_line, row.lines)))
        for row in fact_words(edition.locale, unit, facts, year)
    )


def _line(line: FactLine) -> Markup:
    return Markup().join(map(_phrase, line))


def _phrase(phrase: Phrase) -> Markup:
    text = escape(phrase.text)
    if phrase.language:
        text = Markup('<span lang="{}">{}</span>').format(phrase.language, text)
    return {Tone.PLAIN: escape, Tone.STRONG: strong, Tone.ASIDE: small}[phrase.tone](text)


@dataclass(frozen=True, slots=True)
class FactChangeView:
    """The changes of one kind of fact: pairs of before and after, one empty where there is none."""

    label: str
    changes: tuple[tuple[Markup, Markup], ...]


def fact_change_views(
    edition: Edition, changes: tuple[FactChange, ...], years: tuple[int, int]
) -> tuple[FactChangeView, ...]:
    """Show facts that changed in this language; sums in tenge are those of each text's year."""
    unit, rows = edition.register.project.fee_unit, dict[str, list[tuple[Markup, Markup]]]()
    for change in changes:
        for row in said_changes(edition.locale, unit, change, years):
            before, after = (_line(side or ()) for side in (row.before, row.after))
            rows.setdefault(row.label, []).append((before, after))
    return tuple(FactChangeView(label, tuple(pairs)) for label, pairs in rows.items())
