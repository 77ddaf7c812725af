"""Hosts and ports as settings write them."""

import pytest

from talqy.model.hosts import (
    host_and_port,
    is_among,
    is_here,
    is_kept_from_others,
    is_sound_address,
    no_proxies,
)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        *((host, True) for host in ("localhost", "127.0.0.1", "127.9.9.9", "::1")),
        *((host, False) for host in ("", "0.0.0.0", "10.0.0.1", "localhost.kz", "::", "127.1")),  # noqa: S104
    ],
)
def test_this_computer_is_known_by_names_of_its_own(host: str, expected: bool) -> None:  # noqa: FBT001
    assert is_here(host) is expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("mail.kz:25", ("mail.kz", 25)),
        ("[::1]:993", ("::1", 993)),
        *((odd, None) for odd in ("", ":25", "a", "a:", "a:b", "a:0", "a:65536", "a:٢٥", "a:-1")),
        *((odd, None) for odd in ("a:0000025", f"a:{'9' * 5_000}")),
    ],
)
def test_a_server_has_a_host_and_a_port(written: str, expected: object) -> None:
    assert host_and_port(written) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        *((url, True) for url in ("https://a.kz/?b", "http://127.0.0.1:8/", "http://[::1]/")),
        *((url, False) for url in ("http://a.kz/", "https://", "a.kz", "http://localhost.kz/")),
        *((url, False) for url in ("http://127.0.0.1:8@a.kz/", "https://a:b@a.kz/", "https://a:x")),
    ],
)
def test_what_goes_to_an_address_is_read_by_nobody_on_the_way(url: str, expected: bool) -> None:  # noqa: FBT001
    assert is_kept_from_others(url) is expected


def test_a_proxy_is_known_by_its_address_and_its_network() -> None:
    proxies = ["127.0.0.1", "10.0.0.0/8"]
    assert is_among("10.9.9.9", proxies)
    assert not any(is_among(host, proxies) for host in ("127.0.0.2", "11.0.0.1", "::1", "a.kz", ""))


def test_all_addresses_are_no_proxy() -> None:
    found = list(no_proxies(["127.0.0.1", "10.0.0.0/8", "*", "0.0.0.0/0", "::/0", "a.kz"]))
    assert [at for at, _ in found] == [2, 3, 4, 5]
    assert [why.value for _, why in found] == ["everybody"] * 3 + ["no network"]


@pytest.mark.parametrize("address", ["https://a.kz/", "https://a.kz:8/b/", "http://[::1]:8/"])
def test_people_are_led_to_sound_addresses(address: str) -> None:
    assert is_sound_address(address)
