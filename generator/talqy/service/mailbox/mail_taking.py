"""One message becomes comments of the queue, or waits for a person, with the reasons.

All of a message is taken, or nothing. Whatever line this ends at, the next round finds the message
where it was, and knows what was done: comments by what was said in which message, the message by
its bytes and its number.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from talqy.comments.doors import Door
from talqy.comments.new_comment import comment_text
from talqy.comments.table_heads import Columns
from talqy.intake.drawn_up import Draft
from talqy.intake.importing import drafts_of, read_intake
from talqy.intake.mail import addressed, draft_named
from talqy.intake.mail_opened import OpenedMail, opened_mail
from talqy.intake.submission import ImportContext, Submission
from talqy.intake.table import ReadTable
from talqy.model.comment import Comment, CommentChannel
from talqy.model.digest import digest_of_bytes, digest_of_text_file
from talqy.model.problem import Problem
from talqy.office.worker import FellError, SlowError, Worker
from talqy.service.attachments.file_folder import FileFolder
from talqy.service.form.comment_key import key_hash
from talqy.service.form.judging import wrong_in_bytes
from talqy.service.form.project_day import ProjectDay, ProjectDays
from talqy.service.mail_key import mail_key
from talqy.service.mailbox.mail_files import MailFiles, with_files
from talqy.service.mailbox.why_left import LeftToPeopleError, WhyLeft
from talqy.service.parts import Service
from talqy.service.sent_file import SentFile
from talqy.service.store.store import IdTakenError
from talqy.service.taken import Act, ActName, By, Taken


@dataclass(frozen=True, slots=True)
class MailTaken:
    """What a message has become: `is_new` says that it had become nothing before."""

    comments: tuple[Taken, ...]
    opened: OpenedMail = field(repr=False)
    is_new: bool = True


class MailTaking:
    """Takes messages in; `worker` is where they are read."""

    def __init__(self, service: Service, worker: Worker) -> None:
        self._service, self._worker = service, worker
        self._days = ProjectDays(service.project.now)
        self._files = MailFiles(worker, FileFolder(service.settings.data))

    def opened(self, data: bytes, file: str) -> OpenedMail:
        """Return what came with a message; raise where that cannot be told."""
        try:
            found = self._worker.run(opened_mail, data, file)
        except (SlowError, FellError) as error:
            raise LeftToPeopleError(WhyLeft.UNREADABLE) from error
        if found is None:
            raise LeftToPeopleError(WhyLeft.UNREADABLE)
        return found

    def take(
        self, data: bytes, file: str, opened: OpenedMail, moment: datetime, *, is_again: bool
    ) -> MailTaken:
        """Bring a message into the queue; raise `LeftToPeopleError` where a person must look.

        `is_again` says that a message of its number was taken before.
        """
        now = self._days.at(moment)
        read = self._read(data, file, now)
        context = self._context(read.submissions, now)
        files = self._files.seen(opened)
        submissions = [with_files(one, files) for one in read.submissions]
        origin = opened.number or digest_of_bytes(data)
        named = tuple(replace(one, origin=one.origin or origin) for one in submissions)
        table = addressed(replace(read, submissions=named), context, clause="", by_subject=False)
        drafts = list(drafts_of(table, context))
        if known := self._known(drafts, now, origin):
            return MailTaken(known, opened, is_new=False)
        if is_again:
            raise LeftToPeopleError(WhyLeft.AGAIN)
        made = [self._made(draft, context, now, origin, moment) for draft in drafts]
        self._files.keep(opened)
        return MailTaken(tuple(self._stored(one, files) for one in made), opened)

    # --- what it says -----------------------------------------------------------------------------

    def _read(self, data: bytes, file: str, now: ProjectDay) -> ReadTable:
        project = now.register.project
        heads = Columns(usual=project.columns.heads())
        try:
            read = self._worker.run(read_intake, data, file, project.timezone, heads)
        except (SlowError, FellError) as error:
            raise LeftToPeopleError(WhyLeft.UNREADABLE) from error
        if wrong := [one for one in read.problems if one.is_error]:
            raise LeftToPeopleError(*_codes(wrong))
        if not read.submissions or read.not_read:
            raise LeftToPeopleError(WhyLeft.UNREADABLE)
        return read

    def _context(self, submissions: Sequence[Submission], now: ProjectDay) -> ImportContext:
        """Return the text that a message is about: the one that it names, else that of settings."""
        standards = frozenset(record.id for record in now.register.records)
        named = {draft_named(one, standards) for one in submissions}
        if len(named) > 1:
            raise LeftToPeopleError(WhyLeft.NO_DRAFT)
        said = self._service.settings.said.mailbox
        usual = said.standard if said else None
        name = named.pop()
        draft = now.draft(name) if name else now.open_draft(usual) if usual else None
        if draft is None:
            raise LeftToPeopleError(WhyLeft.NO_DRAFT)
        project = self._service.project.now()
        judge = project.kept_context(Door.MAIL, now.today)
        unsaid = {"channel": str(CommentChannel.EMAIL), "received": now.today.isoformat()}
        return ImportContext(judge=judge, record=draft[0], revision=draft[1], unsaid=unsaid)

    # --- into the queue ---------------------------------------------------------------------------

    def _known(
        self, drafts: Sequence[Draft | None], now: ProjectDay, origin: str
    ) -> tuple[Taken, ...]:
        """Return what the same message has become before; also by “talqy comment import”."""
        ids = [draft.comment.id for draft in drafts if draft and draft.comment]
        if len(ids) < len(drafts):
            return ()
        there = [one for name in ids if (one := self._service.store.of(name))]
        if any(one.posted != _posted(origin, one.id) for one in there):
            raise LeftToPeopleError(WhyLeft.AGAIN)
        if len(there) == len(ids):
            return tuple(there)
        if any(name in now.public_places for name in ids):
            raise LeftToPeopleError(WhyLeft.AGAIN)
        return ()

    def _made(
        self,
        draft: Draft | None,
        context: ImportContext,
        now: ProjectDay,
        origin: str,
        moment: datetime,
    ) -> Taken:
        if draft is None:
            raise LeftToPeopleError(WhyLeft.UNREADABLE)
        problems = draft.judged(context.judge)
        comment = draft.comment
        if comment is None or any(one.is_error for one in problems):
            raise LeftToPeopleError(*_codes(one for one in problems if one.is_error))
        data = comment_text(comment).encode()
        if wrong := list(wrong_in_bytes(comment, data, now)):
            raise LeftToPeopleError(*_codes(wrong))
        return self._as_taken(comment, data, origin, moment)

    def _as_taken(self, comment: Comment, data: bytes, origin: str, moment: datetime) -> Taken:
        return Taken(
            id=comment.id,
            standard=comment.standard,
            revision=comment.revision,
            text=data,
            digest=digest_of_text_file(data),
            received=comment.received,
            taken_at=moment,
            posted=_posted(origin, comment.id),
            key_hash=key_hash(mail_key(self._service.keys, comment.id, origin)),
        )

    def _stored(self, one: Taken, files: Sequence[SentFile]) -> Taken:
        try:
            return self._service.store.take(
                one, Act(ActName.TAKEN, one.taken_at, By.MAILBOX), files
            )
        except IdTakenError as error:
            raise LeftToPeopleError(WhyLeft.AGAIN) from error


def _posted(origin: str, comment: str) -> str:
    """Return by what the same comment of the same message is known again."""
    return hashlib.sha256(f"mail {origin} {comment}".encode("utf-8", "replace")).hexdigest()


def _codes(problems: Sequence[Problem] | Iterator[Problem]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.code for one in problems)) or (WhyLeft.UNREADABLE,)
