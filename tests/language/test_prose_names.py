"""The prose that ships with the tool calls things what the pages call them."""

import pytest

from sites import ROOT
from talqy.language.catalogue import catalogue
from talqy.language.locale import Locale
from talqy.project.shipped import shipped_codes
from talqy.project.shipped_files import folders

PAGES = ROOT / "site_templates" / "pages"


LOCALES = {
    code: Locale(code, catalogue(code, folders(None, "messages")), shipped_codes())
    for code in ("kk", "ru", "en")
}


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
def test_how_to_take_part_begins_with_the_form_and_names_its_button(code: str) -> None:
    prose = (PAGES / code / "how-it-works.md").read_text("utf-8")
    button = LOCALES[code].words("Comment on the draft")
    first = next(line for line in prose.splitlines() if "(../#open)" in line)
    assert button in first
    assert first.index(button) < first.index("pull request")
