"""In a row of tabs, and in a list of what was read, the title of each page tells it from others."""

import re
from collections import defaultdict
from html import unescape
from pathlib import Path

import pytest

_SEEN = 40
"""So many letters are seen of a title; what follows them is cut off."""


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_first_letters_of_titles_tell_pages_apart(published: Path, language: str) -> None:
    top = published / "site"
    called = defaultdict(list)
    for page in sorted((top / language).rglob("*.html")):
        (title,) = re.findall(r"<title>(.*?)</title>", page.read_text("utf-8"), re.DOTALL)
        called[unescape(title)[:_SEEN]].append(page.relative_to(top).as_posix())
    assert len(called) > 500
    assert {start: pages for start, pages in called.items() if len(pages) > 1} == {}
