"""Building the whole site: the same bytes from everywhere, nothing lost, nothing half done."""

import re
import shutil
from pathlib import Path

import pytest

from builders import TODAY, a_comment, a_revision, a_standard, revision_path, standard_path, write
from sites import (
    built,
    by_id,
    demonstration,
    files_of,
    parsed,
    run,
    small,
    started,
    text_of,
    two_standards,
)
from talqy.project.files import problems_of_names

BROKEN = "schema: 1\nrevision: 2\nkind: amendment: twice\n"
SECOND = "lost-passport"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return two_standards(tmp_path_factory.mktemp("made"), SECOND)


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    """Return a small project of two standards, already published."""
    return Path(shutil.copytree(made, tmp_path / "project"))


def test_two_builds_are_equal_byte_for_byte(published: Path, tmp_path: Path) -> None:
    """Neither the order of files on disk, nor the folder, nor line ends of a checkout matter."""
    other = demonstration(tmp_path / "elsewhere", backwards=True)
    for kind in ("yaml", "yml", "md", "html", "po"):
        for file in other.rglob(f"*.{kind}"):
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    words = ("build", "--project", other, "--to", tmp_path / "out")
    done = started("talqy", *words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert files_of(tmp_path / "out") == files_of(published / "site")


def test_headings_of_prose_have_ids_of_their_words(published: Path) -> None:
    pages = [
        *(published / "site/ru").glob("*/index.html"),
        *(published / "site/kk").glob("*/*.html"),
    ]
    assert pages
    assert not [page for page in pages if re.search(r' id="_\d+"', page.read_text("utf-8"))]


def test_every_file_of_the_site_can_lie_on_any_disk(published: Path) -> None:
    """No name that Windows refuses, no two that differ in capitals alone."""
    assert list(problems_of_names(files_of(published / "site"))) == []


@pytest.mark.proof
def test_mkdocs_makes_the_very_same_site(published: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = started("mkdocs", "build", "--quiet", "--site-dir", out, cwd=published)
    assert done.returncode == 0, done.stderr
    ours = files_of(published / "site").items()
    assert files_of(out) == {path: made for path, made in ours if not path.startswith(".talqy")}


def test_mkdocs_may_build_where_talqy_has_built(project: Path) -> None:
    """The list of files that `talqy build` keeps must not make `mkdocs build` remove its own."""
    before = files_of(project / "site")
    assert started("mkdocs", "build", "--quiet", cwd=project).returncode == 0
    assert files_of(project / "site") == before
    assert "(written: 0" in run("build", cwd=project).stdout


def test_a_second_build_writes_nothing(project: Path) -> None:
    times = {file: file.stat().st_mtime_ns for file in (project / "site").rglob("*")}
    again = run("build", cwd=project)
    count = len(files_of(project / "site"))
    counts = f"files: {count} (written: 0, unchanged: {count}, removed: 0)"
    assert again.stdout == f"site: {counts}\n"
    assert {file: file.stat().st_mtime_ns for file in (project / "site").rglob("*")} == times


def test_a_removed_standard_vanishes_and_a_strangers_file_stays(project: Path) -> None:
    site = project / "site"
    write(project, "site/humans.txt", "Aigul and Daniyar\n")
    write(project, f"site/kk/s/{SECOND}/notes.txt", "A file of somebody else.\n")
    shutil.rmtree(project / "standards" / SECOND)
    built(project)
    left = [path for path in files_of(site) if SECOND in path]
    assert left == [f"kk/s/{SECOND}/notes.txt"]
    assert (site / "humans.txt").is_file()
    assert not (site / "ru/s" / SECOND).exists()


def test_a_changed_list_of_files_leads_nowhere_outside(project: Path) -> None:
    precious = write(project, "precious.txt", "not the site's\n")
    manifest = project / "site/.talqy-files"
    manifest.write_text(manifest.read_text("utf-8") + "../precious.txt\n", encoding="utf-8")
    built(project)
    assert precious.is_file()


@pytest.mark.parametrize(
    ("template", "named"),
    [("records/home.html", "home.html"), ("theme/partials/footer.html", "partials/footer.html")],
)
def test_a_build_that_fails_leaves_the_published_site(
    project: Path, template: str, named: str
) -> None:
    before = files_of(project / "site")
    write(project, f"site_templates/{template}", "{% if %}")
    write(project, standard_path(), a_standard(reviewed="2026-03-03"))
    failed = run("build", cwd=project)
    assert failed.exit_code == 2
    assert f"{named}, line 1, cannot be used" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert files_of(project / "site") == before


def test_a_broken_file_is_named_and_left_out_and_the_rest_is_published(project: Path) -> None:
    write(project, revision_path(2), BROKEN)
    done = run("build", cwd=project)
    site = files_of(project / "site")
    assert done.exit_code == 1
    assert f"{revision_path(2)}:3:" in done.stderr
    assert "kk/s/birth-registration/r2/index.html" not in site
    assert {"kk/s/birth-registration/index.html", f"ru/s/{SECOND}/index.html"} <= site.keys()


def test_a_comment_on_a_text_that_was_not_discussed_is_named_and_shown_all_the_same(
    tmp_path: Path,
) -> None:
    undiscussed = [a_revision(consultation=None)]
    project = small(tmp_path, revisions=undiscussed, comments=[a_comment(text="Қосымша сөз.")])
    page = built(project, status=1) / "kk/s/birth-registration/comments/index.html"
    assert "Қосымша сөз." in text_of(parsed(page))


def test_a_standard_without_a_readable_text_is_left_out_alone(project: Path) -> None:
    write(project, revision_path(1, SECOND), BROKEN)
    built(project, status=1)
    site = files_of(project / "site")
    assert not [path for path in site if SECOND in path]
    assert "kk/s/birth-registration/index.html" in site


def test_strict_writes_nothing_while_there_is_an_error(project: Path) -> None:
    before = files_of(project / "site")
    write(project, standard_path(), a_standard(title={"kk": "Өзгерген атау", "ru": "Новое имя"}))
    write(project, revision_path(2), BROKEN)
    done = run("build", "--strict", cwd=project)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "nothing was written (--strict)" in done.stderr
    assert files_of(project / "site") == before


def test_the_day_that_is_named_decides_the_stages(project: Path) -> None:
    """The discussion runs from 9 to 27 November 2026."""
    shown = {}
    for day in ("2026-11-01", TODAY, "2026-11-28"):
        built(project, "--today", day, status=int(day < "2026-11-09"))
        page = parsed(project / "site/ru/s/birth-registration/index.html")
        shown[day] = text_of(by_id(page, "_main"))
    assert "Обсуждение запланировано" in shown["2026-11-01"]
    assert "Обсуждение открыто" in shown[TODAY]
    assert "Комментарии рассматриваются" in shown["2026-11-28"]


def test_a_site_folder_that_is_a_link_is_written_only_where_it_is_named(
    project: Path, tmp_path: Path
) -> None:
    """Somebody's pull request may bring a link; whoever names a folder means what is behind it."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.rmtree(project / "site")
    (project / "site").symlink_to(elsewhere)
    refused = run("build", cwd=project)
    assert refused.exit_code == 2
    assert "site: this is a link, and nothing is written through links" in refused.stderr
    assert not list(elsewhere.iterdir())
    assert run("build", "--to", "site", cwd=project).exit_code == 0
    assert (elsewhere / "index.html").is_file()


def test_a_page_of_the_users_own_is_named_and_left(project: Path) -> None:
    shutil.rmtree(project / "site")
    write(project, "site/index.html", "mine")
    refused = run("build", cwd=project)
    assert refused.exit_code == 2
    assert "files that Talqy has not written (1): index.html" in refused.stderr
    assert files_of(project / "site") == {"index.html": b"mine"}
