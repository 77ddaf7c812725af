"""The server of `talqy serve` answers with files of the site, and with nothing else."""

import http.client
import socket
import struct
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sites import small
from talqy.errors import ConfigurationError
from talqy.live.server import LiveServer
from talqy.live.site import LiveSite
from working import Desk, at_work, free_address

HOME = "/ru/"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with at_work(small(tmp_path_factory.mktemp("live") / "project")) as desk:
        yield desk


def asked(
    desk: Desk, path: str, method: str = "GET", host: str = ""
) -> tuple[int, http.client.HTTPMessage, bytes]:
    """Send one request as it stands, and return the answer."""
    with closing(http.client.HTTPConnection(desk.address, timeout=60)) as line:
        line.putrequest(method, path, skip_host=True)
        line.putheader("Host", host or desk.address)
        line.endheaders()
        with line.getresponse() as answer:
            return answer.status, answer.headers, answer.read()


def test_a_page_comes_with_the_script_and_a_head_without_the_page(desk: Desk) -> None:
    status, heads, page = asked(desk, HOME)
    assert (status, heads.get_content_type()) == (200, "text/html")
    assert page.count(b"/_talqy/live.js") == 1
    assert heads["ETag"].strip('"').encode() in page
    status, same, nothing = asked(desk, HOME, "HEAD")
    assert (status, same["ETag"], nothing) == (200, heads["ETag"], b"")


def test_files_come_as_what_they_are(desk: Desk) -> None:
    kinds = {
        "/assets/talqy.svg": "image/svg+xml",
        "/ru/feed.xml": "text/xml",
        "/data/comments.json": "application/json",
    }
    for path, kind in kinds.items():
        status, heads, content = asked(desk, path)
        assert (status, heads.get_content_type(), b"_talqy" in content) == (200, kind, False), path


@pytest.mark.parametrize(
    "path",
    [
        "/../project/mkdocs.yml",
        "/%2e%2e/mkdocs.yml",
        "/ru/../../mkdocs.yml",
        "/standards/project.yaml",
        "//etc/passwd.txt",
        "/ru/s/a%00b/",
        "/nowhere/",
        "/_talqy/",
    ],
)
def test_what_is_no_address_of_the_site_is_missing(path: str, desk: Desk) -> None:
    status, _, page = asked(desk, path)
    assert status == 404
    assert b"schema:" not in page


def test_a_folder_leads_to_its_page_and_heads_stay_whole(desk: Desk) -> None:
    status, heads, _ = asked(desk, "/ru/s/birth-registration")
    assert (status, heads["Location"]) == (302, "birth-registration/")
    status, heads, _ = asked(desk, "/ru/x%0d%0aSet-Cookie:%20a")
    assert (status, heads["Set-Cookie"]) == (302, None)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(method: str, desk: Desk) -> None:
    assert asked(desk, HOME, method)[0] == 501


@pytest.mark.parametrize("host", ["elsewhere.example", "127.0.0.1.elsewhere.example", "", "a:b:c"])
def test_a_name_from_elsewhere_is_not_answered(host: str, desk: Desk) -> None:
    status, _, page = asked(desk, HOME, host=host or " ")
    assert (status, page) == (403, b"")
    port = desk.address.rpartition(":")[2]
    assert asked(desk, HOME, host=f"localhost:{port}")[0] == 200


def test_a_browser_that_leaves_while_it_waits_is_nothing_to_be_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(LiveServer, "daemon_threads", False)  # the end waits for all answers
    with at_work(small(tmp_path / "project")) as desk:
        state = asked(desk, "/_talqy/state")[2].decode()
        for _ in range(2):
            leave(desk, f"/_talqy/state?after={state}")
        desk.save("standards/notes.txt", "x")
        assert asked(desk, f"/_talqy/state?after={state}")[2].decode() != state
    assert capsys.readouterr().err == ""


def leave(desk: Desk, path: str) -> None:
    """Ask, and cut the line before there is an answer."""
    host, _, port = desk.address.partition(":")
    with socket.create_connection((host, int(port))) as line:
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: {desk.address}\r\n\r\n".encode())
        time.sleep(0.3)
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def test_what_goes_wrong_with_an_answer_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    live = LiveSite(tmp_path, None, lambda _: None)
    with LiveServer(free_address(), live) as server:
        try:
            int("a fault")
        except ValueError:
            server.handle_error(None, ("127.0.0.1", 1))
    assert "a fault" in capsys.readouterr().err


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1:99999",
        "127.0.0.1:x",
        "127.0.0.1",
        "127.0.0.1:-1",
        "nowhere.invalid:1",
        ":",
        f"127.0.0.1:{'9' * 5000}",
    ],
)
def test_an_address_that_is_none_is_said_plainly(address: str, tmp_path: Path) -> None:
    live = LiveSite(tmp_path, None, lambda _: None)
    with pytest.raises(ConfigurationError, match=r"cannot be shown at|is no address"):
        LiveServer(address, live)


@pytest.mark.parametrize("address", ["{port}", ":{port}", "LOCALHOST:{port}"])
def test_without_a_host_it_is_this_machine_alone_and_asked_for_by_its_names(
    address: str, tmp_path: Path
) -> None:
    """A draft is shown to who works on it, and not to all in the same network."""
    live = LiveSite(tmp_path, None, lambda _: None)
    with LiveServer(address.format(port=free_address().rpartition(":")[2]), live) as server:
        assert server.server_address[0] == "127.0.0.1"
        asked = ["evil.example", "", "[", "127.0.0.1:1", "localhost"]
        assert [server.is_asked_for(host) for host in asked] == [False, False, False, True, True]
