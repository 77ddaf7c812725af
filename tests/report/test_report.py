"""The report on completion: figures add up, the law's two lists, and all refusals at once."""

from dataclasses import replace

import pytest

import builders as b
from cases import a_case, a_record, day
from discussed import (
    AFTER,
    DURING,
    IDS,
    LATE,
    a_discussed_record,
    decided,
    heard,
    ids,
    report_of,
    reported,
)
from held_words import held
from talqy.language.catalogue import catalogue
from talqy.language.locale import Locale
from talqy.model.comment import Outcome
from talqy.model.history import History
from talqy.project.shipped import shipped_codes
from talqy.project.shipped_files import folders
from talqy.record.recording import recorded_history
from talqy.report.data import Quarter, closed_in, quarter_named
from talqy.report.heard import all_heard
from talqy.report.refusals import refusals
from talqy.report.report import Report, completion_report
from talqy.report.rows import report_figures, report_row, said_lines
from talqy.report.spoken import spoken_report


def _locale(code: str) -> Locale:
    return Locale(code, catalogue(code, folders(None, "messages")), shipped_codes())


def codes(report: Report) -> list[str]:
    return [problem.code for problem in refusals(report)]


# --- answers --------------------------------------------------------------------------------------


def test_a_decision_that_is_younger_than_the_signature_says_so() -> None:
    young = {"by": b.MINISTRY, "on": "2026-07-20"}
    report = report_of(
        [heard(one) for one in IDS[:3]],
        [
            decided(IDS[0], "rejected", decided=young),
            decided(IDS[1], "duplicate", duplicate_of=IDS[0]),
            decided(IDS[2], "noted"),
        ],
    )
    rows = [report_row(report, one, _locale("ru"), 1).position for one in report.entries]
    told = held("Ответ датирован 20~июля~2026~года: это позже отчета (26~июня~2026~года).")
    assert [told in row for row in rows] == [True, True, False]


# --- figures --------------------------------------------------------------------------------------


def test_what_was_only_noted_is_not_said_to_be_turned_down() -> None:
    report = report_of(
        [heard(one) for one in IDS[:3]],
        [decided(IDS[0], "noted"), decided(IDS[1], "noted"), decided(IDS[2], "rejected")],
    )
    figures = report.figures
    assert (figures.in_not_noted, figures.in_noted, figures.in_not_accepted) == (1, 2, 3)


def test_accepted_in_part_counts_in_both_lists() -> None:
    report = report_of([heard(IDS[0])], [decided(IDS[0], "accepted-partly")])
    figures = report.figures
    assert (figures.in_accepted, figures.in_not_accepted, figures.in_both) == (1, 1, 1)
    assert figures.received == 1


@pytest.mark.parametrize(
    ("outcome", "lists"),
    [
        ("accepted", (True, False)),
        ("accepted-partly", (True, True)),
        ("rejected", (False, True)),
        ("noted", (False, True)),
        ("out-of-scope", (False, True)),
    ],
)
def test_a_repeated_comment_counts_as_the_one_it_was_joined_with(
    outcome: str, lists: tuple[bool, bool]
) -> None:
    main, again, third = IDS[:3]
    report = report_of(
        [heard(main), heard(again), heard(third)],
        [
            decided(main, outcome),
            decided(again, "duplicate", duplicate_of=main),
            decided(third, "duplicate", duplicate_of=again),
        ],
    )
    for entry in report.entries:
        assert (entry.is_accepted, entry.is_not_accepted) == lists
    assert [entry.main for entry in report.entries] == [None, main, main]
    assert report.figures.outcomes == {Outcome(outcome): 1, Outcome.DUPLICATE: 2}
    assert codes(report) == []


def test_late_and_withdrawn_comments_stand_apart() -> None:
    timely, late, gone = IDS[:3]
    report = report_of(
        [heard(timely), heard(late, received=LATE), heard(gone)],
        [decided(timely), decided(gone, "withdrawn")],
    )
    assert (ids(report.entries), ids(report.late), ids(report.withdrawn)) == (
        [timely],
        [late],
        [gone],
    )
    # The law asks for no answer to what came late.
    assert codes(report) == []


