"""LibreOffice accepts and rejects all tracked changes of a text, and saves its copies."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from builders import write_project
from libreoffice import converted, decided
from sites import ROOT
from talqy.build import site
from talqy.drafts.copy_views import printed
from talqy.drafts.text_copies import TextCopy
from talqy.drafts.text_files import copies, written
from talqy.language.edition import Edition
from talqy.office.layouts import WordLayout
from talqy.office.word_read import read_word
from talqy.office.word_values import View, WordDocument, paragraphs_in
from talqy.project.survey import survey
from text_pairs import HARD_PAIRS, hard_pair

pytestmark = [pytest.mark.proof, pytest.mark.xdist_group("word-libreoffice")]


def editions_of(root: Path) -> Sequence[Edition]:
    return site(root, survey(root), "").editions


def shapes(editions: Sequence[Edition]) -> Iterator[tuple[Sequence[Edition], bool]]:
    """Yield the languages of a copy, and whether it is to be edited."""
    yield editions, True
    yield editions[:1], True
    yield editions[1:], False


def hard_copies(folder: Path) -> Iterator[TextCopy]:
    editions = editions_of(write_project(folder))
    record = editions[0].register.records[0]
    for name in HARD_PAIRS:
        older, newer = hard_pair(name)
        for group, is_to_edit in shapes(editions):
            yield from copies(group, record, newer, older, is_to_edit=is_to_edit)


def copies_of_the_demonstration() -> Iterator[TextCopy]:
    editions = editions_of(ROOT)
    for record in editions[0].register.records:
        for newer in record.revisions:
            if older := record.base_of(newer):
                for group, is_to_edit in shapes(editions):
                    yield from copies(group, record, newer, older, is_to_edit=is_to_edit)


def test_all_accepted_is_the_newer_text_and_all_rejected_the_older(tmp_path: Path) -> None:
    made = [*hard_copies(tmp_path / "project"), *copies_of_the_demonstration()]
    files = [tmp_path / f"{number}.docx" for number, _ in enumerate(made)]
    for file, copy in zip(files, made, strict=True):
        file.write_bytes(written(copy))
    for accept in (True, False):
        done = decided(tmp_path / f"accepted {accept}", *files, accept=accept)
        for copy, file in zip(made, done, strict=True):
            text = copy.text if accept or copy.older is None else copy.older
            assert printed(file.read_bytes()) == printed(written(copy.of(text))), copy
    for file, again in zip(files, converted("docx", tmp_path / "saved", *files), strict=True):
        for view in View:
            assert printed(again.read_bytes(), view) == printed(file.read_bytes(), view), file


def bookmarks(document: WordDocument) -> list[tuple[str, str]]:
    return [(b.name, p.text[b.at :]) for p in paragraphs_in(document.blocks) for b in p.bookmarks]


def test_a_working_copy_keeps_words_codes_and_bookmarks_when_it_is_saved(tmp_path: Path) -> None:
    made = [copy.of(copy.text) for copy in copies_of_the_demonstration() if copy.is_to_edit]
    files = [tmp_path / f"{number}.docx" for number, _ in enumerate(made)]
    for file, copy in zip(files, made, strict=True):
        file.write_bytes(written(copy))
    for file, again in zip(files, converted("docx", tmp_path / "saved", *files), strict=True):
        before, after = (read_word(one.read_bytes()) for one in (file, again))
        assert printed(again.read_bytes()) == printed(file.read_bytes())
        assert bookmarks(after) == bookmarks(before)
        assert after.properties["talqy-base"] == before.properties["talqy-base"]


def test_a_layout_that_it_saved_has_the_same_styles(tmp_path: Path) -> None:
    ours = sorted((ROOT / "site_templates/office").glob("*.docx"))
    for file, again in zip(ours, converted("docx", tmp_path, *ours), strict=True):
        styles = [set(WordLayout(one.name, one.read_bytes()).styles) for one in (file, again)]
        assert styles[0] <= styles[1], file.name
