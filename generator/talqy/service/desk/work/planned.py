"""What an official saves: a plan of files, as a commit will have them, and what is said of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from talqy.errors import AlreadyThereError
from talqy.model.publishing import OfficialRole
from talqy.project.branches import CommitRole, files_at
from talqy.project.keeps import Keeps
from talqy.project.write import Binary, Replace, Step
from talqy.service.desk.work.needs import needs_line
from talqy.service.desk.work.stands_on import standing_line
from talqy.service.desk.work.values import WorkName


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which of two versions somebody has chosen, who saw that `over` is what others have saved."""

    keeps: Keeps
    over: str


@dataclass(frozen=True, slots=True)
class PlannedSave:
    """Files made of what was seen, what was done, in whose name, and who may take it back."""

    name: WorkName
    seen: str
    files: Mapping[str, bytes | None]
    said: str
    footer: str
    role: CommitRole
    needs: Sequence[OfficialRole] = ()
    chosen: Chosen | None = None

    def keeps_over(self, there: str) -> Keeps | None:
        """Return which version was chosen to stay beside what is there; None where none was."""
        return self.chosen.keeps if self.chosen and self.chosen.over == there else None

    def message(self, main: str | None) -> str:
        """Return what is said of it; `main` is the published commit that it stands on anew."""
        lines = f"{standing_line(main)}{needs_line(self.needs)}{self.footer}\n"
        return f"{self.said}\n\n{lines}"


def planned_files(root: Path, seen: str, plan: Sequence[Step]) -> dict[str, bytes | None]:
    """Return the files that a plan writes; refuse one that would write over another."""
    contents = {step.path: _content(step) for step in plan}
    new = [step.path for step in plan if _is_new(step)]
    there = list(files_at(root, seen, new)) if new else []
    if there:
        raise AlreadyThereError(
            "already there, and left as it is: {files}; nothing was written", files=", ".join(there)
        )
    return dict(contents)


def _content(step: Step) -> bytes:
    return step.content if isinstance(step, Binary) else step.text.encode()


def _is_new(step: Step) -> bool:
    return not (isinstance(step, Replace) or (isinstance(step, Binary) and step.replaces))
