"""The line in time shows each event and each comment at its day, in shape and in words."""

from datetime import date, timedelta
from itertools import accumulate, pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from builders import (
    Tree,
    a_clause,
    a_comment,
    a_consultation,
    a_project,
    a_report,
    a_response,
    a_revision,
    a_settled_revision,
    an_adopted_revision,
    an_extension,
    complete_clauses,
    said,
    write_project,
)
from cases import a_case, a_record
from held_words import held
from sites import ROOT, words_in
from talqy.language.edition import Edition, editions
from talqy.language.for_you import between
from talqy.project.survey import survey
from talqy.site.pages import history
from talqy.site.pages.time_line import LaneView, time_line
from talqy.site.pages.time_scale import time_scale

DAY = date(2026, 1, 1)


def day(number: int) -> date:
    return DAY + timedelta(days=number)


def test_days_of_a_discussion_stand_apart_evenly_and_idle_months_are_shortened() -> None:
    scale = time_scale([day(0), day(400), day(900)], [(day(400), day(410))], 10)
    places = [scale.of(day(n)) for n in range(400, 411)]
    steps = {after - before for before, after in pairwise(places)}
    assert len(steps) == 1
    assert scale.of(day(0)) == 10
    assert len(scale.breaks) == 2
    assert scale.width < 300
    assert scale.of(day(-5)) == 10
    assert scale.of(day(2000)) == scale.width
    assert [scale.of(day(n)) for n in (0, 200, 400, 405, 700, 900)] == sorted(
        scale.of(day(n)) for n in (0, 200, 400, 405, 700, 900)
    )


@pytest.mark.parametrize("length", [5_000, 100_000])
def test_however_long_a_discussion_is_the_line_has_its_bounds(length: int) -> None:
    assert time_scale([day(0), day(9)], [(day(0), day(length))], 0).width < 1_000
    assert time_scale([day(0)], [], 5).width == 5
    assert time_scale([day(0), day(3)], [(day(3), day(0))], 0).width == 21


def test_labels_have_room() -> None:
    scale = time_scale([day(n) for n in range(60)], [], 0)
    places = [place for place, _ in scale.labels(scale.days)]
    assert places[0] == 0
    assert min(b - a for a, b in pairwise(places)) >= 80


def id_of(number: int) -> str:
    return f"k7m2p9q{number:03d}"


LANDED = {"landed": {"revision": "1", "clauses": ["term"]}}
MORE: dict[str, Tree] = {
    "accepted": LANDED,
    "accepted-partly": LANDED,
    "duplicate": {"duplicate_of": "k7m2p9q000"},
}


def terms(*amounts: str) -> list[Tree]:
    """Make clauses that set a term for all, and others for one case."""
    case = {"condition": said("тексеру қажет болса", "если нужна проверка")}
    facts = [
        {"amount": amount, "unit": "working-day"} | (case if at else {})
        for at, amount in enumerate(amounts)
    ]
    general, _, documents = complete_clauses()
    days = ", ".join(amounts)
    text = said(f"Мерзімі (күн): {days}.", f"Срок (дней): {days}.")
    return [general, a_clause("term", "2", text=text, facts={"term": facts}), documents]


OUTCOMES = ["accepted", "accepted-partly", "rejected", "noted", "duplicate", "late", ""]


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """A standard with two texts: one settled long ago, one under discussion and extended."""
    folder = tmp_path_factory.mktemp("line")
    old = a_consultation("2026-02-02", "2026-02-16", report=a_report("2026-02-24"))
    settled = an_adopted_revision(1, dated="2026-01-20", consultation=old, clauses=terms("7"))
    longer = an_extension("2026-11-12", "2026-12-04")
    draft = a_revision(
        2,
        base="1",
        kind="amendment",
        clauses=terms("5", "3"),
        consultation=a_consultation(extended=[longer]),
    )
    few = [a_comment(id_of(n), revision="1", received="2026-02-05") for n in range(len(OUTCOMES))]
    many = [a_comment(id_of(n), revision="2", received="2026-11-10") for n in range(100, 130)]
    answers: list[Any] = [
        a_response(id_of(n), outcome=outcome, **MORE.get(outcome, {}))
        for n, outcome in enumerate(OUTCOMES)
        if outcome
    ]
    write_project(
        folder, project=a_project(), revisions=[settled, draft], comments=[*few, *many],
        responses=answers,
    )  # fmt: skip
    register, assessment = survey(folder).known
    return editions(folder, register, assessment)[1]


def test_terms_are_steps_of_their_case_and_what_is_proposed_is_drawn_apart(
    edition: Edition,
) -> None:
    line = time_line(edition, edition.register.records[0])
    assert line is not None
    first, new = line.steps
    assert first.name == "В остальных случаях"
    assert new.name == "Если нужна проверка"
    assert [words for *_, words in first.labels] == ["7\u00a0рабочих дней", "5\u00a0рабочих дней"]
    (_, before, _), (_, after, _) = first.labels
    assert before < after
    assert first.held.endswith(f"H{line.width}")  # what holds does not end with the discussion
    assert first.proposed
    assert not new.held
    assert [words for *_, words in new.labels] == ["3\u00a0рабочих дня"]
    assert all(7 * len(words) < line.width - x for one in line.steps for x, _, words in one.labels)


def a_term(amount: int, **more: Any) -> Tree:
    return {"amount": str(amount), "unit": "working-day", **more}


