"""Lines and their words as the layouts of Typst read them: plain values."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from talqy.compare.marks import Mark
from talqy.language.held_signs import held_text
from talqy.language.syllables import breakable
from talqy.office.typeset import named_sign

TypstValue: TypeAlias = Mapping[str, Any]
_BROKEN = "kk"
# What steers machines, or turns words around.
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def line_value(  # noqa: PLR0913 - what a line is
    style: str,
    pieces: Sequence[TypstValue],
    *,
    language: str = "",
    rank: int = 0,
    level: int = 0,
    keeps_next: bool = False,
    on_new_page: bool = False,
    pictures: Sequence[TypstValue] = (),
) -> dict[str, Any]:
    """Return a line; `level` is how deep an item stands, `rank` that of a heading, else 0."""
    return {
        "kind": "line",
        "style": style,
        "pieces": pieces,
        "language": language,
        "rank": rank,
        "level": level,
        "keep": keeps_next,
        "page": on_new_page,
        "pictures": pictures,
    }


def piece_value(mark: Mark, text: str, language: str) -> TypstValue:
    """Return words with their mark; long ones may be broken in a language that Typst does not."""
    shown = held_text(_STEERING.sub(lambda found: named_sign(found[0]), text))
    return {"mark": mark, "text": breakable(shown) if language == _BROKEN else shown}
