"""R: corrections of the record, and what is said of late entries: their days, words and sense."""

from collections.abc import Iterator, Mapping
from datetime import date

from talqy.model import paths
from talqy.model.history import RecordedComment, RecordedRevision
from talqy.model.problem import Path, Problem
from talqy.model.register import Record
from talqy.model.walk import is_unwritten
from talqy.record.undoing import first_days, response_before, senseless
from talqy.rules.rule import CheckContext, breach, rule

_ONLY_CORRECTED = (
    "what the authority has said on record changes only by a correction that everybody sees"
)
_BY_HAND = "put back what git has of this file; “talqy correct” and “talqy merge” write it"


@rule("R08", source=_ONLY_CORRECTED)
def corrections_come_after_what_they_correct(context: CheckContext) -> Iterator[Problem]:
    """A correction has no day before what it corrects was recorded, or the correction above it."""
    for record in context.register.records:
        for at, entry in enumerate(record.history.revisions if record.history else ()):
            for index, (correction, first) in enumerate(first_days(entry)):
                if first and correction.on < first:
                    yield breach(
                        paths.history_file(record.id),
                        ("revisions", at, "corrections", index, "on"),
                        "this correction is dated {day}, and what it corrects is on record since "
                        "{first}",
                        "put back what git has of this file; a correction has the day on which "
                        "“talqy correct” makes it",
                        day=correction.on.isoformat(),
                        first=first.isoformat(),
                    )


def _entries(context: CheckContext) -> Iterator[tuple[Record, RecordedRevision, Path]]:
    for record in context.register.records:
        for at, entry in enumerate(record.history.revisions if record.history else ()):
            yield record, entry, ("revisions", at)


@rule("R14", source=_ONLY_CORRECTED)
def corrections_say_what_and_why(context: CheckContext) -> Iterator[Problem]:
    """A correction, and a late entry, has its reason in every language; and what it undoes fits."""
    project = context.register.project
    for record, entry, at in _entries(context):
        file = paths.history_file(record.id)
        for path, day, reason in _reasons(entry):
            for language in project.languages_on(day) if day else ():
                if is_unwritten(reason.get(language, "…")):
                    yield breach(
                        file,
                        (*at, *path, "reason"),
                        "the reason is missing in “{language}”",
                        _BY_HAND,
                        language=language,
                    )
        wrong = {*senseless(entry), *_of_answers(record, entry)}
        for index in sorted(wrong):
            yield breach(
                file,
                (*at, "corrections", index),
                "this correction of “{what}” fits nothing that is on record, or changes nothing",
                _BY_HAND,
                what=entry.corrections[index].what,
            )


def _reasons(entry: RecordedRevision) -> Iterator[tuple[Path, date | None, Mapping[str, str]]]:
    """Yield each reason that stands in a record, its place, and the day on which it was given."""
    for index, correction in enumerate(entry.corrections):
        yield ("corrections", index), correction.on, correction.reason
    for index, line in enumerate(entry.comments):
        yield from _of_late(("comments", index), line)


def _of_late(
    path: Path, line: RecordedComment
) -> Iterator[tuple[Path, date | None, Mapping[str, str]]]:
    if line.late and line.late.reason:
        yield (*path, "late"), line.on, line.late.reason
    kept = line.response
    if kept and kept.late and kept.late.reason:
        yield (*path, "response", "late"), kept.on, kept.late.reason


def _of_answers(record: Record, entry: RecordedRevision) -> Iterator[int]:
    """Yield the corrections of answers that change nothing, or before which none can have stood."""
    names = dict.fromkeys(c.comment for c in entry.corrections if c.comment)
    for response in filter(None, map(record.response_to, names)):
        own = [(i, c) for i, c in enumerate(entry.corrections) if c.comment == response.comment]
        corrections = [correction for _, correction in own]
        states = [response_before(response, corrections[n:]) for n in range(len(own) + 1)]
        if states[0] is None:
            yield own[0][0]
        for (index, _), before, after in zip(own, states, states[1:], strict=False):
            if before is not None and before == after:
                yield index
