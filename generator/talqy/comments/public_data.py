"""What the authority has published itself: everybody may quote it, and it is nobody's secret."""

from collections.abc import Collection, Iterator
from functools import cached_property
from urllib.parse import urlsplit

from talqy.comments.personal import keys_in
from talqy.model.project import Authority, Project
from talqy.model.register import Register
from talqy.model.walk import strings_in


class PublicData(Collection[str]):
    """What stands in the settings, in a standard and in one of its texts, for comparing.

    Of an e-mail address whose host is that of the authority the host counts: “@justice.gov.kz”. It
    is looked for when it is first asked for: most comments hold nothing that it could excuse.
    """

    def __init__(self, register: Register, standard: str, number: int) -> None:
        self._about = register, standard, number

    @cached_property
    def _keys(self) -> frozenset[str]:
        register, standard, number = self._about
        record = register.record(standard)
        values: list[object] = [*register.project.authorities.values()]
        if record:
            values += [record.standard, record.revision(number)]
        texts = [text for value in values for _, text in strings_in(value)]
        return keys_in(texts) | frozenset(_hosts(register.project))

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


def _hosts(project: Project) -> Iterator[str]:
    for authority in project.authorities.values():
        host = authority.email.rpartition("@")[2].casefold() if authority.email else ""
        if host and _is_own(host, authority):
            yield f"@{host}"


def _is_own(host: str, authority: Authority) -> bool:
    """Return whether a host of e-mail is the authority's: offices write from mail.ru too."""
    try:
        site = (urlsplit(authority.url or "").hostname or "").removeprefix("www.")
    except ValueError:  # no address at all
        return False
    return bool(site) and (f".{site}".endswith(f".{host}") or host.endswith(f".{site}"))