def test_comments_stand_by_their_register_numbers() -> None:
    record = a_discussed_record([heard(IDS[1])], [decided(IDS[1])])
    record = replace(record, digests=dict.fromkeys(IDS, "sha256:x"))
    merged = recorded_history(record, a_case(record).assessment)
    found = a_discussed_record([heard(IDS[0]), heard(IDS[1])], [decided(n) for n in IDS[:2]])
    report = reported(replace(found, history=merged))
    assert [(e.comment.id, e.number) for e in report.entries] == [(IDS[1], 1), (IDS[0], None)]


# --- period, words, revised text ------------------------------------------------------------------


def test_the_period_is_counted_in_the_days_of_its_rules() -> None:
    period = report_of([], []).period
    assert (str(period.opens), str(period.closes)) == ("2026-06-02", "2026-06-19")
    assert (period.days, str(period.unit)) == (13, "working-day")
    older = b.a_consultation("2026-06-02", "2026-07-06", rules="kz-2013")
    calendar = report_of([], [], consultation=older, adopted=None).period
    assert (calendar.days, str(calendar.unit)) == (34, "calendar-day")


def test_a_discussion_ends_when_its_draft_is_withdrawn() -> None:
    record = a_record(b.a_revision(withdrawn=b.a_withdrawal("2026-11-12")))
    report = reported(record)
    assert report.period.closes == day("2026-11-12")
    assert report.is_over
    early = reported(a_record(b.a_revision(withdrawn=b.a_withdrawal("2026-11-09"))))
    assert not early.is_over


def test_the_revised_text_is_the_newest_in_which_a_comment_landed() -> None:
    accepted = report_of([heard(IDS[0])], [decided(IDS[0], "accepted")])
    assert accepted.revised.revision == 2
    assert report_of([heard(IDS[0])], [decided(IDS[0], "rejected")]).revised.revision == 1


@pytest.mark.parametrize("texts", [1, 2])
def test_a_draft_is_not_called_unchanged_while_its_promised_text_is_missing(texts: int) -> None:
    """Neither where the text is not written yet, nor while it is still being prepared."""
    drafts = (b.an_adopted_revision(), b.a_revision(2, consultation=None))[:texts]
    comments, answers = [heard(IDS[0])], [decided(IDS[0], "accepted")]
    report = reported(a_record(*drafts, comments=comments, responses=answers))
    assert (report.revised.revision, report.promised) == (1, 2)
    locale = _locale("ru")
    case = a_case(report.record)
    said = [line.text for line in spoken_report(report, locale, case.register, "").revised.lines]
    assert said[0] == held("Доработанный проект готовится: редакция~2.")
    assert "После обсуждения проект не менялся." not in said
    rejected = reported(a_record(*drafts, comments=comments, responses=[decided(IDS[0])]))
    assert rejected.promised == 0


def test_long_words_are_cut_at_a_space_and_that_is_said() -> None:
    report = report_of([heard(IDS[0], text="сөз " * 400, quote="бір")], [decided(IDS[0])])
    (words,) = (entry.words for entry in report.entries)
    assert words.is_cut
    assert words.text.endswith("сөз…")
    assert len(words.text) <= 701
    assert words.quote == "бір"
    short = report_of([heard(IDS[0])], [decided(IDS[0])]).entries[0].words
    assert (short.text, short.is_cut) == ("Срок можно сократить до двух дней.", False)


def test_words_without_a_space_are_cut_as_well() -> None:
    report = report_of([heard(IDS[0], text="я" * 5_000)], [decided(IDS[0])])
    assert report.entries[0].words.text == "я" * 700 + "…"


# --- refusals -------------------------------------------------------------------------------------


def test_a_sound_report_is_not_refused() -> None:
    assert codes(report_of([heard(IDS[0])], [decided(IDS[0])])) == []


def test_all_that_is_missing_is_said_at_once() -> None:
    names = IDS[:5]
    comments = [heard(name) for name in names]
    responses = [
        decided(names[1], "late"),
        decided(names[2], "duplicate", duplicate_of=names[0]),
        decided(names[3], reason={"kk": "Пікір қаралып, назарға алынды."}),
    ]
    talk = b.a_consultation("2026-11-09", "2026-11-27")
    dated = [{**comment, "received": "2026-11-10"} for comment in comments]
    record = a_record(b.a_revision(consultation=talk), comments=dated, responses=responses)
    broken = replace(record, broken_comments=frozenset({names[4]}))
    found = refusals(reported(broken))
    assert [(p.code, p.file.rpartition("/")[2], p.path) for p in found] == [
        ("B01", "r1.yaml", ("consultation", "closes")),
        ("B02", "r1.yaml", ("consultation",)),
        ("B06", f"{names[3]}.response.yaml", ("reason",)),
        ("B03", f"{names[0]}.yaml", ()),
        ("B04", f"{names[1]}.response.yaml", ("outcome",)),
        ("B05", f"{names[2]}.response.yaml", ("duplicate_of",)),
        ("B03", f"{names[4]}.response.yaml", ()),
    ]
    assert all(problem.kind.hint for problem in found)


