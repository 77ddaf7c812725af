"""A work said in each language of its project: what pages show of a draft."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from talqy.language.edition import Edition, editions
from talqy.service.desk.work.values import Work

_MOST = 6


@dataclass
class SpokenWorks:
    """Keeps what was made of the works that were looked at last."""

    _known: OrderedDict[tuple[str, date], Sequence[Edition]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, work: Work, language: str) -> Sequence[Edition]:
        """Return the editions of a work; that of the page's language comes first."""
        register, assessment = work.state.known
        key = work.commit, assessment.today
        with self._lock:
            found = self._known.get(key) or editions(work.texts, register, assessment)
            self._known[key] = found
            self._known.move_to_end(key)
            while len(self._known) > _MOST:
                self._known.popitem(last=False)
        return sorted(found, key=lambda one: one.code != language)
