"""What the record of a standard says on a day: texts frozen, numbers given, nothing taken back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import builders as b
from cases import a_case, a_record, said
from talqy.model.comment import Outcome
from talqy.model.history import History, RecordedPart, RecordedRevision
from talqy.model.register import Record
from talqy.record.digests import digest_of
from talqy.record.recording import recorded_history

# Discussions of the builders: r1 from 2 to 19 June, or else from 9 to 27 November 2026.
BEFORE, DURING, AFTER = "2026-11-08", "2026-11-10", "2026-11-28"
FIRST, SECOND, THIRD, LATE = "z000000001", "y000000002", "x000000003", "a000000004"


def digest(comment: str) -> str:
    """Make up the digest of a comment's file."""
    return f"sha256:{comment}"


def a_standard(*revisions: b.Tree, comments: Iterable[b.Tree] = (), **parts: Any) -> Record:
    """Make what is on file about a standard, with the digests of its comments."""
    heard = list(comments)
    record = a_record(*revisions, comments=heard, **parts)
    return replace(record, digests={c["id"]: digest(c["id"]) for c in heard})


def merged(record: Record, on: str) -> Record:
    """Return the standard with its record as it is on a day."""
    return replace(record, history=recorded_history(record, a_case(record, today=on).assessment))


def history(record: Record, on: str) -> History:
    """Return the record on a day; there must be one."""
    found = merged(record, on).history
    assert found is not None
    return found


def entry(record: Record, on: str, revision: int = 1) -> RecordedRevision:
    """Return what is recorded of one revision on a day."""
    found = history(record, on).of(revision)
    assert found is not None
    return found


def numbers(record: Record, on: str, revision: int = 1) -> list[tuple[int, str]]:
    """Return the register of one discussion: number and comment."""
    return [(comment.number, comment.id) for comment in entry(record, on, revision).comments]


def heard(*named: tuple[str, str], **changes: Any) -> list[b.Tree]:
    """Make comments with the days of their receipt."""
    return [b.a_comment(name, received=day, **changes) for name, day in named]


def test_of_a_planned_discussion_nothing_is_recorded() -> None:
    assert merged(a_standard(), BEFORE).history is None


def test_an_open_discussion_is_recorded_with_the_text_and_without_numbers() -> None:
    record = a_standard(comments=heard((FIRST, DURING)))
    found = entry(record, DURING)
    assert found.digest == digest_of(record.revisions[0])
    assert (found.comments, found.tally) == ((), None)
    assert found.consultation is not None
    assert found.consultation.opens.isoformat() == "2026-11-09"
    assert found.consultation.closes.isoformat() == "2026-11-27"


def test_on_the_last_day_there_are_no_numbers_and_on_the_next_there_are() -> None:
    record = a_standard(comments=heard((FIRST, DURING)))
    assert numbers(record, "2026-11-27") == []
    assert numbers(record, "2026-11-28") == [(1, FIRST)]


def test_only_postings_and_extensions_that_have_happened_are_recorded() -> None:
    posted = [b.a_posting("internet", "2026-11-09"), b.a_posting("print", "2026-11-11")]
    extended = [
        b.an_extension("2026-11-12", "2026-12-04"),
        b.an_extension("2026-12-01", "2026-12-11"),
    ]
    talk = b.a_consultation(posted=posted, extended=extended)
    record = a_standard(b.a_revision(consultation=talk))

    def known(on: str) -> tuple[list[str], list[str]]:
        found = entry(record, on).consultation
        assert found is not None
        closes = [extension.closes.isoformat() for extension in found.extended]
        return [str(posting.channel) for posting in found.posted], closes

    assert known("2026-11-10") == (["internet"], [])
    assert known("2026-11-12") == (["internet", "print"], ["2026-12-04"])
    assert known("2026-12-01") == (["internet", "print"], ["2026-12-04", "2026-12-11"])


def test_an_extension_puts_the_numbers_off() -> None:
    talk = b.a_consultation(extended=[b.an_extension("2026-11-20", "2026-12-04")])
    record = a_standard(b.a_revision(consultation=talk), comments=heard((FIRST, DURING)))
    assert numbers(record, AFTER) == []
    assert numbers(record, "2026-12-05") == [(1, FIRST)]


def test_numbers_are_given_in_the_order_of_receipt() -> None:
    days = ((FIRST, "2026-11-10"), (SECOND, "2026-11-12"), (THIRD, "2026-11-11"))
    record = a_standard(comments=heard(*days))
    assert numbers(record, AFTER) == [(1, FIRST), (2, THIRD), (3, SECOND)]


