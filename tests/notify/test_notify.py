"""`talqy notify`: printed, sent to a hook, and gone on with where a run could not."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import jsonschema
import pytest

import builders as b
from repositories import a_repository, committed
from sites import ROOT, mkdocs_yml, run
from talqy.model.notice import Notices
from talqy.notify.hook_address import HookRefusedError, hook_address
from talqy.notify.parts import in_parts
from talqy.notify.told_file import ToldFile, ToldFileBrokenError

SCHEMA = json.loads((ROOT / "docs/formats/notices.schema.json").read_text("utf-8"))
DAY = ("--today", "2026-11-20")


@dataclass
class Receiver:
    """A hook on this machine: what it took, and what it answers, the last answer for good."""

    url: str = ""
    answers: list[int] = field(default_factory=lambda: [204])
    bodies: list[dict[str, Any]] = field(default_factory=list)
    heads: list[dict[str, str]] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        """Return the ids of all that it took."""
        return [one["id"] for body in self.bodies for one in body["notices"]]


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """Listen on this machine."""
    told = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            status = told.answers.pop(0) if len(told.answers) > 1 else told.answers[0]
            if status < 300:
                told.bodies.append(body)
                told.heads.append(dict(self.headers))
            self.send_response(status)
            if 300 <= status < 400:
                self.send_header("Location", told.url + "elsewhere")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.url = f"http://127.0.0.1:{server.server_port}/secret-of-the-hook/"
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield told
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a project whose last commit brings a comment, and an answer to another one."""
    folder = b.write_project(
        a_repository(tmp_path / "work"),
        comments=[b.a_comment()],
        files={"mkdocs.yml": mkdocs_yml()},
    )
    committed(folder)
    new = [b.a_comment(b.OTHER_COMMENT), b.a_response()]
    committed(folder, dict(map(b.a_file_of, new)))
    return folder


def test_people_read_it_in_one_language_and_programs_in_all(folder: Path) -> None:
    done = run("notify", "--since", "HEAD~1", "--language", "kk", *DAY, cwd=folder)
    assert done.exit_code == 0, done.output
    assert "2026 жылғы 16 қараша: Пікірге жауап берілді: k7m2p9qx4a – Тууды тіркеу" in done.output
    assert "\u00a0" not in done.output
    done = run("notify", "--since", "HEAD~1", "--format", "json", *DAY, cwd=folder)
    found = json.loads(done.stdout)
    jsonschema.validate(found, SCHEMA)
    assert [sorted(one["told"]) for one in found["notices"]] == [["kk", "ru"]] * 3
    assert found["until"]["day"] == "2026-11-20"


def test_where_nothing_happened_that_is_said_beside_the_output(folder: Path) -> None:
    done = run("notify", "--since", "HEAD", *DAY, cwd=folder)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.startswith("nothing has happened since")


def test_a_hook_gets_it_as_json_and_no_message_names_its_address(
    folder: Path, receiver: Receiver
) -> None:
    done = run("notify", "--since", "HEAD~1", "--hook", receiver.url, *DAY, cwd=folder)
    assert done.exit_code == 0, done.output
    (body,) = receiver.bodies
    jsonschema.validate(body, SCHEMA)
    assert len(receiver.ids) == 3
    assert receiver.heads[0]["Content-Type"] == "application/json; charset=utf-8"
    assert "secret-of-the-hook" not in done.output


