"""A date is a claim: since when a thing is on record the record knows, and both days are said."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import builders as b
from cases import a_case, a_record, day
from held_words import held
from talqy.cli.main import main
from talqy.language.catalogue import catalogue
from talqy.language.claimed_days import claimed_day_views
from talqy.language.late import late_views
from talqy.language.locale import Locale
from talqy.model.history import History, LateAfter, LateEntry, RecordedComment, RecordedResponse
from talqy.model.register import Record
from talqy.project.shipped import shipped_codes
from talqy.project.shipped_files import folders
from talqy.record.claimed_days import claimed_days, claimed_days_ahead
from talqy.record.recording import recorded_history
from talqy.record.root import leaves_of

NAME = b.COMMENT
TALK = b.a_consultation("2026-11-02", "2026-11-16")
REPORT = {"on": "2026-11-18", "signed_by": b.said("Департамент", "Департамент")}
REPORTED = {**TALK, "report": REPORT}


def recorded(today: str, history: History | None, **parts: object) -> Record:
    """Return a record with what a merge of a day makes of it."""
    talk, answers = parts.get("talk", TALK), parts.get("answers", ())
    record = a_record(
        b.a_revision(1, consultation=talk),
        comments=[b.a_comment(received="2026-11-10")],
        responses=answers,  # type: ignore[arg-type]
    )
    record = replace(record, history=history, digests={NAME: f"sha256:{0:064}"})
    return replace(record, history=recorded_history(record, a_case(record, today=today).assessment))


def line(record: Record) -> RecordedComment:
    assert record.history
    return record.history.revisions[0].comments[0]


def answered(on: str = "2026-11-17", **changes: object) -> list[b.Tree]:
    return [b.a_response(NAME, decided={"by": b.MINISTRY, "on": on}, **changes)]


def test_the_first_day_of_an_outcome_is_kept_before_the_report() -> None:
    bare = recorded("2026-11-20", None)
    assert line(bare).since is None
    first = recorded("2026-11-24", bare.history, answers=answered())
    assert line(first).since == day("2026-11-24")
    again = recorded("2026-11-26", first.history, answers=answered())
    assert again.history == first.history
    other = recorded("2026-11-27", first.history, answers=answered(outcome="rejected"))
    assert line(other).since == day("2026-11-27")
    assert line(recorded("2026-11-30", other.history)).since is None
    assert first.history
    assert any(b'"since":"2026-11-24"' in leaf for leaf in leaves_of(first.history))


def test_an_outcome_of_an_older_record_gets_no_day_that_nobody_kept() -> None:
    first = recorded("2026-11-20", None, answers=answered())
    assert first.history
    entry = first.history.revisions[0]
    bare = entry.model_copy(update={"comments": (line(first).model_copy(update={"since": None}),)})
    older = first.history.model_copy(update={"revisions": (bare,)})
    assert line(recorded("2026-11-27", older, answers=answered())).since is None


def test_a_report_dated_before_a_day_without_it_is_told_before_and_after_the_merge() -> None:
    first = recorded("2026-11-20", None, answers=answered())
    assert first.history
    text = b.a_revision(1, consultation=REPORTED)
    (revision,) = a_record(text).revisions
    (ahead,) = claimed_days_ahead(first.history.revisions[0], revision, day("2026-11-24"))
    then = recorded("2026-11-24", first.history, answers=answered(), talk=REPORTED)
    assert then.history
    (kept,) = claimed_days(then.history.revisions[0])
    assert ahead == kept
    assert (kept.on, kept.since, kept.shown) == tuple(
        map(day, ("2026-11-18", "2026-11-24", "2026-11-20"))
    )


def test_what_comes_on_record_at_once_is_told_nobody() -> None:
    same = recorded("2026-11-18", None, answers=answered(), talk=REPORTED)
    assert same.history
    assert list(claimed_days(same.history.revisions[0])) == []
    later = recorded("2026-11-20", None, answers=answered(), talk=REPORTED)
    assert later.history
    (kept,) = claimed_days(later.history.revisions[0])
    assert (kept.since, kept.shown) == (day("2026-11-20"), None)


def posted(*more: b.Tree) -> b.Tree:
    return {**TALK, "posted": [*TALK["posted"], *more]}


PRINTED = b.a_posting("print", "2026-11-05")


def test_a_posting_that_came_later_has_a_day_of_its_own() -> None:
    first = recorded("2026-11-06", None)
    assert first.history
    assert not any("since" in str(leaf) for leaf in leaves_of(first.history))
    (revision,) = a_record(b.a_revision(1, consultation=posted(PRINTED))).revisions
    (ahead,) = claimed_days_ahead(first.history.revisions[0], revision, day("2026-11-12"))
    assert (ahead.on, ahead.since) == (day("2026-11-05"), day("2026-11-12"))
    then = recorded("2026-11-12", first.history, talk=posted(PRINTED))
    assert then.history
    entry = then.history.revisions[0]
    assert entry.consultation
    assert [one.since for one in entry.consultation.posted] == [None] * 3 + [day("2026-11-12")]
    (kept,) = claimed_days(entry)
    assert kept == ahead
    assert kept.posting == entry.consultation.posted[-1].said
    assert any(b'"since":"2026-11-12"' in leaf for leaf in leaves_of(then.history))
    again = recorded("2026-11-13", then.history, talk=posted(PRINTED))
    assert again.history == then.history
    over = recorded("2026-11-20", then.history, talk=posted(PRINTED))
    assert over.history
    assert over.history.revisions[0].consultation
    assert over.history.revisions[0].consultation.posted == entry.consultation.posted


def test_pages_say_both_days_of_a_posting_each_under_its_own_name() -> None:
    other = {**PRINTED, "url": "https://example.kz/other"}
    first = recorded("2026-11-04", None)
    then = recorded("2026-11-12", first.history, talk=posted(PRINTED, other))
    locale = Locale("ru", catalogue("ru", folders(None, "messages")), shipped_codes())
    views = list(claimed_day_views(locale, then.history, 1))
    assert [view.key for view in views] == [
        "posted/print/2026-11-05",
        "posted/print/2026-11-05/2",
    ]
    assert views[0].words == held(
        "Размещение (печатное издание) датировано 5~ноября~2026~года, "
        "в журнал внесено 12~ноября~2026~года."
    )


def talqy(project: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--project", str(project)])


@pytest.mark.parametrize("posting", [False, True])
def test_merge_and_check_say_both_days(tmp_path: Path, posting: bool) -> None:  # noqa: FBT001
    talk = b.a_consultation("2026-11-09", "2026-11-27") if posting else TALK
    project = b.write_project(
        tmp_path / "project",
        revisions=[b.a_revision(1, consultation=talk)],
        comments=[b.a_comment(received="2026-11-10")],
        responses=answered(),
    )
    assert talqy(project, "merge", "--all").exit_code == 0
    reference = b.said("«Газет»", "«Газета»")
    extra = {"channel": "print", "on": "2026-11-12", "reference": reference}
    more = {"posted": [*talk["posted"], extra]} if posting else {"report": REPORT}
    b.write(project, b.revision_path(1), b.a_revision(1, consultation={**talk, **more}))
    on = "2026-11-12" if posting else "2026-11-18"
    both = f"dated {on}, on record since 2026-11-24, and not there yet on 2026-11-20"
    today = ("--today", "2026-11-24")
    for words in (("check",), ("merge", "--all", "--draft"), ("merge", "--all")):
        assert both in talqy(project, *words, *today).output, words
    assert both in talqy(project, "check", "--today", "2026-11-30").output


def test_an_answer_that_came_after_its_report_is_said() -> None:
    kept = RecordedResponse(
        digest="sha256:0", on=day("2026-11-30"), late=LateEntry(after=LateAfter.REPORT)
    )
    first = recorded("2026-11-20", None, answers=answered())
    assert first.history
    entry = first.history.revisions[0]
    late = line(first).model_copy(update={"response": kept})
    history = first.history.model_copy(
        update={"revisions": (entry.model_copy(update={"comments": (late,)}),)}
    )
    locale = Locale("ru", catalogue("ru", folders(None, "messages")), shipped_codes())
    (view,) = late_views(locale, history, 1)
    assert (view.words, view.on, view.is_answer) == (
        "Ответ внесен в журнал после отчета",
        day("2026-11-30"),
        True,
    )
