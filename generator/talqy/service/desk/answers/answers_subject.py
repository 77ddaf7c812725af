"""Comments and answers as a subject of the desk: its addresses, and who may do what there."""

from talqy.intake.importing import MOST_BYTES
from talqy.model.publishing import OfficialRole
from talqy.service.desk.answers.alike import AlikeSearch
from talqy.service.desk.answers.answer_pages import AnswerPages
from talqy.service.desk.answers.redact_pages import redact, redact_form
from talqy.service.desk.answers.text_pages import TextPages
from talqy.service.desk.answers.workbook_pages import workbook, workbook_form, workbook_in
from talqy.service.desk.context import DeskContext
from talqy.service.desk.pages import DeskPage, DeskSubject
from talqy.service.desk.work.offices import ACTS_AS
from talqy.service.desk.work.values import WorkKind

_TEXT = "answers/{standard}/{text}/"
_ANSWERS, _PUBLISHES = (ACTS_AS[WorkKind.ANSWERS],), (OfficialRole.PUBLISHER,)
_FORM_BYTES = 64 << 10
"""What a form sends beside the file in it."""


def answers(context: DeskContext) -> DeskSubject:
    """Return the subject."""
    search = AlikeSearch(context.works.place.repository)
    lists, answering = TextPages(search), AnswerPages(search)
    most = MOST_BYTES + _FORM_BYTES
    pages = (
        DeskPage("answers/", get=lists.texts),
        DeskPage(_TEXT, get=lists.heard),
        DeskPage(
            f"{_TEXT}answer/",
            get=answering.form,
            post=answering.answer,
            reads=_ANSWERS,
            writes=_ANSWERS,
        ),
        DeskPage(
            f"{_TEXT}redact/{{comment}}/",
            get=redact_form,
            post=redact,
            reads=_PUBLISHES,
            writes=_PUBLISHES,
        ),
        DeskPage(
            f"{_TEXT}workbook/", get=workbook_form, post=workbook_in, writes=_ANSWERS, most=most
        ),
        DeskPage(f"{_TEXT}workbook.xlsx", get=workbook),
    )
    return DeskSubject("Comments and answers", "answers/", pages)
