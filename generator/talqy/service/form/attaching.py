"""Files that come with a post of the form: let in, looked at, listed for the page that comes back.

A byte of a file is kept only for a page of ours: its token stands before all files. Whatever is not
kept, all that was typed is.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from talqy.comments.judge import MOST_TEXT
from talqy.service.attachments.arriving import (
    Arrived,
    Arriving,
    BrokenPostError,
    is_multipart,
)
from talqy.service.attachments.aside import AsideFiles, FileNote, FilesOfPage, NotKept
from talqy.service.attachments.file_folder import FileAwayError, FileFolder
from talqy.service.form import posted as names
from talqy.service.form.address import hashed
from talqy.service.form.doors import DoorRules, Visit
from talqy.service.form.notices import Notice
from talqy.service.form.posted import (
    MOST_ON_THE_WAY,
    Posted,
    UnreadableError,
    posted,
    posted_parts,
)
from talqy.service.form.tokens import PageToken, opened
from talqy.service.parts import Service
from talqy.service.room import LEAST_BYTES
from talqy.service.store.attached import AttachedFiles
from talqy.service.store.engines import StoreAwayError

_HOUR = timedelta(hours=1)
_POSTS = 60
"""So many posts with files an hour from one network; each may have as many as a comment."""
_LONGER = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class RawPost:
    """A post as it came: the bytes of a plain one, or the parts of one with files."""

    body: bytes = b""
    arrived: Arrived | None = None
    is_broken: bool = False


class FormFiles:
    """The files of the pages of the form."""

    def __init__(self, service: Service, rules: DoorRules) -> None:
        self._service, self._rules = service, rules
        self._folder = FileFolder(service.settings.data)
        rows = AttachedFiles(service.store.engines)
        self._aside = AsideFiles(rows, self._folder, rules.oldest + _LONGER, service.looking)

    async def raw(self, request: Request, visit: Visit) -> RawPost:
        """Let a post arrive."""
        said = request.headers.get("content-type", "")
        if not is_multipart(said):
            return RawPost(await request.body())

        async def why_none(pairs: Sequence[tuple[str, str]]) -> NotKept | None:
            return await run_in_threadpool(self._why_none, dict(reversed(pairs)), visit)

        arriving = Arriving(self._folder, why_none, MOST_ON_THE_WAY)
        try:
            return RawPost(arrived=await arriving.read(said, request.stream()))
        except (BrokenPostError, FileAwayError):
            return RawPost(is_broken=True)

    def post(self, request: Request, raw: RawPost, visit: Visit) -> Posted:
        """Return what was posted, with the files that are kept for its page."""
        arrived = raw.arrived
        if raw.is_broken:
            raise UnreadableError(Notice.NO_FORM)
        try:
            if arrived is None:
                post = posted(raw.body, request.headers.get("content-type", ""))
            else:
                post = posted_parts(arrived.pairs)
            return self._with_files(post, arrived or Arrived(), visit)
        finally:
            if arrived:
                arrived.drop()

    def carry(self, post: Posted, token: PageToken, visit: Visit) -> None:
        """Keep the files of a post for the page that comes back."""
        if post.files:
            self._aside.carry(post.files, token.page, visit.moment)

    def with_words(self, post: Posted) -> tuple[Posted, Notice]:
        """Put the words of a document into the text of a comment, as its author has asked."""
        one = next((one for one in post.files if one.digest == post.of(names.PUT)), None)
        found = self._aside.words(one, MOST_TEXT) if one else ""
        if not found:
            return post, Notice.NO_WORDS
        before = post.of("text").rstrip()
        text = f"{before}\n\n{found}" if before else found
        return replace(post, said={**post.said, "text": text}), Notice.WORDS_PUT

    def _with_files(self, post: Posted, arrived: Arrived, visit: Visit) -> Posted:
        listed = [one for one in post.listed if one != post.of(names.DROP)]
        if not (listed or arrived.files or arrived.is_over or arrived.barred):
            return replace(post, listed=())
        token = opened(post.of(names.TOKEN), self._service.keys.of("token"))
        try:
            found = self._taken(token, listed, arrived, visit)
        except StoreAwayError:
            found = FilesOfPage((), (FileNote("", NotKept.AWAY),))
        new = [one.digest for one in found.kept if one.digest not in listed]
        return replace(post, listed=(*listed, *new), files=found.kept, notes=found.notes)

    def _taken(
        self, token: PageToken | None, listed: Sequence[str], arrived: Arrived, visit: Visit
    ) -> FilesOfPage:
        if token is None:
            return FilesOfPage((), (FileNote("", NotKept.BARRED),))
        there = self._aside.of(token.page, listed)
        if arrived.files:
            there = self._aside.take(token.page, there, arrived.files, visit.moment)
        notes = list(there.notes)
        if arrived.is_over and all(one.why is not NotKept.MANY for one in notes):
            notes.append(FileNote("", NotKept.MANY))
        if arrived.barred:
            notes.append(FileNote("", arrived.barred))
        return FilesOfPage(there.kept, tuple(notes))

    def _why_none(self, fields: dict[str, str], visit: Visit) -> NotKept | None:
        """Return why no file of a post is kept, by the fields that came before; None where any is.

        A queue or a disk that is away is no reproach to who sends, and told as what it is.
        """
        token = opened(fields.get(names.TOKEN, ""), self._service.keys.of("token"))
        if token is None or token.draft != fields.get(names.DRAFT) or visit.is_from_elsewhere:
            return NotKept.BARRED
        age = visit.moment - token.issued
        if not -self._rules.youngest <= age <= self._rules.oldest or fields.get(names.TRAP):
            return NotKept.BARRED
        key = self._service.keys.of("files: networks")
        network = hashed(visit.address, key, visit.moment.date())
        try:
            if self._service.store.count(f"files {network}", _HOUR, visit.moment) > _POSTS:
                return NotKept.BARRED
            free = shutil.disk_usage(self._service.settings.data).free
        except (StoreAwayError, OSError):
            return NotKept.AWAY
        return None if free > LEAST_BYTES else NotKept.AWAY