@pytest.mark.parametrize("outcome", ["withdrawn", "late"])
def test_nothing_is_joined_with_a_comment_that_was_not_decided(outcome: str) -> None:
    main, again = IDS[:2]
    received = LATE if outcome == "late" else DURING
    report = report_of(
        [heard(main, received=received), heard(again)],
        [decided(main, outcome), decided(again, "duplicate", duplicate_of=main)],
    )
    assert codes(report) == ["G49"]


def test_a_signature_in_one_language_is_not_enough() -> None:
    talk = b.a_consultation(
        "2026-06-02",
        "2026-06-19",
        report={"on": AFTER, "signed_by": {"kk": "Департамент"}},
    )
    (problem,) = refusals(report_of([], [], consultation=talk))
    assert (problem.code, problem.path) == ("B06", ("consultation", "report", "signed_by"))
    assert problem.said() == "this text is missing in the language “ru”"


def test_a_recorded_comment_that_is_gone_keeps_the_report_back() -> None:
    record = a_discussed_record([heard(IDS[0])], [decided(IDS[0])])
    record = replace(record, digests={IDS[0]: "sha256:x"})
    merged = recorded_history(record, a_case(record).assessment)
    report = reported(replace(a_discussed_record([], []), history=merged))
    assert codes(report) == ["B07"]


def test_an_answer_that_is_none_keeps_the_report_back_until_it_is_on_record() -> None:
    """What is on record cannot be mended, and a site says no less than its record."""
    record = a_discussed_record([heard(IDS[0])], [decided(IDS[0], reason=b.said("Иә.", "Ок"))])
    assert codes(reported(record)) == ["G45", "G45"]
    record = replace(record, digests={IDS[0]: "sha256:x"})
    merged = recorded_history(record, a_case(record).assessment)
    assert codes(reported(replace(record, history=merged))) == []


def test_a_text_that_was_not_discussed_has_no_report() -> None:
    record = a_record(b.a_revision(consultation=None))
    case = a_case(record)
    assert completion_report(record, record.revisions[0], case.assessment, case.register) is None


@pytest.mark.parametrize(("today", "published"), [("2026-06-25", False), (AFTER, True)])
def test_a_report_is_published_from_its_day_on(today: str, published: bool) -> None:  # noqa: FBT001
    assert reported(a_discussed_record([], []), today=today).is_published is published


# --- quarters -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["2026-5", "2026-0", "2026", "26-1", "2026-04", "2026-1 ", ""])
def test_what_is_no_quarter_is_not_read_as_one(name: str) -> None:
    assert quarter_named(name) is None


def test_a_discussion_is_counted_in_the_quarter_in_which_it_closed() -> None:
    case = a_case(a_discussed_record([heard(IDS[0])], []))
    assert quarter_named("2026-2") == Quarter(2026, 2)
    counted = {n: list(closed_in(Quarter(2026, n), case.register, case.assessment)) for n in (1, 2)}
    assert counted[1] == []
    (one,) = counted[2]
    assert (
        one.tally.received,
        one.report.figures.unanswered,
        one.report.standing.report.days_late,
    ) == (1, 1, 0)


def test_a_discussion_that_is_open_is_not_counted_yet() -> None:
    case = a_case(a_record())
    assert list(closed_in(Quarter(2026, 4), case.register, case.assessment)) == []


def test_days_late_are_counted_from_the_day_the_report_was_due() -> None:
    talk = b.a_consultation("2026-06-02", "2026-06-19", report=b.a_report("2026-07-16"))
    late = a_case(a_discussed_record([], [], consultation=talk, adopted=None))
    (one,) = closed_in(Quarter(2026, 2), late.register, late.assessment)
    assert (str(one.report.standing.report.due), one.report.standing.report.days_late) == (
        "2026-07-03",
        13,
    )
    missing = b.a_consultation("2026-06-02", "2026-06-19")
    waiting = a_case(
        a_discussed_record([], [], consultation=missing, adopted=None), today="2026-07-05"
    )
    (other,) = closed_in(Quarter(2026, 2), waiting.register, waiting.assessment)
    assert other.report.standing.report.days_late == 2


