"""Check 21: where links lead, and whether they hide it or lead to a site that looks like another.

A site of the state is known by its whole host: egov.kz.example.com, egov-kz.com, egov.com and
eg0v.kz are others, whoever they belong to. A link hides where it leads behind a shortener, behind
the words of another host, or in another link. A person looks at them; nothing is fetched.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from talqy.comments import kinds
from talqy.comments.like_hosts import OF_STATE, is_look_alike
from talqy.comments.patterns import late
from talqy.model.problem import Kind, Path, Problem
from talqy.model.project import Project

_KEPT_TEXTS = 8192  # each revision says most of what the one before it says
MOST_LINKS = 2
MISLEADING = (kinds.HIDDEN_LINK, kinds.LOOK_ALIKE_LINK)
"""The kinds of problems that the judge of hosts finds."""

LINK = late(r"https?://[^\s<>]+|\bwww\.[^\s<>]+", re.IGNORECASE)
_HOST = late(r"(?:https?://)?([^/?#\s]+)", re.IGNORECASE)
# A host without a scheme; what stands behind @ is an address to write to, and found as that.
_BARE = late(r"(?<![\w@.-])\w[\w-]{0,62}(?:\.\w[\w-]{0,62}){0,8}\.[^\W\d_][\w-]{1,62}")
# [egov.kz](https://other.example), [egov.kz][1] and below “[1]: https://other.example”.
_NAMED_LINK = late(r"\[([^\[\]\n]{1,200})\]\s?(?:\(\s*<?([^()\s<>]{1,500})|\[([^\[\]\n]{0,50})\])")
_TARGET = late(r"^[^\S\n]*\[([^\[\]\n]{1,50})\]:\s*<?([^\s<>]{1,500})", re.MULTILINE)
# What leads on from inside of a link: another address, or the value of a setting that is a host.
_LEADS_ON = late(
    r"https?:/|=(?://|\\\\)\w|=(?:[\w-]+\.)+(?:(?:kz|ru|com|net|org|info|қаз|рф)\b|[^\W\d_]{2,}/)",
    re.IGNORECASE,
)
# Signs that browsers read as a point between labels, and signs that they read as none (UTS 46).
_AS_BROWSERS = str.maketrans(
    "\u3002\uff61\uff0e\u2024", "....", "\u00ad\u200b\u200c\u200d\u2060\ufeff"
)
# https://egov.kz@other.example leads to the other; a number, an escape are hosts that nobody reads.
_UNREADABLE_HOST = late(r"@|%|\\|^(?:0x[0-9a-f]+|[\d.]+)(?::\d*)?$", re.IGNORECASE)
_SHORTENERS = frozenset(
    {
        *("bit.ly", "clck.ru", "cutt.ly", "goo.gl", "goo.su", "is.gd", "ow.ly", "qps.ru", "rb.gy"),
        *("shorturl.at", "surl.li", "t.co", "t.ly", "tinyurl.com", "u.to", "v.gd", "vk.cc"),
        *("adf.ly", "bit.do", "buff.ly", "clik.cc", "gg.gg", "inlnk.ru", "kutt.it", "lnkd.in"),
        *("nn.su", "rebrand.ly", "shorte.st", "soo.gd", "tiny.cc", "tiny.one", "urlz.fr"),
    }
)
# Without a scheme what is shortened is known by what stands behind the host.
_SHORT_BARE = late(
    rf"(?<![\w@./-])(?:{'|'.join(map(re.escape, sorted(_SHORTENERS)))})/\w", re.IGNORECASE
)
_CYRILLIC, _LATIN = late(r"[\u0400-\u04ff]"), late(r"[A-Za-z]")


def hosts_of(project: Project) -> frozenset[str]:
    """Return the hosts whose look-alikes mislead: those of the authorities, and of the state."""
    found = {_host_of(authority.url or "") for authority in project.authorities.values()}
    return frozenset(host for host in found if "." in host).union(OF_STATE)


def links(path: str, where: Path, text: str, hosts: Collection[str]) -> Iterator[Problem]:
    """Find too many links, those that hide where they lead, and those to look-alikes."""
    if len(LINK.findall(text)) > MOST_LINKS:
        yield kinds.MANY_LINKS.at(path, where, most=MOST_LINKS)
    yield from misleading(path, where, text, hosts)


def misleading(path: str, where: Path, text: str, hosts: Collection[str]) -> Iterator[Problem]:
    """Find what leads elsewhere than it seems to, with a scheme or without: the judge of hosts."""
    if kind := _misleads(text, frozenset(hosts)):
        yield kind.at(path, where)


@lru_cache(_KEPT_TEXTS)
def _misleads(text: str, hosts: frozenset[str]) -> Kind | None:
    plain = as_browsers_read(text)
    found = LINK.findall(plain)
    bare = [host.casefold() for host in _BARE.findall(LINK.sub(" ", plain))]
    if any(map(_hides, found)) or _SHORT_BARE.search(plain) or _named_otherwise(plain):
        return kinds.HIDDEN_LINK
    is_like = any(is_look_alike(host, hosts) for host in {*map(_named, found), *bare})
    return kinds.LOOK_ALIKE_LINK if is_like else None


def as_browsers_read(text: str) -> str:
    """Return a text with the points and letters that a browser reads in the host of a link."""
    return unicodedata.normalize("NFKC", text.translate(_AS_BROWSERS))


def _named_otherwise(text: str) -> bool:
    """Return whether words that name one host are a link to another."""
    targets = {label.casefold(): link for label, link in _TARGET.findall(text)}
    for words, link, label in _NAMED_LINK.findall(text):
        target = link or targets.get((label or words).casefold(), "")
        said = {_named(one) for one in LINK.findall(words)}
        said |= {one.casefold().removeprefix("www.") for one in _BARE.findall(words)}
        if target and said and _named(target) not in said:
            return True
    return False


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
    if found and _LEADS_ON.search(unquote(unquote(link[found.end() :]))):
        return True
    named = host.partition(":")[0].casefold().removeprefix("www.")
    parts = named.split(".")
    is_mixed = any(_CYRILLIC.search(part) and _LATIN.search(part) for part in parts)
    return named in _SHORTENERS or is_mixed or any(part.startswith("xn--") for part in parts)
