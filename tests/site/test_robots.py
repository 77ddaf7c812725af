"""What search engines and phones read of the site itself: robots.txt, `noindex`, the icon."""

from pathlib import Path

import pytest

from builders import write
from sites import ROOT, SITE_URL, built, small
from talqy.office.drawing import png_of

NOINDEX = '<meta name="robots" content="noindex">'
ICON = "assets/talqy.png"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a project that is no demonstration, and has a robots.txt of its own."""
    project = small(tmp_path_factory.mktemp("own"))
    write(project, "site_templates/pages/robots.txt", "User-agent: *\nDisallow: /ru/\n")
    return built(project)


def pages(site: Path) -> dict[str, str]:
    return {str(page.relative_to(site)): page.read_text("utf-8") for page in site.rglob("*.html")}


def test_robots_may_read_everything_and_find_the_sitemap(published: Path) -> None:
    site = published / "site"
    said = (site / "robots.txt").read_text("utf-8").splitlines()
    assert said == ["User-agent: *", "Allow: /", "", f"Sitemap: {SITE_URL}sitemap.xml"]
    assert (site / "sitemap.xml").is_file()


def test_a_project_says_itself_what_robots_may_read(own: Path) -> None:
    assert "Disallow: /ru/" in (own / "robots.txt").read_text("utf-8")


def test_a_demonstration_is_in_no_index_and_another_site_is(published: Path, own: Path) -> None:
    assert [at for at, page in pages(published / "site").items() if NOINDEX not in page] == []
    assert [at for at, page in pages(own).items() if NOINDEX in page] == ["404.html"]


def test_the_icon_of_a_phone_is_the_mark_of_the_site(published: Path) -> None:
    """A phone rounds its corners itself."""
    assets = ROOT / "site_templates/theme/assets"
    square = (assets / "talqy.svg").read_text("utf-8").replace(' rx="6"', "")
    assert (published / "site" / ICON).read_bytes() == png_of(square, 180, 180)
    assert [at for at, page in pages(published / "site").items() if ICON not in page] == []
