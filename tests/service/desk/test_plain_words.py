"""No page of the desk speaks to officials in words of files, formats and programs."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from busy_desk import busy, refusals
from desk_walk import read, walked

KNOWN = frozenset({"Word", "Excel", "PDF", "CSV", "Talqy", "docx", "xlsx", "QR"})
OTHERS = re.compile(r"[IVX]+|(?=[a-z]*[0-9])[a-z0-9]{9,10}|birth-registration")
"""Quarters; names of comments that have no number yet; the example of a name in addresses."""
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9_.:/-]*[A-Za-z0-9]|[A-Za-z]")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")

OF_WHAT = re.compile("<p>(?:бұл мәтін әлі жазылмаған|этот текст еще не написан)</p>")
"""A fault that does not say of which text it speaks."""


def of_machines(texts: list[str]) -> Iterator[str]:
    """Yield words that no Kazakh or Russian text of a page has: codes, keys, names of files."""
    for text in texts:
        for found in (*LATIN.finditer(text), *DAY.finditer(text)):
            if found[0] not in KNOWN and not OTHERS.fullmatch(found[0]):
                yield f"{found[0]} | {text[:200]}"


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_page_speaks_in_words_of_machines(tmp_path: Path, language: str) -> None:
    here, said = f"/{language}/", set[str]()
    other = {"kk": "ru", "ru": "kk"}[language]
    with busy(tmp_path, other) as desk:
        for path, texts in walked(desk, here):
            said |= {f"{one} | {path}" for one in of_machines(texts)}
        for path, page in refusals(desk, here):
            assert not OF_WHAT.search(page), path
            said |= {f"{one} | {path}" for one in of_machines(read(page)[0])}
    assert not said, "\n".join(sorted(said))
