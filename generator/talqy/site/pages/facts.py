"""The facts of a clause as the pages show them: one row a fact, finished HTML."""

from dataclasses import dataclass

from markupsafe import Markup, escape

from talqy.language.edition import Edition
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
    # The facts are kept beside their views, so that their identity is not given to others.
    key = (id(facts), year)
    return edition.once(key, lambda: (facts, _fact_views(edition, facts, year)))[1]


def _fact_views(edition: Edition, facts: Facts, year: int) -> tuple[FactView, ...]:
    unit = edition.register.project.fee_unit
    return tuple(
        FactView(said.kind, said.label, tuple(map(_line, said.lines)))
        for said in fact_words(edition.locale, unit, facts, year)
    )


def _line(line: FactLine) -> Markup:
    return Markup().join(map(_phrase, line))


def _phrase(phrase: Phrase) -> Markup:
    text = escape(phrase.text)
    if phrase.language:
        text = Markup('<span lang="{}">{}</span>').format(phrase.language, text)
    return {Tone.PLAIN: escape, Tone.STRONG: strong, Tone.ASIDE: small}[phrase.tone](text)
