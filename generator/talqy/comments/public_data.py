"""What the authority has published itself: everybody may quote it, and it is nobody's secret."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from talqy.comments.personal import keys_in
from talqy.model.project import Authority, Project
from talqy.model.register import Register
from talqy.model.walk import strings_in


def public_data(register: Register, standard: str, number: int) -> frozenset[str]:
    """Return what stands in the settings, in a standard and in one of its texts, for comparing.

    Of an e-mail address whose host is that of the authority the host counts: “@justice.gov.kz”.
    """
    record = register.record(standard)
    authorities = register.project.authorities.values()
    values: list[object] = list(authorities)
    if record:
        values += [record.standard, record.revision(number)]
    texts = [text for value in values for _, text in strings_in(value)]
    return keys_in(texts) | frozenset(_hosts(register.project))


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