def test_a_draft_that_was_given_up_owes_no_report_and_is_never_late() -> None:
    talk = b.a_consultation("2026-06-02", "2026-06-19")
    given_up = {"withdrawn": b.a_withdrawal("2026-06-25"), "adopted": None}
    case = a_case(a_discussed_record([heard(IDS[0])], [], consultation=talk, **given_up))
    (one,) = closed_in(Quarter(2026, 2), case.register, case.assessment)
    assert (one.report.standing.report.due, one.report.standing.report.days_late) == (None, 0)
    assert not any(comment.is_overdue for comment in all_heard(case.register, case.assessment))


def test_a_change_that_is_only_promised_names_its_clause_and_its_revision() -> None:
    record = a_record(
        b.an_adopted_revision(),
        comments=[heard(IDS[0])],
        responses=[decided(IDS[0], "accepted")],
    )
    report = reported(record)
    (entry,) = report.all_entries()
    for language, typed in (("ru", "редакция~2 (готовится)"), ("kk", "2-~редакция (әзірленуде)")):
        locale = _locale(language)
        (change,) = report_row(report, entry, locale, 1).changes
        assert (change.text, change.is_written) == (held(typed), False)
        assert "term" not in change.words


def test_a_comment_in_short_is_told_as_the_words_of_the_authority_and_not_of_a_withdrawn_one() -> (
    None
):
    short = {"kk": "Мерзімді қысқартуды сұрайды."}
    answers = [decided(IDS[0], gist=short), decided(IDS[1], "withdrawn", gist=short)]
    report = report_of([heard(one) for one in IDS[:2]], answers)
    locale = _locale("kk")
    told, gone = (report_row(report, entry, locale, 1) for entry in report.all_entries())
    assert told.retold == "Мерзімді қысқартуды сұрайды."
    first, *_ = said_lines(told, locale)
    assert first.text == "Қысқаша, мемлекеттік органның сөзімен: Мерзімді қысқартуды сұрайды."
    assert gone.retold == ""


def test_who_can_read_the_words_of_a_comment_needs_them_in_no_other() -> None:
    short = b.said("Мерзімді қысқартуды сұрайды.", "Просит сократить срок.")
    report = report_of([heard(IDS[0])], [decided(IDS[0], gist=short)])
    (entry,) = report.all_entries()
    spoken = {code: report_row(report, entry, _locale(code), 1).retold for code in ("kk", "ru")}
    assert spoken == {"kk": short["kk"], "ru": ""}


def test_what_was_added_to_an_answer_is_told_without_the_key_of_a_file() -> None:
    corrections = [
        {
            "on": day(b.TODAY),
            "what": what,
            "was": was,
            "comment": IDS[0],
            "reason": b.said("К.", "Р."),
        }
        for what, was in (("gist", None), ("outcome", "rejected"))
    ]
    found = reported(a_discussed_record([heard(IDS[0])], [decided(IDS[0])]))
    text = {"revision": 1, "digest": "sha256:0", "corrections": corrections}
    tree = {"schema": "1", "standard": b.STANDARD, "revisions": [text]}
    record = replace(found.record, history=History.model_validate(tree))
    said = spoken_report(replace(found, record=record), _locale("ru"), a_case(record).register)
    lines = [line.words for part in said.particulars for line in part.lines]
    added, changed = (line for line in lines if line.endswith(" Р."))
    assert added.endswith(": комментарий кратко. Р.")
    assert changed.endswith(": решение. Было: Не принято. Р.")


def test_bodies_of_experts_are_counted_apart() -> None:
    said = [heard(IDS[0], group="atameken"), heard(IDS[1], group="atameken"), heard(IDS[2])]
    report, locale = report_of(said, []), _locale("ru")
    notes = report_figures(report, locale).notes
    assert any("экспертных органов" in one and "НПП «Атамекен»" in one for one in notes)
    authors = [report_row(report, one, locale, 1).author for one in report.entries]
    assert ["НПП «Атамекен»" in one for one in authors] == [True, True, False]
