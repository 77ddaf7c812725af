"""What is odd about words of a Word document, as problems of a row or a letter."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from talqy.comments.set_aside import sets_aside
from talqy.intake import row_kinds, word_kinds
from talqy.model.problem import Kind, Problem
from talqy.office.grids import Place, at
from talqy.office.word_values import PARAGRAPH_MARK, UNDECIDED, Note, NoteKind, Paragraph

_KINDS: Mapping[NoteKind, Kind] = {
    NoteKind.STRUCK: word_kinds.STRUCK,
    NoteKind.HIDDEN: word_kinds.HIDDEN,
    NoteKind.BOX: word_kinds.ASIDE,
    NoteKind.PICTURE: word_kinds.NO_TEXT,
    NoteKind.OBJECT: word_kinds.NO_TEXT,
    NoteKind.FORMULA: word_kinds.NO_TEXT,
    NoteKind.SYMBOL: word_kinds.SYMBOLS,
    NoteKind.FOOTNOTE: word_kinds.ASIDE,
    NoteKind.REMARK: word_kinds.REMARK,
    NoteKind.FIELD: word_kinds.UNWORKED,
    NoteKind.NUMBER: word_kinds.UNWORKED,
}
# Marks on paper that are no words: where no words are asked for, nobody misses them.
_DRAWN = frozenset({NoteKind.PICTURE, NoteKind.OBJECT})
# Words of a paragraph that stand in no line of it.
BESIDE = frozenset({NoteKind.BOX, NoteKind.FOOTNOTE, NoteKind.REMARK, NoteKind.HIDDEN})
_PAGE = re.compile(
    r"\W*(?:(?:стр(?:аница|\.)?|лист|бет|page|с\.)\W*)?(?:\d+|[ivxlc]+)?\W*"
    r"(?:(?:из|/|of|ішінен)\W*\d+)?\W*(?:бет\w*|стр\w*)?\W*",
    re.IGNORECASE,
)
_LONGEST = 200
# A title, a date or an address has less; what has more, and an end, is a sentence.
_WORDS_OF_A_SENTENCE = 8
_ENDS = (".", "!", "?", ";", "…")


def problems_of(
    notes: Iterable[Note], place: Place, *, are_words: bool = True
) -> Iterator[Problem]:
    """Yield the problems of one place, one a kind; pictures only matter where it holds words."""
    by_kind: dict[NoteKind, list[str]] = {}
    for note in notes:
        by_kind.setdefault(note.kind, []).append(note.words.strip())
    if UNDECIDED & by_kind.keys():
        yield at(
            word_kinds.UNDECIDED,
            place,
            added=shown(by_kind.get(NoteKind.INSERTED, ())),
            removed=shown(by_kind.get(NoteKind.DELETED, ())),
            moved=shown(sorted(set(by_kind.get(NoteKind.MOVED, ())))),
        )
    told: dict[Kind, list[str]] = {}
    for odd, kind in _KINDS.items():
        if odd in by_kind and (are_words or odd not in _DRAWN):
            told.setdefault(kind, []).extend(by_kind[odd])
    for kind, quotes in told.items():
        if kind is word_kinds.REMARK and any(map(sets_aside, quotes)):
            yield at(row_kinds.SET_ASIDE, place, words=shown(quotes))
            continue
        yield at(kind, place, words=shown(quotes))


def row_taken_out(place: Place, words: str) -> Problem:
    """Return what is said of a row that a tracked change takes out as a whole."""
    nothing = shown(())
    return at(word_kinds.UNDECIDED, place, added=nothing, removed=shown((words,)), moved=nothing)


def lines_beside(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    """Yield the lines of paragraphs that stand beside a text, and what stands beside these.

    Numbers of pages say nothing.
    """
    for one in paragraphs:
        aside = (note.words for note in one.notes if note.kind in BESIDE)
        for said in (one.printed, *aside):
            yield from (line for line in said.split("\n") if not _PAGE.fullmatch(line))


def is_sentence(text: str) -> bool:
    """Return whether words say something whole, and are no title, date or address."""
    return len(text.split()) >= _WORDS_OF_A_SENTENCE and text.rstrip('»”" ').endswith(_ENDS)


def shown(words: Sequence[str]) -> str:
    """Return words for a message: on one line, and not without end."""
    told = " … ".join(" ".join(one.split()) for one in words if one and one != PARAGRAPH_MARK)
    told = told.replace(PARAGRAPH_MARK, "").strip()
    return (told[:_LONGEST] + "…" if len(told) > _LONGEST else told) or "–"
