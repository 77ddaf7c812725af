"""One view of a Word file read as a text: its shape, its clauses, its stamp, what is around them.

Three shapes are known: the table of a working copy, a text in one language with codes behind its
headings, and a text without any marks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from talqy.compare.tokens import normal
from talqy.drafts import word_kinds
from talqy.drafts.clause_starts import ActUnits
from talqy.drafts.copy_table_reader import beside_text
from talqy.drafts.inner_numbers import NumberedLines
from talqy.drafts.line_passages import KnownWords, LineReader
from talqy.drafts.many_sayings import SHIPPED_SAYINGS, ManySayings
from talqy.drafts.passages import Passage, WordText, short
from talqy.drafts.table_passages import TableReader, columns_of, is_head_in_lines, lines_of
from talqy.drafts.unlike_texts import summary_heads
from talqy.model.problem import Problem
from talqy.model.revision import Clause, Revision
from talqy.office.grids import Place, at
from talqy.office.text_marks import Stamp, bookmark_names, stamp_in, stamp_of
from talqy.office.word_values import (
    PICTURED,
    UNDECIDED,
    NoteKind,
    Paragraph,
    WordDocument,
    WordTable,
    paragraphs_in,
)

MOST_CLAUSES = 2_000
_ALIKE = 90
_REFUSED = {
    NoteKind.BOX: word_kinds.DRAWN,
    NoteKind.PICTURE: word_kinds.DRAWN,
    NoteKind.OBJECT: word_kinds.DRAWN,
    NoteKind.FORMULA: word_kinds.DRAWN,
    NoteKind.FIELD: word_kinds.NOWHERE,
    NoteKind.NUMBER: word_kinds.NOWHERE,
}
_LONGEST_TITLE = 300
_BETWEEN_CELLS = re.compile(r"[\t;|]")


@dataclass(frozen=True, slots=True)
class Known:
    """What a file is read with: the project's languages, the text it may come from, its titles.

    `language` is that of a text in one language, where a person has said it; `units` are those of
    the project, `sayings` what it and the tool call things.
    """

    languages: tuple[str, ...]
    base: Revision | None = None
    titles: tuple[str, ...] = ()
    language: str = ""
    units: ActUnits = field(default_factory=ActUnits)
    sayings: ManySayings = SHIPPED_SAYINGS

    @property
    def pictures(self) -> frozenset[str]:
        """The digests of the files of the base."""
        clauses = self.base.walk() if self.base else ()
        return frozenset(str(one.digest) for clause in clauses for one in clause.facts.files)

    @property
    def wordless(self) -> frozenset[str]:
        """The ids of clauses of the base that have a number alone, as articles without a title."""
        clauses = self.base.walk() if self.base else ()
        return frozenset(
            one.id for one in clauses if not (one.heading or one.text or one.table or one.note)
        )

    @property
    def names(self) -> Mapping[str, str]:
        """The ids of the base by their bookmarks."""
        ids = [clause.id for clause in self.base.walk()] if self.base else []
        return {name: one for one, name in bookmark_names(ids).items()}


def read_text(document: WordDocument, file: str, known: Known) -> WordText:
    """Return what one view of a file says."""
    stamp = stamp_on(document)
    beside = beside_text(document, file, known.languages, known.sayings)
    document = beside.document
    tables = [b for b in document.blocks if isinstance(b, WordTable)]
    first = next((one for one in tables if columns_of(one, known.languages)), None)
    if heads := summary_heads(tables):
        return WordText(problems=(at(word_kinds.SUMMARY_FORM, Place(file), heads=heads),))
    if first is not None:
        text = _of_table(document, file, known, first)
    elif _is_pasted(document, known):
        text = WordText(problems=(at(word_kinds.PASTED, Place(file)),))
    else:
        text = _of_lines(document, file, known, stamp)
    problems = [*beside.problems, *text.problems, *_odd(text.passages, known.pictures)]
    if len(text.passages) > MOST_CLAUSES:
        problems.append(at(word_kinds.TOO_MANY, Place(file), most=MOST_CLAUSES))
    return WordText(
        text.languages,
        text.passages,
        tuple(_unknown_front(text.front, known)),
        stamp,
        tuple(problems),
        _tracks(document),
        text.signatures,
        known.units,
        text.asides,
        beside.rows,
    )


def stamp_on(document: WordDocument) -> Stamp | None:
    """Return the stamp of a file; the printed one counts, for properties are not copied along."""
    lines = (line for one in paragraphs_in(document.blocks) for line in lines_of(one))
    return next(filter(None, map(stamp_in, lines)), None) or stamp_of(document.properties)


def _tracks(document: WordDocument) -> bool:
    tables = (b for b in document.blocks if isinstance(b, WordTable))
    if any(one.left_out or any(row.is_inserted for row in one.rows) for one in tables):
        return True
    return any(n.kind in UNDECIDED for p in paragraphs_in(document.blocks) for n in p.notes)


def _is_pasted(document: WordDocument, known: Known) -> bool:
    """Return whether the head of the table stands in lines that follow each other, or in one.

    A table that was turned into text has its cells in paragraphs, or between signs such as tabs.
    """
    paragraphs = [p.printed.strip() for p in document.blocks if isinstance(p, Paragraph)]
    paragraphs = [line for line in paragraphs if line][:40]
    lines = [part.strip() for line in paragraphs for part in _BETWEEN_CELLS.split(line)]
    width = len(known.languages) + 2
    return any(is_head_in_lines(lines[i : i + width], known.languages) for i in range(len(lines)))


# --- the table ---------------------------------------------------------------------------------


def _of_table(document: WordDocument, file: str, known: Known, first: WordTable) -> WordText:
    columns = columns_of(first, known.languages)
    assert columns is not None  # noqa: S101 - the caller has looked
    reader = TableReader(file, columns, known.names, known.units, known.wordless)
    front: list[tuple[Place, str]] = []
    outside: list[Problem] = []
    has_begun = False
    for block in document.blocks:
        if isinstance(block, WordTable):
            has_begun = has_begun or block is first
            if has_begun:
                reader.read(block)
        elif said := " ".join(lines_of(block)):
            place = Place(file, block.number)
            if has_begun and not stamp_in(said):
                outside.append(at(word_kinds.OUTSIDE_TABLE, place, words=short(said)))
            elif not _is_title(block, known.units):
                front.append((place, said))
    return WordText(
        tuple(code for code in known.languages if code in columns.languages),
        tuple(reader.passages),
        tuple(front),
        problems=(*reader.problems, *outside),
    )


# --- lines -------------------------------------------------------------------------------------


def _of_lines(document: WordDocument, file: str, known: Known, stamp: Stamp | None) -> WordText:
    if not any(isinstance(b, Paragraph) and any(lines_of(b)) for b in document.blocks):
        return WordText()  # a table whose head says nothing to us, or nothing at all
    language = known.language or _stamped(stamp, known)
    language = language or _told(document, known)
    if not language:
        codes = ", ".join(known.languages)
        return WordText(problems=(at(word_kinds.LANGUAGE, Place(file), known=codes),))
    reader = LineReader(file, language, known_words(known, language))
    reader.read(
        [b for b in document.blocks if not (isinstance(b, Paragraph) and _is_apart(b, known.units))]
    )
    signed = tuple(reader.signatures)
    asides = tuple(reader.asides.found)
    return WordText(
        (language,), reader.passages, tuple(reader.front), signatures=signed, asides=asides
    )


def _stamped(stamp: Stamp | None, known: Known) -> str:
    said = stamp.languages if stamp else ()
    return said[0] if len(said) == 1 and said[0] in known.languages else ""


def _told(document: WordDocument, known: Known) -> str:
    """Return the language of a text by its words; "" where it is not plainly one."""
    # Loaded late: the words of languages are a long list.
    from talqy.comments.text_language import (  # noqa: PLC0415
        is_other_language,
        language_told,
    )

    words = "\n".join(p.text for p in paragraphs_in(document.blocks))[:50_000]
    if told := language_told(words, known.languages):
        return told
    left = [code for code in known.languages if not is_other_language(words, code)]
    return left[0] if len(left) == 1 or len(known.languages) == 1 else ""


def known_words(known: Known, language: str) -> KnownWords:
    """Return what a reader of lines is told of the base in one language."""
    clauses = list(known.base.walk()) if known.base else []
    lines = [line for clause in clauses for line in _lines(clause, language)]
    return KnownWords(
        names=known.names,
        labels={clause.id: clause.number_in(language).rstrip(".") for clause in clauses},
        unnumbered=frozenset(_unnumbered(clauses, language)),
        numbered=NumberedLines(
            inside=frozenset(line for line in lines if known.units.start_of(line)),
            begun=frozenset(_first_words(clauses, language)),
        ),
        lines=frozenset(filter(None, lines)),
        has_plain_numbers=not clauses or any(_is_plain(one, known.units) for one in clauses),
        units=known.units,
    )


def _lines(clause: Clause, language: str) -> list[str]:
    return normal((clause.text or {}).get(language, "")).split("\n")


def _first_words(clauses: Iterable[Clause], language: str) -> Iterator[str]:
    """Yield the words with which clauses begin."""
    for clause in clauses:
        first, *_ = normal((clause.heading or clause.text or {}).get(language, "")).split("\n")
        if first:
            yield first


def _is_plain(clause: Clause, units: ActUnits) -> bool:
    return any(number[:1].isdigit() and not units.key_of(number)[0] for number in clause.numbers)


def _unnumbered(clauses: Iterable[Clause], language: str) -> Iterator[str]:
    for clause in clauses:
        if clause.heading and not clause.numbers and language in clause.heading:
            yield normal(clause.heading[language])


# --- what is odd ---------------------------------------------------------------------------------


def _is_title(paragraph: Paragraph, units: ActUnits) -> bool:
    is_titled = paragraph.style.casefold() in {"title", "subtitle"}
    return is_titled and units.start_of(paragraph.printed) is None


def _is_apart(paragraph: Paragraph, units: ActUnits) -> bool:
    """Return whether a paragraph is a title, and not the number of an annex on the right."""
    is_title = _is_title(paragraph, units)
    start = units.start_of(paragraph.printed.strip()) if is_title else None
    return is_title and not (start and start.unit == "annex" and not start.words)


def _unknown_front(front: Sequence[tuple[Place, str]], known: Known) -> Iterator[tuple[Place, str]]:
    """Yield the words before the first clause that are neither a stamp nor a title."""
    for place, said in front:
        if stamp_in(said) is None and not any(fuzz.ratio(said, t) >= _ALIKE for t in known.titles):
            yield place, said


def sentences_before(text: WordText) -> Iterator[Problem]:
    """Yield sentences before the first clause: they may be text, and belong to no clause."""
    for place, words in text.front:
        if _is_sentence(words):
            yield at(word_kinds.BEFORE_FIRST, place, words=short(words))


def words_before(text: WordText) -> Iterator[Problem]:
    """Yield what stands before the first clause, or aside, as what is not taken."""
    for place, words in (*text.front, *text.asides):
        yield at(word_kinds.LEFT_OUT, place, words=short(words))


def words_around(page: WordDocument, file: str) -> Iterator[Problem]:
    """Yield what stands around the text of a page, and is not taken."""
    lines = [line for one in page.margins for line in lines_of(one)]
    if lines:
        longest = short(max(lines, key=len))
        yield at(word_kinds.AROUND, Place(file), count=len(lines), words=longest)
    if pages := page.properties.get(PICTURED):
        yield at(word_kinds.PICTURED, Place(file), pages=pages)


def _is_sentence(words: str) -> bool:
    return words.rstrip().endswith((".", ";", ":")) or len(words) > _LONGEST_TITLE


def _odd(passages: Iterable[Passage], pictures: frozenset[str]) -> Iterator[Problem]:
    """Yield what no text can hold; a picture that the base has as a file stays."""
    for passage in passages:
        for place, note in passage.notes:
            if note.kind in _REFUSED and note.digest not in pictures:
                yield at(_REFUSED[note.kind], place, words=short(note.words) or "…")
