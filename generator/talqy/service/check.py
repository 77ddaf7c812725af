"""`talqy service check`: all that is wrong with the settings, and with what they name, at once."""

import os
import shutil
import stat
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from talqy.errors import Saying, TalqyError
from talqy.model import paths
from talqy.model.hosts import NoProxy, is_sound_address, no_proxies
from talqy.model.problem import Problem
from talqy.project.branches import HEADS
from talqy.project.file_reader import sorted_by_place
from talqy.project.files import HeldFiles
from talqy.project.git import GitError, is_repository
from talqy.project.reasons import reason_of
from talqy.project.today import ClockSetBackError
from talqy.service import kinds
from talqy.service.desk.checking import wrong_desk
from talqy.service.followed import FollowedCommit, FollowedUnknownError
from talqy.service.keys import SHORTEST_SECRET
from talqy.service.listens import Listens, how_it_listens
from talqy.service.mailbox.boxes import MailboxAwayError
from talqy.service.mailbox.imap_box import opened_mailbox
from talqy.service.mailbox.mailbox_settings import (
    MailboxSettingsError,
    mail_feed,
    mailbox_server,
)
from talqy.service.messages.mail_settings import MailSettingsError, mail_server, sender
from talqy.service.officials import officials_of
from talqy.service.project_now import ProjectAtTip, ProjectNow
from talqy.service.publish.checking import wrong_publishing
from talqy.service.room import LEAST_BYTES
from talqy.service.settings import DATABASE, SECRET, Settings, read_settings
from talqy.service.store.look import look_at
from talqy.service.taken import By

_LEAST_SIGNS = 8


def wrong_settings(
    file: Path, environment: Mapping[str, str], now: datetime
) -> tuple[Problem, ...]:
    """Return all that is wrong; the first things to mend are those of the file."""
    read = read_settings(file, environment)
    if read.settings is None:
        return read.problems
    settings = read.settings
    found = [
        *read.problems,
        *_secret(settings),
        *_address(settings, file.name),
        *_listen(settings, file.name),
        *_proxies(settings, file.name),
        *_folder(settings, file.name),
        *_database(settings, file.name, now),
        *_mail(settings, file.name),
        *_mailbox(settings, file.name),
        *_officials(settings, file.name),
        *_project(settings, file.name, now),
    ]
    return sorted_by_place(HeldFiles({file.name: file.read_bytes()}), found)


def _secret(settings: Settings) -> Iterator[Problem]:
    said = settings.secret
    if not said:
        yield kinds.NO_SECRET.at(SECRET, variable=SECRET)
    elif len(said) < SHORTEST_SECRET or len(set(said)) < _LEAST_SIGNS:
        yield kinds.SHORT_SECRET.at(SECRET)


def _address(settings: Settings, file: str) -> Iterator[Problem]:
    said = settings.said.address
    if not is_sound_address(said):
        yield kinds.ADDRESS.at(file, ("address",), value=said)


def _listen(settings: Settings, file: str) -> Iterator[Problem]:
    said = settings.said.listen
    wrong = {Listens.NOWHERE: kinds.LISTEN, Listens.TO_OTHERS: kinds.LISTEN_TO_ALL}
    if kind := wrong.get(how_it_listens(said)):
        yield kind.at(file, ("listen",), value=said)


def _proxies(settings: Settings, file: str) -> Iterator[Problem]:
    said = settings.said.proxies
    for at, why in no_proxies(said):
        if why is NoProxy.EVERYBODY:
            yield kinds.EVERY_PROXY.at(file, ("proxies", at))
        else:
            yield kinds.PROXY.at(file, ("proxies", at), value=said[at])


def _folder(settings: Settings, file: str) -> Iterator[Problem]:
    folder, here = settings.data, (file, ("data",))
    try:
        with tempfile.TemporaryFile(dir=folder):
            mode = stat.S_IMODE(folder.stat().st_mode)
            free = shutil.disk_usage(folder).free
    except OSError as error:
        yield kinds.NO_FOLDER.at(*here, reason=reason_of(error))
        return
    if os.name == "posix" and mode & 0o077:
        yield kinds.OPEN_FOLDER.at(*here)
    if free < LEAST_BYTES:
        yield kinds.FULL_DISK.at(*here, free=free >> 20)


