"""A clause as it stands in a Word file, before anybody knows which clause of the draft it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from talqy.drafts.clause_starts import ActUnits, NumberKey
from talqy.drafts.copy_tables import CopyRows
from talqy.language.shortened import shortened
from talqy.model.problem import Kind, Problem
from talqy.office.grids import Place, at
from talqy.office.text_marks import Stamp
from talqy.office.word_values import Note, NoteKind

_SHOWN = 80
Cells = tuple[tuple[str, ...], ...]
"""A table that stands in a clause: rows of cells, the first one is its head."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one clause in a Word file, by language, with the marks that were found on it.

    `words` are its lines, a heading among them; `headed` are the languages whose first line has the
    look of a heading. `counted` is what each number is compared by. `code` is printed, `bookmark`
    is not, and is a copy where `is_copied`. `runs_on`: it begins inside of a paragraph of the
    clause before it. `noted` are lines that the file marks as notes of acts. `notes` are what is
    odd.
    """

    place: Place
    number: Mapping[str, str] = field(default_factory=dict)
    counted: Mapping[str, NumberKey] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    headed: frozenset[str] = frozenset()
    code: str = ""
    bookmark: str = ""
    is_copied: bool = False
    runs_on: bool = False
    noted: frozenset[str] = frozenset()
    tables: Mapping[str, tuple[Cells, ...]] = field(default_factory=dict)
    notes: tuple[tuple[Place, Note], ...] = ()

    def at(self, kind: Kind, **values: object) -> Problem:
        """Return a problem of this passage."""
        return at(kind, self.place, **values)

    @property
    def key(self) -> NumberKey:
        """What its first number is compared by; empty where it has none."""
        return next(iter(self.counted.values()), ("", ""))

    @property
    def remarks(self) -> Iterator[tuple[Place, str]]:
        """What somebody has said of it in the margin."""
        return ((p, note.words) for p, note in self.notes if note.kind is NoteKind.REMARK)

    def text(self, language: str) -> str:
        """Return all its lines in a language as one text."""
        return "\n".join(self.words.get(language, ()))

    def with_words(self, words: Mapping[str, tuple[str, ...]]) -> "Passage":
        """Return the same passage with other words."""
        return replace(self, words=words)


@dataclass(frozen=True, slots=True)
class WordText:
    """What one view of a Word file says: its clauses in their order, and what is around them.

    `front` are the words before the first clause, `signatures` those of who has signed the act,
    `asides` say above an annex or the text whose it is; `problems` keep the text from being taken;
    `units` are those that its numbers were read with; `rows` are those of the tables
    beside the text.
    """

    languages: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    front: tuple[tuple[Place, str], ...] = ()
    stamp: Stamp | None = None
    problems: tuple[Problem, ...] = ()
    tracks_changes: bool = False
    signatures: tuple[tuple[Place, str], ...] = ()
    units: ActUnits = field(default_factory=ActUnits)
    asides: tuple[tuple[Place, str], ...] = ()
    rows: CopyRows = field(default_factory=dict)


def short(words: str) -> str:
    """Return the beginning of words, as a problem shows it."""
    return shortened(" ".join(words.split()), _SHOWN)
