"""A QR code says its text to a reader that has only the drawing."""

import math
import re
import string
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zxingcpp import BarcodeFormat, TextMode, read_barcode

from talqy.office.qr_code import qr_code

_MOST_BYTES = 2_900
_PIXELS = 3
_STROKE = re.compile(r"M0 (\d+)\.5|m(\d+) 0h(\d+)")
_RECEIPT = "TALQY1:BIRTH-REGISTRATION:2:K7M2P9QX4A:12:TERM:20261025::3/40:2/8:" + "A2B3C4D5" * 60


def _seen(svg: bytes) -> memoryview:
    """Return the picture as a camera has it, in shades of grey: drawn by the strokes of its path.

    The strokes must be all that the path has.
    """
    picture = ET.fromstring(svg)  # noqa: S314 - made by us
    path = picture[0].attrib["d"]
    left, top, wide, high = map(int, picture.attrib["viewBox"].split())
    assert (left, top, wide) == (0, 0, high)
    assert not _STROKE.sub("", path)
    rows = [bytearray(b"\xff" * wide) for _ in range(high)]
    row = at = 0
    for new_row, light, dark in _STROKE.findall(path):
        if new_row:
            row, at = int(new_row), 0
            continue
        at += int(light)
        rows[row][at : at + int(dark)] = bytes(int(dark))
        at += int(dark)
        assert at < wide
    lines = [b"".join(bytes([one]) * _PIXELS for one in line) * _PIXELS for line in rows]
    return memoryview(b"".join(lines)).cast("B", (high * _PIXELS, wide * _PIXELS))


@given(st.text(string.printable[:-5] + "әғқңөұүһі", min_size=1, max_size=400))
def test_a_code_says_its_text(text: str) -> None:
    read = read_barcode(_seen(qr_code(text)), text_mode=TextMode.Plain)
    assert read is not None
    assert read.format == BarcodeFormat.QRCode
    assert read.text == text


def test_a_code_has_the_margin_that_readers_ask_for() -> None:
    """Four modules on each side, and the first dark ones stand behind them (ISO/IEC 18004, 9.1)."""
    seen = _seen(qr_code(_RECEIPT))
    whole, side = seen.tobytes(), math.isqrt(seen.nbytes)
    rows = [whole[at : at + side] for at in range(0, len(whole), side)]
    dark = [row for row, line in enumerate(rows) if 0 in line]
    left = min(line.index(0) for line in rows if 0 in line)
    right = min(line[::-1].index(0) for line in rows if 0 in line)
    assert {dark[0], len(rows) - 1 - dark[-1], left, right} == {4 * _PIXELS}


def test_signs_of_a_receipt_take_less_room_than_those_of_the_address_before_them() -> None:
    small = _seen(qr_code(f"https://talqy.example/kk/verify/#{_RECEIPT}"))
    large = _seen(qr_code(f"https://talqy.example/kk/verify/#{_RECEIPT.lower()}"))
    assert small.nbytes < large.nbytes


@pytest.mark.parametrize("text", ["", "a" * 3_000, "ә" * _MOST_BYTES])
def test_what_no_code_can_say_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"NULL or empty|too long"):
        qr_code(text)
