"""The texts that would be published, with marks of what they change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talqy.language.edition import Edition, editions
from talqy.model import addresses, paths
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.work.values import Work
from talqy.site.pages.changes import EntryView, entry_views


@dataclass(frozen=True, slots=True)
class TextChange:
    """A text that changes, or that is new, beside the one that it is compared with."""

    title: str
    against: str
    entries: Sequence[EntryView]


def editions_after(visit: DeskVisit, after: Work) -> list[Edition]:
    """Return what a work would say, in each language, that of the page first; none if it cannot."""
    register, assessment = after.state.register, after.state.assessment
    if register is None or assessment is None:
        return []
    found = editions(after.texts, register, assessment)
    return sorted(found, key=lambda one: one.code != visit.language)


def text_changes(
    visit: DeskVisit, spoken: Sequence[Edition], files: Sequence[str]
) -> list[TextChange]:
    """Return the texts among some files in each language, with marks against what is there."""
    return [change for one in spoken for change in _changes(visit, one, files)]


def _changes(visit: DeskVisit, edition: Edition, files: Sequence[str]) -> Iterator[TextChange]:
    for file in files:
        of = paths.StandardPath.parse(file)
        record = edition.register.record(of.standard) if of and of.revision else None
        text = record.revision(of.revision) if of and record else None
        if record and text:
            yield _change(visit, edition, record, text)


def _change(visit: DeskVisit, edition: Edition, record: Record, text: Revision) -> TextChange:
    old = visit.edition.register.record(record.id)
    was = old.revision(text.revision) if old else None
    title = edition.short_title(record).striptags()
    named = visit.say("Revision {n}: {standard}", n=text.revision, standard=title)
    said = f"{named} ({visit.edition.locale.language_name(edition.code)})"
    older = was or record.base_of(text)
    if older is None:
        return TextChange(said, "", ())
    compared = edition.comparison(record, older, text)
    here = edition.at(addresses.standard(record.id))
    against = (
        visit.say("against what is published of it")
        if was
        else visit.say("against revision {n}", n=older.revision)
    )
    return TextChange(said, against, entry_views(edition, here, compared))
