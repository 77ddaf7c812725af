"""Parts of a site that an earlier run has left as they would be made are not made again."""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import MINISTRY, STANDARD, comment_path, write
from site_edits import (
    EDITS,
    OFFICE,
    SECOND,
    a_footer,
    a_list_that_is_none,
    a_page_that_is_gone,
    a_page_that_somebody_changed,
    a_paper_beside_the_prose,
    a_remark,
    a_setting,
    a_template,
    a_title,
    after_edits,
    an_answer,
    an_id_of_two,
    another_authority,
    another_day,
    nothing,
    steps_of,
)
from sites import built, files_of, run, small, two_standards
from talqy.cli import building as build_command
from talqy.errors import CannotWriteError
from talqy.language.edition import Edition, SitePage
from talqy.model.register import Record
from talqy.project import again
from talqy.project.sources import Sources, sources
from talqy.project.survey import ProjectState, survey
from talqy.search.pages import ProsePage
from talqy.site import output, site
from talqy.site.pages.table import Tells, pages_of_authority, pages_of_site, pages_of_standard
from talqy.site.parts import SitePart, list_of_parts, made_parts

ALL = "all"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return two_standards(tmp_path_factory.mktemp("parts"), SECOND)


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    """Return a small project of two standards, already built."""
    return Path(shutil.copytree(made, tmp_path / "project"))


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count how often the pages of each standard, and of all, are made in either language."""
    counted: Counter[str] = Counter()

    def pages(edition: Edition, record: Record, *, tells: Tells) -> Iterator[SitePage]:
        counted[{Tells.STILL: record.id}.get(tells, f"{record.id} {tells.value}")] += 1
        return pages_of_standard(edition, record, tells=tells)

    def pages_of_all(edition: Edition, prose: Sequence[ProsePage]) -> Iterator[SitePage]:
        counted[ALL] += 1
        return pages_of_site(edition, prose)

    def pages_of_one(edition: Edition, name: str) -> Iterator[SitePage]:
        counted[name] += 1
        return pages_of_authority(edition, name)

    monkeypatch.setattr(site, "pages_of_standard", pages)
    monkeypatch.setattr(site, "pages_of_authority", pages_of_one)
    monkeypatch.setattr(site, "pages_of_site", pages_of_all)
    return counted


@pytest.mark.parametrize("path", ["a\0b", "../outside", "/etc/passwd", "a" * 300, "ru"])
def test_a_list_that_somebody_changed_ends_no_run(
    path: str, project: Path, shown: Counter[str]
) -> None:
    """What it names is neither looked at nor taken away; the parts are made anew."""
    parts = project / "site/.talqy-parts"
    begun = parts.read_text("utf-8").replace("\n", f"\n1 1 {path}\n", 1)
    parts.write_text(begun, encoding="utf-8")
    files = project / "site/.talqy-files"
    files.write_text(f"{path}\n{files.read_text('utf-8')}", encoding="utf-8")
    built(project)
    assert shown == EACH
    assert path not in parts.read_text("utf-8") or path == "ru"


@pytest.mark.parametrize("content", [b"", b"[1,2", b"[1]", b"{}", b"\xff\xfe", b"\0" * 99])
def test_what_a_standard_adds_counts_only_as_it_was_written(
    content: bytes, project: Path, tmp_path: Path
) -> None:
    """The list says that the file is as it was left: a disk has lost it, or somebody changed it."""
    added = project / f"site/.talqy-added/{SECOND}.json"
    added.write_bytes(content)
    parts = project / "site/.talqy-parts"
    listed = made_parts(parts.read_bytes())
    made = {name: [*part.files] for name, part in listed.items()}
    kept = [SitePart(name, part.key, lambda _: (), day=part.day) for name, part in listed.items()]
    parts.write_bytes(list_of_parts(project / "site", kept, made))
    a_remark(project)
    built(project)
    built(project, "--to", tmp_path / "anew")
    damaged = {f".talqy-added/{added.name}": b""}
    assert {**files_of(project / "site"), **damaged} == {**files_of(tmp_path / "anew"), **damaged}


@pytest.mark.parametrize("day", ["2026-13-20", "x", "20261120T"])
def test_a_day_that_is_none_makes_a_list_none(day: str, tmp_path: Path) -> None:
    part = SitePart("a", "k", lambda _: (), day=day)
    assert made_parts(list_of_parts(tmp_path, [part], {"a": []})) == {}


BY_DAY = "by day"
QUIET_DAYS = ("2026-12-02", "2026-12-03")
PROVEN = "proven"
FIRST = {STANDARD: 2, f"{STANDARD} {BY_DAY}": 2, f"{STANDARD} {PROVEN}": 2}
OTHER = {SECOND: 2, f"{SECOND} {BY_DAY}": 2, f"{SECOND} {PROVEN}": 2}
TOGETHER = {ALL: 2, MINISTRY: 2}
EACH = {**FIRST, **OTHER, **TOGETHER}
TOUCHED: dict[Callable[[Path], None], dict[str, int]] = {
    nothing: {},
    a_remark: {**FIRST, **TOGETHER},
    an_answer: {**FIRST, **TOGETHER},
    a_page_that_somebody_changed: {SECOND: 2},
    a_page_that_is_gone: {f"{SECOND} {BY_DAY}": 2},
    a_setting: EACH,
    another_day: EACH,
    a_template: EACH,
    a_title: EACH,
    a_list_that_is_none: EACH,
    a_footer: EACH,
}


@pytest.mark.parametrize("edit", TOUCHED)
def test_what_an_edit_touches_is_made_and_nothing_else(
    edit: Callable[[Path], None], project: Path, shown: Counter[str]
) -> None:
    edit(project)
    built(project)
    assert shown == TOUCHED[edit]


def test_of_authorities_that_one_is_made_whose_standard_is_another(
    project: Path, shown: Counter[str], tmp_path: Path
) -> None:
    another_authority(project)
    built(project, status=1)  # no setting names it
    assert shown == {**EACH, OFFICE: 2}
    shown.clear()
    a_remark(project)
    built(project, status=1)
    assert shown == {**FIRST, ALL: 2, MINISTRY: 2}
    built(project, "--to", tmp_path / "anew", status=1)
    assert files_of(project / "site") == files_of(tmp_path / "anew")


def test_on_another_day_what_shows_all_is_made_and_all_others_bear_it(
    project: Path, shown: Counter[str], tmp_path: Path
) -> None:
    """The discussion is over, and nothing is owed yet: between two events a day is like another.

    The line in time names the day: it is drawn anew in the page that is there. A template of the
    project may name the day anywhere: then the pages that know it are made anew.
    """
    for edit, made in (
        (nothing, TOGETHER),
        (a_template, {f"{STANDARD} {BY_DAY}": 2, f"{SECOND} {BY_DAY}": 2, **TOGETHER}),
    ):
        edit(project)
        for day in QUIET_DAYS:
            shown.clear()
            built(project, "--today", day)
        assert shown == made
        assert built(project, "--today", day, "--to", tmp_path / edit.__name__)
        assert files_of(project / "site") == files_of(tmp_path / edit.__name__)


def test_a_merge_makes_the_receipts_of_all_others_and_nothing_else_of_them(
    project: Path, shown: Counter[str], tmp_path: Path
) -> None:
    """They lead to the root of all records. A template of the project may show them anywhere."""
    day = ("--today", "2026-12-02")
    for name, before, made, then in (
        (
            STANDARD,
            0,
            {**FIRST, f"{SECOND} {PROVEN}": 2, **TOGETHER},
            1,
        ),  # the other is not merged yet
        (SECOND, 1, EACH, 0),
    ):
        built(project, *day, status=before)
        shown.clear()
        assert run("merge", name, *day, cwd=project).exit_code == 0
        built(project, *day, status=then)
        assert shown == made
        built(project, *day, "--to", tmp_path / name, status=then)
        assert files_of(project / "site") == files_of(tmp_path / name)
        a_template(project)


def test_a_project_without_standards_is_made_of_its_settings_too(tmp_path: Path) -> None:
    project = small(tmp_path / "project")
    shutil.rmtree(project / "standards" / STANDARD)
    built(project)
    a_setting(project)
    built(project)
    built(project, "--to", tmp_path / "anew")
    assert files_of(project / "site") == files_of(tmp_path / "anew")


def test_whatever_sign_a_path_has_what_others_put_into_the_folder_stays(project: Path) -> None:
    """Some signs end a line for Python, and in no list of ours."""
    others = project / "site/CNAME"
    odd = project / "site_templates/pages/a\u2028CNAME"
    odd.write_text("odd", "utf-8")
    built(project)
    others.write_text("talqy.example", "utf-8")
    odd.unlink()
    built(project)
    assert others.read_text("utf-8") == "talqy.example"


def test_what_a_run_has_put_there_and_no_part_names_is_taken_away(project: Path) -> None:
    """A run that was killed has put it there; then the change was taken back."""
    built(project)
    paper = project / "site/ru/paper.pdf"
    paper.write_bytes(b"%PDF")
    files = project / "site/.talqy-files"
    files.write_text(f"{files.read_text('utf-8')}ru/paper.pdf\n", "utf-8")
    built(project)
    assert not paper.exists()
    assert "paper.pdf" not in files.read_text("utf-8")


@pytest.mark.parametrize("name", ["~$paper.docx", "desktop.ini", "Thumbs.db"])
@pytest.mark.parametrize("folder", ["pages/ru", "theme/assets"])
def test_what_systems_leave_in_folders_is_not_published(
    name: str, folder: str, project: Path
) -> None:
    write(project, f"site_templates/{folder}/{name}", "whose name")
    a_remark(project)
    built(project)
    assert not [path for path in files_of(project / "site") if path.endswith(name)]


def test_a_name_that_is_no_utf8_is_told_and_not_published(project: Path) -> None:
    write(project, "site_templates/pages/ru/index.md", "# Words\n")
    (project / os.fsdecode(b"site_templates/pages/ru/\xff.pdf")).write_bytes(b"%PDF")
    done = run("build", cwd=project)
    assert (done.exit_code, "error F22" in done.stderr) == (1, True)
    assert not [path for path in files_of(project / "site") if path.endswith(".pdf")]


def test_whose_an_id_is_that_two_standards_use_is_part_of_what_each_is_made_of(
    project: Path, tmp_path: Path
) -> None:
    for name in "once", "again":  # there, and away
        an_id_of_two(project)
        built(project, status=1 if name == "once" else 0)
        built(project, "--to", tmp_path / name, status=1 if name == "once" else 0)
        assert files_of(project / "site") == files_of(tmp_path / name)


def test_a_list_that_cannot_be_written_is_told_and_the_site_is_there(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full after the last page; the next run begins with what it finds."""

    def full(*_: object) -> bytes:
        raise CannotWriteError("{file}: {reason}; nothing was written", file="x", reason="full")

    a_paper_beside_the_prose(project)
    with monkeypatch.context() as patched:
        patched.setattr(output, "list_of_parts", full)
        done = run("build", cwd=project)
    assert done.exit_code == 2
    assert "nothing was written" not in done.stderr
    assert "the site stands as it was made" in done.stderr
    assert (project / "site/ru/paper.pdf").exists()
    a_paper_beside_the_prose(project)
    built(project)
    assert not (project / "site/ru/paper.pdf").exists()


