"""Comments that wait when the discussion of their draft is over: officials are told in time."""

from datetime import date

from click.testing import CliRunner

from publishing import Publishing
from serving import SECRET_OF_TESTS
from talqy.cli.main import main
from talqy.service.health import health_of
from talqy.service.settings import SECRET
from talqy.service.taken import State

FILE, SETTINGS = "standards/birth-registration/revisions/r2.yaml", "standards/project.yaml"
GIVEN_UP = (
    'withdrawn: {on: "2026-11-20", '
    "reason: {kk: Жоба кері алынды., ru: Проект отозван.}}\nclauses:\n"
)


def change(here: Publishing, file: str, old: str, new: str) -> None:
    text = (here.work / file).read_text("utf-8")
    assert old in text
    here.change_main({file: text.replace(old, new, 1)})
    here.round()
    here.service.project._looked_at = float("-inf")


def on_day(here: Publishing, day: str) -> None:
    change(here, SETTINGS, 'today: "2026-11-20"', f'today: "{day}"')


def wrong(here: Publishing) -> list[str]:
    return [saying.said() for saying in health_of(here.service).wrong]


def listed(here: Publishing) -> str:
    words = ("service", "queue", "list", "--settings", str(here.folder / "service.yaml"))
    return CliRunner(env={SECRET: SECRET_OF_TESTS}).invoke(main, words).output


def test_of_a_draft_that_was_withdrawn_the_true_reason_can_be_given(here: Publishing) -> None:
    early, late = here.take(1), here.take(2, received=date(2026, 11, 20))
    change(here, FILE, "clauses:\n", GIVEN_UP)
    (said,) = wrong(here)
    assert "birth-registration r2" in said
    assert "the draft was withdrawn" in said
    assert said in listed(here)
    (problem,) = here.acts().publish(late.id).problems
    assert problem.said() == "r2 was withdrawn on 2026-11-20, and its discussion ended with that"
    assert here.acts().refuse(late.id, "draft-withdrawn").is_done
    # What came before that day can be published all the same.
    assert here.acts().publish(early.id).is_done
    here.round(at_once=True)
    here.merge_all()
    here.round()
    assert here.states(early.id, late.id) == [State.PUBLISHED, State.REFUSED]
    assert wrong(here) == []


def test_before_a_report_officials_are_told(here: Publishing) -> None:
    one = here.take(1)
    assert "not public yet" not in listed(here)
    on_day(here, "2026-11-28")
    said = "birth-registration r2 that are not public yet: 1; its report is due by 2026-12-11"
    assert said in listed(here)
    assert wrong(here) == []
    change(here, SETTINGS, 'today: "2026-11-28"', 'today: "2026-12-09"')
    assert [said in words for words in wrong(here)] == [True]
    here.acts().refuse(one.id, "off-topic")
    assert wrong(here) == []


def test_after_a_report_too(here: Publishing) -> None:
    here.take(1)
    on_day(here, "2026-12-10")
    report = '  report: {on: "2026-12-09", signed_by: {kk: Директор, ru: Директор}}\nclauses:\n'
    change(here, FILE, "clauses:\n", report)
    assert ["over without them" in words for words in wrong(here)] == [True]


def test_while_it_is_discussed_nothing_is_said(here: Publishing) -> None:
    here.take(1)
    assert wrong(here) == []
