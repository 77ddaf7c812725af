"""Numbers as texts write them, comparable across languages."""

import re
from collections import Counter

# "1 500" and "1 500" (no-break space) are one number; "0,5" and "0.5" are the same one.
_NUMBER = re.compile(
    r"(?:(?<!\d)\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}(?!\d))+|\d+)(?:[.,]\d+)?",
)


def numbers_in(text: str) -> Counter[str]:
    """Count the numbers of a text, written the same way whatever the language's habit is."""
    return Counter(re.sub(r"\s", "", n).replace(",", ".") for n in _NUMBER.findall(text))
