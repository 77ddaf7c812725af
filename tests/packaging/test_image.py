"""The steps of the Dockerfile, done in trees of Debian; then the commands of its images are run.

There is no container engine on every machine, and no base image without a network. The base is a
fresh Debian of the same release; what a step sees, and who does it, is as the file says.
"""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bundle import contents, fetch, is_whole, resolved
from fresh_debian import FreshDebian, a_fresh_debian, done
from sites import ROOT
from wheels import SYSTEMS, asked

pytestmark = pytest.mark.proof

FILE = (ROOT / "docs" / "deploy" / "Dockerfile").read_text("utf-8")
PYTHON = (3, 13)
STATED = ("ENTRYPOINT", "CMD", "VOLUME", "EXPOSE", "HEALTHCHECK")


@dataclass(frozen=True)
class Stage:
    """A tree, and what the steps so far have said of it."""

    tree: FreshDebian
    folder: str = "/"
    user: str = "0"
    said: dict[str, str] = field(default_factory=dict)

    @property
    def command(self) -> list[str]:
        """Return what is run where nobody says what."""
        return [*self.entry, *json.loads(self.said["CMD"])]

    @property
    def entry(self) -> list[str]:
        """Return what is run in front of the words of a person."""
        words: list[str] = json.loads(self.said["ENTRYPOINT"])
        return words


def steps() -> Iterator[tuple[str, str]]:
    """Yield each instruction with its words."""
    lines = [line for line in FILE.splitlines() if not line.startswith("#")]
    for line in "\n".join(lines).replace("\\\n", " ").splitlines():
        if line.strip():
            name, _, words = line.partition(" ")
            yield name, words.strip()


def wheels(folder: Path) -> None:
    """Fetch what the locks name for the Python of that Debian."""
    base, extras = resolved()
    build = asked(ROOT / "requirements" / "build.txt", "--no-deps")
    assert is_whole(build, SYSTEMS[0], PYTHON)
    folder.mkdir(parents=True)
    fetch(replace(contents(SYSTEMS[0], [*base, *build], extras), pythons=(PYTHON,)), folder)


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Stage]]:
    """Do all steps; each stage has a tree of its own."""
    folder = tmp_path_factory.mktemp("image")
    links = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "/srv/wheels"}
    debian = a_fresh_debian(folder / "debian", links, "python3-venv", "git", release="trixie")
    done(["ln", "-s", "/usr/bin/python3", str(debian.place("/usr/local/bin/python"))])
    done(["ln", "-s", "/bin/true", str(debian.place("/usr/local/bin/apt-get"))])  # git is there
    wheels(folder / "wheels")
    made: dict[str, Stage] = {"${PYTHON}": Stage(debian)}
    name = ""
    for word, words in steps():
        if word == "FROM":
            parent, _, name = words.partition(" AS ")
            tree = folder / name
            base = made[parent].tree
            done(["cp", "-al", str(base.tree), str(tree)])  # no step writes into a file of before
            if name == "made":
                shutil.copytree(folder / "wheels", tree / "srv" / "wheels")
            own = dict(made[parent].said)
            made[name] = replace(made[parent], tree=replace(base, tree=tree), said=own)
        elif word != "ARG":
            made[name] = after(made, made[name], word, words)
    yield made
    shutil.rmtree(folder)


def after(made: dict[str, Stage], stage: Stage, word: str, words: str) -> Stage:
    """Return a stage after one more step."""
    if word in STATED:
        return replace(stage, said={**stage.said, word: words})
    if word == "USER":
        return replace(stage, user=words)
    if word == "WORKDIR":
        stage.tree.place(words).mkdir(parents=True, exist_ok=True)
        return replace(stage, folder=words)
    if word == "ENV":
        pairs = dict(pair.split("=", 1) for pair in words.split())
        path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        pairs = {name: value.replace("$PATH", path) for name, value in pairs.items()}
        environment = {**stage.tree.environment, **pairs}
        return replace(stage, tree=replace(stage.tree, environment=environment))
    if word == "RUN":
        stage.tree.run("sh", "-c", f"cd {stage.folder} && {words}")
        return stage
    assert word == "COPY", word
    copied(made, stage, words.split())
    return stage


