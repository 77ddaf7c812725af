"""`talqy build --preview`: a site of what is not published yet, which says so on every page."""

import zipfile
from pathlib import Path

import pytest

import builders as b
from sites import built, files_of, run, small

SECOND = "lost-passport"
SAID = {
    "kk": "алдын ала көрсету: мұндағының ештеңесі жарияланған жоқ.",
    "ru": "Это предварительный показ: ничего из него не опубликовано.",
}
NOINDEX = b'<meta name="robots" content="noindex">'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with a draft in preparation beside one under discussion."""
    prepared = {key: it for key, it in b.a_revision().items() if key != "consultation"}
    files = {
        b.standard_path(SECOND): b.a_standard(SECOND),
        b.revision_path(1, SECOND): prepared,
    }
    return small(tmp_path / "project", files=files)


def site_of(project: Path, folder: str, *words: str) -> dict[str, bytes]:
    built(project, *words, "--to", folder)
    files = files_of(project / folder)
    assert "index.html" in files
    return files


def test_texts_in_preparation_are_there_and_every_page_says_what_it_is(project: Path) -> None:
    page = f"ru/s/{SECOND}/index.html"
    assert page not in site_of(project, "public")
    files = site_of(project, "preview", "--preview")
    assert page in files
    pages = {path: data for path, data in files.items() if path.endswith(".html")}
    assert [path for path, data in pages.items() if NOINDEX not in data] == []
    for language, words in SAID.items():
        own = {path: data for path, data in pages.items() if path.startswith(f"{language}/")}
        assert own
        assert [path for path, data in own.items() if words.encode() not in data] == []


def test_what_was_built_before_it_or_after_it_has_nothing_of_it(project: Path) -> None:
    """Each is the same, byte for byte, as if the other had never been in its folder."""
    alone = site_of(project, "public")
    preview = site_of(project, "preview", "--preview")
    assert site_of(project, "public", "--preview") == preview
    assert site_of(project, "public") == alone
    assert site_of(project, "preview") == alone


def test_a_preview_is_an_archive_that_opens_from_a_folder(project: Path) -> None:
    """It says what `build --preview` says, with links that need no server."""
    done = run("export", "archive", "--preview", "--to", "preview.zip", cwd=project)
    assert done.exit_code == 0, done.output
    with zipfile.ZipFile(project / "preview.zip") as package:
        (page,) = (one for one in package.namelist() if one.endswith(f"/ru/s/{SECOND}/index.html"))
        content = package.read(page)
    assert SAID["ru"].encode() in content
    assert NOINDEX in content
    assert b'href="../../index.html"' in content


def test_a_preview_has_a_folder_of_its_own(project: Path) -> None:
    done = run("build", "--preview", cwd=project)
    assert done.exit_code == 2
    assert "--to" in done.output
    assert not (project / "site").exists()
