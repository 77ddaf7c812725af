"""What a run has said, for a run that would say the same: it is asked before anything is read.

The key is over all that an answer comes from: the tool, the files of the project, what lies beside
them, what git knows of records, the question itself. The day is the clock's, in the project's zone,
and holds for that day alone (docs/decisions/0053).
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from talqy.model.digest import key_of
from talqy.project import clock
from talqy.project.files import problems_of_folders
from talqy.project.kept import KeptFile
from talqy.project.raw_files import problems_of_raw_files
from talqy.project.records_known import records_built, records_gone
from talqy.project.sources import Sources, sources, tool_digest


@dataclass(frozen=True, slots=True)
class RunAnswer:
    """What a run has printed, and its exit status; `zone` is that of the project.

    Of a run that has made a site: its folder as it was named, how many files are in it, and the
    digest of the list of its parts, by which it is known that all is still as it was left.
    """

    printed: str
    status: int
    zone: str
    site: str = ""
    files: int = 0
    listed: str = ""


_FIELDS = {"printed": str, "status": int, "zone": str, "site": str, "files": int, "listed": str}


class Asked:
    """A question to a project: the name of a command, its options, the language of the run.

    `made_of` is what was found of the project when it was asked: an answer is made of it.
    """

    def __init__(self, root: Path, *question: object) -> None:
        self._root, self._question = root, (root, Path.cwd(), *question)
        self._kept = KeptFile(root, f"said-{question[0]}")
        self.made_of = sources(root)
        self._key, self._since = self._key_of(self.made_of), clock.moment()

    def answer(self) -> RunAnswer | None:
        """Return what was answered when all was the same; None where that is not known."""
        kept = self._kept.get(self._key)
        try:
            answer = RunAnswer(**kept["answer"])
            is_same = kept["at"] == self._at(answer)
        except (LookupError, OSError, TypeError, ValueError):
            return None
        is_whole = {name: type(value) for name, value in asdict(answer).items()} == _FIELDS
        return answer if is_same and is_whole else None

    def keep(self, answer: RunAnswer, now: Sources | None = None) -> None:
        """Keep an answer for the next run, unless something has changed since it was asked for.

        `now` is what was found after all was read, if somebody has looked.
        """
        found = now or sources(self._root)
        is_same = found == self.made_of and self._key_of(found) == self._key
        at = self._at(answer)
        # Asked last: what was said is of the day that `at` names.
        if is_same and not clock.has_turned_since(self._since, answer.zone):
            self._kept.put(self._key, {"at": at, "answer": asdict(answer)})
            self._kept.close()

    def _key_of(self, found: Sources) -> str:
        return key_of(tool_digest(), *map(str, self._question), "", *self._state(found))

    def _state(self, found: Sources) -> Iterator[str]:
        yield from (found.shared, found.records)
        yield repr(sorted(found.own.items()))
        yield repr([*problems_of_folders(self._root), *problems_of_raw_files(self._root)])
        yield repr(sorted(records_gone(self._root)))

    def _at(self, answer: RunAnswer) -> list[str]:
        """Return the day by the clock, and what sites beside the one that was made know."""
        own = Path(answer.site).resolve() if answer.site else None
        built = {
            name: standards
            for name, standards in records_built(self._root).items()
            if (self._root / name).resolve() != own
        }
        return [str(clock.now_in(answer.zone)), repr(built)]