def copied(made: dict[str, Stage], stage: Stage, words: list[str]) -> None:
    """Copy from another stage, or from this repository."""
    *sources, target = words
    place = stage.tree.place(target if target.startswith("/") else f"{stage.folder}/{target}")
    place.mkdir(parents=True, exist_ok=True)
    if sources[0].startswith("--from="):
        source = made[sources[0].partition("=")[2]].tree.place(sources[1])
        done(["cp", "-alT", str(source), str(place)])
        return
    for name in sources:
        inner = "/." if (ROOT / name).is_dir() else ""
        done(["cp", "-r", f"{ROOT / name}{inner}", str(place)])


def inside(stage: Stage, *line: str, user: str = "", project: Path | None = None) -> str:
    """Run something in an image whose root can only be read, with a /tmp of its own."""
    tree, steps = stage.tree.tree, ["set -e"]
    steps += [f"mount --bind {tree} {tree}", f"mount -t tmpfs tmpfs {tree}/tmp"]  # noqa: S108
    if project:
        steps.append(f"mount --bind {project} {tree}{stage.folder}")
    steps += [f"mount -o remount,ro,bind {tree}", 'exec "$@"']
    words = ["sh", "-c", f'cd {stage.folder} && exec "$@"', "sh", *line]
    who = user or stage.user
    chroot = stage.tree.line(*words, user=f"{who}:{who}")
    return done(["unshare", "--mount", "sh", "-c", "\n".join(steps), "sh", *chroot])


def test_no_image_is_run_by_root_or_can_install_anything(stages: dict[str, Stage]) -> None:
    for name in ("talqy", "service"):
        assert stages[name].user == "990"
        assert not stages[name].tree.place("/usr/local/lib/talqy/bin/pip").exists()
        assert not stages[name].tree.place("/srv/wheels").exists()


def test_what_nobody_asks_for_is_the_help(stages: dict[str, Stage]) -> None:
    assert "Usage: talqy" in inside(stages["talqy"], *stages["talqy"].command)


def test_the_tool_builds_a_project_of_somebody_in_an_image_that_is_read_only(
    stages: dict[str, Stage], tmp_path: Path
) -> None:
    """As the line in the file says: by the number of a user whom the image does not know."""
    stage, project = stages["talqy"], tmp_path / "project"
    project.mkdir()
    done(["chown", "1234:1234", str(project)])
    inside(stage, *stage.entry, "init", user="1234", project=project)
    shutil.rmtree(project / "standards")
    shutil.copy(ROOT / "mkdocs.yml", project)
    for name in ("standards", "comments"):
        shutil.copytree(ROOT / name, project / name, dirs_exist_ok=True)
    done(["chown", "-R", "1234:1234", str(project)])
    inside(stage, *stage.entry, "build", user="1234", project=project)
    assert (project / "site" / "kk" / "index.html").stat().st_uid == 1234
    text = ("export", "text", "birth-registration", "r1", "--format", "pdf", "--language", "kk")
    inside(stage, *stage.entry, *text, "--to", "r1.pdf", user="1234", project=project)
    assert (project / "r1.pdf").read_bytes().startswith(b"%PDF-")


def test_the_tool_alone_has_no_service(stages: dict[str, Stage]) -> None:
    for name, there in (("talqy", False), ("service", True)):
        site = stages[name].tree.place("/usr/local/lib/talqy/lib/python3.13/site-packages")
        assert (site / "starlette").is_dir() == there
        assert (site / "typst").is_dir()


def test_the_service_looks_for_the_settings_that_are_mounted(stages: dict[str, Stage]) -> None:
    stage = stages["service"]
    asked_for = re.sub(r" run$", " check", " ".join(stage.command[:3])).split()
    with pytest.raises(AssertionError, match=r"/etc/talqy/service\.yaml"):
        inside(stage, *asked_for, *stage.command[3:])
