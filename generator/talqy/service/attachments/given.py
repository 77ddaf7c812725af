"""Files of comments for officials: which there are, their bytes, and how they are handed out.

The desk and the commands call these; no page that the public can ask for does.
"""

from dataclasses import dataclass
from urllib.parse import quote

from talqy.errors import TalqyError
from talqy.office.attached_form import MEDIA_TYPES
from talqy.service.attachments.file_folder import FileFolder
from talqy.service.parts import Service
from talqy.service.sent_file import SentFile
from talqy.service.store.attached import AttachedFiles


class NoSuchFileError(TalqyError):
    """A comment has no file of this number."""


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file with its bytes, which are those of its digest."""

    file: SentFile
    data: bytes

    @property
    def headers(self) -> dict[str, str]:
        """What a page says of it: it is saved, never shown, and is what we say it is."""
        name = self.file.name
        plain = "".join(sign if sign.isascii() and sign not in '"\\' else "_" for sign in name)
        told = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
        return {
            "Content-Disposition": told,
            "Content-Type": MEDIA_TYPES[self.file.form],
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Cache-Control": "no-store",
        }


def files_of(service: Service, comment: str) -> tuple[SentFile, ...]:
    """Return the files that came with a comment, in their order."""
    return AttachedFiles(service.store.engines).of(comment)


def given_file(service: Service, comment: str, number: int) -> GivenFile:
    """Return one file of a comment by its number, from 1."""
    files = files_of(service, comment)
    if not 1 <= number <= len(files):
        raise NoSuchFileError(
            "the comment {comment} has no file {number}; files that came with it: {count}",
            comment=comment,
            number=number,
            count=len(files),
        )
    one = files[number - 1]
    return GivenFile(one, FileFolder(service.settings.data).read(one.digest))


def behind_its_end(service: Service, file: SentFile) -> int:
    """Return how many bytes stand behind the end of a file; none where it cannot be read now."""
    try:
        data = FileFolder(service.settings.data).read(file.digest)
    except TalqyError:
        return 0
    return service.looking.behind(data, file.form)
