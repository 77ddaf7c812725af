"""What a text sets beyond doubt: the values that each of its languages says alike."""

from collections.abc import Mapping

from talqy.wording.quantities import quantities
from talqy.wording.quantity import Measure, Quantity

# A wait in minutes may be of the queue, of the desk or of the service: which, only a person knows.
_TERM_UNITS = frozenset({"working-day", "calendar-day", "hour", "month"})


def said_alike(texts: Mapping[str, str]) -> list[Quantity]:
    """Return the certain values that all languages of a text say, as the first one has them."""
    found = [
        {one.same: one for one in quantities(words, language) if one.is_certain}
        for language, words in texts.items()
    ]
    first, *others = found or [{}]
    return [one for same, one in first.items() if all(same in other for other in others)]


def is_plain_term(one: Quantity) -> bool:
    """Return whether a value can be the term of a service."""
    is_whole = one.value.isdecimal() and int(one.value) > 0
    return one.kind is Measure.TERM and one.unit in _TERM_UNITS and is_whole
