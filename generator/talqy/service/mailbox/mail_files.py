"""Files that came with a message: looked at in the worker, and kept as those of the form are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from talqy.intake import import_kinds
from talqy.intake.mail_opened import MailedFile, OpenedMail
from talqy.intake.submission import Submission
from talqy.model.comment import MOST_ATTACHMENTS, Attachment
from talqy.model.digest import digest_of_bytes
from talqy.office.attached_form import AttachedForm, NotTaken, attached_form
from talqy.office.worker import FellError, SlowError, Worker
from talqy.service.attachments.file_folder import FileFolder
from talqy.service.attachments.file_name import cleaned_name
from talqy.service.mailbox.why_left import LeftToPeopleError, WhyLeft
from talqy.service.sent_file import MOST_FILES_BYTES, SentFile

_COVERING = 120
_TOLD_OF_FILES = frozenset({import_kinds.ATTACHMENTS, import_kinds.ATTACHMENT_MEANT})
"""What a reader says of files that it does not take: here they are taken."""


@dataclass(frozen=True, slots=True)
class MailFiles:
    """Looks at the files of messages, and keeps them."""

    worker: Worker
    folder: FileFolder

    def seen(self, opened: OpenedMail) -> tuple[SentFile, ...]:
        """Return the files of a message; raise where a person must look at them."""
        size = sum(len(one.data) for one in opened.files)
        if opened.has_more or size > MOST_FILES_BYTES or len(opened.files) > MOST_ATTACHMENTS:
            raise LeftToPeopleError(WhyLeft.MUCH)
        return tuple(map(self._seen, opened.files))

    def _seen(self, one: MailedFile) -> SentFile:
        form: AttachedForm | NotTaken
        try:
            form = self.worker.run(attached_form, one.data)
        except (SlowError, FellError) as error:
            raise LeftToPeopleError(WhyLeft.FILE) from error
        if isinstance(form, NotTaken):
            raise LeftToPeopleError(WhyLeft.FILE)
        name = cleaned_name(one.name, form)
        return SentFile(name, digest_of_bytes(one.data), form, len(one.data))

    def keep(self, opened: OpenedMail) -> None:
        """Bring the bytes of all files to the disk."""
        for one in opened.files:
            self.folder.put(one.data)


def with_files(one: Submission, files: Sequence[SentFile]) -> Submission:
    """Return what was said with its files; then nobody need be told that they were left out."""
    if not files:
        return one
    # Few words beside a document are those of a covering letter: what is meant stands in it.
    is_covering = len(one.said.get("text", "")) < _COVERING
    told = {import_kinds.ATTACHMENTS} if is_covering else _TOLD_OF_FILES
    notes = tuple(note for note in one.notes if note.kind not in told)
    attachments = tuple(Attachment(name=file.name, digest=file.digest) for file in files)
    return replace(one, notes=notes, attachments=attachments)
