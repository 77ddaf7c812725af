"""Words that go from a comment are looked for in all that is public beside it."""

import pytest

import builders as b
from talqy.comments.still_said import _pattern, _plain, words_gone
from talqy.model.comment import Comment


@pytest.mark.parametrize(
    ("was", "now", "gone"),
    [
        ("Я, Иванова Алия, жду.", "Я, […], жду.", ["Иванова Алия"]),
        ("Иванова и Петров.", "[…] и […].", ["Иванова", "Петров"]),
        ("Я, […], и Иванова Алия.", "Я, […], и […].", ["Иванова Алия"]),
        ("Иванова", "[…]", ["Иванова"]),
        ("Иванова жила там", "там", ["Иванова жила"]),
        ("Жду.", "Жду.", []),
    ],
)
def test_words_that_are_gone(was: str, now: str, gone: list[str]) -> None:
    older, newer = (Comment(**b.a_comment(text=text)) for text in (was, now))
    assert words_gone(older, newer) == gone


def test_a_name_that_is_gone() -> None:
    author = {"kind": "individual"}
    older = Comment(**b.a_comment(author={**author, "name": "Алия Иванова"}))
    assert words_gone(older, Comment(**b.a_comment(author=author))) == ["Алия Иванова"]


@pytest.mark.parametrize(
    ("gone", "said", "is_there"),
    [
        ("Иванова", "Гражданка Иванова просит.", True),
        ("Иванова", "По просьбе гр. Ивановой.", True),
        ("Ахметов", "Ахметовтың өтініші.", True),
        ("Иванова Алия", "по жалобе ИВАНОВОЙ  Алии", True),
        ("Иванова Алия", "Иванова жаловалась", False),
        ("Иванова", "Иванченко просит", False),
        ("+7 701 123 45 67", "тел. +7 701 123-45-67", True),
        ("87011234567", "позвонили на 87011234567", True),
        ("дом", "в этом доме", False),
    ],
)
def test_words_are_found_whatever_their_case(gone: str, said: str, is_there: bool) -> None:  # noqa: FBT001
    pattern = _pattern([gone])
    assert pattern
    assert bool(pattern.search(_plain(said))) == is_there
