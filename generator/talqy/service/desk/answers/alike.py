"""Comments that say the same: looked for at once among few, and beside the pages among very many.

Among twenty thousand texts the search takes many seconds of a processor. It is made in a process of
its own, so that pages stay quick, and what was found is kept for the next run; until then the pages
say that it goes on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from threading import Thread

from talqy.comments.duplicates import alike_places
from talqy.model.comment import Comment
from talqy.model.digest import key_of
from talqy.office.worker import FellError, SlowError, Worker
from talqy.project.kept import KeptFile
from talqy.service.kept_last import KeptLast
from talqy.service.watching import LOG, place_of_fault

FEW = 500
"""Among so many comments at most alike ones are looked for while a page is made."""
_SECONDS = 900.0
_MOST_TEXTS = 16
_KEPT = "alike"

Groups = Mapping[str, Sequence[str]]
"""The ids of alike comments, in the order of receipt, by the id of each of them."""
_Said = Sequence[tuple[str, str]]
_Places = list[list[int]]


class SearchState(StrEnum):
    """How far a search for alike comments has come."""

    DONE = "done"
    GOES_ON = "goes on"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FoundAlike:
    """Alike comments on one text; none are known until the search is done."""

    groups: Groups
    state: SearchState = SearchState.DONE


@dataclass(slots=True)
class AlikeSearch:
    """Looks for alike comments; what it finds is kept as that of the project in a folder."""

    named: Path
    few: int = FEW
    _found: KeptLast[str, _Places | SearchState] = field(
        default_factory=lambda: KeptLast(_MOST_TEXTS)
    )

    def of(self, comments: Sequence[Comment]) -> FoundAlike:
        """Return what is known of alike comments on one text; the search begins with the asking."""
        said = [(one.text, one.proposal or "") for one in comments]
        key = key_of(*(words for both in said for words in both))
        found = self._found.of(key, lambda: self._begun(key, said))
        if isinstance(found, SearchState):
            return FoundAlike({}, found)
        groups = ([comments[at].id for at in group] for group in found)
        return FoundAlike({name: group for group in groups for name in group})

    def _begun(self, key: str, said: _Said) -> "_Places | SearchState":
        if len(said) <= self.few:
            return _places(said)
        if (kept := KeptFile(self.named, _KEPT).get(key)) is not None:
            found: _Places = kept
            return found
        Thread(target=self._look, args=(key, said), daemon=True).start()
        return SearchState.GOES_ON

    def _look(self, key: str, said: _Said) -> None:
        found: _Places | SearchState = SearchState.FAILED
        try:
            with Worker(seconds=_SECONDS, clock=_SECONDS * 2) as worker:
                found = [group for _, group in worker.run(alike_places, said)]
            kept = KeptFile(self.named, _KEPT)
            kept.put(key, found)
            kept.close()
        except (SlowError, FellError):
            pass  # the pages say so
        except Exception as error:  # noqa: BLE001 - pages must not say for ever that it goes on
            LOG.error("a fault of ours: %s", place_of_fault(error))
        self._found.put(key, found)


def _places(said: _Said) -> _Places:
    return [group for _, group in alike_places(said)]
