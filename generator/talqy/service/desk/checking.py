"""What is wrong with how the settings speak of the desk behind a proxy."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from talqy.model.hosts import is_sound_address, no_proxies
from talqy.model.problem import Problem
from talqy.model.project import Project
from talqy.model.publishing import DeskFile
from talqy.service.desk import kinds
from talqy.service.desk.sign_in.head import can_be_named
from talqy.service.listens import Listens, how_it_listens
from talqy.service.officials import officials_of
from talqy.service.settings import Settings

_NAME_OF_HEAD = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,60}")
# What any browser may say of itself: whoever asks could name anybody.
_OF_BROWSERS = frozenset(
    {"cookie", "host", "origin", "referer", "user-agent", "authorization", "from", "via"}
)


def wrong_desk(settings: Settings, project: Project, file: str) -> Iterator[Problem]:
    """Look at the part `desk` of the settings, and at the officials who work there."""
    said = settings.said.desk
    if said is None:
        return
    if not is_sound_address(said.address):
        yield kinds.DESK_ADDRESS.at(file, ("desk", "address"), value=said.address)
    elif urlsplit(said.address).netloc == urlsplit(settings.address).netloc:
        yield kinds.DESK_BESIDE_FORM.at(file, ("desk", "address"), value=said.address)
    yield from _listen(said, file)
    yield from _proxies(said, file)
    if not _NAME_OF_HEAD.fullmatch(said.header) or said.header.lower() in _OF_BROWSERS:
        yield kinds.DESK_HEADER.at(file, ("desk", "header"), value=said.header)
    if said.leave and not is_sound_address(said.leave):
        yield kinds.DESK_LEAVE.at(file, ("desk", "leave"), value=said.leave)
    yield from _officials(settings, project, file)


def _listen(said: DeskFile, file: str) -> Iterator[Problem]:
    wrong = {Listens.NOWHERE: kinds.DESK_LISTEN, Listens.TO_OTHERS: kinds.DESK_LISTEN_TO_ALL}
    if kind := wrong.get(how_it_listens(said.listen)):
        yield kind.at(file, ("desk", "listen"), value=said.listen)


def _proxies(said: DeskFile, file: str) -> Iterator[Problem]:
    for at, _ in no_proxies(said.proxies):
        yield kinds.DESK_PROXY.at(file, ("desk", "proxies", at), value=said.proxies[at])


def _officials(settings: Settings, project: Project, file: str) -> Iterator[Problem]:
    officials = settings.said.officials
    if not officials:
        yield kinds.NOBODY_AT_THE_DESK.at(file)
    for one in officials_of(officials):
        if not can_be_named(one.signs_in_as):
            here = ("officials", one.name)
            yield kinds.UNNAMEABLE_ACCOUNT.at(file, here, account=one.signs_in_as)
        if one.authority and one.authority not in project.authorities:
            known = ", ".join(project.authorities)
            value = one.authority
            place = ("officials", one.name, "authority")
            yield kinds.UNKNOWN_AUTHORITY.at(file, place, value=value, known=known)
