"""Packages of Word and Excel: what we pack is what `zipfile` would pack, to the byte."""

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from hypothesis import given
from hypothesis import strategies as st

from talqy.office.packages import packed, part_of

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20)
PARTS = st.dictionaries(NAMES, st.binary(max_size=300), max_size=5)


def packed_by_the_library(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.compress_type = 0, ZIP_DEFLATED
            archive.writestr(entry, content)
    return stream.getvalue()


@given(parts=PARTS)
def test_a_package_is_that_of_the_library_to_the_byte(parts: dict[str, bytes]) -> None:
    made = packed({name: part_of(content) for name, content in parts.items()})
    assert made == packed_by_the_library(parts)
