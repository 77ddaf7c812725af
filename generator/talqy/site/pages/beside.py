"""What stands beside a draft: why and to what end, documents, and what takes place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from talqy.language.edition import Edition
from talqy.language.forge_links import web_address
from talqy.model.revision import DraftDocument, DraftEvent, Move, Revision
from talqy.site.pages.facts import ToFile


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A document beside a draft; `digest` proves what is found where `href` leads.

    `is_ours` is one that lies on the site itself.
    """

    name: Markup | str
    language: str
    href: str
    is_ours: bool
    digest: str


@dataclass(frozen=True, slots=True)
class MeetingView:
    """What takes place: its name, its day and hour, where, and the address of it if it has one.

    `moved` says the days and hours that it had before, each with the reason.
    """

    name: str
    when: str
    place: Markup
    href: str
    moved: tuple[Markup, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideView:
    """What a page says of a draft besides its text; `reasons` are names with their texts."""

    reasons: tuple[tuple[str, Markup], ...]
    documents: tuple[DocumentView, ...]
    events: tuple[MeetingView, ...]


def beside_view(edition: Edition, revision: Revision, to_file: ToFile) -> BesideView:
    """Show what stands beside a draft; all of it may be empty. `to_file` leads to its files."""
    return BesideView(
        reasons=tuple(_reasons(edition, revision)),
        documents=tuple(_document(edition, one, to_file) for one in revision.documents),
        events=tuple(meeting_view(edition, one) for one in revision.events),
    )


def _reasons(edition: Edition, revision: Revision) -> Iterator[tuple[str, Markup]]:
    words, prose = edition.locale.words, edition.locale.prose
    for name, text in (
        (words("Grounds"), revision.grounds),
        (words("Aims"), revision.aims),
        (words("Expected consequences"), revision.consequences),
    ):
        if text:
            yield name, prose(text)


def _document(edition: Edition, document: DraftDocument, to_file: ToFile) -> DocumentView:
    kind = edition.locale.coded("draft-document", document.kind)
    language = edition.locale.language_name(document.language) if document.language else ""
    return DocumentView(
        name=edition.locale.say(document.title) if document.title else kind[:1].upper() + kind[1:],
        language=language,
        href=to_file(document.file) if document.file else web_address(document.url),
        is_ours=document.file is not None,
        digest=document.digest or "",
    )


def meeting_view(edition: Edition, event: DraftEvent) -> MeetingView:
    """Return what a page, a feed and a calendar say of one event; an hour is the authority's."""
    name = edition.locale.coded("draft-event", event.kind)
    return MeetingView(
        name[:1].upper() + name[1:],
        _when(edition, event.on, event.at),
        edition.locale.say(event.place),
        web_address(event.url),
        tuple(moved_from(edition, move) for move in event.moved),
    )


def moved_from(edition: Edition, move: Move) -> Markup:
    """Say which day and hour an event had before it was moved, and why it was."""
    said = edition.locale.words("moved from {day}", day=_when(edition, move.was, move.at))
    if not move.reason:
        return escape(said)
    return Markup("{}. {}").format(said, edition.locale.say(move.reason))


def _when(edition: Edition, day: date, at: str | None) -> str:
    return edition.locale.day(day) + (f", {at}" if at else "")
