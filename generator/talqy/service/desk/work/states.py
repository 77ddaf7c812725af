"""What is said of the files of a commit: read and checked once, and kept for the next who asks."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from threading import Lock

from talqy.project.clock import day_of, moment
from talqy.project.kept_findings import KeptFindings
from talqy.project.survey import CommitCopy, LastSurvey, ProjectState, survey
from talqy.project.yaml_read import MAX_BYTES
from talqy.service.desk.work.copies import Copies
from talqy.service.desk.work.undisturbed import undisturbed
from talqy.service.kept_last import KeptLast

_MOST = 8


class States:
    """Surveys of commits. One is made at a time: they share what they have found."""

    def __init__(self, named: Path, repository: Path, today: date | None, copies: Copies) -> None:
        self._repository, self._today, self._copies = repository, today, copies
        findings = KeptFindings(named)
        self._findings = findings
        self._last = LastSurvey(find=findings, recall=findings.recall)
        self._known = KeptLast[tuple[str, date], ProjectState](_MOST)
        self._zone = "UTC"
        self._lock = Lock()

    @property
    def day(self) -> date:
        """The day in the zone of the project, by its settings as they were read last."""
        return self._day_of(moment())

    def of(self, commit: str) -> ProjectState:
        """Return what is said of a commit, checked.

        It is kept under the day on which it was begun, in the zone that it names: where the day
        turned meanwhile, nobody finds it any more, and never is it that of the day before.
        """
        with self._lock, undisturbed():
            begun = moment()
            state = self._known.get((commit, self._day_of(begun)))
            if state is None:
                past, copies = (self._repository, commit), self._copies
                copied = CommitCopy(past, copies.files(commit), copies.content)
                state = survey(copies.texts(commit), self._today, self._last, copied=copied)
                self._findings.close()
                if state.register:
                    self._zone = state.register.project.timezone
                self._known.put((commit, self._day_of(begun)), state)
            return state

    def _day_of(self, then: datetime) -> date:
        return self._today or day_of(then, self._zone)

    def seen(self) -> tuple[LastSurvey, Mapping[str, bytes]]:
        """Return what was read and found last, for who looks at the same files, and these by id."""
        with self._lock:
            files = (file for file in self._last.files.values() if len(file[1]) <= MAX_BYTES)
            return self._last.beside(), {str(name): data for name, data in files}
