"""What somebody has typed into a form, told back: words by what their fields are called.

What was only chosen or counted stands apart, for the technical person: it is no text that could
be lost.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from talqy.language.edition import Edition
from talqy.service.desk.field_labels import typed_label
from talqy.service.desk.posted import DeskPosted

_OWN = frozenset({"csrf", "seen", "shown"})
_CODE = re.compile(r"[A-Za-z0-9_.:,/+#@%=?&*-]*")


@dataclass(frozen=True, slots=True)
class TypedBack:
    """What was typed: `words` by labels, `codes` by names of fields."""

    words: tuple[tuple[str, str], ...] = ()
    codes: tuple[tuple[str, str], ...] = ()


NOTHING_TYPED = TypedBack()


def typed_of(posted: DeskPosted) -> tuple[tuple[str, str], ...]:
    """Return what was typed into a form, without what the form itself has put there."""
    return tuple(
        (name, text)
        for name, texts in posted.said.items()
        if name not in _OWN
        for text in texts
        if text.strip()
    )


def typed_back(edition: Edition, posted: Iterable[DeskPosted]) -> TypedBack:
    """Return what was typed into forms, as a page tells it."""
    languages = edition.register.project.languages
    words, codes = list[tuple[str, str]](), list[tuple[str, str]]()
    for name, text in (pair for one in posted for pair in typed_of(one)):
        is_spoken = name.rpartition(".")[2] in languages
        if is_spoken or not _CODE.fullmatch(text):
            words.append((typed_label(edition.locale, name, languages), text))
        else:
            codes.append((name, text))
    return TypedBack(tuple(words), tuple(codes))
