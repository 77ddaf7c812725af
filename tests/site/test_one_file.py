"""Each file of a site can be made by itself, and has the bytes that it has in a build."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

import builders as b
from sites import ROOT, SITE_URL
from talqy.build import Site, public_site, site_file, site_parts
from talqy.language.edition import Results
from talqy.project.files import DiskFiles
from talqy.project.load import read_files
from talqy.project.survey import ProjectState, assess
from talqy.site.parts import NOTHING_MADE, files_of_parts
from talqy.site.shell import SLOTS, Shell, Shells, slot_mark
from talqy.site.site import DEPTHS


def shells_of(of: Site) -> Shells:
    html = "\n".join(f"<{name}>{slot_mark(name)}</{name}>" for name in sorted(SLOTS))
    return {(one.code, depth): Shell.split(html) for one in of.editions for depth in DEPTHS}


def made(of: Site) -> dict[str, bytes]:
    """Make all files of a site, in the order of a build."""
    return dict(files_of_parts(site_parts(of, shells_of(of), ())))


def of_one_standard() -> Site:
    """Prepare a site of one standard of the demonstration, which has all that one can have."""
    read = read_files(DiskFiles(ROOT)).register
    assert read
    register = replace(read, records=tuple(one for one in read.records if one.id == b.STANDARD))
    state = ProjectState(register, assess(register, date(2026, 11, 20)), ())
    return public_site(ROOT, state, SITE_URL)


@pytest.fixture(scope="module")
def whole() -> dict[str, bytes]:
    return made(of_one_standard())


def test_each_kind_of_file_is_made_by_itself(whole: dict[str, bytes]) -> None:
    """One file of each kind and folder, from a site of which nothing else was made."""
    of = of_one_standard()
    shells = shells_of(of)
    kinds = {
        "/".join(
            [*path.split("/")[:2], *path.split("/")[3:4], str(path.count("/")), path[-4:]]
        ): path
        for path in sorted(whole)
        if path != "sitemap.xml"
    }
    assert len(kinds) > 30
    for path in kinds.values():
        assert site_file(of, shells, (), path) == whole[path], path


@pytest.mark.proof
def test_every_file_is_made_by_itself(whole: dict[str, bytes]) -> None:
    of = of_one_standard()
    shells = shells_of(of)
    for path, content in whole.items():
        assert site_file(of, shells, (), path) == content, path


def test_what_only_the_pages_of_a_standard_show_goes_with_them() -> None:
    """Else a run would hold the words of all clauses and reports of a country at its end."""
    of = of_one_standard()
    kept = [edition.in_own for edition in of.editions]
    for part in site_parts(of, shells_of(of), ()):
        if part.name == f"standard {b.STANDARD}":
            shown = {path for path, _ in part.make(NOTHING_MADE) if any(of_pages(kept))}
            assert any(path.endswith("report.docx") for path in shown)
    assert not any(of_pages(kept))


def of_pages(kept: list[Results]) -> list[Mapping[str, object]]:
    """Return what is held for the pages of the standard alone."""
    return [
        one.below(kind, b.STANDARD)
        for one in kept
        for kind in ("body", "said-report", "said-table")
    ]
