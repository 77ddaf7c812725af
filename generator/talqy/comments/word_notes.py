"""What is odd about words of a Word document, as problems of a row or a letter."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from talqy.comments import import_kinds
from talqy.comments.import_kinds import at
from talqy.model.problem import Kind, Problem
from talqy.office.grids import Place
from talqy.office.word_values import PARAGRAPH_MARK, UNDECIDED, Note, NoteKind

_KINDS: Mapping[NoteKind, Kind] = {
    NoteKind.STRUCK: import_kinds.STRUCK,
    NoteKind.HIDDEN: import_kinds.HIDDEN,
    NoteKind.BOX: import_kinds.ASIDE,
    NoteKind.PICTURE: import_kinds.NO_TEXT,
    NoteKind.OBJECT: import_kinds.NO_TEXT,
    NoteKind.FORMULA: import_kinds.NO_TEXT,
    NoteKind.SYMBOL: import_kinds.SYMBOLS,
    NoteKind.FOOTNOTE: import_kinds.ASIDE,
    NoteKind.REMARK: import_kinds.REMARK,
    NoteKind.FIELD: import_kinds.UNWORKED,
    NoteKind.NUMBER: import_kinds.UNWORKED,
}
# Marks on paper that are no words: where no words are asked for, nobody misses them.
_DRAWN = frozenset({NoteKind.PICTURE, NoteKind.OBJECT})
_LONGEST = 200


def problems_of(
    notes: Iterable[Note], place: Place, *, are_words: bool = True
) -> Iterator[Problem]:
    """Yield the problems of one place, one a kind; pictures only matter where it holds words."""
    by_kind: dict[NoteKind, list[str]] = {}
    for note in notes:
        by_kind.setdefault(note.kind, []).append(note.words.strip())
    if UNDECIDED & by_kind.keys():
        yield at(
            import_kinds.UNDECIDED,
            place,
            added=_shown(by_kind.get(NoteKind.INSERTED, ())),
            removed=_shown(by_kind.get(NoteKind.DELETED, ())),
            moved=_shown(sorted(set(by_kind.get(NoteKind.MOVED, ())))),
        )
    told: dict[Kind, list[str]] = {}
    for odd, kind in _KINDS.items():
        if odd in by_kind and (are_words or odd not in _DRAWN):
            told.setdefault(kind, []).extend(by_kind[odd])
    for kind, quotes in told.items():
        yield at(kind, place, words=_shown(quotes))


def _shown(words: Sequence[str]) -> str:
    """Return words for a message: on one line, and not without end."""
    told = " … ".join(" ".join(one.split()) for one in words if one and one != PARAGRAPH_MARK)
    told = told.replace(PARAGRAPH_MARK, "").strip()
    return (told[:_LONGEST] + "…" if len(told) > _LONGEST else told) or "–"
