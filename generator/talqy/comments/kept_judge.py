"""What the judge has said of the files of one standard, kept for the next run.

The key is over the very values that it looks at, as in `project/kept_findings.py`; of the day no
more than it asks, so on another day the same is not judged again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from talqy.comments.comment_file import judge_filed
from talqy.comments.judge import JudgeContext, asked_of_the_day
from talqy.comments.official import as_filed, judge_official_of
from talqy.model import paths
from talqy.model.digest import key_of
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.project.kept_problems import KeptProblems
from talqy.project.yaml_remarks import Remark
from talqy.rules.rule import CheckContext


def judge_kept(
    root: Path, parts: Sequence[CheckContext], context: JudgeContext
) -> Iterator[Problem]:
    """Yield what the judge says of the comments of a project, then of what its authority writes.

    `parts` are the settings and the standards, each as if there were no others; none is judged by
    more than itself and the ids that `context` knows.
    """
    kept, remarks = KeptProblems(root, "judged"), _by_standard(context.register.remarks)
    judges = [_PartJudge(one, context, remarks) for one in parts]
    for judge in judges:
        yield from kept.known_or_found(judge.key("comments"), judge.comments)
    for judge in judges:
        yield from kept.known_or_found(judge.key("officials"), judge.officials)
    kept.close()


_Remarks = Mapping[str, Sequence[Remark]]


def _by_standard(remarks: _Remarks) -> Mapping[str, _Remarks]:
    """Return what stands in files beside their values by standards; empty is that of settings."""
    found: dict[str, dict[str, Sequence[Remark]]] = {}
    for file, said in remarks.items():
        name = paths.standard_of(file) if file != paths.PROJECT else ""
        found.setdefault(name, {})[file] = said
    return found


class _PartJudge:
    """Judges the files of one standard, or the settings."""

    def __init__(
        self, part: CheckContext, context: JudgeContext, remarks: Mapping[str, _Remarks]
    ) -> None:
        self._record: Record | None = next(iter(part.register.records), None)
        name = self._record.id if self._record else ""
        self._remarks, self._ids = remarks.get(name, {}), self._ids_asked(context)
        self._context = replace(context, register=part.register)
        self._key = key_of(part.digest, repr(self._remarks), *self._ids, "", *self._of_day())

    def key(self, kind: str) -> str:
        """Return the digest of all that a kind of files is judged by."""
        return key_of(self._key, kind)

    def comments(self) -> Iterator[Problem]:
        """Judge the comments."""
        if self._record:
            yield from judge_filed(self._record, self._remarks, self._context)

    def officials(self) -> Iterator[Problem]:
        """Judge what the authority has written."""
        found = judge_official_of(self._record, self._remarks, self._context, is_filed=True)
        yield from as_filed(found)

    def _ids_asked(self, context: JudgeContext) -> list[str]:
        """Return the ids on the standard where one of its comments is a reply."""
        record = self._record
        is_asked = record and any(one.in_reply_to for one in record.comments)
        return sorted(context.earlier.on(record.id)) if record and is_asked else []

    def _of_day(self) -> Iterator[str]:
        record, today = self._record, self._context.today
        yield from map(repr, asked_of_the_day(record, today)) if record else ()
