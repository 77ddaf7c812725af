"""Files of a page of the form: kept aside from the first time that they come until it is sent.

A page that is shown again is another page: what was listed on the one before is kept for it, too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from talqy.model.comment import MOST_ATTACHMENTS
from talqy.office.attached_form import NotTaken
from talqy.service.attachments.file_folder import FileAwayError, FileFolder, FileGoneError, NewFile
from talqy.service.attachments.file_name import cleaned_name
from talqy.service.looking import Looking
from talqy.service.sent_file import MOST_FILES_BYTES, SentFile
from talqy.service.store.attached import AttachedFiles

_MOST_NAMED = 100


class NotKept(StrEnum):
    """Why a file is not with the comment, besides what it is."""

    MANY = "many"
    LOST = "lost"
    AWAY = "away"
    BARRED = "barred"


@dataclass(frozen=True, slots=True)
class FileNote:
    """Why a file is not taken; `name` is what its sender calls it, empty for all of them."""

    name: str
    why: NotTaken | NotKept


@dataclass(frozen=True, slots=True)
class FilesOfPage:
    """The files of a page as they are now, and what is said of those that are not taken."""

    kept: tuple[SentFile, ...] = ()
    notes: tuple[FileNote, ...] = ()


@dataclass(frozen=True)
class AsideFiles:
    """Takes files in for pages; `hold` is how long they are kept for one."""

    rows: AttachedFiles
    folder: FileFolder
    hold: timedelta
    looking: Looking

    def of(self, page: str, listed: Iterable[str]) -> FilesOfPage:
        """Return the files that a page lists, and notes of those that are not kept any more."""
        wanted = list(dict.fromkeys(listed))
        there = {one.digest: one for one in self.rows.aside(page)} if wanted else {}
        kept = tuple(there[one] for one in wanted if one in there)
        lost = any(one not in there for one in wanted)
        return FilesOfPage(kept, (FileNote("", NotKept.LOST),) if lost else ())

    def take(
        self, page: str, there: FilesOfPage, new: Sequence[NewFile], now: datetime
    ) -> FilesOfPage:
        """Take files in beside those that are there; what is not taken is noted."""
        kept, notes = list(there.kept), list(there.notes)
        for one in new:
            found = self._looked_at(one)
            if isinstance(found, FileNote):
                notes.append(found)
            elif all(found.digest != other.digest for other in kept):
                kept.append(found)
        fitting = list(_fitting(kept))
        if len(fitting) < len(kept):
            notes.append(FileNote("", NotKept.MANY))
        self.rows.set_aside(page, fitting, now + self.hold)
        return FilesOfPage(tuple(fitting), tuple(notes))

    def carry(self, files: Sequence[SentFile], page: str, now: datetime) -> None:
        """Keep the files of a page for the one that is shown in its place."""
        self.rows.set_aside(page, files, now + self.hold)

    def words(self, one: SentFile, most: int) -> str:
        """Return the first words of a document, as a draft."""
        try:
            return self.looking.words(self.folder.read(one.digest), one.form, most)
        except (FileGoneError, FileAwayError):
            return ""

    def _looked_at(self, new: NewFile) -> SentFile | FileNote:
        named = Path(new.named.replace("\\", "/")).name[:_MOST_NAMED]
        try:
            form = self.looking.form(new.whole())
            if isinstance(form, NotTaken):
                return FileNote(named, form)
            self.folder.keep(new)
        except FileAwayError:
            return FileNote(named, NotKept.AWAY)
        return SentFile(cleaned_name(new.named, form), new.digest, form, new.size)


def _fitting(files: Iterable[SentFile]) -> Iterator[SentFile]:
    """Yield files as long as they are neither too many nor too long together."""
    size = 0
    for number, one in enumerate(files, 1):
        size += one.size
        if number > MOST_ATTACHMENTS or size > MOST_FILES_BYTES:
            return
        yield one