def test_a_hook_that_was_away_gets_it_in_the_next_run_and_nothing_twice(
    folder: Path, receiver: Receiver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("talqy.notify.parts._MOST_NOTICES", 1)
    words = ("notify", "--hook", receiver.url, "--state", tmp_path / "told.json", *DAY)
    receiver.answers = [200, 503]
    done = run(*words, "--since", "HEAD~1", cwd=folder)
    assert done.exit_code == 1
    assert "127.0.0.1" in done.output
    assert "503" in done.output
    assert "secret-of-the-hook" not in done.output
    assert len(receiver.ids) == 1
    receiver.answers = [200]
    done = run(*words, cwd=folder)
    assert done.exit_code == 0, done.output
    assert len(receiver.ids) == len(set(receiver.ids)) == 3
    done = run(*words, cwd=folder)
    assert (done.exit_code, len(receiver.ids)) == (0, 3)


def test_a_branch_and_a_clock_that_were_set_back_tell_nothing_twice(
    folder: Path, tmp_path: Path
) -> None:
    words = ("notify", "--state", tmp_path / "told.json", "--format", "json")
    run(*words, "--since", "HEAD~1", *DAY, cwd=folder)
    assert json.loads(run(*words, "--until", "HEAD~1", *DAY, cwd=folder).stdout)["notices"] == []
    assert json.loads(run(*words, *DAY, cwd=folder).stdout)["notices"] == []
    earlier = ("--today", "2026-11-08")
    assert json.loads(run(*words, *earlier, cwd=folder).stdout)["notices"] == []
    assert json.loads(run(*words, *DAY, cwd=folder).stdout)["notices"] == []


def test_a_draft_sends_nothing_and_keeps_nothing(
    folder: Path, receiver: Receiver, tmp_path: Path
) -> None:
    state = tmp_path / "told.json"
    words = ("notify", "--since", "HEAD~1", "--hook", receiver.url, "--state", state, "--draft")
    done = run(*words, *DAY, cwd=folder)
    assert done.exit_code == 0
    assert "k7m2p9qx4a" in done.output
    assert (receiver.bodies, state.exists()) == ([], False)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_hook_that_leads_elsewhere_has_not_taken_it(
    folder: Path, receiver: Receiver, status: int
) -> None:
    receiver.answers = [status]
    done = run("notify", "--since", "HEAD~1", "--hook", receiver.url, *DAY, cwd=folder)
    assert done.exit_code == 1
    assert receiver.bodies == []


def test_a_hook_that_is_not_there_is_named_and_the_run_ends_with_1(folder: Path) -> None:
    done = run("notify", "--since", "HEAD~1", "--hook", "http://127.0.0.1:1/x", *DAY, cwd=folder)
    assert done.exit_code == 1
    assert "it cannot be reached" in done.output


@pytest.mark.parametrize(
    "url",
    [
        "http://example.kz/hook",
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "https://",
        "https://name:word@example.kz/",
        "http://127.0.0.1.example.kz/",
        "https://example.kz/\r\nX: y",
        "https://example.kz:port/",
        "https://пример.kz/",
        "http://[::1",
        "127.0.0.1",
    ],
)
def test_nothing_is_sent_in_the_clear_or_to_what_is_no_address(folder: Path, url: str) -> None:
    with pytest.raises(HookRefusedError):
        hook_address(url)
    done = run("notify", "--since", "HEAD~1", "--hook", url, *DAY, cwd=folder)
    assert done.exit_code == 2


@pytest.mark.parametrize("url", ["http://localhost:8/x", "http://[::1]/", "http://127.8.8.8/"])
def test_this_machine_needs_no_tls(url: str) -> None:
    assert hook_address(url).is_here


def test_long_news_go_in_parts_and_all_of_them_go(folder: Path) -> None:
    done = run("notify", "--since", "HEAD~1", "--format", "json", *DAY, cwd=folder)
    found = Notices.model_validate_json(done.stdout)
    one = found.notices[0]
    many = found.model_copy(
        update={"notices": tuple(one.model_copy(update={"id": str(n)}) for n in range(120))}
    )
    parts = list(in_parts(many))
    assert [len(part.notices) for part in parts] == [50, 50, 20]
    assert [n.id for part in parts for n in part.notices] == [str(n) for n in range(120)]


def test_without_a_beginning_there_is_nothing_to_tell(folder: Path, tmp_path: Path) -> None:
    done = run("notify", "--state", tmp_path / "told.json", cwd=folder)
    assert done.exit_code == 2
    assert "--since" in done.output


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b"[" * 5000, b'{"schema": 2}'])
def test_a_file_that_is_no_state_ends_the_run(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "told.json").write_bytes(content)
    with pytest.raises(ToldFileBrokenError):
        ToldFile(tmp_path / "told.json")
