"""The address of a letter as people type it: one, plain, and no line of a letter by any trick."""

import re

_MOST_SIGNS = 254
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_MOST_LOCAL = 64


def mail_address(typed: str) -> str | None:
    """Return an address as it is used; None for what is none that letters can be sent to.

    The part behind the sign may be in any letters; the one before is plain (RFC 5321, 4.1.2, but
    for quotes and comments, which people do not have).
    """
    typed = typed.strip()
    local, at, host = typed.rpartition("@")
    if (
        not at
        or len(typed) > _MOST_SIGNS
        or not _LOCAL.fullmatch(local)
        or len(local) > _MOST_LOCAL
    ):
        return None
    domain = _domain(host)
    if domain is None or len(local) + 1 + len(domain) > _MOST_SIGNS:
        return None
    return f"{local}@{domain}"


def _domain(host: str) -> str | None:
    try:
        labels = host.lower().encode("idna").decode("ascii").split(".")
    except UnicodeError:
        return None
    is_sound = len(labels) > 1 and all(map(_LABEL.fullmatch, labels))
    return ".".join(labels) if is_sound and not labels[-1].isdecimal() else None
