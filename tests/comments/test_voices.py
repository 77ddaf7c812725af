"""Two sets of words that were written before the rule: strangers who answer, people who speak."""

from pathlib import Path

import pytest

from talqy.comments.official_voice import official_voice
from talqy.model.comment import AuthorKind

VOICES = Path(__file__).parents[1] / "golden" / "voices"


def lines(name: str) -> list[str]:
    read = (VOICES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in read if line and not line.startswith("#")]


def is_heard(text: str, kind: AuthorKind = AuthorKind.INDIVIDUAL) -> bool:
    return any(official_voice("a.yaml", ("text",), text, kind))


def test_who_answers_as_the_authority_is_heard() -> None:
    assert [line for line in lines("hostile.txt") if not is_heard(line.split(" | ", 1)[1])] == []


def test_who_speaks_of_an_authority_is_not_taken_for_it() -> None:
    said = [line.split(" | ", 2) for line in lines("sound.txt")]
    assert [text for _, kind, text in said if is_heard(text, AuthorKind(kind))] == []


def test_the_sets_are_large_enough_and_no_line_stands_twice() -> None:
    hostile, sound = lines("hostile.txt"), lines("sound.txt")
    assert len(hostile) >= 90
    assert len(sound) >= 120
    assert len({*hostile, *sound}) == len(hostile) + len(sound)


def test_a_quotation_among_more_words_is_somebody_elses() -> None:
    answer = "«Замечание отклонено. Министерство юстиции»"
    assert is_heard(answer)
    assert is_heard(f"Вниманию всех: {answer}")
    assert not is_heard(f"Мне пришло только {answer}, а срок и причину так и не написал никто.")


@pytest.mark.parametrize(
    "written",
    [
        "О т в е т: отклонено. Минюст",
        "**Ответ**: не принято. _Отдел права_",
        "Зaмечание oтклонено. Минюст",
        "З.а.м.е.ч.а.н.и.е отклонено. Минюст",
    ],
)
def test_gaps_emphasis_and_foreign_letters_hide_nothing(written: str) -> None:
    assert is_heard(written)


def test_thousands_of_line_ends_are_one_and_hide_nothing() -> None:
    """A sign that begins a line once tried each of them with all that followed, for minutes."""
    ends = "\n" * 9_000
    assert not is_heard(f"Срок{ends}слишком велик")
    assert is_heard(f"Срок верен.{ends} Ответ: отклонено. Минюст")
