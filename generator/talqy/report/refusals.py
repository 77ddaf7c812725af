"""What keeps a report from being issued: all reasons at once, each with its file and its mend.

Source: article 15 (4) of Law No. 88-V asks for reasons on every comment that came in time; article
4 (1) of the bill on public services, for both official languages.
"""

from collections.abc import Iterator, Mapping, Sequence

from talqy.language.sayings import spoken_day
from talqy.model import paths
from talqy.model.comment import Outcome
from talqy.model.problem import Kind, Path, Problem, kinds_in
from talqy.report.report import Entry, Report
from talqy.rules.record import is_of_the_record

# Each is said of a file that keeps a report back: codes B01 to B07.
NOT_OVER = Kind(
    "B01",
    "the discussion of r{revision} is not over on {today}: its last day is {closes}",
    "draw up the report after the last day of the discussion",
)
NO_SIGNATURE = Kind(
    "B02",
    "the report has no signature: under “consultation” there is no “report”",
    "under “consultation”, write “report” with its day (“on”) and who signs it "
    "(“signed_by”), in every language",
)
RESPONSE_UNUSABLE = Kind(
    "B03",
    "the answer to a comment that came in time cannot be used",
    "mend the file; “talqy check” says what is wrong with it",
)
NO_RESPONSE = Kind(
    "B03",
    "this comment came in time and has no answer",
    "answer it: “talqy respond {comment}”, or in a workbook: “talqy respond export”",
)
LATE_IN_TIME = Kind(
    "B04",
    "this comment came in time, on {received}: “late” is no answer to it",
    "write what was decided; “late” is for comments that came after {closes}",
)
JOINED_WITH_UNANSWERED = Kind(
    "B05",
    "this comment is joined with “{main}”, which has no answer that could stand for it",
    "answer “{main}”, or join this comment with one that is answered",
)
LANGUAGE_MISSING = Kind(
    "B06",
    "this text is missing in the language “{language}”",
    "write it in every language of the project: the report is published in all of them",
)
COMMENT_MISSING = Kind(
    "B07",
    "the comment “{comment}”, number {number} of the record, is missing, "
    "or its file cannot be used",
    "mend the file, or put it back from git: no comment is left out of a report",
)

ALL = kinds_in(globals())
"""The whole table, in the order of the codes."""


def refusals(report: Report) -> tuple[Problem, ...]:
    """Return why a report cannot be issued yet; nothing where it can."""
    return (
        *_discussion(report),
        *_signature(report),
        *_texts(report),
        *(problem for entry in report.entries for problem in _answer(report, entry)),
        *(problem for entry in _apart(report) for problem in _no_answer(report, entry)),
        *_unreadable(report),
    )


def unreadable(problems: Sequence[Problem], drawn: Report) -> tuple[Problem, ...]:
    """Choose the problems that would leave a comment out, or let the record be doubted."""
    name, number = drawn.record.id, drawn.revision.revision
    folder = paths.comments_folder(name, number)
    own = {
        paths.standard_file(name),
        paths.history_file(name),
        paths.revision_file(name, number),
    }
    return tuple(
        problem
        for problem in filter(is_of_the_record, problems)
        if problem.file in own or paths.is_in(problem.file, folder)
    )


def _discussion(report: Report) -> Iterator[Problem]:
    if not report.is_over:
        yield NOT_OVER.at(
            _revision_file(report),
            ("consultation", "closes"),
            revision=report.revision.revision,
            today=spoken_day(report.today),
            closes=spoken_day(report.period.closes),
        )


def _signature(report: Report) -> Iterator[Problem]:
    if report.notice is None:
        yield NO_SIGNATURE.at(_revision_file(report), ("consultation",))


def _answer(report: Report, entry: Entry) -> Iterator[Problem]:
    """Say what is wrong with the answer to a comment that came in time."""
    comment, response = entry.comment, entry.response
    file, answer = comment.path.file, comment.path.response_file
    if response is None and comment.id in report.record.broken_comments:
        yield RESPONSE_UNUSABLE.at(answer)
    elif response is None:
        yield NO_RESPONSE.at(file, comment=entry.comment.id)
    elif entry.outcome is None:
        yield LATE_IN_TIME.at(
            answer,
            ("outcome",),
            received=spoken_day(comment.received),
            closes=spoken_day(report.period.closes),
        )
    elif found := _no_answer(report, entry):
        yield from found
    elif entry.outcome is Outcome.DUPLICATE and entry.decision is None:
        yield JOINED_WITH_UNANSWERED.at(answer, ("duplicate_of",), main=response.duplicate_of or "")


def _apart(report: Report) -> Iterator[Entry]:
    yield from (*report.late, *report.withdrawn)


def _no_answer(report: Report, entry: Entry) -> list[Problem]:
    """Return why a response is no answer; what is on record is not withheld any more."""
    line = report.record.recorded.get(entry.comment.id)
    comment = report.record.comment(entry.comment.id)
    if comment is None or (line and line.response):
        return []
    # Loaded late: most answers are on record, and the judge of words has a thousand patterns.
    from talqy.comments.answers import answer_faults  # noqa: PLC0415
    from talqy.comments.doors import Door  # noqa: PLC0415
    from talqy.comments.judge import weighed  # noqa: PLC0415

    found = weighed(answer_faults(report.record, comment), Door.ANSWER)
    return [problem for problem in found if problem.is_error]


def _texts(report: Report) -> Iterator[Problem]:
    """Name every text of the report that a language lacks."""
    for file, path, spoken in _spoken(report):
        for language in report.languages:
            if not spoken.get(language):
                yield LANGUAGE_MISSING.at(file, path, language=language)


def _spoken(report: Report) -> Iterator[tuple[str, Path, Mapping[str, str]]]:
    record, talk = report.record, report.consultation
    yield paths.standard_file(record.id), ("title",), record.standard.title
    own = _revision_file(report)
    if report.notice:
        yield own, ("consultation", "report", "signed_by"), report.notice.signed_by
    for at, extension in enumerate(talk.extended):
        yield own, ("consultation", "extended", at, "reason"), extension.reason
    for at, posting in enumerate(talk.posted):
        if posting.reference:
            yield own, ("consultation", "posted", at, "reference"), posting.reference
    for entry in report.all_entries():
        if entry.response:
            yield entry.comment.path.response_file, ("reason",), entry.response.reason


def _unreadable(report: Report) -> Iterator[Problem]:
    """Name the comments that have a register number, and that the report would pass over."""
    there = {entry.comment.id for entry in report.all_entries()}
    history = report.record.history
    recorded = history.of(report.revision.revision) if history else None
    for entry in recorded.comments if recorded else ():
        if entry.id not in there:
            yield COMMENT_MISSING.at(
                paths.history_file(report.record.id), comment=entry.id, number=entry.number
            )


def _revision_file(report: Report) -> str:
    return paths.revision_file(report.record.id, report.revision.revision)
