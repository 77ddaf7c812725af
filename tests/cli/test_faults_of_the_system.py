"""Whatever the system refuses, whenever a run is ended: nothing is lost, nothing half said."""

import errno
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import builders as b
from intakes import a_csv, put
from sites import files_of
from system_faults import Asked, counting, killed_at
from talqy.cli.main import main

TODAY = ("--today", "2026-11-20")
ANSWERED = "z000000001"
WHY = ("--reason", "kk=Қате", "--reason", "ru=Опечатка")
COMMANDS: dict[str, tuple[str, ...]] = {
    "check": ("check", *TODAY),
    "verify": ("verify",),
    "merge": ("merge", "--all", "--today", "2026-12-20"),
    "correct a text": ("correct", b.STANDARD, "r1", "report.on=2026-06-27", *WHY, *TODAY),
    "correct a response": (
        "correct",
        ANSWERED,
        "reason.ru=Мнение учтено: срок сокращен.",
        *WHY,
        *TODAY,
    ),
    "import": ("comment", "import", "../letters.csv", "--standard", b.STANDARD),
    "respond": ("respond", b.COMMENT, "--outcome", "noted", *WHY, *TODAY),
    "new standard": ("new", "standard", "water", "--title", "kk=Су", "--title", "ru=Вода"),
    "new revision": ("new", "revision", b.STANDARD),
    "upgrade": ("upgrade",),
}
WRITERS = sorted(set(COMMANDS) - {"check", "verify"})
HEADS = ("Дата", "Пункт", "Замечание", "Вид", "Автор")


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a project with an adopted text on record, and a draft under discussion."""
    folder = tmp_path_factory.mktemp("faults") / "project"
    rows = [("10.11.2026", "2", f"Срок {n} дней слишком долгий.", "", "") for n in (10, 20)]
    put(folder.parent, "letters.csv", a_csv(HEADS, *rows))
    clauses = b.complete_clauses()
    clauses[0] = {**clauses[0], "text": b.said("Қызмет жаңаша көрсетіледі.", "Услуга обновлена.")}
    reason = b.said("Қысқартылды.", "Сокращено.")
    b.write_project(
        folder,
        revisions=[
            b.an_adopted_revision(),
            b.a_revision(
                2, clauses=clauses, amendments=[{"clauses": ["general"], "reason": reason}]
            ),
        ],
        comments=[
            b.a_comment(ANSWERED, received="2026-06-10"),
            b.a_comment(revision=2),
        ],
        responses=[b.a_response(ANSWERED, decided={"by": b.MINISTRY, "on": "2026-06-22"})],
    )
    done = talqy(folder, "merge", "--all", *TODAY)
    assert done.exit_code == 0, done.output
    return folder


def talqy(project: Path, *words: str) -> Result:
    """Run a command as a person does; nobody meets a traceback."""
    words = tuple(w.replace("../", f"{project.parent}/") for w in words)
    done = CliRunner().invoke(main, [*words, "--project", str(project)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert "fault of Talqy" not in done.output
    return done


def afresh(origin: Path) -> Path:
    """Copy the project beside itself, anew."""
    folder = origin.parent / "copy"
    shutil.rmtree(folder, ignore_errors=True)
    return Path(shutil.copytree(origin, folder))


def carried_out(origin: Path, name: str) -> tuple[Asked, dict[str, bytes]]:
    """Run a command undisturbed; return what it asks of the system, and what is there then."""
    project = afresh(origin)
    with counting(project) as asked:
        done = talqy(project, *COMMANDS[name])
    assert done.exit_code == 0, done.output
    assert not (project / ".talqy").exists()
    return asked, files_of(project)


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize(
    "error", [errno.ENOSPC, pytest.param(errno.EROFS, marks=pytest.mark.proof)]
)
def test_what_cannot_be_written_leaves_all_as_it_was(name: str, error: int, origin: Path) -> None:
    """At each file and folder in turn: a full disk, or one that can only be read."""
    before, (asked, whole) = files_of(origin), carried_out(origin, name)
    assert whole != before
    for point in asked.changes():
        project = afresh(origin)
        with counting(project, point, error):
            done = talqy(project, *COMMANDS[name])
        now = files_of(project)
        # A file without a second name is copied, and a lock without words holds.
        assert now == (whole if done.exit_code == 0 else before), (point, done.output)
        assert done.exit_code in {0, 2}
        assert not (project / ".talqy").exists()


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("every", [7, pytest.param(1, marks=pytest.mark.proof)])
def test_what_vanishes_while_it_is_read_is_never_taken_as_not_there(
    name: str, every: int, origin: Path
) -> None:
    before, (asked, whole) = files_of(origin), carried_out(origin, name)
    for point in asked.readings()[::every]:
        project = afresh(origin)
        with counting(project, point, errno.ENOENT):
            done = talqy(project, *COMMANDS[name])
        shutil.rmtree(project / ".talqy", ignore_errors=True)  # the next run would sweep it
        now = files_of(project)
        assert now in (before, whole), (point, asked.events[point - 1], done.output)
        assert done.exit_code in {0, 1, 2}


PLACES = {
    "correct a text": 2,
    "correct a response": 2,
    "new standard": 2,
    "import": 2,
    "upgrade": 3,
}


@pytest.mark.parametrize(
    ("name", "point"),
    [
        pytest.param(name, point, marks=[] if name.startswith("correct") else [pytest.mark.proof])
        for name, places in PLACES.items()
        for point in range(places)
    ],
)
def test_what_a_killed_run_has_begun_the_same_command_finishes(
    name: str, point: int, origin: Path
) -> None:
    _, whole = carried_out(origin, name)
    project = afresh(origin)
    words = [w.replace("../", f"{project.parent}/") for w in COMMANDS[name]]
    killed_at(point, *words, "--project", str(project))
    again = talqy(project, *COMMANDS[name])
    assert again.exit_code == 0, again.output
    assert files_of(project) == whole
    assert not (project / ".talqy").exists()
