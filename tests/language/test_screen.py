"""What of a stranger's text is shown on a terminal."""

import pytest

from talqy.language.screen import on_screen


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u3000"])
def test_spaces_of_every_width_are_spaces(space: str) -> None:
    assert on_screen(f"2{space}рабочих{space}дня") == f"2{space}рабочих{space}дня"


@pytest.mark.parametrize("sign", ["\x1b", "\r", "\u202e", "\u2066", "\u200b", "\u2028", "\x00"])
def test_what_moves_the_cursor_or_turns_the_direction_gives_way(sign: str) -> None:
    assert on_screen(f"а{sign}б") == "а�б"
    assert on_screen(f"а{sign}б", " ") == "а б"
