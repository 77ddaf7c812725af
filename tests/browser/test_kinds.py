"""What the tests of pages look at: no template and no page of the site may be passed over."""

from pathlib import Path

import pytest

from browsing.kinds import KINDS, SINGLE, Site
from talqy.language.edition import Edition, editions
from talqy.project.survey import survey
from talqy.site.pages.table import pages

# Not a page of the site: what `talqy diff --format html` prints.
ELSEWHERE = {"diff.html"}


def templates_of_pages(edition: Edition, patch: pytest.MonkeyPatch) -> dict[str, str]:
    """Return the template that each page was printed by, by the page's path."""
    printed: list[str] = []
    render = edition.templates.render

    def noted(name: str, view: object) -> str:
        printed.append(name)
        return render(name, view)

    patch.setattr(edition.templates, "render", noted)
    return {page.at.path: printed[-1] for page in pages(edition)}


def test_kinds_cover_every_template(
    site: Site, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new page that no kind names would be seen by no test of axe, of the keyboard, of print."""
    known = survey(published, None).known
    used = templates_of_pages(editions(published, *known)[0], monkeypatch)
    covered = {used[path] for kind in KINDS if (path := KINDS[kind](site)) in used}
    covered |= {f"{kind}.html" for kind in SINGLE}
    shipped = (published / "site_templates/records").glob("[!_]*.html")
    assert {file.name for file in shipped} - covered == ELSEWHERE
