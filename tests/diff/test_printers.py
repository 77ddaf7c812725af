"""The printers of comparisons: what they do to a text that is long, odd or hostile."""

import re

import pytest

from talqy.diff.markdown import escaped, fitted, marked
from talqy.diff.terminal import Screen, shown
from talqy.language.screen import on_screen

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")

HOSTILE = {
    "*a* _b_ **c** ~~d~~": r"\*a\* \_b\_ \*\*c\*\* \~\~d\~\~",
    "`code` \\ |x|": r"\`code\` \\ \|x\|",
    "[x](y) ![z](u) [^1]": r"\[x\](y) !\[z\](u) \[\^1\]",
    "<!-- --> <b> &lt;": "&lt;!-- --&gt; &lt;b&gt; &amp;lt;",
    "@minister #12 # a": "@&#8203;minister #&#8203;12 #&#8203; a",
    "https://evil.example www.evil.example": r"https:&#8203;//evil.example www\.evil.example",
    "a:smile: 9:00": "a:&#8203;smile: 9:00",
    "$x$": r"\$x\$",
    "1) a": r"1\) a",
    "2. b": r"2\. b",
    "- a": r"\- a",
    "+ a": r"\+ a",
    "=====": r"\=====",
    "---": r"\---",
    "a\n\n# b\n/close": "a #&#8203; b /close",
}


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_a_text_as_it_is(text: str) -> None:
    assert escaped(text) == HOSTILE[text]


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([("removed", "5 (пяти)"), ("added", "3 (трех)"), ("kept", " дней")],
         "~~5 (пяти)~~ **3 (трех)** дней"),
        ([("kept", "лицам "), ("added", "и иным "), ("kept", "лицам")], "лицам **и иным** лицам"),
        ([("kept", "дней"), ("added", ", кроме выходных"), ("kept", ".")],
         "дней&#8203;**, кроме выходных**."),
        ([("added", "(бұдан әрі)"), ("kept", "портал")], "**(бұдан әрі)**&#8203;портал"),
        ([("removed", "1) бір;")], "~~1) бір;~~"),
        ([("kept", "1) "), ("removed", "бір")], r"1\) ~~бір~~"),
        ([("added", " "), ("kept", "а")], "а"),
    ],
)  # fmt: skip
def test_markdown_marks_stand_where_forges_see_them(
    pieces: list[tuple[str, str]], expected: str
) -> None:
    """No space inside of a mark at its edge, and no bare sign there beside a letter outside."""
    assert marked(pieces) == expected


@pytest.mark.parametrize("room", [40, 41, 60, 80, 121, 122, 123, 1000])
def test_parts_fill_the_room_and_never_more(room: int) -> None:
    parts = [letter * 30 for letter in "abcd"]
    printed = fitted(parts, room, "{n} left")
    assert len(printed) <= room
    kept = [part for part in parts if part in printed]
    assert parts[: len(kept)] == kept
    assert (f"{4 - len(kept)} left" in printed) == (len(kept) < 4)


@pytest.mark.parametrize("width", [20, 33, 80])
def test_wrapping_changes_nothing_but_the_spaces(width: int) -> None:
    runs = [("қызмет ", ""), ("5 (бес)", "removed"), ("3 (үш)", "added"), (" жұмыс күні " * 9, "")]
    for coloured in (True, False):
        rows = list(shown(Screen(coloured, width), 2, runs))
        whole = list(shown(Screen(coloured, None), 2, runs))
        assert len(whole) == 1
        joined = " ".join(ESCAPE.sub("", row).strip() for row in rows)
        assert joined.split() == ESCAPE.sub("", whole[0]).split()
        assert max(len(ESCAPE.sub("", row)) for row in rows) <= max(width, 22)


def test_a_text_cannot_turn_the_direction_of_reading() -> None:
    assert on_screen("5\u202e03\u2066 \u200bкүн\u00a0\x1b[2J") == "5�03� �күн\u00a0�[2J"
