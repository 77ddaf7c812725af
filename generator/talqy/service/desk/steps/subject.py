"""Steps at the desk: its pages, where each lies, and who may do what there."""

from talqy.model.publishing import OfficialRole
from talqy.service.desk.context import DeskContext
from talqy.service.desk.pages import DeskPage, DeskSubject
from talqy.service.desk.steps.correct_page import (
    answer_correction_asked,
    corrected,
    correction_asked,
)
from talqy.service.desk.steps.days import days_counted
from talqy.service.desk.steps.figures_page import figures_asked, figures_file
from talqy.service.desk.steps.handouts import handed_out
from talqy.service.desk.steps.late_page import late_asked, late_recorded
from talqy.service.desk.steps.step_page import step_asked, step_taken
from talqy.service.desk.steps.way_page import all_ways, way_of_standard

_TEXT = "steps/{standard}/{text}/"
_STEPPING = (OfficialRole.PUBLISHER,)
_MOST = 128 << 10


def steps(_: DeskContext) -> DeskSubject:
    """Return the subject: the way of each text, its steps, corrections, figures and files."""
    pages = (
        DeskPage("steps/", get=all_ways),
        DeskPage("figures/", get=figures_asked),
        DeskPage("figures/{file}", get=figures_file),
        DeskPage("steps/{standard}/", get=way_of_standard),
        DeskPage(
            "steps/{standard}/late/",
            get=late_asked,
            post=late_recorded,
            writes=_STEPPING,
            most=_MOST,
        ),
        DeskPage(f"{_TEXT}days/", get=days_counted),
        DeskPage(f"{_TEXT}files/{{file}}", get=handed_out),
        DeskPage(
            f"{_TEXT}correct/",
            get=correction_asked,
            post=corrected,
            writes=_STEPPING,
            most=_MOST,
        ),
        DeskPage(
            f"{_TEXT}correct/{{comment}}/",
            get=answer_correction_asked,
            post=corrected,
            writes=_STEPPING,
            most=_MOST,
        ),
        DeskPage(
            f"{_TEXT}{{step}}/", get=step_asked, post=step_taken, writes=_STEPPING, most=_MOST
        ),
    )
    return DeskSubject("Steps", "steps/", pages)
