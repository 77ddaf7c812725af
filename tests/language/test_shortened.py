"""What has no room is cut between words, in one way everywhere."""

import pytest

from talqy.language.shortened import shortened


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        ("Срок услуги", 11, "Срок услуги"),
        ("Срок услуги сократить", 15, "Срок услуги…"),
        ("Срок\nуслуги сократить", 9, "Срок услу…".replace(" ", "\n")),
        ("Достопримечательность города", 13, "Достопримечат…"),
    ],
)
def test_it_is_cut_between_words(text: str, most: int, cut: str) -> None:
    assert shortened(text, most) == cut
