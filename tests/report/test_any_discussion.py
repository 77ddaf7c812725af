"""Whatever is said and answered: figures add up, and nothing is withheld in silence."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import builders as b
from discussed import DURING, IDS, LATE, decided, heard, ids, report_of
from talqy.language.catalogue import catalogue
from talqy.language.locale import Locale
from talqy.language.sayings import outcome_name
from talqy.model.comment import Outcome
from talqy.project.shipped import shipped_codes
from talqy.project.shipped_files import folders
from talqy.report.refusals import refusals
from talqy.report.rows import report_figures

RUSSIAN = Locale("ru", catalogue("ru", folders(None, "messages")), shipped_codes())


@st.composite
def discussions(draw: st.DrawFn) -> tuple[list[b.Tree], list[b.Tree]]:
    """Draw comments with any answers, or none: repeated ones may go round in circles."""
    names = IDS[: draw(st.integers(0, 12))]
    comments = [
        heard(name, received=draw(st.sampled_from([DURING, "2026-06-19", "2026-06-20", LATE])))
        for name in names
    ]
    responses = []
    for name in names:
        outcome = draw(st.sampled_from([None, *map(str, Outcome)]))
        others = [other for other in names if other != name]
        if outcome is None or (outcome == "duplicate" and not others):
            continue
        main = {"duplicate_of": draw(st.sampled_from(others))} if outcome == "duplicate" else {}
        responses.append(decided(name, outcome, **main))
    return comments, responses


@given(discussions())
def test_every_comment_is_in_one_part_and_the_parts_add_up(
    drawn: tuple[list[b.Tree], list[b.Tree]],
) -> None:
    report = report_of(*drawn)
    figures = report.figures
    parts = (figures.withdrawn, figures.late, figures.unanswered)
    assert sum(figures.outcomes.values()) + sum(parts) == figures.received == len(drawn[0])
    assert sorted(ids(tuple(report.all_entries()))) == sorted(c["id"] for c in drawn[0])
    assert set(figures.outcomes).isdisjoint({Outcome.LATE, Outcome.WITHDRAWN})


@given(discussions())
def test_the_count_by_law_adds_up_and_names_who_took_a_comment_back(
    drawn: tuple[list[b.Tree], list[b.Tree]],
) -> None:
    report = report_of(*drawn)
    (_, received), *parts = report_figures(report, RUSSIAN).summary
    assert sum(count for _, count in parts) - report.figures.in_both == received
    taken_back = dict(parts).get(outcome_name(RUSSIAN, Outcome.WITHDRAWN), 0)
    assert taken_back == report.figures.withdrawn


@given(discussions())
def test_the_two_lists_hold_every_decision_and_share_the_partly_accepted(
    drawn: tuple[list[b.Tree], list[b.Tree]],
) -> None:
    report = report_of(*drawn)
    figures = report.figures
    undecided = [entry for entry in report.entries if entry.decision is None]
    counted = figures.in_accepted + figures.in_not_accepted - figures.in_both
    assert counted + len(undecided) == len(report.entries)
    assert figures.in_both >= figures.outcomes.get(Outcome.ACCEPTED_PARTLY, 0)
    assert not any(e.is_accepted or e.is_not_accepted for e in (*report.late, *report.withdrawn))


def goes_round(name: str, responses: list[b.Tree]) -> bool:
    """Return whether an answer repeats others that lead back to it."""
    mains = {one["comment"]: one.get("duplicate_of") for one in responses}
    here = mains.get(name)
    for _ in mains:
        if here in (None, name):
            break
        here = mains.get(here)
    return here == name


def a_circle(*received: str) -> tuple[list[b.Tree], list[b.Tree]]:
    """Make comments of these days, each of which is said to repeat the next, the last the first."""
    names = IDS[: len(received)]
    comments = [heard(name, received=day) for name, day in zip(names, received, strict=True)]
    following = zip(names, names[1:] + names[:1], strict=True)
    return comments, [decided(one, "duplicate", duplicate_of=main) for one, main in following]


@given(discussions())
@example(a_circle(DURING, "2026-06-20"))
@example(a_circle(LATE, LATE, LATE))
def test_a_report_is_refused_exactly_while_something_has_no_decision(
    drawn: tuple[list[b.Tree], list[b.Tree]],
) -> None:
    report = report_of(*drawn)
    apart = ids((*report.late, *report.withdrawn))
    expected = sum(entry.decision is None for entry in report.entries)
    # A late comment needs no decision, and yet an answer to it that rests on nothing is none.
    expected += sum(goes_round(name, drawn[1]) for name in apart)
    assert len(refusals(report)) == expected


@pytest.mark.parametrize("received", [(DURING, DURING), (DURING, LATE), (LATE, DURING, LATE)])
def test_a_circle_is_told_at_each_answer_of_it(received: tuple[str, ...]) -> None:
    """Each is a file, or a row of a workbook, and none of them may be taken by itself."""
    found = refusals(report_of(*a_circle(*received)))
    places = [(problem.code, problem.file.rpartition("/")[2]) for problem in found]
    assert sorted(places) == [("G49", f"{name}.response.yaml") for name in IDS[: len(received)]]
