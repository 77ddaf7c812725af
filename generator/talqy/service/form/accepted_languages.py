"""In which language a page answers: as its reader chose, else as the browser asks."""

from collections.abc import Sequence

_MOST_SIGNS, _MOST_ASKED = 200, 20


def spoken_language(chosen: Sequence[str], accepted: str, known: Sequence[str]) -> str:
    """Return the first choice that is known, else the best that `Accept-Language` names."""
    for one in (*chosen, *_by_weight(accepted)):
        tag = one.strip().lower()
        for code in (tag, tag.partition("-")[0]):
            if code in known:
                return code
    return known[0]


def _by_weight(accepted: str) -> list[str]:
    """Return the tags of a head, the dearest first (RFC 9110, 12.5.4)."""
    found = []
    for one in accepted[:_MOST_SIGNS].split(",")[:_MOST_ASKED]:
        tag, _, weight = one.partition(";")
        if (given := _weight(weight)) > 0:
            found.append((given, tag))
    return [tag for _, tag in sorted(found, key=lambda pair: -pair[0])]


def _weight(written: str) -> float:
    name, _, value = written.strip().partition("=")
    if name != "q":
        return 1.0
    digits = value.replace(".", "", 1)
    return min(float(value), 1.0) if digits.isascii() and digits.isdigit() else 0.0
