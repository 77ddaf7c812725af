"""The explanatory note to a draft, from what the draft says of itself."""

from collections.abc import Iterator

from talqy.language.edition import Edition
from talqy.language.sayings import revision_name
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.office.printed import PrintedBlock, Printer, Style
from talqy.papers.paper import Paper, paper_of

NOTE = "explanatory-note"
"""The kind of such a document, where an authority has one of its own."""


def explanatory_note(edition: Edition, record: Record, revision: Revision) -> Paper:
    """Say why a draft is made, on what grounds, to what end, and what follows from it."""
    title = edition.locale.words("Explanatory note to a draft")
    return paper_of(
        NOTE, title, edition.code, revision.dated, _blocks(edition, record, revision, title)
    )


def _blocks(
    edition: Edition, record: Record, revision: Revision, title: str
) -> Iterator[PrintedBlock]:
    printer, words = Printer(edition.code, several=False), edition.locale.words
    yield printer.title(title)
    name = words("Standard of the public service “{title}”", title=edition.title(record))
    yield printer.line(Style.REVISIONS, f"{name}. {revision_name(edition.locale, revision)}")
    for heading, said in (
        (words("Why this draft"), revision.explanation),
        (words("Grounds"), revision.grounds),
        (words("Aims"), revision.aims),
        (words("Expected consequences"), revision.consequences),
    ):
        if said and said.get(edition.code):
            yield printer.heading(heading)
            yield from printer.texts(said[edition.code].splitlines())
