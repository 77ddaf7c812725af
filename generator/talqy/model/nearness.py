"""Which known word was probably meant by an unknown one: what a hint names."""

from collections.abc import Iterable
from difflib import get_close_matches

_SHOWN = 4
_LIKE = 0.6


_MANY = 1_000
_EDGE = 2


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was probably meant; None where none is near.

    Of very many, such as all comments, those alone that begin or end like it.
    """
    names = list(known)
    if len(names) > _MANY:
        names = [
            one for one in names if one.startswith(word[:_EDGE]) or one.endswith(word[-_EDGE:])
        ]
    return next(iter(get_close_matches(word, names, n=1, cutoff=_LIKE)), None)


def all_near(word: str, known: Iterable[str]) -> list[str]:
    """Return the known words that may have been meant, the likeliest first."""
    return get_close_matches(word, list(known), n=_SHOWN, cutoff=_LIKE)


def nearest_or_some(word: str, known: Iterable[str]) -> str:
    """Return the known word that was probably meant, else the first ones; a dash where none is."""
    # A set has another order in each run.
    names = sorted(known) if isinstance(known, set | frozenset) else list(known)
    return nearest(word, names) or ", ".join(names[:_SHOWN]) or "–"
