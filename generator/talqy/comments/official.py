"""What the authority writes itself, looked at for personal data: answers, texts, settings, records.

Links to sites that look like those of the state are found, too, and answers that are none
(`answers.py`). All of it is published as comments are. What an authority lawfully says of itself
is no fault: the table of doors has it (`doors.py`). What is on record cannot be mended any more,
and is only warned of.
"""

import operator
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from talqy.comments.answers import answer_faults
from talqy.comments.content import LETTERS, OTHER_THAN_IIN, iin, letters, personal
from talqy.comments.doors import Door, is_said
from talqy.comments.judge import JudgeContext, weighed
from talqy.comments.links import MISLEADING, hosts_of, misleading
from talqy.comments.public_data import PublicData
from talqy.comments.remarks import personal_in_remarks
from talqy.model import paths
from talqy.model.comment import Comment
from talqy.model.problem import Path, Problem
from talqy.model.register import Record, Register
from talqy.model.walk import strings_in
from talqy.project.yaml_remarks import Remark
from talqy.record.digests import LATER

# Ten of its signs in a row may be digits.
_DIGEST = re.compile(r"(?:sha256:)?[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class OfficialFile:
    """A file that an authority has written, or below `path` a part of one that it has not.

    `standard` and `revision` are what it speaks of: what was published there may be said;
    `answers` is the comment that it answers, with its record.
    """

    file: str
    value: object
    door: Door
    standard: str = ""
    revision: int = 0
    path: Path = ()
    is_on_record: bool = False
    answers: tuple[Record, Comment] | None = None


def judge_official(
    register: Register, context: JudgeContext, only: Collection[str] | None = None
) -> Iterator[tuple[Problem, bool]]:
    """Judge what the authority has written, in all files or in these only.

    With each problem it is said whether it stands in what is on record already.
    """
    for record in (None, *register.records):
        yield from judge_official_of(record, register.remarks, context, only)


def judge_official_of(
    record: Record | None,
    all_remarks: Mapping[str, Sequence[Remark]],
    context: JudgeContext,
    only: Collection[str] | None = None,
    *,
    is_filed: bool = False,
) -> Iterator[tuple[Problem, bool]]:
    """Judge the same of one standard, or without one of the settings.

    Where it `is_filed`, what `as_filed` would leave out is not looked for.
    """
    settings = OfficialFile(paths.PROJECT, context.project, Door.TEXT)
    for official in _files_of(record) if record else (settings,):
        if only is None or official.file in only:
            public = context.public(official.standard, official.revision)
            remarks = () if official.path else all_remarks.get(official.file, ())
            looks = is_filed and official.is_on_record
            for problem in _judged(official, public, context.hosts, remarks, as_on_record=looks):
                yield problem, official.is_on_record and _is_recorded(problem.path)


def as_filed(found: Iterable[tuple[Problem, bool]]) -> Iterator[Problem]:
    """Weigh problems of files that lie there: what is on record is warned of alone."""
    for problem, is_on_record in found:
        yield from weighed([problem], Door.RECORD) if is_on_record else (problem,)


def as_changed(
    found: Iterable[tuple[Problem, bool]], before: Iterable[tuple[Problem, bool]]
) -> Iterator[Problem]:
    """Leave out what was there before the change."""
    known = {(one.file, one.path, one.kind) for one, _ in before}
    for problem, _ in found:
        if (problem.file, problem.path, problem.kind) not in known:
            yield problem


def judge_answers(
    register: Register, answered: Record, files: Collection[str]
) -> Iterator[Problem]:
    """Judge the answers in these files; the record holds those too that are not on file yet."""
    public: dict[int, Collection[str]] = {}
    hosts = hosts_of(register.project)
    for official in _answers(answered):
        if official.file in files:
            number = official.revision
            if number not in public:
                public[number] = PublicData(register, answered.id, number)
            yield from _judged(official, public[number], hosts)


def judge_said(
    register: Register, about: tuple[str, int], file: str, said: object, door: Door
) -> list[Problem]:
    """Judge words that are about to be published in a file; `about` is a standard and revision."""
    public, hosts = PublicData(register, *about), hosts_of(register.project)
    return _judged(OfficialFile(file, said, door), public, hosts)


def _judged(
    official: OfficialFile,
    public: Collection[str],
    hosts: frozenset[str],
    remarks: Sequence[Remark] = (),
    *,
    as_on_record: bool = False,
) -> list[Problem]:
    file, found = official.file, list[Problem]()
    at_first = _said_at(official.door)
    on_record = tuple(map(operator.and_, at_first, _said_at(Door.RECORD)))
    for path, text in strings_in(official.value, official.path):
        if _DIGEST.fullmatch(text):
            continue
        is_recorded = as_on_record and _is_recorded(path)
        is_personal, is_misleading, is_of_letters = on_record if is_recorded else at_first
        found += personal(file, path, text, public) if is_personal else iin(file, path, text)
        if is_misleading:
            found += misleading(file, path, text, hosts)
        if is_of_letters:
            found += letters(file, path, text)
    found += personal_in_remarks(file, remarks, public)
    if official.answers:
        found += answer_faults(*official.answers)
    return weighed(found, official.door)


def _said_at(door: Door) -> tuple[bool, ...]:
    """Return whether anything is said at a door of other personal data, of links, of letters."""
    return tuple(is_said(door, *kinds) for kinds in (OTHER_THAN_IIN, MISLEADING, LETTERS))


def _is_recorded(path: Path) -> bool:
    """Return whether the record holds what stands there: no remarks, nothing that comes later."""
    return bool(path) and path[0] not in LATER


def _files_of(record: Record) -> Iterator[OfficialFile]:
    yield OfficialFile(paths.standard_file(record.id), record.standard, Door.TEXT, record.id)
    for revision in record.revisions:
        file = paths.revision_file(record.id, revision.revision)
        entry = record.history.of(revision.revision) if record.history else None
        yield OfficialFile(file, revision, Door.TEXT, record.id, is_on_record=entry is not None)
    if record.history:
        yield OfficialFile(paths.history_file(record.id), record.history, Door.TEXT, record.id)
    if record.tagged:
        yield OfficialFile(paths.tags_file(record.id), record.tagged, Door.ANSWER, record.id)
    yield from _answers(record)


def _answers(record: Record) -> Iterator[OfficialFile]:
    entries = record.history.revisions if record.history else ()
    recorded = {one.id for entry in entries for one in entry.comments if one.response}
    for comment in record.comments:
        about = (record.id, comment.revision)
        if response := record.response_to(comment.id):
            yield OfficialFile(
                comment.path.response_file,
                response,
                Door.ANSWER,
                *about,
                is_on_record=comment.id in recorded,
                answers=(record, comment),
            )
        if comment.redacted:
            reason, path = comment.redacted.reason, ("redacted", "reason")
            yield OfficialFile(comment.path.file, reason, Door.ANSWER, *about, path=path)
