"""Where nothing has changed, `check` and `build` say again what they have said, at once."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import builders as b
from repositories import a_repository, committed
from sites import small
from talqy.cli import building, checking
from talqy.cli.main import main
from talqy.project import clock
from talqy.project.again import Asked
from talqy.project.kept import VARIABLE, KeptFile

WORDS = {"check": (), "build": ("--to", "site")}


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count the runs that have read and made anything."""
    counted: Counter[str] = Counter()

    def count(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def run(*args: object, **kwargs: object) -> object:
            counted[name] += 1
            return real(*args, **kwargs)

        return run

    monkeypatch.setattr(building, "built", count("build", building.built))
    monkeypatch.setattr(checking, "checked", count("check", checking.checked))
    return counted


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with a warning."""
    comments, settings = [b.a_comment(text="Почему?")], b.a_project(today=None)
    folder = small(tmp_path, comments=comments, project=settings)
    monkeypatch.chdir(folder)
    return folder


def talqy(command: str, *more: str) -> Result:
    done = CliRunner().invoke(main, [command, *WORDS[command], *more])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def said(done: Result) -> tuple[int, str, str]:
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("command", WORDS)
def test_it_is_said_again_as_a_run_would_say_it(
    command: str, runs: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    talqy(command)
    once = talqy(command)
    assert runs == {command: 1}
    assert "G15" in once.output or command == "build"
    monkeypatch.setenv(VARIABLE, "")
    assert said(talqy(command)) == said(once)
    assert runs == {command: 2}


def a_remark(project: Path) -> None:
    b.write(project, b.comment_path(b.OTHER_COMMENT), b.a_comment(b.OTHER_COMMENT))


def a_link_in_place_of_a_file(project: Path) -> None:
    """Both have no content of their own; the one is refused."""
    (project / b.comment_path()).unlink()
    (project / b.comment_path()).symlink_to("/nowhere")


def a_file_that_settings_are_linked_to(project: Path) -> None:
    (project / "mkdocs.yml").rename(project / "aside.yml")
    (project / "mkdocs.yml").symlink_to("aside.yml")
    talqy("check")
    with (project / "aside.yml").open("a", encoding="utf-8") as stream:
        stream.write("site_name: [\n")


def a_page_of_prose(project: Path) -> None:
    b.write(project, "site_templates/pages/ru/contacts.md", "# Куда писать\n")


def a_table_beside(project: Path) -> None:
    b.write(project, "comments.csv", "a,b\n")


def a_folder_in_capitals(project: Path) -> None:
    (project / "Standards").mkdir()


def another_site_that_knows_a_record(project: Path) -> None:
    b.write(project, "old/data/roots.json", '{"standards": {"passport": {}}}')


def settings_of_the_site(project: Path) -> None:
    file = project / "mkdocs.yml"
    file.write_text(file.read_text("utf-8") + "# changed\n", encoding="utf-8")


@pytest.mark.parametrize(
    "edit",
    [
        a_remark,
        a_link_in_place_of_a_file,
        a_file_that_settings_are_linked_to,
        a_page_of_prose,
        a_table_beside,
        a_folder_in_capitals,
        another_site_that_knows_a_record,
        settings_of_the_site,
    ],
    ids=lambda edit: edit.__name__,
)
def test_whatever_changes_is_seen(
    edit: Callable[[Path], None], project: Path, runs: Counter[str]
) -> None:
    talqy("check")
    edit(project)
    before = runs.total()
    talqy("check")
    assert runs.total() == before + 1


@pytest.mark.parametrize("file", ["ru/index.html", "assets/talqy.css", ".talqy-parts"])
def test_a_site_that_is_not_as_it_was_left_is_made_again(
    file: str, project: Path, runs: Counter[str]
) -> None:
    talqy("build")
    whole = (project / "site" / file).read_bytes()
    for break_it in (lambda at: at.write_bytes(b" "), Path.unlink):
        break_it(project / "site" / file)
        talqy("build")
        assert (project / "site" / file).read_bytes() == whole or file == ".talqy-parts"
    assert runs == {"build": 3}


@pytest.mark.usefixtures("project")
def test_another_day_language_or_option_is_another_question(
    runs: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for more in ((), ("--strict",), ("--today", "2026-11-24"), ("--language", "kk")):
        talqy("check", *more)
    assert runs == {"check": 4}
    monkeypatch.setattr(clock, "now_in", lambda _: date(2030, 1, 1))
    talqy("check", "--language", "kk")
    assert runs == {"check": 5}


def test_a_record_that_git_alone_has_is_seen(
    tmp_path: Path, runs: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_repository(tmp_path / "project")
    b.write_project(folder)
    monkeypatch.chdir(folder)
    record = "standards/passport/history.yaml"
    b.write(folder, record, "x")
    talqy("check")
    (folder / record).unlink()
    assert "F76" not in talqy("check").output
    b.write(folder, record, "x")
    committed(folder)
    (folder / record).unlink()
    assert "F76" in talqy("check").output
    assert runs == {"check": 3}


def test_a_run_in_which_another_day_begins_keeps_no_answer(
    project: Path, runs: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    turned = clock.moment() + timedelta(days=1)
    monkeypatch.setattr(clock, "has_turned_since", lambda then, _: then < turned)
    for _ in range(2):
        talqy("check", "--project", str(project))
    assert runs == {"check": 2}


@pytest.mark.parametrize(
    "more", ["hooks:\n  - hook.py\n", "markdown_extensions:\n  - pymdownx.snippets\n"]
)
def test_where_others_have_a_say_nothing_is_said_again(
    more: str, project: Path, runs: Counter[str]
) -> None:
    """What a hook or an extension makes of a page may hang on anything."""
    (project / "hook.py").write_text("def on_page_markdown(markdown, **_): return markdown\n")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(f"{settings}{more}", encoding="utf-8")
    for _ in range(2):
        talqy("build")
    assert runs == {"build": 2}


def test_a_check_from_within_a_site_knows_what_that_site_was_made_of(
    project: Path, runs: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "old/data").mkdir(parents=True)
    monkeypatch.chdir(project / "old")
    talqy("check", "--project", "..")
    b.write(project, "old/data/roots.json", '{"standards": {"passport": {}}}')
    assert "F78" in talqy("check", "--project", "..").output
    assert runs == {"check": 2}


WRONG_ZONE = {"at": [], "answer": {"printed": "", "status": 0, "zone": "../../etc"}}
WRONG_STATUS = {"at": [], "answer": {"printed": "", "status": "0", "zone": "Asia/Almaty"}}


@pytest.mark.parametrize(
    "kept", ["x", {}, {"at": [], "answer": {}}, {"at": 1, "answer": 2}, WRONG_ZONE, WRONG_STATUS]
)
def test_an_answer_that_is_none_is_none(
    kept: object, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KeptFile, "get", lambda *_: kept)
    assert Asked(project, "check").answer() is None
