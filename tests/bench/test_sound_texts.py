"""The scrupulous stay unharmed: of all sound texts at most one in a hundred is stopped."""

from alarms import Sound, counted, said_of
from talqy.model.problem import Level


def test_of_sound_texts_at_most_one_in_a_hundred_is_stopped() -> None:
    texts, alarms = counted()
    assert texts.total() >= 500
    assert texts["written by another"] >= 250
    assert texts["written"] * 2 <= texts.total()
    stopped = {sound.text for sound, _ in alarms}
    assert len(stopped) * 100 <= texts.total(), [problem.said() for _, problem in alarms]


def test_what_is_no_sound_text_is_stopped() -> None:
    for text in ("Мой ИИН 990101300122.", "Звоните: 8,701,123,45,67.", "два\u200bдня и не больше"):
        assert any(problem.level is not Level.WARNING for problem in said_of(Sound("", text), ()))
