"""The text of which a page speaks: found by its address, in the work that it belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from http import HTTPStatus
from typing import NoReturn

from starlette.exceptions import HTTPException

from talqy.language.edition import Edition, editions
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import Assessment, Record, Register
from talqy.model.revision import Revision
from talqy.model.values import is_slug
from talqy.project.files import text_of
from talqy.project.steps import Steps
from talqy.project.what_if import with_record
from talqy.service.desk.pages import DeskVisit, steps_page
from talqy.service.desk.steps.forms import AskedOf
from talqy.service.desk.work.beside import faults_beside
from talqy.service.desk.work.values import Work, WorkKind, WorkName, text_number
from talqy.steps.way import WayStep

WORK_OF: Mapping[WayStep, WorkKind] = {
    WayStep.OPEN: WorkKind.DRAFT,
    WayStep.POST: WorkKind.DRAFT,
    WayStep.EXTEND: WorkKind.DRAFT,
    WayStep.REPORT: WorkKind.RECORD,
    WayStep.ADOPT: WorkKind.RECORD,
    WayStep.WITHDRAW: WorkKind.RECORD,
    WayStep.CORRECT: WorkKind.RECORD,
}
"""In which work a step is kept until it is published."""
_LONGEST = 100


def nothing_here() -> NoReturn:
    """Say that there is no such page."""
    raise HTTPException(HTTPStatus.NOT_FOUND)


def number_named(named: str) -> int:
    """Return the number of a text as an address has it: `r3`."""
    return text_number(named) or nothing_here()


def work_of(step: WayStep, standard: str, number: int) -> WorkName:
    """Return the work in which a step of a text is kept."""
    kind = WORK_OF[step]
    if not is_slug(standard) or len(standard) > _LONGEST:
        nothing_here()
    return WorkName(kind, standard, number if kind is WorkKind.DRAFT else 0)


@dataclass(frozen=True)
class FoundText:
    """A text in a work, with the standard that it is of, on the day of the project."""

    visit: DeskVisit
    work: Work
    record: Record
    revision: Revision

    @property
    def register(self) -> Register:
        """All that the work says."""
        return self.work.state.known[0]

    @property
    def assessment(self) -> Assessment:
        """How all of it stands on the day."""
        return self.work.state.known[1]

    @cached_property
    def asked(self) -> AskedOf:
        """What a form of a step needs to know."""
        register, today = self.register, self.assessment.today
        languages = register.languages_of(self.revision, today)
        return AskedOf(register, self.revision, languages, today)

    def below(self, below: str = "") -> str:
        """Return where the steps of the text are, below a language."""
        return steps_page(self.record.id, self.revision.revision, below)

    @property
    def file(self) -> str:
        """Where the text lies."""
        return paths.revision_file(self.record.id, self.revision.revision)

    @property
    def steps(self) -> Steps:
        """The steps that it can take."""
        text = text_of(self.work.root / self.file)
        record = self._among_public()
        register = with_record(self.register, record)
        return Steps(register, record, self.revision, text, self.assessment.today)

    def _among_public(self) -> Record:
        """Return the standard with the other texts as they are published by now.

        A draft that was begun earlier has them as they were then: it would be judged by a draft
        that was withdrawn since.
        """
        public = self.visit.edition.register.record(self.record.id)
        name = self.work.name
        if public is None or name is None or name.kind is not WorkKind.DRAFT:
            return self.record
        own = {one.revision: one for one in (*public.revisions, self.revision)}
        texts = tuple(own[number] for number in sorted(own))
        return replace(public, standard=self.record.standard, revisions=texts)

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """What the work says, in each language."""
        return editions_of(self.visit, self.work)

    @property
    def edition(self) -> Edition:
        """What the work says, in the language of the page."""
        return spoken_in(self.visit, self.editions)


def editions_of(visit: DeskVisit, work: Work) -> tuple[Edition, ...]:
    """Return what a work says in each language; what is published is prepared already."""
    if work.commit == visit.main.commit:
        return tuple(visit.spoken.editions)
    register, assessment = work.state.known
    return editions(work.texts, register, assessment, None, visit.edition.site_url)


def spoken_in(visit: DeskVisit, of: tuple[Edition, ...]) -> Edition:
    """Return the edition in the language of a page."""
    return next((one for one in of if one.code == visit.language), of[0])


def found_text(visit: DeskVisit, work: Work) -> FoundText:
    """Find the text that an address names, in a work."""
    return named_text(visit, work, visit.of("standard"), number_named(visit.of("text")))


def named_text(visit: DeskVisit, work: Work, standard: str, number: int) -> FoundText:
    """Find a text by the id of its standard and its number, in a work."""
    record = found_record(work, standard)
    return FoundText(visit, work, record, record.revision(number) or nothing_here())


def waiting_faults(found: FoundText) -> list[Problem]:
    """Return an error for each work of a text that a step on record would look past."""
    works = found.visit.context.works
    waiting = works.beside(WorkName(WorkKind.RECORD, found.record.id))
    return faults_beside(waiting, (found.revision.revision,))


def found_record(work: Work, standard: str) -> Record:
    """Find a standard by its id."""
    register, _ = work.state.known
    return register.record(standard) or nothing_here()