def _database(settings: Settings, file: str, now: datetime) -> Iterator[Problem]:
    here = (DATABASE, ()) if settings.own_database else (file, ("database",))
    if _has_password(settings.said.database or ""):
        yield kinds.PASSWORD.at(file, ("database",), variable=DATABASE)
    if isinstance(settings.database, Path) and not settings.database.exists():
        return  # it is made when the service begins
    try:
        found = look_at(settings.database)
    except TalqyError as error:
        yield kinds.DATABASE.at(*here, reason=error.saying)
        return
    for setting in found.careless:
        yield kinds.CARELESS_DATABASE.at(*here, setting=setting)
    if found.newest and found.newest > now:
        words = Saying("the newest comment in the queue is of {moment}", {"moment": found.newest})
        yield kinds.CLOCK.at(file, reason=words)


def _mailbox(settings: Settings, file: str) -> Iterator[Problem]:
    here = (file, ("mailbox",))
    try:
        server = mailbox_server(settings)
        mail_feed(settings)
    except MailboxSettingsError as error:
        yield kinds.MAILBOX.at(*here, reason=error.saying)
        return
    said = settings.said
    if said.mailbox and said.mailbox.replies and said.mail is None:
        yield kinds.NO_REPLIES.at(*here)
    if server:
        try:
            with opened_mailbox(server):
                pass
        except MailboxAwayError as error:
            yield kinds.MAILBOX_AWAY.at(*here, reason=error.saying)


def _mail(settings: Settings, file: str) -> Iterator[Problem]:
    try:
        if mail_server(settings):
            sender(settings)
    except MailSettingsError as error:
        yield kinds.MAIL.at(file, ("mail",), reason=error.saying)


def _officials(settings: Settings, file: str) -> Iterator[Problem]:
    officials = officials_of(settings.said.officials)
    counted = Counter(one.signs_in_as for one in officials)
    for one in officials:
        here = ("officials", one.name)
        if one.name in set(By):
            yield kinds.NAME_IN_LOG.at(file, here, name=one.name)
        if counted[one.signs_in_as] > 1:
            yield kinds.ONE_ACCOUNT.at(file, here, account=one.signs_in_as)


def _has_password(database: str) -> bool:
    try:
        return urlsplit(database).password is not None
    except ValueError:
        return False


def _project(settings: Settings, file: str, now: datetime) -> Iterator[Problem]:
    said = settings.said
    followed = FollowedCommit(settings.followed, is_looked_at=True)
    at_tip = ProjectAtTip(settings.repository, said.branch, said.folder, followed)
    try:
        found = at_tip.now()
    except GitError as error:
        if is_repository(settings.repository):
            yield kinds.NO_BRANCH.at(file, ("branch",), reason=error.saying)
        else:
            value = said.repository
            yield kinds.NO_REPOSITORY.at(file, ("repository",), value=value, reason=error.saying)
        return
    except FollowedUnknownError as error:
        yield kinds.NO_FOLDER.at(file, ("data",), reason=error.saying)
        return
    except TalqyError as error:
        field = "folder" if said.folder else "repository"
        yield kinds.BROKEN_PROJECT.at(file, (field,), reason=error.saying)
        return
    if at_tip.trouble:
        yield kinds.NOT_FOLLOWED.at(file, ("branch",), reason=at_tip.trouble.saying)
    yield from _of_project(settings, found, now, file)
    branch = at_tip.branch.removeprefix(HEADS)
    yield from wrong_publishing(settings, found.register.project, branch, file)
    yield from wrong_desk(settings, found.register.project, file)


def _of_project(
    settings: Settings, found: ProjectNow, now: datetime, file: str
) -> Iterator[Problem]:
    project = found.register.project
    here = (paths.PROJECT, ("intake", "url"))
    if project.intake is None:
        yield kinds.NO_INTAKE.at(paths.PROJECT, address=settings.address)
    elif project.intake.url.rstrip("/") != settings.address.rstrip("/"):
        yield kinds.OTHER_INTAKE.at(*here, value=project.intake.url, address=settings.address)
    if settings.said.mail and not found.register.site_url:
        yield kinds.NO_SITE.at(file, ("mail",))
    for name in sorted({record.standard.authority for record in found.register.records}):
        authority = project.authorities.get(name)
        if authority and not authority.email:
            yield kinds.NO_EMAIL.at(paths.PROJECT, ("authorities", name), name=name)
    if project.today:
        yield kinds.FIXED_DAY.at(paths.PROJECT, ("today",), day=project.today.isoformat())
    try:
        found.day(now)
    except ClockSetBackError as error:
        yield kinds.CLOCK.at(file, reason=error.saying)
