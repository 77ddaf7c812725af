"""What others keep for us: signed for one purpose, and the same as ever on the way."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime

import pytest

from talqy.service.desk.sign_in.sessions import Sessions
from talqy.service.form.tokens import PageToken, opened
from talqy.service.signed import SignedText, read_signed

KEY = b"k" * 32
NOON = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
PAGE = (
    "KU4UdG8086VMKb8EbZBAf7zITI1urP-d3wG1Z-rz6NYAAQIDBAUGBwgJCgsMDQ4PAAAAAGr_7_BiaXJ0aC1yZWdpc3R"
    "yYXRpb24gcjI"
)
COOKIE = (
    "tNw8N-HUiz6MHbrwhDYZ_5QyWr9Nl451P2-MIKVGhMoAAQIDBAUGBwgJCgsMDQ4PAAAAAGsAmLBhLnNlcmlrb3ZhQGV"
    "4YW1wbGUua3o"
)


def test_pages_and_cookies_of_earlier_versions_are_known() -> None:
    """Who has a page open while the service is brought up to date loses nothing."""
    token = PageToken("birth-registration r2", NOON, bytes(range(16)))
    assert opened(PAGE, KEY) == token
    assert token.sealed(KEY) == PAGE
    session = Sessions(KEY, lambda: NOON).known(COOKIE)
    assert session
    assert (session.account, session.nonce) == ("a.serikova@example.kz", bytes(range(16)).hex())
    assert session.until == NOON.replace(hour=19)


def test_what_is_signed_for_one_purpose_is_none_for_another() -> None:
    made = SignedText.drawn("x", NOON)
    assert read_signed(made.written(KEY, b"a"), KEY, b"a") == made
    assert read_signed(made.written(KEY, b"a"), KEY, b"b") is None
    assert read_signed(made.written(KEY, b"a"), b"l" * 32, b"a") is None
    assert (opened(COOKIE, KEY), Sessions(KEY, lambda: NOON).known(PAGE)) == (None, None)


@pytest.mark.parametrize("odd", ["", "x", "=", "ә", "-" * 60, "A" * 900, PAGE[:-1], f"{PAGE}A"])
def test_what_was_not_signed_is_not_read(odd: str) -> None:
    assert read_signed(odd, KEY, b"token") is None


def test_each_bit_counts() -> None:
    data = urlsafe_b64decode(f"{PAGE}=")
    for at in range(len(data)):
        other = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        assert opened(urlsafe_b64encode(other).decode().rstrip("="), KEY) is None
