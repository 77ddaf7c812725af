"""A late pattern is compiled when it is asked for something, and then is what it was written as."""

import re
import subprocess
import sys

import pytest

from talqy.comments.patterns import late


def test_what_nobody_asks_is_not_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compile_now = re.compile

    def told(written: str, flags: int) -> re.Pattern[str]:
        made.append(written)
        return compile_now(written, flags)

    monkeypatch.setattr(re, "compile", told)
    pattern = late(r"(\w)(\w)", re.IGNORECASE)
    assert made == []
    assert pattern.fullmatch("ab")
    assert pattern.search("ab")
    assert made == [r"(\w)(\w)"]


def test_who_judges_for_others_compiles_all_that_wait() -> None:
    """Else who comes first waits for it: a fifth of a second."""
    script = (
        "from talqy.comments import judge, voice_signs, secrecy, pasted_frames\n"
        "from talqy.comments.patterns import compile_late\n"
        "late = (voice_signs.OF_PEOPLE, pasted_frames._MESSENGER, *secrecy._SAID)\n"
        "compile_late()\n"
        "print(all('search' in vars(one) for one in late), bool(late))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.split() == [b"True", b"True"]


def test_a_late_pattern_is_what_it_was_written_as() -> None:
    written, flags, text = r"(?P<first>а)(б)?", re.IGNORECASE, "аб АБ а"
    one, other = late(written, flags), re.compile(written, flags)
    assert one.findall(text) == other.findall(text)
    assert one.sub("-", text, count=1) == other.sub("-", text, count=1)
    assert one.split(text) == other.split(text)
    assert [found.span("first") for found in one.finditer(text, 3)] == [(3, 4), (6, 7)]
    assert (one.pattern, one.flags, one.groups) == (other.pattern, other.flags, other.groups)
    assert dict(one.groupindex) == dict(other.groupindex)
    with pytest.raises(AttributeError):
        _ = one.no_such_thing  # type: ignore[attr-defined]


def test_the_judge_is_loaded_without_its_patterns() -> None:
    """Counted in a process of its own: here the patterns have been asked long ago."""
    script = (
        "from talqy.comments import judge, voice_signs, secrecy, pasted_frames\n"
        "late = (voice_signs.OF_PEOPLE, pasted_frames._MESSENGER, *secrecy._SAID)\n"
        "print(sum('search' in vars(one) for one in late))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.split() == [b"0"]
