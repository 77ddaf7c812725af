"""The comments on one text, as a save left them: in the order in which one works through them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus

from starlette.exceptions import HTTPException

from talqy.model.comment import Comment
from talqy.model.register import Assessment, Record, Register
from talqy.model.revision import Revision
from talqy.responses.debts import Debt, debt_on
from talqy.rules.traceability import promises_are_kept
from talqy.service.desk.pages import DeskVisit, answers_page
from talqy.service.desk.work.values import Work, WorkKind, WorkName

UNKEPT = promises_are_kept.code
"""The rule that says that a change which was promised is not there."""


@dataclass(frozen=True)
class TextHeard:
    """One text with its comments; `work` is what was saved of the answers to them."""

    name: WorkName
    work: Work
    register: Register
    assessment: Assessment
    record: Record
    revision: Revision

    @property
    def below(self) -> str:
        """The address of its page, below a language."""
        return answers_page(self.record.id, self.revision.revision)

    @cached_property
    def debt(self) -> Debt | None:
        """What is owed on the text; None where nothing is."""
        return debt_on(self.register, self.assessment, self.record, self.revision)

    @cached_property
    def unkept(self) -> tuple[Comment, ...]:
        """The accepted comments whose clauses say the same in the text where they landed."""
        files = {one.file for one in self.work.state.problems if one.code == UNKEPT}
        return tuple(one for one in self.comments if files and one.path.response_file in files)

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """All comments on the text, by clause and then by receipt."""
        places = {clause.id: at for at, clause in enumerate(self.revision.walk(), 1)}
        heard = self.record.comments_on(self.revision.revision)
        return tuple(sorted(heard, key=lambda one: places.get(one.clause_id or "", 0)))

    @cached_property
    def by_clause(self) -> Mapping[str, int]:
        """How many comments stand at a clause, in the order of the text; "" is the text itself."""
        return Counter(one.clause_id or "" for one in self.comments)

    @cached_property
    def by_language(self) -> Mapping[str, int]:
        """How many comments are in a language."""
        return Counter(one.language for one in self.comments)

    def are_alike_first(
        self, shown: Sequence[Comment], groups: Mapping[str, Sequence[str]]
    ) -> list[Comment]:
        """Return comments of a list with alike ones beside the first of them, at one clause."""
        firsts = dict[tuple[str | None, str], int]()
        keys = []
        for at, one in enumerate(shown):
            group = groups.get(one.id)
            key = (one.clause_id, group[0]) if group else (one.clause_id, one.id)
            keys.append((firsts.setdefault(key, at), at))
        return [shown[at] for _, at in sorted(keys)]


def text_heard(visit: DeskVisit, seen: str = "") -> TextHeard:
    """Return the text that an address names, as its newest save left it, or as a form saw it."""
    name = WorkName.of_branch(f"{WorkKind.ANSWERS}/{visit.of('standard')}-{visit.of('text')}")
    if name is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    works = visit.context.works
    work = works.at(name, seen) if seen else works.of(name)
    register, assessment = work.state.known
    record = register.record(name.standard)
    revision = record.revision(name.revision) if record else None
    if record is None or revision is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return TextHeard(name, work, register, assessment, record, revision)


def comment_of(heard: TextHeard, name: str) -> Comment:
    """Return a comment on the text by its id."""
    found = heard.record.comment(name)
    if found is None or found.revision != heard.revision.revision:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return found
