"""What a correction of the record needs before it is planned: a whole record, and words to publish.

The plan itself is `project/correction.py`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from talqy.comments.doors import Door
from talqy.comments.official import judge_answers, judge_said
from talqy.errors import Saying
from talqy.model import paths
from talqy.model.comment import Comment
from talqy.model.problem import Problem
from talqy.model.register import Record, Register
from talqy.project.files import text_of
from talqy.project.survey import ProjectState
from talqy.project.what_if import with_record
from talqy.record.settings import errors_of_settings
from talqy.rules.record import AUTHORITY_RULES, in_the_way
from talqy.steps.kept_back import KeptBack
from talqy.steps.merging import kept_from_record, merge_of

Settings = Sequence[tuple[str, str]]

# What the authority said may differ from the record here: that is what is being corrected. A
# correction of which a killed run has written the record alone fits nothing yet (R14).
_ASIDE = AUTHORITY_RULES | {"R14"}


@dataclass(frozen=True, slots=True)
class ToCorrect:
    """A standard of which something is corrected, and the text of its files by their paths."""

    register: Register
    record: Record
    text_of: Callable[[str], str]


def up_to_date(root: Path, state: ProjectState, record: Record, revision: int) -> ToCorrect:
    """Return a standard with its record as merging makes it, where a discussion is over since.

    What comes on record at its end comes with the correction then, unless something keeps it back.
    """

    def read(file: str) -> str:
        return text_of(root / file)

    as_it_is = ToCorrect(state.known[0], record, read)
    if record.history is None or kept_from_record(state, [record], record.id):
        return as_it_is
    merge = merge_of(root, state, [record])
    made, step = merge.plans[0].history, merge.plans[0].step
    was, now = (one and one.of(revision) for one in (record.history, made))
    if step is None or merge.after_report or not was or not now or was.tally or not now.tally:
        return as_it_is
    after = replace(record, history=made)
    known = with_record(as_it_is.register, after)
    return ToCorrect(known, after, lambda file: step.text if file == step.path else read(file))


def kept_from_correction(state: ProjectState, record: Record) -> KeptBack | None:
    """Return why nothing on record of a standard can be corrected; None where it can."""
    if wrong := [p for p in in_the_way(state.problems, record.id) if p.code not in _ASIDE]:
        why = "nothing was corrected: the record must be read whole first"
    elif wrong := errors_of_settings(state.problems, {record.standard.authority}):
        why = "nothing was corrected: the settings that the record is written with have errors"
    else:
        return None
    return KeptBack(Saying(why), wrong)


def faults_of_text(
    register: Register,
    record: Record,
    revision: int,
    settings: Settings,
    reason: Mapping[str, str],
) -> list[Problem]:
    """Judge what a correction says of a text, and its reason: both are published."""
    said = {"reason": reason, **dict(settings)}
    file = paths.history_file(record.id)
    return judge_said(register, (record.id, revision), file, said, Door.TEXT)


def faults_of_answer(
    register: Register,
    record: Record,
    comment: Comment,
    settings: Settings,
    reason: Mapping[str, str],
) -> list[Problem]:
    """Judge what a correction says in the answer to a comment, and its reason."""
    said = {"reason": reason, **dict(settings)}
    file = paths.history_file(record.id)
    found = judge_said(register, (record.id, comment.revision), file, said, Door.ANSWER)
    known = {problem.kind for problem in found}
    new = _judged_answer(register, record, comment, settings)
    return [*found, *(problem for problem in new if problem.kind not in known)]


def _judged_answer(
    register: Register, record: Record, comment: Comment, settings: Settings
) -> list[Problem]:
    """Judge an answer as it would be with its new texts: what is none is not put on record."""
    old = record.response_to(comment.id)
    new = {(key, language): said for key, language, said in _texts(settings)}
    if old is None or not new:
        return []
    said = {key: dict(getattr(old, key) or {}) for key, _ in new}
    for (key, language), text in new.items():
        said[key][language] = text
    response = old.model_copy(update=said)
    answered = replace(record, responses={**(record.responses or {}), comment.id: response})
    return [
        problem
        for problem in judge_answers(register, answered, {comment.path.response_file})
        if problem.path in new or problem.path in {(key,) for key in said}
    ]


def _texts(settings: Settings) -> Iterator[tuple[str, str, str]]:
    """Yield the texts of an answer that are set: key, language, and what is said."""
    for what, said in settings:
        key, _, language = what.partition(".")
        if key in {"reason", "gist"} and language and said:
            yield key, language, said
