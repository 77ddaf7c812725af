"""What people said of a text, as notes in the margin of its copy, each at its clause."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from talqy.language.clause_sayings import element_lines
from talqy.language.edition import Edition
from talqy.language.locale import Locale
from talqy.language.sayings import revision_number
from talqy.model.comment import Comment
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.office.margin_notes import MarginNote
from talqy.office.marked_text import MarkedBlock, MarkedLine

WHOLE_TEXT, NOWHERE = "", " "
"""Places that are no clause: the title, and one at which no note stands."""


@dataclass(frozen=True)
class Margin:
    """The notes of a copy, and their numbers by the clause at which they stand."""

    notes: tuple[MarginNote, ...] = ()
    places: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def beside(self, blocks: Sequence[MarkedBlock], clause: str) -> Iterator[MarkedBlock]:
        """Yield the blocks of a clause, with its notes at the first line."""
        waiting = self.places.get(clause, ())
        for block in blocks:
            if waiting and isinstance(block, MarkedLine):
                yield replace(block, notes=waiting)
                waiting = ()
            else:
                yield block


def margin_of(editions: Sequence[Edition], record: Record, texts: Sequence[Revision]) -> Margin:
    """Return the notes on texts of one copy; what is at no clause of them stands at the title."""
    notes: list[MarginNote] = []
    places: dict[str, tuple[int, ...]] = {}
    known = {clause.id for text in texts for clause in text.walk()}
    for text in texts:
        for comment in record.comments_on(text.revision):
            place = comment.clause_id if comment.clause_id in known else WHOLE_TEXT
            place = place or WHOLE_TEXT
            places[place] = (*places.get(place, ()), len(notes))
            notes.append(_note([edition.locale for edition in editions], text, comment))
    return Margin(tuple(notes), places)


def _note(locales: Sequence[Locale], text: Revision, comment: Comment) -> MarginNote:
    locale = locales[0]
    author = comment.author.name or locale.words("no name given")
    lines = [*(_head(one, text, comment) for one in locales), *_words(locale, comment)]
    return MarginNote(author, comment.received, tuple(lines))


def _head(locale: Locale, text: Revision, comment: Comment) -> str:
    """Return on what, and on which day, somebody spoke, in one line."""
    said = (
        revision_number(locale, text.revision),
        " ".join(element_lines(locale, text, comment)),
        locale.coded("comment-kind", comment.kind),
        locale.day(comment.received),
    )
    return " · ".join(map(str, said))


def _words(locale: Locale, comment: Comment) -> Iterator[str]:
    if comment.quote:
        yield f"«{comment.quote}»"
    yield from filter(str.strip, comment.text.splitlines())
    if comment.proposal:
        yield f"{locale.words('Wording asked for')}: {comment.proposal}"
    if comment.redacted:
        taken = locale.words("Words were taken out at their owner's wish")
        yield f"{taken}: {locale.plain(comment.redacted.reason)}"
