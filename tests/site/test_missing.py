"""The site never says less than the record: it is not written, or its pages say what is missing."""

import shutil
from pathlib import Path

import pytest

from builders import (
    COMMENT,
    OTHER_COMMENT,
    STANDARD,
    a_comment,
    a_response,
    a_revision,
    a_standard,
    an_adopted_revision,
    an_adoption,
    comment_path,
    response_path,
    revision_path,
    said,
    standard_path,
    write,
)
from sites import by_id, files_of, parsed, run, small, started, words_in

LATER = ("--today", "2026-12-20")
HISTORY = f"standards/{STANDARD}/history.yaml"
ANSWER = response_path()
SECOND = "lost-passport"
BROKEN = "schema: 1\nrevision: 1\nkind: new: twice\n"


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project whose text, two comments and one answer are on record, already published."""
    project = small(
        tmp_path_factory.mktemp("recorded"),
        comments=[a_comment(), a_comment(OTHER_COMMENT)],
        responses=[a_response()],
        files={standard_path(SECOND): a_standard(SECOND)},
    )
    shutil.copyfile(project / revision_path(), _folder(project / revision_path(1, SECOND)))
    merged = run("merge", "--all", *LATER, cwd=project)
    assert merged.exit_code == 0, merged.output
    assert run("build", *LATER, cwd=project).exit_code in {0, 1}
    return project


def _folder(file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


@pytest.fixture
def project(recorded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(recorded, tmp_path / "project"))


def spoil(project: Path, file: str) -> None:
    write(project, file, BROKEN)


def remove(project: Path, file: str) -> None:
    (project / file).unlink()


CASES = {
    "a text that cannot be read": (spoil, revision_path(), f"{revision_path()} (cannot be used)"),
    "a text that is gone": (remove, revision_path(), f"{revision_path()} (gone)"),
    "a standard that cannot be read": (
        spoil,
        standard_path(),
        f"{standard_path()} (cannot be used)",
    ),
    "a standard that is gone": (remove, standard_path(), f"{standard_path()} (gone)"),
    "a record that cannot be read": (spoil, HISTORY, f"{HISTORY} (cannot be used)"),
    "a comment that cannot be read": (spoil, comment_path(), "k7m2p9qx4a.yaml (cannot be used)"),
    "a comment that is gone": (remove, comment_path(), "k7m2p9qx4a.yaml (gone)"),
    "an answer that cannot be read": (spoil, ANSWER, f"{ANSWER} (cannot be used)"),
    "an answer that is gone": (remove, ANSWER, f"{ANSWER} (gone)"),
}


@pytest.mark.parametrize(("spoiled", "file", "named"), CASES.values(), ids=CASES)
def test_what_is_on_record_and_cannot_be_shown_ends_the_build(
    spoiled: object, file: str, named: str, project: Path
) -> None:
    before = files_of(project / "site")
    assert callable(spoiled)
    spoiled(project, file)
    refused = run("build", *LATER, cwd=project)
    assert refused.exit_code == 2
    assert named in refused.stderr
    assert "--leave-out" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert files_of(project / "site") == before
    assert run("build", "--strict", *LATER, cwd=project).exit_code == 2


@pytest.mark.parametrize(("spoiled", "file", "named"), list(CASES.values())[::2], ids=[*CASES][::2])
def test_what_is_left_out_is_named_on_every_page_concerned(
    spoiled: object, file: str, named: str, project: Path
) -> None:
    assert callable(spoiled)
    spoiled(project, file)
    assert run("build", "--leave-out", *LATER, cwd=project).exit_code == 1
    reason = "Файла нет." if named.endswith("(gone)") else "Файл не удается прочесть."
    pages = ["", "standards/", "statistics/", "reviewers/", f"s/{STANDARD}/"]
    if "standard.yaml" not in file and file != revision_path():
        pages += [f"s/{STANDARD}/comments/", f"s/{STANDARD}/history/", f"s/{STANDARD}/r1/"]
    for page in pages:
        said = words_in(by_id(parsed(project / f"site/ru/{page}index.html"), "_missing-list"))
        assert reason in said, page
        assert file.rpartition("/")[2] in said, page
    other = (project / f"site/ru/s/{SECOND}/index.html").read_text("utf-8")
    assert "_missing" not in other


def test_a_text_that_is_left_out_keeps_its_address(project: Path) -> None:
    write(project, revision_path(2), an_adopted_revision(2))
    spoil(project, revision_path())
    assert run("build", "--leave-out", *LATER, cwd=project).exit_code == 1
    for path in ("r1", "r1-r2"):
        page = parsed(project / f"site/kk/s/{STANDARD}/{path}/index.html")
        assert "Файлын оқу мүмкін емес." in words_in(by_id(page, "_missing-list"))


def test_the_text_in_force_that_is_left_out_keeps_the_page_of_periods(project: Path) -> None:
    adopted = an_adoption("2026-12-18", discussed=said("Порталда", "На портале"))
    write(project, revision_path(2), a_revision(2, adopted=adopted, consultation=None))
    merged = run("merge", "--all", *LATER, cwd=project)
    assert merged.exit_code == 0, merged.output
    spoil(project, revision_path(2))
    assert run("build", "--leave-out", *LATER, cwd=project).exit_code == 1
    page = parsed(project / f"site/ru/s/{STANDARD}/in-force/index.html")
    assert "Файл не удается прочесть." in words_in(by_id(page, "_missing-list"))
    assert "действующего текста нет" not in words_in(page)


def test_a_standard_that_is_left_out_keeps_its_addresses(project: Path) -> None:
    remove(project, standard_path())
    assert run("build", "--leave-out", *LATER, cwd=project).exit_code == 1
    for path in ("", "r1/", "comments/", "history/"):
        page = parsed(project / f"site/ru/s/{STANDARD}/{path}index.html")
        assert "Файла нет." in words_in(by_id(page, "_missing-list"))


def test_a_comment_that_is_left_out_keeps_its_anchor(project: Path) -> None:
    remove(project, comment_path())
    assert run("build", "--leave-out", *LATER, cwd=project).exit_code == 1
    page = parsed(project / f"site/ru/s/{STANDARD}/comments/index.html")
    assert "комментарий № " in words_in(by_id(page, f"c-{COMMENT}"))


def test_mkdocs_does_not_shrink_the_site_either(project: Path) -> None:
    before = files_of(project / "site")
    spoil(project, revision_path())
    refused = started("mkdocs", "build", "--quiet", cwd=project)
    assert refused.returncode != 0
    assert "cannot be used" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert files_of(project / "site") == before


def test_a_broken_file_that_is_not_on_record_is_left_out_as_ever(project: Path) -> None:
    write(project, revision_path(2), BROKEN)
    done = run("build", *LATER, cwd=project)
    assert done.exit_code == 1
    assert "_missing" not in (project / f"site/ru/s/{STANDARD}/index.html").read_text("utf-8")


@pytest.mark.parametrize("file", [comment_path(), ANSWER])
def test_figures_do_not_say_less_than_the_record(file: str, project: Path) -> None:
    remove(project, file)
    refused = run("export", "figures", "--quarter", "2026-4", *LATER, cwd=project)
    assert refused.exit_code == 2
    assert f"{file.rpartition('/')[2]} (gone)" in refused.stderr
    assert refused.stdout == ""


def test_a_table_does_not_say_less_than_the_record_of_its_standard(project: Path) -> None:
    second = a_revision(2, adopted=an_adoption("2026-12-18"), consultation=None)
    write(project, revision_path(2), second)
    line = ("export", "table", STANDARD, "r1", "r2", "--draft", *LATER)
    remove(project, standard_path(SECOND))
    made = run(*line, cwd=project)
    assert made.exit_code == 1  # made, and what is gone elsewhere is named
    assert SECOND in made.stderr
    remove(project, comment_path())
    refused = run(*line, cwd=project)
    assert refused.exit_code == 2
    assert f"{COMMENT}.yaml (gone)" in refused.stderr
