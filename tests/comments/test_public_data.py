"""What the authority has published is looked for only where something personal is said."""

import pytest

import builders as b
from cases import a_case, a_record, day
from talqy.comments import public_data
from talqy.comments.doors import Door
from talqy.comments.judge import context_of, judge

PHONE = "+7 701 234 56 78"


def judged(text: str, told: str = "") -> list[str]:
    record = a_record(
        b.a_revision(explanation=b.said(f"Мәтін {told}", f"Текст {told}")),
        comments=[b.a_comment(text=text)],
    )
    register = a_case(record).register
    context = context_of(register, day(b.TODAY), Door.SINGLE)
    (comment,) = record.comments
    return [one.code for one in judge(comment.path.file, comment, context)]


def test_a_comment_without_anything_personal_asks_for_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(public_data, "strings_in", lambda *_: 1 / 0)
    judged("Предлагаю сократить срок до трёх дней.")
    with pytest.raises(ZeroDivisionError):
        judged(f"Звоните {PHONE}.")


def test_what_the_authority_has_published_may_be_quoted() -> None:
    said = f"Предлагаю не отвечать по телефону {PHONE}."
    assert set(judged(said)) - set(judged(said, PHONE))
