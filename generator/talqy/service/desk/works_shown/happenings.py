"""What publishing makes known, in words: steps of texts with their days, and decided answers."""

from collections.abc import Iterator, Sequence

from talqy.language.edition import Edition
from talqy.language.sayings import outcome_name, revision_title
from talqy.law.timeline import timeline
from talqy.model import paths
from talqy.model.register import Record
from talqy.service.desk.pages import DeskVisit
from talqy.site.pages.history import event_views


def happenings(visit: DeskVisit, edition: Edition, files: Sequence[str]) -> list[str]:
    """Return what some files say that is not public yet; `edition` has them as they would be."""
    changed = {of.standard for of in map(paths.StandardPath.parse, files) if of}
    found = [edition.register.record(name) for name in sorted(changed)]
    steps = [line for record in found if record for line in _steps(visit, edition, record)]
    return [*steps, *_answers(visit, edition, files)]


def _steps(visit: DeskVisit, edition: Edition, record: Record) -> Iterator[str]:
    locale, today = edition.locale, edition.assessment.today
    public = visit.edition.register.record(record.id)
    known = {
        (one.revision.revision, one.kind, one.number, one.on)
        for one in (timeline(public, today) if public else ())
    }
    title = edition.short_title(record).striptags()
    for text in record.revisions:
        name = f"{title}, {revision_title(locale, text.revision)}"
        was = public.revision(text.revision) if public else None
        talk, said = text.consultation, was.consultation if was else None
        days = (talk.opens, talk.last_day) if talk else None
        if talk and days != ((said.opens, said.last_day) if said else None):
            yield visit.say(
                "{text}: the discussion runs from {opens} to {closes}",
                text=name,
                opens=locale.day(talk.opens),
                closes=locale.day(talk.last_day),
            )
        events = [one for one in timeline(record, today) if one.revision is text]
        for event, view in zip(events, event_views(edition, events), strict=True):
            if (text.revision, event.kind, event.number, event.on) not in known:
                note = f" ({view.note.striptags()})" if view.note else ""
                yield f"{name}: {view.words}, {locale.day(view.on)}{note}"


def _answers(visit: DeskVisit, edition: Edition, files: Sequence[str]) -> Iterator[str]:
    for file in files:
        of = paths.CommentPath.parse(file)
        record = edition.register.record(of.standard) if of else None
        response = record.response_to(of.id) if of and record else None
        if of and record and response and file == of.response_file:
            yield visit.say(
                "Answer to comment {name}: {decided}",
                name=record.comment_name(of.id),
                decided=outcome_name(edition.locale, response.outcome),
            )
