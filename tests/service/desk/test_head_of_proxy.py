"""The account that a head names: its bytes are UTF-8, as sign-ins write them, or Latin-1."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desks import DeskClock, a_desk
from talqy.model.publishing import DeskFile, OfficialRole
from talqy.service.desk.sign_in.doors import SignInByProxy
from talqy.service.desk.sign_in.head import MOST_BYTES, account_of, can_be_named
from talqy.service.desk.sign_in.sessions import Sessions
from talqy.service.officials import Who

FAR = "ә.серікова@example.kz"


def test_an_account_in_kazakh_letters_is_signed_in(tmp_path: Path) -> None:
    sign_in = SignInByProxy(
        Sessions(b"k" * 32, DeskClock()),
        DeskFile(address="https://desk.example.kz/"),
        {FAR: Who("a", frozenset({OfficialRole.READER}), account=FAR)},
    )
    with a_desk(tmp_path, sign_in=sign_in) as desk:
        head = b"X-Remote-User"
        assert desk.client.get("/ru/", headers=[(head, FAR.encode())]).status_code == 200
        assert desk.client.get("/ru/", headers=[(head, FAR.encode("utf-16"))]).status_code == 401


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=MOST_BYTES))
def test_whatever_can_be_named_is_named(account: str) -> None:
    if can_be_named(account):
        assert account_of(account.encode().decode("latin-1")) == account


@pytest.mark.parametrize("account", ["", " a", "a ", "\u00a0a", "a" * 201, "ә" * 101])
def test_what_a_head_cannot_carry_is_known(account: str) -> None:
    assert not can_be_named(account)


def test_what_is_no_utf_8_is_latin_1() -> None:
    assert account_of("Andr\xe9") == "André"
