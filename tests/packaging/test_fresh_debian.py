"""What docs/service.md says is done in a fresh Debian, word by word; then the service is asked."""

import json
import platform
import re
import shlex
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from certificates import a_certificate
from fresh_debian import PYTHON, FreshDebian, a_fresh_debian, done
from repositories import git
from serving import SECRET_OF_TESTS, a_project_repository, sound_files
from sites import ROOT
from talqy.service.form.posted import MOST_ON_THE_WAY

pytestmark = pytest.mark.proof

DOCUMENT = (ROOT / "docs" / "service.md").read_text("utf-8")
BIN = "/usr/local/lib/talqy/bin"
WHEELS, ORIGIN = "/srv/wheels", "/srv/project.git"
SETTINGS = "standards/project.yaml"
HOST = "comments.example.kz"
# What wheels of Debian's C library may ask for, the newest first.
GLIBC = ("2_34", "2_28", "2_26", "2_17")


def steps(heading: str) -> list[list[str]]:
    """Return the command lines that stand under a heading of the document."""
    section = DOCUMENT.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    blocks = re.findall(r"^```\n(.+?)^```$", section, re.MULTILINE | re.DOTALL)
    lines = "".join(blocks).replace("\\\n", " ").splitlines()
    return [shlex.split(line) for line in lines]


def locked() -> Iterator[str]:
    """Yield what that Debian's Python needs of the lock: pip asks the one that runs it."""
    text = (ROOT / "requirements" / "service.txt").read_text("utf-8").replace("\\\n", " ")
    there = {"python_version": "3.11", "python_full_version": PYTHON}
    for line in text.splitlines():
        if "==" in line and not line.lstrip().startswith("#"):
            asked, _, hashes = line.partition(" --hash")
            requirement = Requirement(asked)
            if requirement.marker is None or requirement.marker.evaluate(there):
                yield f"{requirement.name}{requirement.specifier} --hash{hashes}"


def wheels(folder: Path) -> None:
    """Fetch what is locked for that Debian, and make the tool's own wheel."""
    folder.mkdir(parents=True)
    machine = platform.machine()
    kinds = [f"--platform=manylinux_{glibc}_{machine}" for glibc in GLIBC]
    target = ("--only-binary=:all:", f"--python-version={PYTHON}", "--implementation=cp", *kinds)
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    lock = folder.with_name("service.txt")
    lock.write_text("\n".join(locked()), "utf-8")
    done([*pip, "download", "-q", *target, "--no-deps", "-r", str(lock), "-d", str(folder)])
    done([sys.executable, "-m", "build", "-n", "--wheel", "--outdir", str(folder), str(ROOT)])


@pytest.fixture(scope="module")
def debian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FreshDebian]:
    """Install the service in a fresh Debian as the document says."""
    folder = tmp_path_factory.mktemp("debian")
    environment = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": WHEELS, "LANG": "C.UTF-8"}
    fresh = a_fresh_debian(folder, environment, "python3-venv", "git", "nginx-light")
    wheels(fresh.place(WHEELS))
    project = a_project_repository(
        folder / "project",
        **{
            SETTINGS: sound_files()[SETTINGS].replace(
                'today: "2026-11-20"', f"intake: {{url: https://{HOST}/}}"
            )
        },
    )
    git(folder, "clone", "--quiet", "--bare", str(project), str(fresh.place(ORIGIN)))
    fresh.run("git", "config", "--system", "safe.directory", "*")
    address = "https://git.example.kz/talqy/project.git"
    fresh.run("git", "config", "--system", f"url.{ORIGIN}.insteadOf", address)
    for line in steps("Install"):
        fresh.run(*line)
    shutil.copy(ROOT / "docs" / "deploy" / "service.yaml", fresh.place("/etc/talqy/"))
    yield fresh
    shutil.rmtree(fresh.tree)


