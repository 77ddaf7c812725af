"""The manual as a part of the site: where its pages stand, and where their links lead."""

from pathlib import Path

import pytest

from talqy.model.addresses import PagePath
from talqy.model.project import Forge
from talqy.site.manual import ManualPlace, has_manual, manual_files

SITE = ("kk", "ru")
NOWHERE = Forge(kind="none")
FORGE = Forge(kind="github", url="https://forge.example/a/b", branch="main")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = ("manual/ru/index.md", "manual/ru/week.md", "manual/kk/index.md", "manual/en/week.md")
    for name in (*files, "manual/ru/pictures/desk.png", "word.md", "manual/ru/.DS_Store"):
        file = tmp_path / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# x", encoding="utf-8")
    return tmp_path


def test_a_language_that_the_site_does_not_speak_stands_below_each_of_its_own(root: Path) -> None:
    assert [uri for uri, _ in manual_files(root, SITE)] == [
        *("kk/manual/en/week.md", "ru/manual/en/week.md"),
        "kk/manual/index.md",
        *("ru/manual/index.md", "ru/manual/pictures/desk.png", "ru/manual/week.md"),
    ]
    assert [has_manual(root, language) for language in ("kk", "ru", "en")] == [True, True, False]


def test_a_project_without_a_manual_has_none(tmp_path: Path) -> None:
    assert list(manual_files(tmp_path, SITE)) == []


@pytest.mark.parametrize(
    "uri", ["ru/manual/week.md", "ru/manual/en/week.md", "kk/manual/index.md", "kk/manual/en/a.md"]
)
def test_a_place_is_read_from_where_it_stands(uri: str) -> None:
    place = ManualPlace.of(uri)
    assert place is not None
    assert place.uri == uri


@pytest.mark.parametrize(
    "uri", ["ru/how-it-works.md", "ru/manual.md", "manual/x.md", "ru/index.md"]
)
def test_other_pages_are_none_of_the_manual(uri: str) -> None:
    assert ManualPlace.of(uri) is None


@pytest.mark.parametrize(
    ("uri", "written", "shown"),
    [
        ("ru/manual/index.md", "[x](week.md)", "[x](week.md)"),
        ("ru/manual/index.md", "[x](../kk/index.md)", "[x](../../kk/manual/index.md)"),
        ("ru/manual/index.md", "[x](../en/week.md#a)", "[x](en/week.md#a)"),
        ("ru/manual/en/week.md", "[x](../ru/week.md)", "[x](../week.md)"),
        ("ru/manual/index.md", "see [x](../../gone.md), too", "see x, too"),
        ("ru/manual/index.md", "[x](../../../../etc/passwd)", "x"),
        ("ru/manual/index.md", "```\n[x](../../word.md)\n```", "```\n[x](../../word.md)\n```"),
        ("ru/manual/index.md", "`[x](../contacts/)`", "`[x](../contacts/)`"),
    ],
)
def test_links_within_the_manual_stay_on_the_site(
    root: Path, uri: str, written: str, shown: str
) -> None:
    place = ManualPlace.of(uri)
    assert place is not None
    assert place.linked(written, root, SITE, NOWHERE) == shown


def test_other_files_of_the_project_are_read_at_its_forge(root: Path) -> None:
    place = ManualPlace.of("ru/manual/index.md")
    assert place is not None
    written = "see [the document](../../word.md#tables), too"
    at_forge = "https://forge.example/a/b/blob/main/docs/word.md#tables"
    link = f'<a href="{at_forge}" rel="external">the document</a>'
    assert place.linked(written, root, SITE, FORGE) == f"see {link}, too"
    assert place.linked(written, root, SITE, NOWHERE) == "see the document, too"


def test_the_way_to_a_page_leads_through_the_first_one_of_its_language() -> None:
    found = {
        uri: place.trail(PagePath("ru", where), "Manual")
        for uri, where in {
            "ru/manual/index.md": "manual/",
            "ru/manual/week.md": "manual/week/",
            "ru/manual/en/week.md": "manual/en/week/",
        }.items()
        if (place := ManualPlace.of(uri))
    }
    assert found == {
        "ru/manual/index.md": (),
        "ru/manual/week.md": (("Manual", "../../manual/"),),
        "ru/manual/en/week.md": (("Manual", "../../../manual/en/"),),
    }


def test_a_page_says_its_language_where_the_frame_has_another_and_code_says_of_none() -> None:
    own, other = (ManualPlace.of(f"ru/manual/{uri}") for uri in ("week.md", "en/week.md"))
    assert own is not None
    assert other is not None
    assert own.spoken_in("<p>x</p>") == "<p>x</p>"
    assert own.spoken_in('<img src="x.png">') == '<img loading="lazy" src="x.png">'
    assert other.spoken_in("<pre><code>kk: x</code></pre>") == (
        '<div lang="en"><pre lang=""><code>kk: x</code></pre></div>'
    )
