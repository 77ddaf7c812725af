"""A rehearsal: the demonstration with form and desk on this computer, in a copy of its own.

    python rehearsal.py FOLDER        # makes the copy, where there is none, and runs it
    python rehearsal.py FOLDER made   # makes it, and ends

The copy is a bare repository, as a server has it. What is published moves its main branch, and the
site is built anew from it. Letters go to a mail server of the rehearsal, and lie then as texts in
FOLDER/letters. Nothing of this leaves the computer, and the folder may be deleted.
"""

import os
import secrets
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import yaml

from letters_kept import LETTERS, letters_kept
from talqy.service.parts import Service
from talqy.service.publish.worker import PublishingWorker
from talqy.service.settings import usable_settings

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("standards", "comments", "site_templates/pages", "site_templates/theme")
SITE, SERVICE, MAIL = 8000, 8100, 8125
SECRET = "TALQY_SERVICE_SECRET"  # noqa: S105 - the name of a variable
_WHO = ("-c", "user.name=Rehearsal", "-c", "user.email=rehearsal@talqy.example")
_TALQY = (sys.executable, "-m", "talqy")
_ROLES = ("reader", "drafter", "answerer", "publisher")
_LOOKS = 1.0
_LONGEST = 120


@dataclass(frozen=True)
class Rehearsal:
    """A copy of the demonstration: its repository, the site that is made of it, the settings."""

    folder: Path
    site_port: int = SITE
    service_port: int = SERVICE
    mail_port: int = MAIL

    @property
    def bare(self) -> Path:
        """The repository of the project, as a server has it."""
        return self.folder / "project.git"

    @property
    def looked_at(self) -> Path:
        """A working copy of its main branch, of which the site is built."""
        return self.folder / "site"

    @property
    def settings(self) -> Path:
        """The settings of the service; the desk has the same."""
        return self.folder / "service.yaml"

    @property
    def site(self) -> str:
        """The address of the site."""
        return f"http://127.0.0.1:{self.site_port}/"

    @property
    def service(self) -> str:
        """The address of the service."""
        return f"http://127.0.0.1:{self.service_port}/"

    @property
    def mail(self) -> str:
        """The mail server that keeps all letters."""
        return f"127.0.0.1:{self.mail_port}"

    @property
    def has_own_mail(self) -> bool:
        """Whether letters go to that server: a copy may name another, or none."""
        said = yaml.safe_load(self.settings.read_text("utf-8"))
        return bool(said.get("mail", {}).get("server") == self.mail)

    @property
    def environment(self) -> dict[str, str]:
        """The environment of service and desk."""
        return {**os.environ, SECRET: (self.folder / "secret").read_text("utf-8").strip()}


def made(of: Rehearsal, **settings: Any) -> Rehearsal:
    """Make the copy, where there is none yet."""
    if of.settings.is_file():
        return of
    work = of.folder / "work"
    shutil.rmtree(of.folder, ignore_errors=True)
    work.mkdir(parents=True, mode=0o700)
    for part in PARTS:
        shutil.copytree(ROOT / part, work / part)
    site = (ROOT / "mkdocs.yml").read_text("utf-8")
    _put(work / "mkdocs.yml", site, "site_url: https://talqy.example/", f"site_url: {of.site}")
    project = (work / "standards/project.yaml").read_text("utf-8")
    intake = f'intake:\n  url: "{of.service}"\ngate:\n  batch: 100\n'
    (work / "standards/project.yaml").write_text(f"{project.rstrip()}\n{intake}", "utf-8")
    _git(work, "init", "--quiet", "--initial-branch", "main")
    _git(work, "add", "--all")
    _git(work, *_WHO, "commit", "--quiet", "--message", "The demonstration, for a rehearsal")
    _git(of.folder, "clone", "--quiet", "--bare", "work", "project.git")
    _git(of.folder, "clone", "--quiet", "project.git", "site")
    shutil.rmtree(work)
    secret = of.folder / "secret"
    secret.touch(0o600)
    secret.write_text(f"{secrets.token_hex(32)}\n", "utf-8")
    (of.folder / "data").mkdir(mode=0o700)
    _settings(of, settings)
    return of


def _settings(of: Rehearsal, more: dict[str, Any]) -> None:
    said = {
        "schema": 1,
        "address": of.service,
        "listen": f"127.0.0.1:{of.service_port}",
        "repository": "project.git",
        "branch": "main",
        "data": "data",
        "publish": {
            "way": "straight",
            "name": "Талқы, жаттығу",
            "email": "rehearsal@talqy.example",
            "minutes": 1,
        },
        "mail": {"server": of.mail, "tls": "none", "sender": "rehearsal@talqy.example"},
        "officials": {"desk": {"roles": list(_ROLES), "account": "here"}},
        **more,
    }
    of.settings.write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), "utf-8")


