"""The sitemap: one file, or files that are not large and to which the first leads."""

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from sites import SITE_URL
from talqy.model import addresses
from talqy.site.sitemap import sitemaps

MOST = 300_000
LANGUAGES = ("kk", "ru")
PLACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def places(file: bytes, of: str) -> list[str]:
    root = ET.fromstring(file)  # noqa: S314 - our own file
    assert root.tag == PLACE + {"url": "urlset", "sitemap": "sitemapindex"}[of]
    assert {below.tag for below in root} == {f"{PLACE}{of}"}
    return [str(one.text) for one in root.iterfind(f"{PLACE}{of}/{PLACE}loc")]


def paths(comments: int) -> set[str]:
    """Name the pages of a site with a long discussion, and a standard with a number for a name."""
    return {"", "standards/", "s/1/", *(f"s/one/c/{n:010d}/" for n in range(comments))}


def made(comments: int, site_url: str = SITE_URL) -> Mapping[str, bytes]:
    return dict(sitemaps(paths(comments), LANGUAGES, site_url))


def expected(comments: int) -> list[str]:
    return sorted(["", *(f"{code}/{path}" for path in paths(comments) for code in LANGUAGES)])


def test_few_pages_stand_in_one_file() -> None:
    files = made(3)
    assert [*files] == ["sitemap.xml"]
    listed = places(files["sitemap.xml"], "url")
    assert sorted(one.removeprefix(SITE_URL) for one in listed) == expected(3)


def test_many_pages_stand_in_files_of_each_standard_at_the_root() -> None:
    files = made(9_000)
    parts = [one.removeprefix(SITE_URL) for one in places(files["sitemap.xml"], "sitemap")]
    assert sorted(["sitemap.xml", *parts]) == sorted(files)
    assert {"sitemap.1.xml", "sitemap.1.1.xml", "sitemap.one.1.xml", "sitemap.one.2.xml"} <= {
        *parts
    }
    listed = [one for part in parts for one in places(files[part], "url")]
    assert sorted(one.removeprefix(SITE_URL) for one in listed) == expected(9_000)
    assert places(files["sitemap.1.1.xml"], "url") == [f"{SITE_URL}{it}/s/1/" for it in LANGUAGES]
    assert max(map(len, files.values())) < MOST
    assert all(addresses.is_sitemap(path) for path in files)


def test_one_page_more_leaves_the_files_of_other_standards_alone() -> None:
    paths_of = paths(9_000)
    more = dict(sitemaps({*paths_of, "s/1/c/0000000001/"}, LANGUAGES, SITE_URL))
    files = made(9_000)
    assert {path for path in more if more[path] != files.get(path)} == {"sitemap.1.1.xml"}


def test_an_address_with_other_letters_and_signs_is_counted_and_written_as_it_is() -> None:
    files = made(9_000, "https://стандарттар.қаз/a&b/")
    assert max(map(len, files.values())) < MOST
    assert places(files["sitemap.1.1.xml"], "url")[0] == "https://стандарттар.қаз/a&b/kk/s/1/"