NO_PICTURES = "talqy.site.statistics_files._drawn"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Draw no pictures: they take most of the time of so small a site, and have no key."""
    monkeypatch.setattr(NO_PICTURES, lambda shown: str(shown.standing).encode())
    return monkeypatch


SEEDS = (5, 8, 40, 41, 71, 72, 75, 86, 89, 92, 98)


def test_a_few_seeds_draw_whatever_is_done_to_a_project() -> None:
    steps = [step for seed in SEEDS for step in steps_of(seed)]
    assert {edit for step in steps for edit in step.edits} == {*EDITS}
    assert sum(step.moves is not None for step in steps) > 4
    assert sum(bool(step.version) for step in steps) > 2


@pytest.mark.parametrize("seed", SEEDS)
def test_a_site_that_is_kept_is_the_one_that_is_built_anew(
    seed: int, project: Path, tmp_path: Path, quick: pytest.MonkeyPatch
) -> None:
    after_edits(project, tmp_path / "anew", seed, quick)


@pytest.mark.proof
@pytest.mark.parametrize("hundred", range(20))
def test_whatever_is_done_to_a_project_the_site_is_the_same(
    hundred: int, made: Path, tmp_path: Path, quick: pytest.MonkeyPatch
) -> None:
    for seed in range(100 * (hundred + 1), 100 * (hundred + 2)):
        project = shutil.copytree(made, tmp_path / str(seed))
        after_edits(project, tmp_path / "anew", seed, quick)
        for folder in (project, tmp_path / "anew"):
            shutil.rmtree(folder)


def test_a_thing_that_a_key_forgets_is_found(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison above can fail: it does where comments and answers are no part of the key."""

    def forgetful(root: Path) -> Sources:
        found = sources(root)
        return replace(found, own=dict.fromkeys(found.own, "the same"))

    monkeypatch.setattr(again, "sources", forgetful)
    monkeypatch.setattr(build_command, "sources", forgetful)
    built(project)
    an_answer(project)
    built(project)
    built(project, "--to", tmp_path / "anew")
    assert files_of(project / "site") != files_of(tmp_path / "anew")


