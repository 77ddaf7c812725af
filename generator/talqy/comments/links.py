"""Check 21: where links lead, and whether they hide it or lead to a site that looks like another.

A site of the state is known by its whole host: egov.kz.example.com, egov-kz.com, egov.com and
eg0v.kz are others, whoever they belong to. A person looks at them; nothing is fetched.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from rapidfuzz.distance import Levenshtein

from talqy.comments import kinds
from talqy.comments.names import looks
from talqy.model.problem import Path, Problem
from talqy.model.project import Project

MOST_LINKS = 2

LINK = re.compile(r"https?://[^\s<>]+|\bwww\.[^\s<>]+", re.IGNORECASE)
_HOST = re.compile(r"(?:https?://)?([^/?#\s]+)", re.IGNORECASE)
# A host without a scheme; what stands behind @ is an address to write to, and found as that.
_BARE = re.compile(r"(?<![\w@.-])\w[\w-]{0,62}(?:\.\w[\w-]{0,62}){0,8}\.[^\W\d_][\w-]{1,62}")
# https://egov.kz@other.example leads to the other; a number, an escape are hosts that nobody reads.
_UNREADABLE_HOST = re.compile(r"@|%|\\|^(?:0x[0-9a-f]+|[\d.]+)(?::\d*)?$", re.IGNORECASE)
_SHORTENERS = frozenset(
    {
        *("bit.ly", "clck.ru", "cutt.ly", "goo.gl", "goo.su", "is.gd", "ow.ly", "qps.ru", "rb.gy"),
        *("shorturl.at", "surl.li", "t.co", "t.ly", "tinyurl.com", "u.to", "v.gd", "vk.cc"),
    }
)
_CYRILLIC, _LATIN = re.compile(r"[\u0400-\u04ff]"), re.compile(r"[A-Za-z]")

# Sites of the state that everybody knows; those of the project's authorities stand beside them.
_OF_STATE = ("gov.kz", "egov.kz", "zan.kz")
_RESERVED = (".example", ".invalid", ".test")  # names for documents: nobody has them (RFC 2606)
_KNOWN_LABELS = frozenset({"egov"})
_NO_PARTS = str.maketrans("", "", ".-")
_LEAST_NEAR = 7  # letters: of shorter hosts many are near


def hosts_of(project: Project) -> frozenset[str]:
    """Return the hosts whose look-alikes mislead: those of the authorities, and of the state."""
    found = {_host_of(authority.url or "") for authority in project.authorities.values()}
    return frozenset(host for host in found if "." in host).union(_OF_STATE)


def links(path: str, where: Path, text: str, hosts: Collection[str]) -> Iterator[Problem]:
    """Find too many links, those that hide where they lead, and those to look-alikes."""
    found = LINK.findall(text)
    if len(found) > MOST_LINKS:
        yield kinds.MANY_LINKS.at(path, where, most=MOST_LINKS)
    if any(map(_hides, found)):
        yield kinds.HIDDEN_LINK.at(path, where)
    else:
        yield from look_alikes(path, where, text, hosts)


def look_alikes(path: str, where: Path, text: str, hosts: Collection[str]) -> Iterator[Problem]:
    """Find a host, with a scheme or without, that looks like one of these and is none."""
    named = {_named(link) for link in LINK.findall(text)}
    named |= {host.casefold() for host in _BARE.findall(LINK.sub(" ", text))}
    if any(_is_look_alike(host, hosts) for host in named):
        yield kinds.LOOK_ALIKE_LINK.at(path, where)


def _host_of(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").casefold().removeprefix("www.")
    except ValueError:  # no address at all
        return ""


def _named(link: str) -> str:
    """Return the host of a link, without its port and signs that end a sentence."""
    found = _HOST.match(link)
    host = found[1].rpartition("@")[2] if found else ""
    return host.partition(":")[0].casefold().removeprefix("www.").strip(".,;)»”\"'")


def _hides(link: str) -> bool:
    found = _HOST.match(link)
    host = found[1] if found else ""
    if _UNREADABLE_HOST.search(host):
        return True
    named = host.partition(":")[0].casefold().removeprefix("www.")
    parts = named.split(".")
    is_mixed = any(_CYRILLIC.search(part) and _LATIN.search(part) for part in parts)
    return named in _SHORTENERS or is_mixed or any(part.startswith("xn--") for part in parts)


def _is_look_alike(host: str, hosts: Collection[str]) -> bool:
    """Return whether a host is none of these, nor below one, and can be taken for one."""
    is_of_them = any(f".{host}".endswith(f".{known}") for known in hosts)
    if is_of_them or host.endswith(_RESERVED):
        return False
    look = _look(host)
    return any(_is_like(look, _look(known)) for known in hosts) or any(
        _look(label) in re.split(r"[.-]", look) for label in _KNOWN_LABELS
    )


def _is_like(look: str, known: str) -> bool:
    spread = known.replace(".", "-")
    bare = look.replace("-", "")
    if f".{known}." in f".{look}." or f".{known}" in f".{bare}" or f"-{spread}" in f"-{look}":
        return True
    if look.translate(_NO_PARTS) == known.translate(_NO_PARTS):
        return True
    is_long = min(len(bare), len(known)) >= _LEAST_NEAR and len(bare) >= len(known)
    return is_long and Levenshtein.distance(bare, known, score_cutoff=1) == 1


@lru_cache(maxsize=1_024)
def _look(host: str) -> str:
    """Return a host by what its letters look like, label by label; hyphens stay."""
    labels = (_in_letters(label) for label in host.split("."))
    return ".".join("-".join(map(looks, label.split("-"))) for label in labels)


def _in_letters(label: str) -> str:
    """Return a label of an international name as a browser shows it."""
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label
