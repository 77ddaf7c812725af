"""A work said in each language of its project: what pages show of a draft."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from talqy.language.edition import Edition, editions
from talqy.service.desk.work.values import Work
from talqy.service.kept_last import KeptLast

_MOST = 6


@dataclass
class SpokenWorks:
    """Keeps what was made of the works that were looked at last."""

    _known: KeptLast[tuple[str, date], Sequence[Edition]] = field(
        default_factory=lambda: KeptLast(_MOST)
    )

    def of(self, work: Work, language: str) -> Sequence[Edition]:
        """Return the editions of a work; that of the page's language comes first."""
        register, assessment = work.state.known
        key = work.commit, assessment.today
        found = self._known.of(key, lambda: editions(work.texts, register, assessment))
        return sorted(found, key=lambda one: one.code != language)