def test_a_number_comes_with_the_digest_the_place_and_what_became_of_it() -> None:
    landing = {"revision": "2", "clauses": ["term"]}
    record = a_standard(
        comments=[b.a_comment(FIRST, clause={"after": "term"})],
        responses=[b.a_response(FIRST, outcome="accepted", landed=landing)],
    )
    (found,) = entry(record, AFTER).comments
    assert found.model_dump(mode="json", exclude_none=True) == {
        "number": 1,
        "id": FIRST,
        "digest": digest(FIRST),
        "clause": {"after": "term"},
        "on": AFTER,
        "outcome": "accepted",
        "since": AFTER,
        "landed": {"revision": 2, "clauses": ["term"]},
    }


def test_the_tally_counts_all_comments_and_their_outcomes() -> None:
    days = ((FIRST, DURING), (SECOND, DURING), (THIRD, DURING))
    answers = [b.a_response(FIRST), b.a_response(SECOND, outcome="rejected")]
    tally = entry(a_standard(comments=heard(*days), responses=answers), AFTER).tally
    assert tally is not None
    assert (tally.received, tally.outcomes) == (3, {Outcome.NOTED: 1, Outcome.REJECTED: 1})


def test_a_discussion_without_comments_has_a_tally_of_none() -> None:
    tally = entry(a_standard(), AFTER).tally
    assert tally is not None
    assert (tally.received, tally.outcomes) == (0, {})


def test_numbers_go_through_the_whole_standard() -> None:
    first = heard((FIRST, "2026-06-10"), (SECOND, "2026-06-11"))
    second = heard((THIRD, DURING), revision="2")
    revisions = (b.an_adopted_revision(), b.a_revision(2))
    record = a_standard(*revisions, comments=[*first, *second])
    assert numbers(record, AFTER, 1) == [(1, FIRST), (2, SECOND)]
    assert numbers(record, AFTER, 2) == [(3, THIRD)]


def test_a_late_comment_comes_last_at_the_first_merge() -> None:
    record = a_standard(comments=heard((LATE, "2026-11-29"), (FIRST, DURING)))
    assert numbers(record, "2026-11-30") == [(1, FIRST), (2, LATE)]


@pytest.mark.parametrize("received", ["2026-11-29", DURING])
def test_a_comment_that_comes_after_a_merge_gets_the_next_number_of_the_standard(
    received: str,
) -> None:
    """A letter may be put on file after the merge; numbers that were given stay, whatever came."""
    revisions = (b.an_adopted_revision(), b.a_revision(2))
    old = heard((FIRST, "2026-06-10")) + heard((SECOND, "2026-11-20"), revision="2")
    before = merged(a_standard(*revisions, comments=old), AFTER)
    more = [*old, *heard((LATE, received), revision="2"), *heard((THIRD, "2026-06-01"))]
    after = replace(a_standard(*revisions, comments=more), history=before.history)
    assert numbers(after, "2026-12-01", 1) == [(1, FIRST), (3, THIRD)]
    assert numbers(after, "2026-12-01", 2) == [(2, SECOND), (4, LATE)]


def test_outcomes_and_tally_are_brought_up_to_date() -> None:
    comments = heard((FIRST, DURING), (SECOND, DURING))
    before = merged(a_standard(comments=comments), AFTER)
    assert [comment.outcome for comment in entry(before, AFTER).comments] == [None, None]
    answered = a_standard(comments=comments, responses=[b.a_response(SECOND)])
    after = entry(replace(answered, history=before.history), AFTER)
    assert {c.id: c.outcome for c in after.comments} == {FIRST: None, SECOND: Outcome.NOTED}
    assert after.tally is not None
    assert after.tally.outcomes == {Outcome.NOTED: 1}


def test_an_answer_that_was_taken_back_leaves_the_comment_open_again() -> None:
    comments = heard((FIRST, DURING))
    answered = merged(a_standard(comments=comments, responses=[b.a_response(FIRST)]), AFTER)
    found = entry(replace(a_standard(comments=comments), history=answered.history), AFTER)
    assert found.comments[0].outcome is None
    assert found.tally is not None
    assert found.tally.outcomes == {}


def redacted(**changes: Any) -> b.Tree:
    """Make a comment from which words were taken out."""
    mark = {"on": "2026-11-12", "reason": b.said("Өтініш бойынша.", "По просьбе."), **changes}
    return b.a_comment(FIRST, redacted=mark)


