"""`downloads: [pdf]`: tables of a standard as files that last, or a word on what is missing."""

from pathlib import Path

import pytest

import builders as b
from pdf_tags import bookmarks
from talqy.build import site
from talqy.model import addresses
from talqy.office import typeset
from talqy.project.survey import survey
from talqy.site.downloads import downloads


@pytest.fixture
def project(tmp_path: Path) -> Path:
    texts = [
        b.a_revision(number, clauses=[b.a_saying("term", f"{number} күн.")], consultation=None)
        for number in (1, 2)
    ]
    texts[1]["amendments"] = [{"clauses": ["term"], "reason": b.said("Себеп.", "Причина.")}]
    return b.write_project(tmp_path, project=b.a_project(downloads=["pdf"]), revisions=texts)


def test_the_site_offers_tables_as_pdf_in_each_language_and_in_all(project: Path) -> None:
    of = list(site(project, survey(project), "https://talqy.kz/").editions)
    made = dict(downloads(of, of[0].register.records[0], "https://talqy.kz/"))
    in_one = addresses.comparison_table(b.STANDARD, 1, 2, "pdf")
    in_all = addresses.comparison_table_in_all(b.STANDARD, 1, 2, "pdf")
    assert set(made) == {f"kk/{in_one}", f"ru/{in_one}", in_all}
    assert all(bookmarks(data) for data in made.values())


def test_without_the_extra_no_site_is_made(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    of = list(site(project, survey(project), "").editions)
    monkeypatch.setattr(typeset, "find_spec", lambda _: None)
    with pytest.raises(typeset.TypesetterMissingError):
        list(downloads(of, of[0].register.records[0], ""))
