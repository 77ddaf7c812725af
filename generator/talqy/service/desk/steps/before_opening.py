"""What comes before the opening of a discussion: an earlier draft that is announced or discussed.

Two drafts of one standard are not discussed at once. It is said in one sentence, with the way on.
"""

from collections.abc import Iterator

from talqy.errors import Saying
from talqy.model.revision import Revision
from talqy.model.standing import AWAITED, Stage
from talqy.service.desk.pages import DeskVisit, steps_page, work_page
from talqy.service.desk.work.values import WorkKind, WorkName
from talqy.service.desk.works_shown.places import FaultView, FilePlace

_GIVEN_UP = "The withdrawal of revision {n} is saved, and not published: publish it first."
_ANNOUNCED = (
    "The discussion of revision {n} is announced: first withdraw that draft, and publish the "
    "withdrawal."
)
_DISCUSSED = (
    "The discussion of revision {n} has no report yet: first publish the report, or withdraw that "
    "draft."
)


def before_opening(visit: DeskVisit, standard: str, number: int) -> list[FaultView]:
    """Return what is to be done with earlier drafts before that of a text opens."""
    return [
        FaultView(visit.said(words), "", to, "", is_grave=True)
        for words, to in first_done(visit, standard, number)
    ]


def first_done(visit: DeskVisit, standard: str, number: int) -> Iterator[tuple[Saying, FilePlace]]:
    """Yield a sentence for each earlier draft that is in the way, and where it is dealt with."""
    for text in _in_the_way(visit, standard, number):
        yield _told(visit, standard, text)


def _in_the_way(visit: DeskVisit, standard: str, number: int) -> Iterator[Revision]:
    """Yield the earlier texts whose discussion is announced, or has no report yet, in public."""
    public = visit.edition.register.record(standard)
    for text in public.revisions if public else ():
        if public and text.revision < number and text.consultation:
            stage = visit.edition.standing(public, text).stage
            if stage is Stage.PLANNED or stage in AWAITED:
                yield text


def _told(visit: DeskVisit, standard: str, text: Revision) -> tuple[Saying, FilePlace]:
    number, said = text.revision, {"n": text.revision}
    on_record = WorkName(WorkKind.RECORD, standard)
    if _is_given_up(visit, on_record, number):
        words, here = visit.say("Look at it, and publish it"), work_page(on_record, "publish/")
        return Saying(_GIVEN_UP, said), FilePlace(words, visit.path(here))
    if text.consultation and text.consultation.opens > visit.edition.assessment.today:
        words, here = visit.say("Withdraw the draft"), steps_page(standard, number, "withdraw/")
        return Saying(_ANNOUNCED, said), FilePlace(words, visit.path(here))
    words, here = visit.say("Revision {n}", n=number), steps_page(standard, below=f"#r{number}")
    return Saying(_DISCUSSED, said), FilePlace(words, visit.path(here))


def _is_given_up(visit: DeskVisit, on_record: WorkName, number: int) -> bool:
    record = visit.context.works.of(on_record).state.known[0].record(on_record.standard)
    text = record.revision(number) if record else None
    return text is not None and text.withdrawn is not None