def test_a_redacted_comment_is_recorded_with_its_original_digest() -> None:
    record = a_standard(comments=[redacted(original="sha256:before")])
    assert entry(record, AFTER).comments[0].digest == "sha256:before"


def test_a_mark_without_the_original_leaves_the_digest_of_the_file() -> None:
    record = merged(a_standard(comments=[redacted()]), AFTER)
    assert entry(record, AFTER).comments[0].digest == digest(FIRST)
    assert said("R02", a_case(record, today=AFTER)) == []


def test_a_redaction_after_the_merge_changes_nothing_in_the_record() -> None:
    before = merged(a_standard(comments=heard((FIRST, DURING))), AFTER)
    mark = redacted(original=digest(FIRST))
    after = replace(a_standard(comments=[mark]), history=before.history, digests={FIRST: "other"})
    assert history(after, AFTER) == before.history


def test_a_draft_withdrawn_while_it_was_discussed_keeps_its_record() -> None:
    draft = b.a_revision(withdrawn=b.a_withdrawal("2026-11-20"))
    record = a_standard(draft, comments=heard((FIRST, DURING)))
    assert numbers(record, "2026-11-19") == []
    assert numbers(record, "2026-11-20") == [(1, FIRST)]
    assert entry(record, AFTER).consultation is not None


def test_a_draft_withdrawn_before_its_discussion_was_never_frozen() -> None:
    draft = b.a_revision(withdrawn=b.a_withdrawal("2026-11-06"))
    assert merged(a_standard(draft), AFTER).history is None


def test_an_adopted_text_that_was_not_discussed_here_is_recorded_with_its_adoption() -> None:
    adopted = b.an_adopted_revision(consultation=None)
    record = a_standard(adopted)
    assert merged(record, "2026-06-30").history is None
    expected = RecordedRevision(
        revision=1,
        digest=digest_of(record.revisions[0]),
        adopted=record.revisions[0].adopted,
        recorded={RecordedPart.ADOPTED: date(2026, 7, 1)},
    )
    assert entry(record, "2026-07-01") == expected


def test_a_text_keeps_the_digest_that_it_was_recorded_with() -> None:
    before = merged(a_standard(), DURING)
    changed = b.a_revision(explanation=b.said("Басқа.", "Другое."))
    after = replace(a_standard(changed), history=before.history)
    assert entry(after, AFTER).digest == entry(before, DURING).digest


def test_a_text_that_is_gone_stays_in_the_record() -> None:
    revisions = (b.an_adopted_revision(), b.a_revision(2))
    before = merged(a_standard(*revisions), AFTER)
    after = replace(a_standard(revisions[0]), history=before.history)
    assert history(after, AFTER) == before.history


@pytest.mark.parametrize("on", [BEFORE, DURING])
def test_an_earlier_day_takes_nothing_back(on: str) -> None:
    """Somebody may say `--today`; the consultation is told as of that day, the register stays."""
    record = merged(a_standard(comments=heard((FIRST, DURING))), AFTER)
    assert history(record, on) == record.history


def test_a_closing_day_put_off_afterwards_takes_no_number_back() -> None:
    before = merged(a_standard(comments=heard((FIRST, DURING))), AFTER)
    talk = b.a_consultation(extended=[b.an_extension("2026-11-27", "2026-12-11")])
    more = heard((FIRST, DURING), (SECOND, "2026-12-01"))
    after = replace(
        a_standard(b.a_revision(consultation=talk), comments=more), history=before.history
    )
    assert numbers(after, "2026-12-02") == [(1, FIRST), (2, SECOND)]
    tally = entry(after, "2026-12-02").tally
    assert tally is not None
    assert tally.received == 2


@pytest.mark.parametrize("on", [DURING, AFTER, "2027-01-15"])
def test_what_was_recorded_is_recorded_the_same_again(on: str) -> None:
    landing = {"revision": "2", "clauses": ["term"]}
    record = a_standard(
        b.an_adopted_revision(),
        b.a_revision(2),
        comments=[
            *heard((FIRST, "2026-06-10"), (SECOND, "2026-06-30")),
            *heard((THIRD, DURING), revision="2"),
        ],
        responses=[
            b.a_response(FIRST, outcome="accepted", landed=landing),
            b.a_response(SECOND, outcome="late"),
        ],
    )
    once = merged(record, on)
    assert merged(once, on).history == once.history
