"""Parts of a site that an earlier run has left as they would be made are not made again."""

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import (
    COMMENT,
    OTHER_COMMENT,
    STANDARD,
    a_comment,
    a_project,
    a_response,
    a_revision,
    a_standard,
    comment_path,
    response_path,
    revision_path,
    said,
    standard_path,
    write,
)
from sites import built, files_of, two_standards
from talqy.cli import building as build_command
from talqy.language.edition import Edition, SitePage
from talqy.model.register import Record
from talqy.project.sources import Sources, sources
from talqy.search.index import ProsePage
from talqy.site import site
from talqy.site.pages.table import pages_of_site, pages_of_standard
from talqy.site.parts import SitePart, list_of_parts, made_parts

SECOND, ALL = "lost-passport", "all"


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

    def pages(edition: Edition, record: Record) -> Iterator[SitePage]:
        counted[record.id] += 1
        return pages_of_standard(edition, record)

    def pages_of_all(edition: Edition, prose: Sequence[ProsePage]) -> Iterator[SitePage]:
        counted[ALL] += 1
        return pages_of_site(edition, prose)

    monkeypatch.setattr(site, "pages_of_standard", pages)
    monkeypatch.setattr(site, "pages_of_site", pages_of_all)
    return counted


def nothing(_: Path) -> None:
    """Leave a project as it is."""


def a_remark(project: Path) -> None:
    write(project, comment_path(OTHER_COMMENT), a_comment(OTHER_COMMENT, text="Почему?"))


def an_answer(project: Path) -> None:
    write(project, response_path(), a_response(outcome="noted"))


def a_setting(project: Path) -> None:
    write(project, "standards/project.yaml", a_project(name=said("Басқа", "Другое")))


def another_day(project: Path) -> None:
    write(project, "standards/project.yaml", a_project(today="2026-11-24"))


def a_template(project: Path) -> None:
    write(project, "site_templates/records/report.html", "<p>{{ view.title }}</p>\n")


def a_page_that_somebody_changed(project: Path) -> None:
    page = project / f"site/ru/s/{SECOND}/index.html"
    page.write_bytes(page.read_bytes() + b" ")


def a_page_that_is_gone(project: Path) -> None:
    (project / f"site/ru/s/{SECOND}/history/index.html").unlink()


def a_title(project: Path) -> None:
    write(project, standard_path(SECOND), a_standard(SECOND, title=said("Төлқұжат", "Паспорт")))


def a_list_that_is_none(project: Path) -> None:
    (project / "site/.talqy-parts").write_bytes(b"part x\n\xff")


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


EACH = {STANDARD: 2, SECOND: 2, ALL: 2}
EDITS: dict[Callable[[Path], None], dict[str, int]] = {
    nothing: {},
    a_remark: {STANDARD: 2, ALL: 2},
    an_answer: {STANDARD: 2, ALL: 2},
    a_page_that_somebody_changed: {SECOND: 2},
    a_page_that_is_gone: {SECOND: 2},
    a_setting: EACH,
    another_day: EACH,
    a_template: EACH,
    a_title: EACH,
    a_list_that_is_none: EACH,
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_an_edit_touches_is_made_and_nothing_else(
    edit: Callable[[Path], None], project: Path, shown: Counter[str]
) -> None:
    edit(project)
    built(project)
    assert shown == EDITS[edit]


def a_draft(project: Path) -> None:
    second = revision_path(2, SECOND)
    if (project / second).exists():
        (project / second).unlink()
    else:
        write(project, second, a_revision(2, kind="amendment", base="1"))


def another_standard(project: Path) -> None:
    folder = project / "standards" / "pension"
    if folder.exists():
        shutil.rmtree(folder)
    else:
        write(project, standard_path("pension"), a_standard("pension"))
        write(project, revision_path(1, "pension"), a_revision())


def a_comment_less(project: Path) -> None:
    for name in (COMMENT, OTHER_COMMENT):
        (project / comment_path(name)).unlink(missing_ok=True)
        (project / response_path(name)).unlink(missing_ok=True)


MORE_EDITS = (*EDITS, a_draft, another_standard, a_comment_less)


def after_edits(project: Path, folder: Path, seed: int, count: int) -> None:
    """Change a project again and again; a site that is kept is the one that is built anew."""
    chance = random.Random(seed)  # noqa: S311 - which edits are made, the same in every run
    for number in range(count):
        edits = chance.sample(MORE_EDITS, chance.randint(1, 2))
        for edit in edits:
            edit(project)
        anew = folder / f"{seed}-{number}"
        for words in ((), ("--to", anew)):
            build_in(project, *words)
        assert files_of(project / "site") == files_of(anew), edits
        shutil.rmtree(anew)


def build_in(project: Path, *words: str | Path) -> None:
    """Build a project, whatever is wrong with what an edit has left."""
    try:
        built(project, *words)
    except AssertionError:
        built(project, *words, status=1)


def test_a_site_that_is_kept_is_the_one_that_is_built_anew(project: Path, tmp_path: Path) -> None:
    after_edits(project, tmp_path, seed=1, count=4)


@pytest.mark.proof
@pytest.mark.parametrize("seed", range(2, 12))
def test_whatever_is_edited_the_site_is_the_same(seed: int, project: Path, tmp_path: Path) -> None:
    after_edits(project, tmp_path, seed, count=12)


def test_a_thing_that_a_key_forgets_is_found(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison above can fail: it does where comments are no part of the key."""

    def forgetful(root: Path) -> Sources:
        found = sources(root)
        return Sources(found.shared, dict.fromkeys(found.own, "the same"))

    monkeypatch.setattr(build_command, "sources", forgetful)
    built(project)
    a_remark(project)
    built(project)
    built(project, "--to", tmp_path / "anew")
    assert files_of(project / "site") != files_of(tmp_path / "anew")


def test_what_changes_while_a_site_is_made_is_not_taken_for_known(
    project: Path, shown: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The digests are of before: what was read may be younger, so nothing is kept of this run."""
    a_remark(project)
    looks = iter(range(9))

    def changing(root: Path) -> Sources:
        if next(looks):
            an_answer(root)
        return sources(root)

    with monkeypatch.context() as patched:
        patched.setattr(build_command, "sources", changing)
        built(project)
    shown.clear()
    built(project)
    assert shown == EACH


PATHS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\x85"),
    min_size=1,
)


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