def made_after_a_build_with(
    project: Path, shown: Counter[str], **others: Callable[..., object]
) -> Counter[str]:
    """Build with other functions in the command; return what the build after that makes anew."""
    with pytest.MonkeyPatch.context() as patched:
        for name, other in others.items():
            patched.setattr(build_command, name, other)
            patched.setattr(again, name, other, raising=False)  # it looks first, the command last
        built(project)
    shown.clear()
    built(project)
    return shown


def test_what_changes_while_a_site_is_made_is_not_taken_for_known(
    project: Path, shown: Counter[str]
) -> None:
    """The digests are of before: what was read may be younger, so nothing is kept of this run."""
    a_remark(project)
    looks = iter(range(9))

    def changing(root: Path) -> Sources:
        if next(looks):
            an_answer(root)
        return sources(root)

    assert made_after_a_build_with(project, shown, sources=changing) == EACH


def test_what_was_another_while_a_site_is_made_is_not_taken_for_known(
    project: Path, shown: Counter[str]
) -> None:
    """As when somebody looks at another branch for a moment: before and after it is the same."""
    comment = project / comment_path()
    words = comment.read_bytes()

    def other(root: Path, today: date | None) -> ProjectState:
        comment.write_bytes(words.replace("Неге".encode(), "Қашан".encode()) + b"# other\n")
        state = survey(root, today)
        comment.write_bytes(words)
        return state

    a_remark(project)
    assert made_after_a_build_with(project, shown, survey=other) == EACH


def test_a_project_is_looked_at_before_it_is_read_and_when_all_is_made(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Path] = []

    def counted(root: Path) -> Sources:
        looks.append(root)
        return sources(root)

    for room in (again, build_command):
        monkeypatch.setattr(room, "sources", counted)
    an_answer(project)
    built(project)
    assert len(looks) == 2


PATHS = st.text(st.characters(codec="utf-8", exclude_characters="\n\0"), min_size=1)


@given(st.dictionaries(PATHS, st.sets(PATHS), max_size=3))
def test_a_list_of_parts_says_what_was_made(made: dict[str, set[str]]) -> None:
    parts = [SitePart(name, f"key-{at}", lambda _: ()) for at, name in enumerate(made)]
    read = made_parts(list_of_parts(Path("/nowhere"), parts, made))
    assert {name: (one.key, set(one.files)) for name, one in read.items()} == {
        part.name: (part.key, made[part.name]) for part in parts
    }


@given(st.binary())
def test_whatever_lies_in_its_place_is_read_as_a_list_or_as_none(content: bytes) -> None:
    assert isinstance(made_parts(content), dict)
