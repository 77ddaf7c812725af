"""Another copy of the repository: what is brought from it, what is taken there."""

import base64
import os
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from repositories import a_repository, committed, git
from talqy.project.branches import CommitRole, branch_moved, commit_on, tip_of
from talqy.project.git import GitError
from talqy.project.remotes import (
    NotLetInError,
    PushOutcome,
    Remote,
    RemoteAwayError,
    fetched,
    pushed,
    remote_heads,
)

ROLE = CommitRole("Comments desk", "talqy@noreply.example.kz")
TOKEN = "a-token-of-a-test"  # noqa: S105


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Make the copy in which people work; `forge.git` and `own.git` are clones of it."""
    work = a_repository(tmp_path / "work")
    committed(work, {"a": "1"})
    git(tmp_path, "clone", "--quiet", "--bare", "work", "forge.git")
    git(tmp_path, "clone", "--quiet", "--bare", "work", "own.git")
    git(work, "remote", "add", "forge", str(tmp_path / "forge.git"))
    return work


@pytest.fixture
def own(work: Path) -> Path:
    return work.parent / "own.git"


@pytest.fixture
def forge(work: Path) -> Remote:
    return Remote(str(work.parent / "forge.git"))


def one_more(own: Path, data: bytes = b"1") -> tuple[str, str]:
    tip = str(tip_of(own, "main"))
    return tip, commit_on(own, tip, {"n": data}, "One", ROLE)


def test_a_new_branch_is_pushed_once_and_seen_there(own: Path, forge: Remote) -> None:
    tip, new = one_more(own)
    assert pushed(own, forge, "batch/1", new, None) is PushOutcome.DONE
    assert remote_heads(own, forge) == {"main": tip, "batch/1": new}
    assert remote_heads(own, forge, "refs/heads/batch/*") == {"batch/1": new}
    assert pushed(own, forge, "batch/1", new, None) is PushOutcome.DONE  # it stands there already
    _, other = one_more(own, b"2")
    assert pushed(own, forge, "batch/1", other, None) is PushOutcome.MOVED
    assert pushed(own, forge, "batch/1", None, tip) is PushOutcome.MOVED
    assert pushed(own, forge, "batch/1", None, new) is PushOutcome.DONE
    assert remote_heads(own, forge) == {"main": tip}


def test_main_that_has_moved_on_is_not_pushed_over(work: Path, own: Path, forge: Remote) -> None:
    tip, new = one_more(own)
    later = committed(work, {"b": "1"})
    git(work, "push", "--quiet", "forge", "main")
    assert pushed(own, forge, "main", new, tip) is PushOutcome.MOVED
    assert remote_heads(own, forge) == {"main": later}
    fetched(own, forge, {"main": "refs/heads/main"})
    assert tip_of(own, "main") == later
    tip, new = one_more(own)
    assert pushed(own, forge, "main", new, tip) is PushOutcome.DONE


def test_a_rewritten_branch_is_not_followed(work: Path, own: Path, forge: Remote) -> None:
    tip = tip_of(own, "main")
    git(work, "commit", "--quiet", "--amend", "--message", "Otherwise")
    git(work, "push", "--quiet", "--force", "forge", "main")
    with pytest.raises(GitError, match="another history"):
        fetched(own, forge, {"main": "refs/heads/main"})
    assert tip_of(own, "main") == tip
    fetched(own, forge, {"main": "+refs/heads/there"})
    assert tip_of(own, "there") == git(work, "rev-parse", "HEAD")


def test_a_hook_of_the_forge_may_decline_and_its_words_are_not_told(
    own: Path, forge: Remote
) -> None:
    hook = Path(forge.url, "hooks", "update")
    hook.write_text("#!/bin/sh\necho 'call +7 701 000 00 00'\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    _, new = one_more(own)
    assert pushed(own, forge, "batch/1", new, None) is PushOutcome.DECLINED


@pytest.mark.parametrize(
    "url", ["{0}/nothing.git", "https://127.0.0.1:9/x.git", "-x", "ext::sh -c x"]
)
def test_a_copy_that_cannot_be_reached_is_away(url: str, own: Path) -> None:
    remote = Remote(url.format(own.parent), seconds=20)
    for ask in (
        lambda: remote_heads(own, remote),
        lambda: fetched(own, remote, {"main": "refs/heads/main"}),
        lambda: pushed(own, remote, "main", one_more(own)[1], None),
    ):
        with pytest.raises(RemoteAwayError) as away:
            ask()
        assert str(own.parent) not in str(away.value)


# --- over HTTP, with a token ----------------------------------------------------------------------


class _Forge(BaseHTTPRequestHandler):
    """Git's own server behind a sign-in, as forges have it."""

    root: Path
    asked: list[str]
    seen: list[str]

    def _answer(self) -> None:
        type(self).seen.append(self.headers.get("Authorization", ""))
        wanted = "Basic " + base64.b64encode(f"talqy:{TOKEN}".encode()).decode()
        if self.headers.get("Authorization") != wanted:
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="forge"')
            self.end_headers()
            return
        path, _, query = self.path.partition("?")
        surroundings = {
            **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
            "GIT_PROJECT_ROOT": str(self.root),
            "GIT_HTTP_EXPORT_ALL": "1",
            "REMOTE_USER": "talqy",
            "REQUEST_METHOD": self.command,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": self.headers.get("Content-Length", ""),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
        }
        given = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        line = ["git", "http-backend"]
        said = subprocess.run(
            line, input=given, env=surroundings, capture_output=True, check=True
        ).stdout
        heads, _, body = said.partition(b"\r\n\r\n")
        lines = [head.split(": ", 1) for head in heads.decode().split("\r\n")]
        status = next((value for key, value in lines if key == "Status"), "200")
        self.send_response(int(status.split()[0]))
        for key, value in lines:
            if key != "Status":
                self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = _answer  # noqa: N815

    def log_message(self, *_) -> None:
        pass


