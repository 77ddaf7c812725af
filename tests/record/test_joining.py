"""Two records that went on from the same one: what both say, or that there is no record of both."""

from dataclasses import replace

import pytest

import builders as b
from cases import a_case, a_record
from talqy.model.history import Correction, History
from talqy.model.register import Record
from talqy.project.history_file import history_text
from talqy.project.history_joined import joined_history_text
from talqy.record.against import recorded_since
from talqy.record.joining import RecordsApartError, joined_history
from talqy.record.recording import recorded_history
from talqy.record.root import root_of

NAME = "z000000001"
REASON = {"kk": "Азаматтар сұрады.", "ru": "Просили граждане."}


def a_standard(*, answered: bool) -> Record:
    return a_record(
        b.an_adopted_revision(),
        comments=[b.a_comment(NAME, received="2026-06-10")],
        responses=[b.a_response(NAME)] if answered else [],
    )


def recorded(record: Record, on: str, before: History | None = None) -> History:
    bare = replace(record, digests={NAME: "sha256:1"}, history=before)
    history = recorded_history(bare, a_case(bare, today=on).assessment)
    assert history
    return history


WAS = recorded(a_standard(answered=False), "2026-06-20")
ANSWERED = recorded(a_standard(answered=True), "2026-07-02", WAS)


def corrected(what: str, url: str, on: str = "2026-07-01") -> History:
    """The record with the address of a posting put right."""
    (entry,) = WAS.revisions
    talk = entry.consultation
    assert talk
    first, *others = talk.posted
    correction = Correction.model_validate(
        {"on": on, "what": what, "was": first.url, "reason": REASON}
    )
    posted = (first.model_copy(update={"url": url}), *others)
    update = {
        "consultation": talk.model_copy(update={"posted": posted}),
        "corrections": (*entry.corrections, correction),
    }
    return WAS.model_copy(update={"revisions": (entry.model_copy(update=update),)})


CORRECTED = corrected("posted.1.url", "https://example.kz/right")


def test_answers_and_a_correction_are_both_on_record() -> None:
    joined = joined_history(WAS, ANSWERED, CORRECTED)
    (entry,) = joined.revisions
    assert entry.consultation
    assert entry.consultation.posted[0].url == "https://example.kz/right"
    assert [one.what for one in entry.corrections] == ["posted.1.url"]
    assert entry.comments == ANSWERED.revisions[0].comments
    assert entry.tally == ANSWERED.revisions[0].tally
    assert joined.root == root_of(joined)


def test_it_grows_from_what_is_published() -> None:
    """A later day than any that is published: so no older state is gone back on."""
    joined = joined_history(WAS, ANSWERED, CORRECTED)
    old = replace(a_standard(answered=True), history=ANSWERED)
    assert list(recorded_since(old, ANSWERED.revisions[0], joined.revisions[0])) == []
    assert joined.revisions[0].corrections[0].on == ANSWERED.last_day()


def test_a_correction_taken_back_leaves_what_others_have_recorded() -> None:
    both = joined_history(WAS, ANSWERED, CORRECTED)
    assert joined_history(CORRECTED, both, WAS).revisions == ANSWERED.revisions


def test_of_two_who_correct_one_value_there_is_no_record_of_both() -> None:
    with pytest.raises(RecordsApartError):
        joined_history(WAS, corrected("posted.1.url", "https://example.kz/other"), CORRECTED)


def test_files_are_put_together_as_records() -> None:
    old = history_text(None, None, WAS)
    texts = [old, *(history_text(old, WAS, one) for one in (ANSWERED, CORRECTED))]
    text = joined_history_text(*(one.encode() for one in texts))
    assert text == history_text(texts[1], ANSWERED, joined_history(WAS, ANSWERED, CORRECTED))
    assert joined_history_text(*(f"{one}\n- [".encode() for one in texts)) is None


def with_corrections(*made: tuple[str, str]) -> History:
    """Return the record with corrections: the day of each, and what was there."""
    (entry,) = WAS.revisions
    said = tuple(
        Correction.model_validate({"on": on, "what": "posted.1.url", "was": was, "reason": REASON})
        for on, was in made
    )
    return WAS.model_copy(update={"revisions": (entry.model_copy(update={"corrections": said}),)})


FORTH, BACK = ("2026-07-01", "https://a.kz/1"), ("2026-07-02", "https://a.kz/2")
AGAIN, OTHER = ("2026-07-03", "https://a.kz/1"), ("2026-07-03", "https://b.kz/1")


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        ((FORTH, BACK, OTHER), (FORTH, BACK, AGAIN), (FORTH, BACK, OTHER, AGAIN)),
        ((FORTH, BACK, AGAIN), (FORTH, BACK, OTHER), (FORTH, BACK, AGAIN, OTHER)),
        ((FORTH, BACK, AGAIN), (FORTH, BACK, ("2026-07-09", AGAIN[1])), (FORTH, BACK, AGAIN)),
    ],
)
def test_a_correction_made_again_in_the_same_words_is_another_one(
    first: tuple[tuple[str, str], ...],
    second: tuple[tuple[str, str], ...],
    both: tuple[tuple[str, str], ...],
) -> None:
    joined = joined_history(*(with_corrections(*one) for one in ((FORTH, BACK), first, second)))
    found = [(one.on.isoformat(), one.was) for one in joined.revisions[0].corrections]
    assert found == list(both)
