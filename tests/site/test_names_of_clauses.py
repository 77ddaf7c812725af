"""No page and no feed calls a clause by its id: people read its name, also of one that is gone."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from lxml import html

from browsing.kinds import LANGUAGES
from sites import ROOT
from talqy.project.survey import survey


@pytest.fixture(scope="module")
def alone() -> re.Pattern[str]:
    """Return what finds an id of a clause that stands as a name: in a list, or by itself."""
    register = survey(ROOT, None).known[0]
    texts = (text for record in register.records for text in record.revisions)
    ids = sorted({clause.id for text in texts for clause in text.walk()}, key=len, reverse=True)
    return re.compile(
        rf"(?:^|[;:›«(] )\s*(?:{'|'.join(map(re.escape, ids))})\s*(?=$|[;»)])", re.MULTILINE
    )


def words_of(file: Path) -> str:
    """Return the words of a page, or of a feed, whose entries have HTML within."""
    if file.suffix == ".xml":
        told = "\n".join(ET.parse(file).getroot().itertext())  # noqa: S314 - our own file
        return re.sub(r"<[^>]*>", "\n", told)
    page = html.parse(file).getroot()
    for part in page.xpath("//script|//style|//code|//pre"):
        part.drop_tree()
    return "\n".join(page.itertext())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_id_stands_where_a_name_belongs(
    published: Path, alone: re.Pattern[str], language: str
) -> None:
    folder = published / "site" / language
    pages = [*folder.rglob("*.html"), *folder.rglob("feed.xml")]
    # The manual speaks of no clause, and in English of things that ids are called after.
    files = [file for file in pages if not file.is_relative_to(folder / "manual")]
    assert len(files) > 100
    found = {file.relative_to(folder).as_posix(): alone.findall(words_of(file)) for file in files}
    assert {name: ids for name, ids in found.items() if ids} == {}
