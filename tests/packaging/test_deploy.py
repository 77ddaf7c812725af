"""The examples for a server: each is held by the program that reads it.

`make proof` has those programs, and in the end does what docs/service.md says, in a fresh Debian.
"""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from certificates import a_certificate
from running import tool
from sites import ROOT
from talqy.model.publishing import DeskFile
from talqy.model.service import ServiceFile
from talqy.project.validate import shaped
from talqy.service.attachments.arriving import MOST_WITH_FILES
from talqy.service.form.posted import MOST_ON_THE_WAY

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DEPLOY = ROOT / "docs" / "deploy"
TRUE = "/bin/true"


def text_of(name: str) -> str:
    return (DEPLOY / name).read_text("utf-8")


def run(*line: str | Path) -> str:
    """Run a program of the system; it must be there, and find nothing wrong."""
    found = shutil.which(str(line[0]), path="/usr/sbin:/sbin:/usr/bin:/bin:/usr/local/bin")
    assert found, f"{line[0]} is not here: “make servers” installs it"
    done = subprocess.run(
        [found, *map(str, line[1:])], capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_hadolint_finds_nothing_in_the_dockerfile() -> None:
    """What is passed over by a remark is named here, so that no remark comes in unseen."""
    assert tool("hadolint", "--no-color", DEPLOY / "Dockerfile") == ""
    assert re.findall(r"hadolint ignore=(\S+)", text_of("Dockerfile")) == ["DL3008"]


def test_the_dockerfile_copies_what_is_there_and_installs_what_is_locked() -> None:
    text = text_of("Dockerfile")
    copied = " ".join(re.findall(r"^COPY ([^-].+) \S+$", text, re.MULTILINE)).split()
    assert all((ROOT / name).exists() for name in copied)
    needed = PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert [name for name in needed if not {name, name.partition("/")[0]} & set(copied)] == []
    installed = re.findall(r"--require-hashes -r requirements/(\S+)\.txt", text)
    assert installed == ["build", "extras", "service"]
    assert len(re.findall(r"(?:pip|python) install ", text)) == len(installed) + 1  # the tool


def test_the_compose_file_is_what_the_format_says() -> None:
    tool("check-jsonschema", "--builtin-schema", "vendor.compose-spec", DEPLOY / "compose.yaml")


def test_the_containers_of_the_compose_file_fit_together() -> None:
    tree = yaml.safe_load(text_of("compose.yaml"))
    talqy = tree["services"]["talqy"]
    assert (DEPLOY / talqy["build"]["context"]).resolve() == ROOT
    assert (ROOT / talqy["build"]["dockerfile"]).is_file()
    assert f" AS {talqy['build']['target']}\n" in text_of("Dockerfile")
    assert "ports" not in talqy  # the proxy alone is reached from outside
    assert "ports" not in tree["services"]["database"]
    mounted = {volume.split(":")[1] for volume in talqy["volumes"]}
    settings = re.search(r'"--settings", "([^"]+)"', text_of("Dockerfile"))
    assert settings
    assert settings[1] in mounted


def test_the_settings_are_those_of_the_other_examples() -> None:
    tree = yaml.safe_load(text_of("service.yaml"))
    said, problems = shaped(ServiceFile, {**tree, "schema": "1"}, "service.yaml")
    assert problems == []
    assert said
    assert said.listen in text_of("Caddyfile")
    assert said.listen in text_of("nginx.conf")
    assert "/etc/talqy/service.yaml" in text_of("talqy.service")


@pytest.mark.parametrize("name", ["Caddyfile", "nginx.conf"])
def test_a_proxy_keeps_health_and_figures_to_us(name: str) -> None:
    assert re.search(r"/health\b", text_of(name))
    assert re.search(r"/metrics\b", text_of(name))


def test_no_proxy_lets_less_in_than_the_service_takes() -> None:
    bounds = re.findall(
        r"(?:max_size|client_max_body_size) +(\d+)k", text_of("nginx.conf"), re.IGNORECASE
    )
    bounds += re.findall(r"max_size (\d+)KB", text_of("Caddyfile"))
    assert [int(bound) << 10 > MOST_ON_THE_WAY for bound in bounds] == [True, True]


@pytest.mark.parametrize(
    ("name", "said"), [("nginx.conf", r"body_size (\d+)m"), ("Caddyfile", r"max_size (\d+)MB")]
)
def test_no_proxy_lets_fewer_files_in_than_the_service_takes(name: str, said: str) -> None:
    (bound,) = re.findall(said, text_of(name))
    assert int(bound) << 20 > MOST_WITH_FILES
    assert re.search(r"\bsend\b.*\battach\b", text_of(name))


@pytest.mark.parametrize(
    ("name", "said"),
    [("nginx-desk.conf", r"body_size (\d+)m"), ("Caddyfile-desk", r"max_size (\d+)MB")],
)
def test_no_proxy_of_the_desk_lets_less_in_than_two_word_files(name: str, said: str) -> None:
    (bound,) = re.findall(said, text_of(name))
    assert int(bound) * 1_000_000 > 2 * 25 << 20  # a MB of Caddy is a million
    assert DeskFile(address="https://desk.example.kz/").listen in text_of(name)
    assert DeskFile(address="https://desk.example.kz/").header in text_of(name)


@pytest.mark.proof
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    """The programs and the user that it names are put in from here: they are of that server."""
    unit = re.sub(r"(?<=ExecStart=)\S+", TRUE, text_of("talqy.service"))
    unit = re.sub(r"(?<=^User=)talqy$|(?<=^Group=)talqy$", "daemon", unit, flags=re.MULTILINE)
    file = tmp_path / "talqy.service"
    file.write_text(unit, "utf-8")
    assert run("systemd-analyze", "verify", "--man=no", file) == ""
    seen = run("systemd-analyze", "security", "--offline=yes", "--threshold=25", file)
    assert "OK" in seen.splitlines()[-1]


@pytest.mark.proof
@pytest.mark.parametrize("name", ["Caddyfile", "Caddyfile-desk", "Caddyfile-site"])
def test_caddy_takes_its_file(name: str) -> None:
    run("caddy", "validate", "--adapter", "caddyfile", "--config", DEPLOY / name)
    run("caddy", "fmt", "--diff", DEPLOY / name)


@pytest.mark.proof
def test_nginx_takes_its_file(tmp_path: Path) -> None:
    certificate, key = a_certificate(tmp_path, "comments.example.kz")
    text = text_of("nginx.conf").replace("/etc/ssl/talqy/fullchain.pem", str(certificate))
    (tmp_path / "talqy.conf").write_text(text.replace("/etc/ssl/talqy/key.pem", str(key)), "utf-8")
    whole = f"events {{}}\nhttp {{ include {tmp_path}/talqy.conf; }}\n"
    (tmp_path / "nginx.conf").write_text(whole, "utf-8")
    options = f"pid {tmp_path}/pid; error_log stderr;"
    run("nginx", "-t", "-q", "-p", tmp_path, "-c", tmp_path / "nginx.conf", "-g", options)