def as_service(debian: FreshDebian, *words: str) -> list[str]:
    """Return the line that runs a command of the service as its own user, in its environment."""
    settings = ("--settings", "/etc/talqy/service.yaml")
    line = (f"{BIN}/talqy", "service", *words, *settings)
    return debian.line(*line, user="talqy:talqy", TALQY_SERVICE_SECRET=SECRET_OF_TESTS)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as opened:
        return int(opened.getsockname()[1])


@contextmanager
def started(line: list[str], port: int) -> Iterator[None]:
    """Run something that listens at a port of this machine."""
    process = subprocess.Popen(
        line, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )
    try:
        until = time.monotonic() + 60
        while not _is_open(port):
            assert process.poll() is None, process.communicate()[0]
            assert time.monotonic() < until
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 0, said


def _is_open(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


def test_check_finds_nothing_wrong_with_the_example(debian: FreshDebian) -> None:
    """One authority of the project has no e-mail, which is said (K29) and stops nothing."""
    found = json.loads(done(as_service(debian, "check", "--format", "json")))["problems"]
    assert [(one["code"], one["level"]) for one in found] == [("K29", "warning")]


def test_the_versions_are_those_that_were_tested(debian: FreshDebian) -> None:
    listed = json.loads(debian.run(f"{BIN}/pip", "list", "--format=json"))
    own = {"pip", "setuptools", "wheel", "talqy"}
    found = {canonicalize_name(one["name"]): one["version"] for one in listed}
    pins = (Requirement(line.split(" --hash")[0]) for line in locked())
    known = {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in pins}
    assert {name: version for name, version in found.items() if name not in own} == known


def test_it_answers_behind_nginx_and_is_backed_up(debian: FreshDebian, tmp_path: Path) -> None:
    port, secure, plain = free_port(), free_port(), free_port()
    settings = debian.place("/etc/talqy/service.yaml")
    settings.write_text(settings.read_text("utf-8").replace("8100", str(port)), "utf-8")
    for file in a_certificate(tmp_path, HOST):
        target = debian.place("/etc/ssl/talqy")
        target.mkdir(exist_ok=True)
        shutil.copy(file, target)
    example = (
        (ROOT / "docs" / "deploy" / "nginx.conf").read_text("utf-8").replace("8100", str(port))
    )
    ports = example.replace("443", str(secure)).replace("listen 80", f"listen {plain}")
    site = re.sub(r"listen \[::\].*;", "", ports)
    debian.place("/etc/nginx/sites-enabled/default").unlink()
    debian.place("/etc/nginx/sites-enabled/talqy").write_text(site, "utf-8")
    proxy = debian.line("nginx", "-g", "daemon off;")
    with started(as_service(debian, "run"), port), started(proxy, secure):
        direct = HTTPConnection("127.0.0.1", port)
        direct.request("GET", "/health")
        assert json.loads(direct.getresponse().read()) == {"takes": True, "wrong": []}
        direct.close()
        believing = ssl.create_default_context(cafile=str(tmp_path / "fullchain.pem"))
        believing.check_hostname = False  # it is asked by its number
        asked = HTTPSConnection("127.0.0.1", secure, context=believing)
        for path, status, word in (("/nothing", 404, "Мұнда"), ("/health", 404, "nginx")):
            asked.request("GET", path, headers={"Host": HOST})
            answer = asked.getresponse()
            text = answer.read().decode()
            assert (answer.status, word in text) == (status, True)
            assert answer.getheader("strict-transport-security")
        asked.request("POST", "/nothing", b"x" * (MOST_ON_THE_WAY + 1), {"Host": HOST})
        with asked.getresponse() as refused:
            assert refused.status == 413
        asked.close()
        done(as_service(debian, "backup", "--to", "/var/lib/talqy/queue.gz"))
    backup = debian.place("/var/lib/talqy/queue.gz")
    assert backup.stat().st_mode & 0o777 == 0o600
    debian.place("/var/lib/talqy/data/queue.sqlite").rename(tmp_path / "queue.sqlite")
    assert "0" in done(as_service(debian, "restore", "/var/lib/talqy/queue.gz"))
