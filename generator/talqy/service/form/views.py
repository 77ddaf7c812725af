"""What the pages of the form show: fields with what was typed, the judge's words beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from talqy.language.clause_sayings import clause_name
from talqy.language.edition import Edition
from talqy.language.sayings import author_kind
from talqy.model.comment import Comment
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.service.form.doors import NotYet
from talqy.service.form.file_views import FormFilesView
from talqy.service.form.frame import ServiceFrame
from talqy.service.form.note_view import NoteView
from talqy.service.form.posted import Posted
from talqy.service.form.project_day import LocalDay
from talqy.site.pages.comment_form import FormFieldView, comment_form_view
from talqy.site.pages.standard_parts import StageView


@dataclass(frozen=True, slots=True)
class FilledField:
    """A field of the form with what was typed into it."""

    field: FormFieldView
    typed: str
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, slots=True)
class ToBePublishedView:
    """A comment as it will be published; `text` and the others are words of its author."""

    kind: str
    clause: str
    author: str
    name: str
    language: str
    received: date
    quote: str
    text: str
    proposal: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FillView:
    """What `service/fill.html` may use: the form, empty or with what was typed.

    `notice` is what is said first, empty on a form that nobody has filled; `notes` are of no field;
    `unknown` are names of fields that were left out. `draft`, `token` and `seen` go back as they
    are; `challenge` is what the script computes of.
    """

    frame: ServiceFrame
    title: Markup
    page: str
    stage: StageView
    notice: str
    is_grave: bool
    notes: tuple[NoteView, ...]
    unknown: str
    each: tuple[FilledField, ...]
    once: tuple[FilledField, ...]
    files: FormFilesView
    said: ToBePublishedView | None
    draft: str
    token: str
    challenge: str
    seen: str
    host: str
    email: str
    personal_data: str


def fields_of(
    edition: Edition, draft: tuple[Record, Revision], post: Posted, answer: NotYet | None
) -> Iterator[FilledField]:
    """Yield the fields of the form with what was typed, and what is said of each."""
    weighed = answer.weighed if answer else None
    for one in comment_form_view(edition, *draft).fields:
        if one.control == "button":
            continue
        typed = post.said.get(one.name, one.chosen)
        notes = list(notes_of(edition, weighed.at(one.name))) if weighed else []
        if weighed and one.name in weighed.lacking:
            notes.insert(0, NoteView(_lacking(edition, one.name), "", is_grave=True))
        yield FilledField(one, typed, tuple(notes))


def notes_of(edition: Edition, problems: Iterable[Problem]) -> Iterator[NoteView]:
    """Yield what the judge says, in the words of the language."""
    translate = edition.locale.catalogue.problem
    for problem in problems:
        words, hint = problem.said(translate), problem.advised(translate)
        yield NoteView(_begun(words), _begun(hint), problem.is_error)


def said_view(page: LocalDay, comment: Comment) -> ToBePublishedView | None:
    """Return a comment as it will be published; None where its draft is not there."""
    record = page.now.register.record(comment.standard)
    revision = record.revision(comment.revision) if record else None
    if revision is None:
        return None
    locale = page.locale
    clause = clause_name(locale, revision, comment.clause_id)
    return ToBePublishedView(
        kind=locale.coded("comment-kind", comment.kind),
        clause=clause.striptags() if isinstance(clause, Markup) else clause,
        author=author_kind(locale, comment.author),
        name=comment.author.name or "",
        language=comment.language,
        received=comment.received,
        quote=comment.quote or "",
        text=comment.text,
        proposal=comment.proposal or "",
        files=tuple(one.name for one in comment.attachments),
    )


def _lacking(edition: Edition, field: str) -> str:
    words = edition.locale.words
    return {
        "kind": words("Choose what kind of comment it is."),
        "text": words("Write what you think: an empty comment cannot be published."),
        "clause": words("Choose what it is about."),
    }[field]


def _begun(words: str) -> str:
    """Return a sentence as it begins a line of a page."""
    return words[:1].upper() + words[1:]
