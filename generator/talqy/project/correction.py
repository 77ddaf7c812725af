"""The plan of a correction: what is on record changes in its file and in the record, both at once.

The file must agree with the record before, so that what is kept as old is true; what a person has
changed in the file of a text already is taken as the correction.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from talqy.errors import TalqyError
from talqy.model import paths
from talqy.model.comment import Comment, Response
from talqy.model.history import (
    Correction,
    History,
    RecordedPart,
    RecordedResponse,
    RecordedRevision,
    RecordedTally,
)
from talqy.model.problem import Path
from talqy.model.register import Record, Register
from talqy.model.revision import Revision
from talqy.project.history_file import history_text
from talqy.project.survey import assess
from talqy.project.today import refuse_earlier_day
from talqy.project.validate import shaped
from talqy.project.what_if import new_problems, with_record
from talqy.project.write import Replace
from talqy.project.yaml_read import parse
from talqy.project.yaml_setting import with_values
from talqy.record.digests import digest_of, digest_on_record
from talqy.record.guard import as_recorded, is_answered_as_recorded, is_counted_alike
from talqy.record.plain import Difference, between, plain
from talqy.record.postings import with_their_days
from talqy.record.recording import recorded_history
from talqy.record.root import with_root
from talqy.record.tallies import revision_tally
from talqy.record.undoing import recorded_parts

V = TypeVar("V", Revision, Response)
Settings = Sequence[tuple[str, str]]
ReadText = Callable[[str], str]
_OF_THE_DISCUSSION = frozenset({"opens", "closes", "posted", "extended", "report"})


# Told mildly of a text that nobody can mend any more; a correction does, and takes none of it.
_NEVER_TAKEN = frozenset({"L06"})


class CannotCorrectError(TalqyError):
    """What is to be corrected is not on record, or would not be sound."""


@dataclass(frozen=True, slots=True)
class Corrector:
    """What every correction needs: the project, the text of a file by its path, day and reason."""

    register: Register
    text_of: ReadText
    on: date
    reason: Mapping[str, str]

    def of_text(self, record: Record, number: int, settings: Settings) -> list[Replace]:
        """Plan the correction of what was said of a text: its period, report or adoption."""
        history, entry = _entry(record, number)
        file = paths.revision_file(record.id, number)
        text = with_values(self.text_of(file), [(_path(what), value) for what, value in settings])
        revision = self._read(Revision, text, file)
        if digest_of(revision) != entry.digest:
            raise CannotCorrectError(
                "{file}: the text itself is frozen and is never corrected; what is to change goes "
                "into the next revision",
                file=file,
            )
        new = self._anew(record, entry, revision)
        found = list(_differences(recorded_parts(entry), recorded_parts(new)))
        steps = [Replace(file, text)] if settings else []
        return [
            *steps,
            self._record(record, history, self._corrected(history, new, found), revision),
        ]

    def of_response(self, record: Record, comment: Comment, settings: Settings) -> list[Replace]:
        """Plan the correction of a response whose report is published."""
        history, entry = _entry(record, comment.revision)
        kept = next((c for c in entry.comments if c.id == comment.id and c.response), None)
        old = record.response_to(comment.id)
        if kept is None or old is None:
            raise CannotCorrectError(
                "the response to {comment} is not on record yet: change its file",
                comment=comment.id,
            )
        file = comment.path.response_file
        text = with_values(self.text_of(file), [(_steps(what), value) for what, value in settings])
        response = self._read(Response, text, file)
        if not is_answered_as_recorded(kept, old, record, self.on):
            if is_answered_as_recorded(kept, response, record, self.on):
                return [Replace(file, text)]  # a killed run has placed the record alone
            raise CannotCorrectError(
                "{file} is not what is on record: put it back first, and say here what it should "
                "be",
                file=file,
            )
        after = replace(record, responses={**(record.responses or {}), comment.id: response})
        is_new = RecordedResponse(
            digest=digest_on_record(response),
            on=self.on,
            late=kept.response.late if kept.response else None,
        )
        line = kept.model_copy(
            update={"outcome": response.outcome, "landed": response.landed, "response": is_new}
        )
        tally = revision_tally(after, comment.revision)
        outcomes = dict(sorted(tally.outcomes.items()))
        new = entry.model_copy(
            update={
                "comments": tuple(line if c.id == comment.id else c for c in entry.comments),
                "tally": RecordedTally(received=tally.received, outcomes=outcomes),
            }
        )
        found = list(_differences(_tree(old), _tree(response)))
        new = self._corrected(history, new, found, comment.id)
        # The record first: of the old response it has a digest alone, and the old words with this.
        return [self._record(after, history, new), Replace(file, text)]

    def _read(self, model: type[V], text: str, file: str) -> V:
        context = {
            "languages": self.register.project.languages,
            "codes": self.register.codes.lists,
        }
        value, problems = shaped(model, parse(text.encode(), file).tree, file, context)
        if value is None:
            raise CannotCorrectError(
                "{file}: {reason}", file=file, reason=problems[0] if problems else "–"
            )
        return value

    def _anew(
        self, record: Record, entry: RecordedRevision, revision: Revision
    ) -> RecordedRevision:
        """Return an entry whose parts are those that the file has now; their days stay."""
        freed = entry.model_copy(update=dict.fromkeys(map(str, RecordedPart)))
        texts = tuple(revision if r.revision == entry.revision else r for r in record.revisions)
        history = History(schema="1", standard=record.id, revisions=(freed,))
        bare = replace(record, revisions=texts, history=history)
        assessment = assess(with_record(self.register, bare), self.on)
        made = recorded_history(bare, assessment)
        new = made.of(entry.revision) if made else None
        if new is None or any(getattr(entry, p) and not getattr(new, p) for p in RecordedPart):
            raise CannotCorrectError(
                "a day on record cannot be moved into the future, and what happened cannot be "
                "taken back"
            )
        said = {part.value: getattr(new, part) for part in RecordedPart}
        if new.consultation:
            said["consultation"] = with_their_days(entry.consultation, new.consultation, self.on)
        return _keeping_the_count(entry, entry.model_copy(update=said))

    def _corrected(
        self,
        history: History,
        entry: RecordedRevision,
        found: Sequence[Difference],
        comment: str | None = None,
    ) -> RecordedRevision:
        if not found:
            raise CannotCorrectError("nothing differs from what is on record")
        refuse_earlier_day(history, self.on)
        made = tuple(
            Correction(
                on=self.on, comment=comment, what=each.what, was=each.was, reason=self.reason
            )
            for each in found
        )
        return entry.model_copy(update={"corrections": (*entry.corrections, *made)})

    def _record(
        self,
        record: Record,
        history: History,
        entry: RecordedRevision,
        revision: Revision | None = None,
    ) -> Replace:
        """Return the new record; refuse one that breaks a rule which the old one does not break.

        What a person has changed in the file already is of the new one.
        """
        entries = tuple(entry if e.revision == entry.revision else e for e in history.revisions)
        new = with_root(history.model_copy(update={"revisions": entries}))
        texts = tuple(
            revision if revision and r.revision == revision.revision else r
            for r in record.revisions
        )
        after = with_record(self.register, replace(record, revisions=texts, history=new))
        was = history.of(entry.revision)
        kept = (
            as_recorded(was, r) if was and revision and r.revision == revision.revision else r
            for r in record.revisions
        )
        before = with_record(self.register, replace(record, revisions=tuple(kept)))
        found = new_problems(before, after, self.on)
        worse = [p for p in found if p.is_error or p.code in _NEVER_TAKEN]
        if worse:
            raise CannotCorrectError(
                "{file}: this cannot be: {reason}", file=worse[0].file, reason=worse[0]
            )
        file = paths.history_file(record.id)
        return Replace(file, history_text(self.text_of(file), history, new))


def _entry(record: Record, number: int) -> tuple[History, RecordedRevision]:
    entry = record.history.of(number) if record.history else None
    if record.history is None or entry is None:
        raise CannotCorrectError(
            "nothing is on record of {revision} yet: change its file", revision=f"r{number}"
        )
    return record.history, entry


def _keeping_the_count(old: RecordedRevision, new: RecordedRevision) -> RecordedRevision:
    """Return the new entry, with the count on record where a later calendar gives the same days."""
    was, now = old.consultation, new.consultation
    if was is None or now is None or not is_counted_alike(was.counted, now.counted):
        return new
    return new.model_copy(update={"consultation": now.model_copy(update={"counted": was.counted})})


def _tree(response: Response) -> dict[str, Any]:
    tree = plain(response)
    return {k: v for k, v in tree.items() if k != "schema_"} if isinstance(tree, dict) else {}


def _differences(was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Difference]:
    for key in dict.fromkeys((*was, *now)):
        yield from between((key,), was.get(key), now.get(key))


def _steps(what: str) -> Path:
    """Read a path as people write it: items are counted from 1."""
    return tuple(int(s) - 1 if s.isdecimal() and int(s) else s for s in what.split("."))


def _path(what: str) -> Path:
    steps = _steps(what.removeprefix("consultation."))
    return ("consultation", *steps) if steps[0] in _OF_THE_DISCUSSION else steps
