"""The wheel, as a stranger gets it: built, installed into an empty environment, and used there."""

import json
import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
TITLES = {"kk": "Су есептегішін тіркеу", "ru": "Регистрация счетчика воды"}
# What `new standard` leaves to a person: texts, and the facts of each row; and what `init` does:
# where comments are sent, and the address of the site.
STILL_TO_BE_WRITTEN = {
    "C01": "standards/water-meter",
    "C09": "standards/water-meter",
    "S10": "standards/project.yaml",
    "S11": "mkdocs.yml",
}

pytestmark = pytest.mark.xdist_group("packaging")


def run(*command: object, cwd: Path, status: int = 0) -> subprocess.CompletedProcess[str]:
    """Run a command away from our checkout; it must end with `status`."""
    ours = ("PYTHONPATH", "VIRTUAL_ENV")
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**environment, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == status, f"{command}\n{done.stdout}\n{done.stderr}"
    return done


def built(folder: Path, *what: str) -> Path:
    """Build `what` of the checkout into `folder`, with the locked hatchling of this environment."""
    run(sys.executable, "-m", "build", "-n", *what, "--outdir", folder, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def files_of(folder: Path) -> set[str]:
    found = (file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    return {name for name in found if "__pycache__" not in name}


@dataclass(frozen=True)
class Project:
    """A project made by the installed tool, and the commands that it has."""

    folder: Path
    environment: Path
    checked: str = ""
    build_said: str = ""

    def talqy(self, *words: object, status: int = 0) -> subprocess.CompletedProcess[str]:
        """Run the installed command in the project's folder."""
        return run(self.environment / "bin" / "talqy", *words, cwd=self.folder, status=status)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("wheel"), "--wheel")


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an empty environment with nothing but the wheel and what is locked for it."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    pip = (sys.executable, "-m", "pip", "--python", folder / "bin" / "python")
    # What is imported is compiled then; of the rest there is ten times as much.
    quick = ("-q", "--disable-pip-version-check", "--no-compile")
    locked = ("--require-hashes", "--requirement", ROOT / "requirements" / "site.txt")
    run(*pip, "install", *quick, *locked, cwd=folder)
    run(*pip, "install", *quick, "--no-deps", wheel, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def project(environment: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Make a project as the README says, with a standard and its days, and build the site."""
    folder = tmp_path_factory.mktemp("project")
    made = Project(folder, environment)
    made.talqy("init")
    settings = folder / "standards" / "project.yaml"
    settings.write_text(settings.read_text("utf-8").replace("…", "Министрлік"), encoding="utf-8")
    titles = [f"--title={language}={title}" for language, title in TITLES.items()]
    made.talqy("new", "standard", "water-meter", *titles)
    with (folder / "standards/water-meter/revisions/r1.yaml").open("a", encoding="utf-8") as text:
        text.write('consultation: {opens: "2026-12-07", closes: "2026-12-25"}\n')
    today = ("--today", "2026-11-20")
    checked = made.talqy("check", "--format", "json", *today, status=1).stdout
    return Project(folder, environment, checked, made.talqy("build", *today, status=1).stderr)


@pytest.fixture(scope="module")
def address(project: Project) -> Iterator[str]:
    """Serve the built site on this machine."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    handler = partial(Quiet, directory=str(project.folder / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("folder", ["site_templates", "generator/talqy/lists", "generator/talqy"])
def test_the_wheel_holds_every_file_of(folder: str, wheel: Path) -> None:
    inside = {"site_templates": "talqy/site_templates", "generator/talqy": "talqy"}
    place = inside.get(folder, "talqy/lists")
    wanted = {f"{place}/{name}" for name in files_of(ROOT / folder)}
    assert wanted - names_in(wheel) == set()


def test_the_wheel_holds_nothing_but_the_package_and_its_papers(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in names_in(wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"talqy"}
    assert any(name.endswith("licenses/LICENSE") for name in names_in(wheel))


def test_the_source_archive_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    """`python -m build` makes the source archive, and the wheel from that alone."""
    assert built(tmp_path).read_bytes() == wheel.read_bytes()


def test_the_installed_tool_is_the_wheel_and_not_the_checkout(environment: Path) -> None:
    python = environment / "bin" / "python"
    said = run(python, "-c", "import talqy; print(talqy.__file__)", cwd=environment)
    assert Path(said.stdout.strip()).is_relative_to(environment)


def test_the_wheel_asks_for_nothing_that_is_not_locked(environment: Path) -> None:
    python = environment / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "check", cwd=environment)


@pytest.mark.proof
def test_it_is_run_without_being_installed(wheel: Path, tmp_path: Path) -> None:
    """As docs/install.md says of uvx: the name of the command is the name of the package."""
    uv, python = Path(sys.executable).with_name("uv"), ("--python", sys.executable)
    own = ("tool", "run", "--quiet", "--no-config", "--no-python-downloads", *python)
    cache = ("--cache-dir", tmp_path / "cache")
    line = (*own, *cache, "--from", f"{wheel}[pdf]", "talqy", "init", "project")
    run(uv, *line, cwd=tmp_path)
    assert (tmp_path / "project" / "mkdocs.yml").is_file()


def test_without_the_extra_the_service_says_what_to_install(project: Project) -> None:
    """Nothing else of this file has it either: all other commands work without."""
    said = project.talqy("service", "check", status=2)
    assert 'pip install "talqy[service]"' in said.stderr


def test_the_version_is_the_one_in_the_name_of_the_wheel(wheel: Path, project: Project) -> None:
    assert project.talqy("--version").stdout.split()[-1] == wheel.name.split("-")[1]


def test_a_fresh_project_is_told_what_is_still_to_be_written_and_nothing_else(
    project: Project,
) -> None:
    problems = json.loads(project.checked)["problems"]
    assert {p["code"]: STILL_TO_BE_WRITTEN.get(p["code"]) for p in problems} == STILL_TO_BE_WRITTEN
    assert all(p["file"].startswith(STILL_TO_BE_WRITTEN[p["code"]]) for p in problems)


def test_the_build_shows_each_problem_once(project: Project) -> None:
    problems = json.loads(project.checked)["problems"]
    shown = [
        line
        for line in project.build_said.splitlines()
        if line.startswith(("standards/", "mkdocs.yml"))
    ]
    assert len(shown) == len(problems)


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("path", ["", "s/water-meter/"])
def test_a_page_of_the_fresh_project_opens_whole(
    path: str, language: str, address: str, browser: Browser
) -> None:
    """There is one h1, the standard's title is in it, and every request is answered from here."""
    page = browser.new_page()
    answers: list[tuple[int, str]] = []
    failed: list[str] = []
    page.on("response", lambda response: answers.append((response.status, response.url)))
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto(f"{address}/{language}/{path}", wait_until="networkidle")
    headings = page.locator("h1").all_inner_texts()
    page.close()
    assert len(headings) == 1
    assert headings[0].strip()
    assert not path or TITLES[language] in headings[0]
    assert failed == []
    assert [url for status, url in answers if status != 200] == []
    assert {url.split("/")[2] for _, url in answers} == {address.split("/")[2]}
