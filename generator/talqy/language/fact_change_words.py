"""A changed fact in words: each row as it was and as it becomes, for all that print it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from talqy.compare.fact_changes import FactChange
from talqy.language.fact_words import FactLine, Phrase, Tone, fact_words, plain
from talqy.language.locale import Locale
from talqy.model.facts import Facts
from talqy.model.project import FeeUnit


@dataclass(frozen=True, slots=True)
class SaidChange:
    """One row of a fact that changed; a side is None where it was not, or is no more."""

    label: str
    before: FactLine | None
    after: FactLine | None

    @property
    def texts(self) -> tuple[str, str]:
        """Both sides as texts alone, in one line each; "" where there is none."""
        before, after = (" ".join(plain(s).split()) if s else "" for s in (self.before, self.after))
        return before, after


def said_changes(
    locale: Locale, unit: FeeUnit | None, change: FactChange, year: int
) -> Iterator[SaidChange]:
    """Yield what changed in this language; nothing where it changed in another one alone.

    Sums in tenge are those of one year on both sides.
    """
    before, after = (_rows(locale, unit, facts, year) for facts in (change.before, change.after))
    for label in dict.fromkeys((*before, *after)):
        row = SaidChange(label, before.get(label), after.get(label))
        if row.texts[0] != row.texts[1]:
            yield row
        elif row.after and _is_another_file(change):
            # Its words and its name say the same, and people see another one.
            other = Phrase(locale.words("changed"), Tone.ASIDE)
            yield replace(row, after=(*row.after, other))


def _is_another_file(change: FactChange) -> bool:
    before, after = (side.files if side else () for side in (change.before, change.after))
    return [one.digest for one in before] != [one.digest for one in after]


def _rows(
    locale: Locale, unit: FeeUnit | None, facts: Facts | None, year: int
) -> dict[str, FactLine]:
    """Return the one value that a side of a change holds, under the name of its row."""
    rows = fact_words(locale, unit, facts, year) if facts else ()
    return {row.label: line for row in rows for line in row.lines}
