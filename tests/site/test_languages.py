"""A third language is data: the same pages, addresses and words, in three languages."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from held_words import held
from sites import ROOT, SITE_URL, built, files_of, find, parsed, run, text_of

PROJECT = ROOT / "tests/golden/three-languages"
LANGUAGES = ("kk", "ru", "en")
CYRILLIC = re.compile(r"[Ѐ-ӿ]+")
pytestmark = pytest.mark.xdist_group("languages")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the project, built in a copy."""
    copy = tmp_path_factory.mktemp("languages") / "project"
    shutil.copytree(PROJECT, copy)
    return built(copy)


DIGEST = re.compile(r"-[0-9a-f]+(?=\.png$)")


def pages(site: Path, language: str) -> Iterator[tuple[str, ET.Element]]:
    """Yield the pages of one language by their path below it."""
    for file in sorted((site / language).rglob("index.html")):
        yield file.parent.relative_to(site / language).as_posix(), parsed(file)


def test_the_project_is_sound() -> None:
    assert run("check", cwd=PROJECT).exit_code == 0


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_file_is_there_in_every_language(site: Path, language: str) -> None:
    """But for the index of search and pictures to share, which are named by what they say."""
    index = {file.parent for file in site.glob("kk/search/*/core.txt")}
    assert len(index) == 1
    aside = (f"{index.pop().relative_to(site).as_posix()}/", "kk/search/r/")
    names = [name for name in files_of(site) if name.startswith("kk/")]
    names = [name for name in names if not name.startswith(aside)]
    assert len(names) > 15
    for name in names:
        own = DIGEST.sub("-*", name.removeprefix("kk/"))
        assert list((site / language).glob(own)), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_names_itself_and_its_counterparts(site: Path, language: str) -> None:
    for path, page in pages(site, language):
        below = "" if path == "." else f"{path}/"
        links = page.findall(".//link[@hreflang]")
        expected = {code: f"{SITE_URL}{code}/{below}" for code in LANGUAGES}
        assert {link.get("hreflang"): link.get("href") for link in links} == {
            **expected,
            "x-default": SITE_URL,
        }
        assert page.get("lang") == language
        assert find(page, ".//link[@rel='canonical']").get("href") == expected[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_itself_in_the_other_languages(site: Path, language: str) -> None:
    for path, page in pages(site, language):
        links = page.findall(".//nav[@class='languages']//a")
        others = [code for code in LANGUAGES if code != language]
        assert [link.get("lang") for link in links] == others, path
        own = find(page, ".//nav[@class='languages']//*[@aria-current]")
        assert (own.tag, own.get("lang")) == ("span", language), path
        here = site / language / path
        for link in links:
            there = (here / link.get("href", "") / "index.html").resolve()
            assert there == (site / link.get("lang", "") / path / "index.html").resolve()


def foreign(page: ET.Element, language: str) -> Iterator[str]:
    """Yield the texts of a page that are not marked as another language."""
    if page.get("lang", language) != language or page.tag in ("script", "style"):
        return
    yield page.text or ""
    for element in page:
        yield from foreign(element, language)
        yield element.tail or ""


def test_english_pages_speak_english_alone(site: Path) -> None:
    """Header, navigation and footer included; what people wrote in Kazakh is marked as Kazakh."""
    for path, page in pages(site, "en"):
        unmarked = " ".join(foreign(page, "en"))
        # A person's name is nobody's language.
        left = set(CYRILLIC.findall(unmarked)) - {"Айгүл", "Мысалова"}
        assert left == set(), path


def test_the_english_home_page_has_an_english_frame(site: Path) -> None:
    home = parsed(site / "en/index.html")
    sections = text_of(find(home, ".//nav[@class='sections']"))
    assert sections.split() == [
        "Home",
        "Standards",
        "How",
        "to",
        "take",
        "part",
        "News",
        "Statistics",
    ]
    assert held("As of 20~November~2026") in text_of(find(home, ".//footer[@class='site']"))
    assert find(home, ".//p[@class='site-name']/a/span").text == "Discussion of draft standards"


def test_a_comment_keeps_its_language_on_every_page(site: Path) -> None:
    for language in LANGUAGES:
        page = parsed(site / language / "s/archive-certificate/comments/index.html")
        said = {
            part.get("lang"): text_of(part).strip()
            for part in page.iter("div")
            if part.get("class") == "said"
        }
        assert said == {
            "kk": "Бес күн дұрыс, бұрын бір айға дейін күтетінбіз.",
            "en": "May I file the application in English from abroad?",
        }


def test_each_text_side_by_side_names_its_language(site: Path) -> None:
    names = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
    labels = {
        (cell.get("lang"), cell.get("data-label"))
        for path, page in pages(site, "ru")
        if path.endswith("/languages")
        for cell in page.iter()
        if cell.get("class") == "prose" and cell.get("data-label")
    }
    assert labels == set(names.items())


def test_the_chooser_offers_all_three(site: Path) -> None:
    links = parsed(site / "index.html").findall(".//main//a")
    assert [(link.get("href"), link.get("lang")) for link in links] == [
        ("kk/", "kk"),
        ("ru/", "ru"),
        ("en/", "en"),
    ]
    assert [text_of(link) for link in links] == ["Қазақша", "Русский", "English"]


def test_a_language_without_a_catalogue_is_refused_by_name(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(PROJECT, project)
    settings = project / "standards/project.yaml"
    text = settings.read_text("utf-8").replace("[kk, ru, en]", "[kk, ru, en, fr]")
    settings.write_text(text, encoding="utf-8")
    failed = run("build", cwd=project)
    assert failed.exit_code == 2
    assert "site_templates/messages/fr.po (copy en.po, and translate it)" in failed.stderr
    assert not (project / "site").exists()
