"""Whether a host can be taken for one of an authority or of the state, and is none of them.

A site of the state is known by its whole host: egov.kz.example.com, egov-kz.com, egovkz.info,
adilet-zan.kz, егов.кз and eg0v.kz are others, whoever they belong to. Compared is what the letters
look like and how they sound, part by part between points and hyphens: tarzan.kz is not zan.kz.
"""

import re
from collections.abc import Callable, Collection
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from talqy.comments.names import looks, sounds

OF_STATE = ("gov.kz", "egov.kz", "zan.kz", "adilet.zan.kz", "elicense.kz")
"""Sites of the state that everybody knows; those of the project's authorities stand beside them."""

_RESERVED = (".example", ".invalid", ".test")  # names for documents: nobody has them (RFC 2606)
_OTHER_STATES = re.compile(r"(?:.*\.)?gov(?:\.(?!kz$)[a-z]{2})?")
_KNOWN_LABELS = ("egov",)
# What is put before or behind the label of a site to make another one of it.
_BEFORE = ("", "my", "www", "legalacts", "portal", "m", "kz", "new", "online", "lk", "id", "login")
_BEHIND = (
    *("", "kz", "portal", "mobile", "online", "login", "service", "support", "info", "app", "help"),
    *("center", "gov", "bank", "pay"),
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_NUMBER_BEHIND = re.compile(r"(?<=[^\W\d_])\d{1,4}\Z")
_NO_PARTS = str.maketrans("", "", ".-")
_DRAWN = (("rn", "m"), ("vv", "w"), ("l", "i"))
_SHORT = 3
_LEAST_NEAR = 7  # letters: of shorter hosts many are near
_MOST_JOINED = 3  # parts of a host that are read as one word
_LEAST_OWN = 2  # labels besides the last: of “adilet.zan.kz” both, of “gov.kz” one


def is_look_alike(host: str, hosts: Collection[str]) -> bool:
    """Return whether a host is none of these, nor below one, and can be taken for one."""
    all_known = {*hosts, *OF_STATE}
    if any(f".{host}".endswith(f".{known}") for known in all_known):
        return False
    if _OTHER_STATES.fullmatch(host):
        return False
    look = _look(host)
    if any(_is_like(look, _look(known)) for known in all_known):
        return True
    # legalacts.egov.example stands in documents, and is nobody's.
    return not host.endswith(_RESERVED) and _is_made_of(host, all_known)


def _is_made_of(host: str, hosts: Collection[str]) -> bool:
    """Return whether the parts of a host are those of a known one, in any order or glued."""
    shown = ".".join(map(_in_letters, host.split(".")))
    parts = [_NUMBER_BEHIND.sub("", part) for part in re.split(r"[.-]", shown) if part]
    folds = (_look_of_part, sounds) if _CYRILLIC.search(shown) else (_look_of_part,)
    return any(_has_parts(list(map(fold, parts)), hosts, fold) for fold in folds)


def _has_parts(parts: list[str], known: Collection[str], fold: Callable[[str], str]) -> bool:
    there, joined = frozenset(parts), set(parts)
    for count in (2, _MOST_JOINED):
        joined |= {"".join(parts[at : at + count]) for at in range(len(parts) - count + 1)}
    if not joined.isdisjoint(_labels(fold)):
        return True
    for host in known:
        own = [fold(part) for part in re.split(r"[.-]", host)]
        are_there = there.issuperset(own)
        are_own_there = len(own) > _LEAST_OWN and there.issuperset(own[:-1])
        if are_there or are_own_there or not joined.isdisjoint({"".join(own), "".join(own[::-1])}):
            return True
    return False


@lru_cache(maxsize=4)
def _labels(fold: Callable[[str], str]) -> frozenset[str]:
    return frozenset(
        fold(before + label + behind)
        for label in _KNOWN_LABELS
        for before in _BEFORE
        for behind in _BEHIND
    )


def _is_like(look: str, known: str) -> bool:
    spread = known.replace(".", "-")
    bare = look.replace("-", "")
    if f".{known}." in f".{look}." or f".{known}" in f".{bare}" or f"-{spread}" in f"-{look}":
        return True
    if look.translate(_NO_PARTS) == known.translate(_NO_PARTS):
        return True
    is_long = min(len(bare), len(known)) >= _LEAST_NEAR and len(bare) >= len(known)
    if not is_long or Levenshtein.distance(bare, known, score_cutoff=1) != 1:
        return False
    # mid.gov.kz and mvd.gov.kz are two ministries: of short names many are near.
    ours, theirs = known.split("."), bare.split(".")
    changed = [label for label, other in zip(ours, theirs, strict=False) if label != other]
    return len(ours) != len(theirs) or any(len(label) > _SHORT for label in changed)


@lru_cache(maxsize=1_024)
def _look(host: str) -> str:
    """Return a host by what its letters look like, label by label; hyphens stay."""
    labels = (_in_letters(label) for label in host.split("."))
    return ".".join("-".join(map(_look_of_part, label.split("-"))) for label in labels)


def _look_of_part(part: str) -> str:
    """Return what a part of a label looks like: «l» and «I» are one stroke, “rn” is an «m»."""
    drawn = part.casefold()
    for letters, letter in _DRAWN:
        drawn = drawn.replace(letters, letter)
    return looks(drawn)


def _in_letters(label: str) -> str:
    """Return a label of an international name as a browser shows it."""
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label