def _put(file: Path, text: str, was: str, now: str) -> None:
    if was not in text:
        raise SystemExit(f"{file.name}: there is no “{was}”")
    file.write_text(text.replace(was, now), "utf-8")


def _git(folder: Path, *words: str) -> str:
    line = ["git", "-C", str(folder), *words]
    return subprocess.run(line, check=True, capture_output=True, text=True).stdout.strip()


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Stay quiet."""


@dataclass
class RunningRehearsal:
    """A rehearsal that runs: its site follows what is published."""

    of: Rehearsal
    process: subprocess.Popen[bytes]
    publishing: PublishingWorker
    built: str = ""

    def follow(self) -> bool:
        """Publish what officials have let out; build the site anew; return whether it was built.

        The service does so every few minutes; nobody waits for that at a rehearsal.
        """
        self.publishing.once()
        tip = _git(self.of.bare, "rev-parse", "refs/heads/main")
        if tip == self.built:
            return False
        _git(self.of.looked_at, "fetch", "--quiet", "origin")
        _git(self.of.looked_at, "reset", "--quiet", "--hard", tip)
        subprocess.run([*_TALQY, "build"], cwd=self.of.looked_at, check=False)
        self.built = tip
        return True


@contextmanager
def running(of: Rehearsal) -> Iterator[RunningRehearsal]:
    """Run site and service until they are no longer needed."""
    line = [*_TALQY, "service", "run", "--settings", str(of.settings)]
    service = Service.opened(usable_settings(of.settings, of.environment))
    with letters(of), beside_us(line, env=of.environment, cwd=of.folder) as process:
        run = RunningRehearsal(of, process, PublishingWorker(service))
        try:
            run.follow()
            pages = partial(_Handler, directory=str(of.looked_at / "site"))
            with ThreadingHTTPServer(("127.0.0.1", of.site_port), pages) as server:
                thread = threading.Thread(target=server.serve_forever, daemon=True)
                thread.start()
                yield run
                server.shutdown()
                thread.join()
        finally:
            service.close()


def letters(of: Rehearsal) -> AbstractContextManager[None]:
    """Keep letters as texts, where the settings name the server of the rehearsal."""
    return letters_kept(of.folder / LETTERS, of.mail_port) if of.has_own_mail else nullcontext()


@contextmanager
def beside_us(line: Sequence[str], **more: Any) -> Iterator[subprocess.Popen[bytes]]:
    """Run a process that ends when this one does, also where this one is killed outright.

    One between the two reads from us: whatever ends us ends what it reads, and then it ends the
    process.
    """
    words = [sys.executable, str(Path(__file__).resolve()), "", "between", *line]
    process = subprocess.Popen(words, stdin=subprocess.PIPE, **more)
    assert process.stdin
    try:
        yield process
    finally:
        process.stdin.close()
        process.wait(_LONGEST)


def between(line: Sequence[str]) -> int:
    """Run a process until nobody is there to write to us; return how it ended."""
    process = subprocess.Popen(line, stdin=subprocess.DEVNULL)

    def end(*_: object) -> None:
        process.terminate()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, lambda *_: None)  # the process has it too, and ends by it

    def wait_for_the_end() -> None:
        sys.stdin.buffer.read()
        end()

    threading.Thread(target=wait_for_the_end, daemon=True).start()
    return process.wait()


def _stop(*_: object) -> None:
    """End as by Ctrl+C."""
    raise KeyboardInterrupt


def main() -> None:
    """Make a rehearsal, and run it until it is stopped."""
    if sys.argv[2:3] == ["between"]:
        raise SystemExit(between(sys.argv[3:]))
    of = made(Rehearsal(Path(sys.argv[1]).resolve()))
    if sys.argv[2:] == ["made"]:
        return
    signal.signal(signal.SIGTERM, _stop)
    with suppress(KeyboardInterrupt), running(of) as run:
        told = f"The site: {of.site}   the form: {of.service}   the desk: make desk\n"
        told += f"Letters lie in {of.folder / LETTERS}\n" if of.has_own_mail else ""
        sys.stdout.write(told)
        sys.stdout.flush()
        while run.process.poll() is None:
            time.sleep(_LOOKS)
            run.follow()


if __name__ == "__main__":
    main()
