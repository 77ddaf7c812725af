"""A site that follows the files of its project: each page is made when somebody asks for it.

After a change what changed is read and judged anew, and nothing else; pages are made from the
newest survey. Where a file is broken so that it cannot be read, what could be read last is shown,
and the page says what is wrong (docs/decisions/0052).
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from threading import Condition, RLock

from talqy.build import Site, site, site_file
from talqy.errors import TalqyError
from talqy.host import SiteHost
from talqy.live.box import NO_BOX, WhatIsWrong, box, with_box
from talqy.mkdocs_plugin import SiteFrame
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.project.clock import now_in
from talqy.project.kept_findings import KeptFindings
from talqy.project.reasons import plainly
from talqy.project.survey import LastSurvey, ProjectState, survey

_MOST_FILES = 500
_MISSING, _EMPTY = "404.html", b"<!doctype html><body></body>"


@dataclass(frozen=True, slots=True)
class LiveFile:
    """A file of the site as it is now: its bytes, their digest, and whether the site has it."""

    path: str
    content: bytes
    digest: str
    is_there: bool = True


@dataclass(frozen=True, slots=True)
class _ShownSite:
    """What pages are made of: the site by a survey, and its frame, rendered of what `key` tells."""

    state: ProjectState
    site: Site
    host: SiteHost
    frame: SiteFrame
    key: object
    frames: int

    def words(self, path: str) -> Callable[[str], str]:
        """Return what says problems in the language of a page."""
        spoken = self.site.editions
        own = next((one for one in spoken if path.startswith(f"{one.code}/")), spoken[0])
        return own.locale.catalogue.problem


@dataclass(slots=True)
class LiveSite:
    """The site of a project, made on demand; `tell` hears what each survey finds.

    `number` counts the surveys. One page is made at a time: pages share what they have found.
    """

    root: Path
    today: date | None
    tell: Callable[[Sequence[Problem]], None]
    number: int = 0
    _wrong: WhatIsWrong = NO_BOX
    _shown: _ShownSite | None = None
    _findings: KeptFindings = field(init=False)
    _last: LastSurvey = field(init=False)
    _files: OrderedDict[str, tuple[int, bytes]] = field(default_factory=OrderedDict)
    _making: RLock = field(default_factory=RLock)
    _news: Condition = field(default_factory=Condition)

    def __post_init__(self) -> None:
        """Take what earlier runs have found."""
        self._findings = KeptFindings(self.root)
        self._last = LastSurvey(find=self._findings, recall=self._findings.recall)

    def begin(self) -> None:
        """Read the project: pages can be asked for before all of it is checked."""
        self._show(survey(self.root, self.today, self._last, is_checked=False))

    def renew(self) -> None:
        """Survey the project, and let all who wait know.

        Raise what ends it only where nothing could be shown yet.
        """
        try:
            found = survey(self.root, self.today, self._last)
            self._findings.close()
            self.tell(found.problems)
            self._show(found)
        except (TalqyError, OSError) as error:
            if self._shown is None:
                raise
            with self._making:
                self._wrong = replace(self._wrong, ended=plainly(error))
        with self._news:
            self.number += 1
            self._news.notify_all()

    def wait(self, number: int, seconds: float) -> int:
        """Return the number of the survey as soon as it is another one, or after some seconds."""
        with self._news:
            self._news.wait_for(lambda: self.number != number, seconds)
            return self.number

    def day(self) -> date:
        """Return the day in the zone of the project, by its settings as they were read last."""
        shown = self._shown
        return now_in(shown.site.editions[0].register.project.timezone if shown else "UTC")

    def looked_at(self) -> tuple[Path, ...]:
        """Return the files and folders that the site is made of."""
        own = self._shown.host.looked_at if self._shown else (self.root / paths.SITE,)
        return (*(self.root / folder for folder in (*paths.FOLDERS, paths.MANUAL)), *own)

    def file(self, path: str) -> LiveFile:
        """Return a file of the site; a page says at its top what is wrong with the files."""
        with self._making:
            if (shown := self._shown) is None:
                return LiveFile(_MISSING, b"", "", is_there=False)
            content = self._content(shown, path)
            is_there = content is not None
            named = path if is_there else _MISSING
            page = content if content is not None else self._content(shown, _MISSING) or b""
            if named.endswith(".html"):
                page = with_box(page, box(self._wrong, shown.words(path)))
            digest = hashlib.sha256(b"%d " % shown.frames + page).hexdigest()
            return LiveFile(named, page, digest, is_there)

    def _show(self, found: ProjectState) -> None:
        """Show what was found from now on, where a site can be made of it."""
        with self._making:
            self._shown = self._made(self._shown, found)

    def _made(self, before: _ShownSite | None, found: ProjectState) -> _ShownSite | None:
        """Prepare the site; what cannot be read stays as it was."""
        state, has_old = _with_last_read(before.state if before else None, found)
        self._wrong = WhatIsWrong(found.problems, has_old=has_old)
        if before and found.register is None:
            return before
        host = SiteHost.of(self.root)
        made = site(self.root, state, host.address, before.site if before else None)
        of, today = made.editions[0].register, made.editions[0].assessment.today
        key = (of.project, of.templates, today, _digests(host.looked_at))
        if before and before.key == key:
            return replace(before, state=state, site=made, host=host)
        frames = before.frames + 1 if before else 1
        return _ShownSite(state, made, host, host.frame(made), key, frames)

    def _content(self, shown: _ShownSite, path: str) -> bytes | None:
        """Return the bytes of a file; what was made last where it cannot be made now."""
        if path in shown.frame.files:
            return shown.frame.files[path]
        number, content = self._files.get(path, (-1, None))
        if number == self.number:
            return content
        try:
            made = site_file(shown.site, shown.frame.shells, shown.frame.prose, path)
        except (TalqyError, OSError) as error:
            self._wrong = replace(self._wrong, ended=plainly(error))
            return content or _EMPTY
        if made is not None:
            self._files[path] = self.number, made
            self._files.move_to_end(path)
        if len(self._files) > _MOST_FILES:
            self._files.popitem(last=False)
        return made


def _with_last_read(before: ProjectState | None, now: ProjectState) -> tuple[ProjectState, bool]:
    """Return a survey with each standard that cannot be read whole as it was read last.

    Say also whether there is one. A standard whose files are gone is gone.
    """
    if now.register is None:
        return before or now, before is not None
    if before is None or before.register is None or before.assessment is None:
        return now, False
    wrong = {paths.standard_of(one.file) for one in now.problems if one.is_error}
    standings = dict(now.as_read[1].standings)
    records, lost = {one.id: one for one in now.register.records}, False
    for old in before.register.records:
        new = records.get(old.id)
        is_broken = old.id in wrong if new is None else _is_broken(new) and not _is_broken(old)
        if is_broken:
            lost, records[old.id] = True, old
            standings |= {
                key: it for key, it in before.assessment.standings.items() if key[0] == old.id
            }
    register = replace(now.register, records=tuple(records[name] for name in sorted(records)))
    assessment = replace(now.as_read[1], standings=standings)
    return replace(now, register=register, assessment=assessment), lost


def _is_broken(record: Record) -> bool:
    """Return whether a file of a standard cannot be used."""
    return bool(record.broken_history or record.broken_revisions or record.broken_comments)


def _digests(places: Sequence[Path]) -> str:
    """Return one digest of all files; one that cannot be read, or is gone by now, has none."""
    digest = hashlib.sha256()
    for place in places:
        for file in [place] if place.is_file() else sorted(_files(place)):
            digest.update(f"{file} ".encode("utf-8", "surrogateescape"))
            with suppress(OSError):
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*") if file.is_file())
