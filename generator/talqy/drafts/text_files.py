"""Copies of a text as files: which there are, what keeps one from being written, its layout."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from talqy.drafts.clause_pictures import CopyPictures
from talqy.drafts.copy_tables import CopyRows
from talqy.drafts.text_copies import TextCopy
from talqy.errors import CopyNotExactError, TalqyError
from talqy.language.clause_sayings import spoken_clauses
from talqy.language.edition import Edition
from talqy.model.register import Record
from talqy.model.revision import Clause, Revision
from talqy.office.layouts import layout_of


class NotSaidError(TalqyError):
    """A text cannot be signed: it does not say everything in a language."""


def copies(  # noqa: PLR0913 - what a copy is made of
    editions: Sequence[Edition],
    record: Record,
    text: Revision,
    older: Revision | None,
    *,
    is_to_edit: bool,
    is_noted: bool = False,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
    tables: CopyRows = MappingProxyType({}),
) -> Iterator[TextCopy]:
    """Yield what is asked for: each language is signed by itself, and all are edited together.

    `pictures` are the files of pictures by their digests; `tables` are what stands beside the text
    of a working copy. One with changes has none: both texts must come out of it, and nothing else.
    """
    shown = CopyPictures(pictures)
    groups = [editions] if is_to_edit else [[edition] for edition in editions]
    for group in groups:
        yield TextCopy(
            editions=group,
            record=record,
            text=text,
            older=older,
            is_to_edit=is_to_edit,
            is_noted=is_noted,
            pictures=shown,
            tables=tables if is_to_edit and older is None else {},
        )


def unsaid(copy: TextCopy) -> Iterator[Clause]:
    """Yield the clauses that lack words in a language of a copy: nobody can sign it."""
    for clause in copy.text.walk():
        spoken = [said for said in (clause.heading, clause.text) if said]
        if any(not said.get(code) for said in spoken for code in copy.languages):
            yield clause


def require_words(copy: TextCopy) -> None:
    """Refuse a text for signature that does not say everything in its language."""
    if lacking := list(unsaid(copy)):
        raise NotSaidError(
            "no words in “{language}”, so nobody can sign it: {clauses}",
            language=copy.languages[0],
            clauses=spoken_clauses(copy.text, lacking),
        )


def printed(copy: TextCopy) -> bytes:
    """Return a copy for signature as a PDF; what changed in it is shown, and no more tracked."""
    # Loaded late: what makes a PDF takes longer to load than most commands to run.
    from talqy.office.marked_typst import marked_values, picture_name  # noqa: PLC0415
    from talqy.office.typeset import typeset  # noqa: PLC0415

    pictures = {
        picture_name(number, one.kind): one.data for number, one in enumerate(copy.pictures.parts)
    }
    values = marked_values(copy.blocks(), copy.languages[0])
    return typeset(copy.layout, copy.about, values, copy.editions[0].layouts, pictures)


def written(copy: TextCopy) -> bytes:
    """Return the file of a copy, in the layout that a project has for it, else in ours.

    Raise CopyNotExactError where its changes would not give both texts back.
    """
    layout = layout_of(f"{copy.layout}.docx", copy.editions[0].layouts)
    made = copy.file(layout)
    if copy.older is not None:
        # Loaded late: reading needs the library for XML, writing does not.
        from talqy.drafts.copy_views import views_hold  # noqa: PLC0415

        if not views_hold(made, *(copy.of(one).file(layout) for one in (copy.older, copy.text))):
            raise CopyNotExactError(
                "the tracked changes from r{older} to r{newer} would not give both texts back, so "
                "nothing is written; please report it, and use the comparison table meanwhile",
                older=copy.older.revision,
                newer=copy.text.revision,
            )
    return made
