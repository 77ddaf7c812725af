"""What stands below the rows of a table and is no comment: sums, and the legend of a template."""

import re
from collections.abc import Sequence

from talqy.comments.patterns import late

_LONGEST = 120
_NOUNS = (
    r"замечани\w*|предложени\w*|комментари\w*|мнени\w*|пункт\w*|строк\w*|запис\w*|ответ\w*"
    r"|обращени\w*|получено|поступило|принято|ескерт\w*|ұсыныс\w*|пікір\w*|жол\w*|жазба\w*|түсті"
    r"|келіп|қабылданды|саны|comments?|remarks?|rows?|received|of|и|және|мен|по|проекту|количество"
    r"|шт|дана"
)
_SUM = late(
    rf"(?:итого|всего|барлығы|барлы[кқ]|жиыны|жалпы саны|(?:grand )?total|sum|сумма)\b"
    rf"(?:[\s:–—.,-]*(?:{_NOUNS}))*[\s:–—.,=-]*\d*[\s.]*(?:{_NOUNS})?[\s.]*",
    re.IGNORECASE,
)
# «ge = general, te = technical, ed = editorial», «MB = member body»: below the ISO template.
_LEGEND = late(
    r"\bMB\b.{0,9}=\s?member body|type of comment\s?[:*]|\bge\s?[=–-]\s?(?:general|общ|жалпы)"
    r"|columns? [\d, and]+ (?:are|is) compulsory",
    re.IGNORECASE,
)


def is_sum(cells: Sequence[str]) -> bool:
    """Return whether a row counts the others and says nothing else: «Всего замечаний: 3»."""
    said = " ".join(cell for cell in cells if cell)
    return 0 < len(said) <= _LONGEST and bool(_SUM.fullmatch(said))


def is_legend(cells: Sequence[str]) -> bool:
    """Return whether a row explains the signs of the ISO template, in one cell over its width."""
    filled = {cell for cell in cells if cell}
    return len(filled) == 1 and bool(_LEGEND.search(filled.pop()))
