"""Where a text names another act by its title: «О государственных услугах»."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from talqy.model.project import OtherAct


@dataclass(frozen=True, slots=True)
class NamedAct:
    """The title of an act in a text, without its quotation marks: offsets, end exclusive."""

    start: int
    end: int
    act: OtherAct


def acts_named(text: str, language: str, acts: Collection[OtherAct]) -> Iterator[NamedAct]:
    """Yield the acts whose titles stand in quotation marks in a text of this language."""
    by_title = {_folded(act.title[language]): act for act in acts if language in act.title}
    for match in re.finditer(r"[«“\"]([^«»“”\"]+)[»”\"]", text) if by_title else ():
        if act := by_title.get(_folded(match[1])):
            yield NamedAct(match.start(1), match.end(1), act)


def _folded(title: str) -> str:
    """Return a title as it is compared: capitals and the width of spaces say nothing."""
    return " ".join(title.split()).casefold()