@pytest.fixture
def served(work: Path) -> Iterator[type[_Forge]]:
    class Here(_Forge):
        root, seen = work.parent, []

    git(work.parent / "forge.git", "config", "http.receivepack", "true")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Here)
    Here.asked = [f"http://127.0.0.1:{server.server_port}/forge.git"]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Here
    server.shutdown()
    server.server_close()


def test_a_token_is_told_to_its_host_alone_and_by_the_environment(
    own: Path, served: type[_Forge], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = tmp_path / "lines"
    monkeypatch.setenv("GIT_TRACE", str(lines))
    remote = Remote(served.asked[0], "talqy", TOKEN)
    _, new = one_more(own)
    assert pushed(own, remote, "batch/1", new, None) is PushOutcome.DONE
    assert remote_heads(own, remote)["batch/1"] == new
    assert any(served.seen)
    assert TOKEN not in lines.read_text("utf-8")
    assert TOKEN not in repr(remote)
    assert TOKEN not in "".join(
        file.read_text("utf-8", "replace") for file in own.rglob("*") if file.is_file()
    )


def test_a_wrong_token_is_said_to_be_one(own: Path, served: type[_Forge]) -> None:
    for remote in (Remote(served.asked[0], "talqy", "wrong"), Remote(served.asked[0])):
        with pytest.raises(NotLetInError, match="does not let us in"):
            remote_heads(own, remote)


def test_a_copy_that_never_answers_is_away_in_its_time(own: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent:
        remote = Remote(f"http://127.0.0.1:{silent.getsockname()[1]}/x.git", seconds=0.5)
        with pytest.raises(RemoteAwayError, match=r"did not answer in 0\.5 s"):
            remote_heads(own, remote)


def test_a_password_in_an_address_is_not_used(own: Path, served: type[_Forge]) -> None:
    url = served.asked[0].replace("://", f"://talqy:{TOKEN}@")
    with pytest.raises(GitError):
        remote_heads(own, Remote(url))
    assert not branch_moved(own, "x", None, "1" * 40)