LOST = said("жоғалған карта орнына карта беру", "выдача карты взамен утраченной")
ISSUE = said("карта беру", "выдача карты")
FOLLOWED: dict[str, tuple[tuple[Tree, Tree], tuple[str, str], list[list[int]]]] = {
    "one that becomes another": (
        ({"term": [a_term(7)]}, {"term": [a_term(5)]}), ("7", "5"), [[7, 5]],
    ),
    "what was typed better changed nothing": (
        ({"term": [a_term(7)]}, {"term": [a_term(5)]}), ("5", "5"), [[5]],
    ),
    "a way that is new has no steps": (
        (
            {"term": [a_term(2, condition=ISSUE)], "channels": ["provider"]},
            {
                "term": [a_term(2, condition=ISSUE), a_term(3, condition=ISSUE, channel="mobile")],
                "channels": ["provider", "mobile"],
            },
        ),
        ("2", "3"),
        [[2], [3]],
    ),
    "a part of a wider case": (
        (
            {"term": [a_term(2, condition=ISSUE)]},
            {"term": [a_term(2, condition=ISSUE), a_term(4, condition=LOST)]},
        ),
        ("2", "4"),
        [[2, 4], [2]],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("facts", "words", "steps"), FOLLOWED.values(), ids=FOLLOWED)
def test_steps_are_those_that_the_comparison_tells(
    facts: tuple[Tree, Tree], words: tuple[str, str], steps: list[list[int]]
) -> None:
    clauses = [
        a_clause("term", "1", text=said(word, word), facts=of)
        for word, of in zip(words, facts, strict=True)
    ]
    old = a_settled_revision(clauses=clauses[:1])
    record = a_record(old, an_adopted_revision(2, clauses=clauses[1:]))
    case = a_case(record)
    edition = editions(ROOT, case.register, case.assessment)[1]
    line = time_line(edition, record)
    assert line is not None
    found = [[int(label.split()[0]) for *_, label in one.labels] for one in line.steps]
    assert found == steps
    changes = between(edition, edition.comparison(record, *record.revisions)).changes
    assert len([one for one in changes if one.arrow]) == sum(len(one) - 1 for one in steps)


def lanes(edition: Edition) -> tuple[LaneView, ...]:
    line = time_line(edition, edition.register.records[0])
    assert line is not None
    return line.lanes


def test_each_event_has_its_sign(edition: Edition) -> None:
    first, second = lanes(edition)
    assert [mark.shape for mark in first.marks] == ["drafted", "reported", "adopted"]
    assert [mark.x for mark in first.marks] == sorted(mark.x for mark in first.marks)
    assert first.discussed
    assert first.in_force
    assert not first.extended
    assert [mark.shape for mark in second.marks] == ["drafted"]
    assert second.discussed
    assert second.extended
    assert second.extended.x == second.discussed.x + second.discussed.width
    assert first.y < second.top


def test_each_comment_is_a_dot_at_its_day_and_what_has_no_room_is_said(edition: Edition) -> None:
    first, second = lanes(edition)
    shapes = [dot.shape for dot in first.dots]
    assert shapes == ["accepted", "accepted-partly", "rejected", "other", "other", "waiting"]
    assert [mark.shape for mark in first.more] == ["more"]
    assert {dot.shape for dot in second.dots} == {"waiting"}
    for lane in (first, second):
        assert len({dot.x for dot in lane.dots}) == 1
        assert len({dot.y for dot in lane.dots}) == len(lane.dots) == 6
        assert all(lane.top < dot.y < lane.y for dot in lane.dots)
        assert lane.discussed
        assert lane.discussed.x < lane.dots[0].x < lane.discussed.x + lane.discussed.width


def test_the_picture_has_words_and_each_sign_in_it_stands_in_the_legend(edition: Edition) -> None:
    (page,) = history.pages(edition, edition.register.records[0])
    start = page.content.index('<section class="time-line"')
    part = page.content[start : page.content.index("</section>", start) + 10]
    tree = ET.fromstring(part)  # noqa: S314 - printed just now
    picture = next(svg for svg in tree.iter("svg") if svg.get("role") == "img")
    assert held("редакций – 2, комментариев –~37") in picture.get("aria-label", "")
    signs = {one.get("class") for one in picture.iter() if one.get("class")}
    legend = tree.find("ul")
    assert legend is not None
    explained = {one.get("class") for one in legend.iter() if one.get("class")}
    # Rules and the pattern of an extension are no signs, nor is what is written on paper alone.
    assert signs - explained == {"tl-rule", "tl-hatch", "drawn-paper"}
    assert "Продление обсуждения" in words_in(legend)
    texts = [text.text for text in picture.iter("text")]
    assert {held("Редакция~1"), held("Редакция~2")} <= set(texts)


def test_labels_stay_in_sight_as_long_as_their_line_does(edition: Edition) -> None:
    line = time_line(edition, edition.register.records[0])
    assert line is not None
    for one in line.steps:
        (begins, _, nothing), *cells = one.cells
        assert nothing == ""
        assert [words for *_, words in cells] == [words for *_, words in one.labels]
        places = accumulate((begins, *(width for width, *_ in cells)))
        assert list(places) == [*(x for x, *_ in one.labels), line.width]
    tops = list(accumulate(space for space, _ in line.names))
    # The first name has no room above its lane.
    heights = [max(0, lane.top - 16 * (at + 1)) for at, lane in enumerate(line.lanes)]
    assert [name for _, name in line.names] == [lane.name for lane in line.lanes]
    assert tops == heights
