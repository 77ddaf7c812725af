"""Files that were brought, on their way into a draft: read once, compared, decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talqy.drafts.given_answers import GivenAnswers
from talqy.drafts.opened_import import OpenedImport
from talqy.drafts.word_files import WordFiles, read_files
from talqy.drafts.word_import import WordImport
from talqy.model.problem import Problem
from talqy.service.desk.drafts.bring_target import Target, target_of
from talqy.service.desk.drafts.spoken_work import SpokenWorks
from talqy.service.desk.drafts.uploads import Upload
from talqy.service.desk.pages import DeskVisit
from talqy.service.kept_last import KeptLast

_MOST = 8
OLDER = "older"
"""The field in which somebody says that the next draft starts from an older text all the same."""


class ReadFiles:
    """Keeps what was read of the files that were looked at last: a worker reads each once."""

    def __init__(self) -> None:
        self._known = KeptLast[str, WordFiles](_MOST)

    def of(self, upload: Upload) -> WordFiles:
        """Return the files in both views."""
        return self._known.of(upload.token, lambda: read_files(upload.files))


@dataclass
class Brought:
    """An import at the desk: what becomes of the files, and how far it is."""

    target: Target
    opened: OpenedImport
    going: WordImport
    problems: Sequence[Problem]
    """What keeps the text from being taken."""

    @classmethod
    def of(
        cls, visit: DeskVisit, upload: Upload, files: WordFiles, spoken: SpokenWorks, seen: str = ""
    ) -> "Brought":
        """Open an import; `seen` is what a page of it was made of."""
        wish = upload.wish
        target = target_of(visit.context.works, files, wish.target, seen)
        register, assessment = target.work.state.known
        known = (target.work.root, register, assessment, files, target.record, target.base)
        opened = OpenedImport(*known, now=target.now)
        locale = spoken.of(target.work, visit.language)[0].locale
        going = opened.going(wish.languages, locale, update=target.is_update)
        is_named = bool(wish.fields.get(OLDER))
        faults = opened.faults(is_named=is_named, is_sought=False)
        return cls(target, opened, going, [*faults, *going.problems])

    def answer(self, said: Mapping[str, str]) -> GivenAnswers:
        """Take answers by the ids of questions, also to those that answers raise."""
        return self.going.take(said)

    def say_again(self, kept: Mapping[str, str]) -> bool:
        """Answer as somebody has before: whether facts change, and why clauses do; return if any.

        What must be answered first is asked each time: it says what the file is.
        """
        known = {
            one.id: kept[one.id]
            for one in (*self.going.proposed, *self.going.unexplained)
            if one.id in kept and one.takes(kept[one.id])
        }
        self.going.answer(known)
        return bool(known)

    @property
    def said_freely(self) -> Mapping[str, str]:
        """What was answered to questions that may stay open, by their ids."""
        first = {one.id for one in self.going.plan.origins.questions}
        asked = {one.id for one in self.going.questions} - first
        return {name: said for name, said in self.going.plan.answers.items() if name in asked}

    @property
    def standard(self) -> str:
        """The standard that it is about; "" of a new one."""
        return self.target.record.id if self.target.record else ""
