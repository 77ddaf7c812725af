"""Relative addresses lead where they should, in as few letters as they can."""

from urllib.parse import urljoin

import pytest

from talqy.model.addresses import PagePath

PLACES = (
    *("", "standards/", "standards/stage/open/"),
    *("s/a/", "s/a/r1/", "s/a/c/x/", "s/ab/", "s/b/c/"),
)
ROOT = "https://talqy.example/site/"


@pytest.mark.parametrize("at", PLACES)
def test_every_way_leads_to_its_page(at: str) -> None:
    here = PagePath("kk", at)
    for to in (*PLACES, "s/a/comments/?outcome=noted", "s/a/feed.xml"):
        for anchor in ("", "x"):
            way = here.to(to, anchor)
            end = f"#{anchor}" if anchor else ""
            assert urljoin(f"{ROOT}kk/{at}", way) == f"{ROOT}kk/{to}{end}"
            assert way, "an empty address is the page with its query"
    for language in ("kk", "ru"):
        way = here.in_language(language)
        assert urljoin(f"{ROOT}kk/{at}", way) == f"{ROOT}{language}/{at}"


def test_between_two_pages_of_a_standard_its_name_is_not_repeated() -> None:
    here = PagePath("kk", "s/birth-registration/c/x/")
    assert here.to("s/birth-registration/r1/", "term") == "../../r1/#term"
    assert here.to("s/birth-registration/") == "../../"
    assert here.to("s/birth/") == "../../../../s/birth/"
    assert here.in_language("kk") == "./"


def test_pages_that_lie_equally_deep_in_a_standard_share_their_ways_to_others() -> None:
    """A comment is shown once for all lists of one depth: no way leans on the name of the list."""
    one, other = PagePath("kk", "s/a/c/x/"), PagePath("kk", "s/a/comments/noted/")
    for to in PLACES:
        assert one.to(to) == other.to(to) or to in {one.path, other.path}
