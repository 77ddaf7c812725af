"""Receipts on the pages: numbers and digests as the record has them, tombstones without words."""

import hashlib
import json
from pathlib import Path

import pytest

from builders import STANDARD, a_comment, a_response, comment_path
from sites import built, by_id, classed, find, parsed, small, words_in
from talqy.model.register import Register
from talqy.project.survey import survey

LANGUAGES = ("kk", "ru")
SECRET, NAME = "Никому больше не нужные слова автора.", "Фамилия Отозвана"
pytestmark = pytest.mark.xdist_group("receipts")


@pytest.fixture(scope="module")
def register(published: Path) -> Register:
    found = survey(published).register
    assert found is not None
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_comment_shows_its_number_and_what_sha256sum_prints_of_its_file(
    published: Path, register: Register, language: str
) -> None:
    seen = 0
    for record in register.records:
        page = parsed(published / "site" / language / "s" / record.id / "comments/index.html")
        for comment in record.comments:
            shown = by_id(page, f"c-{comment.id}")
            (file,) = (published / "comments" / record.id).rglob(f"{comment.id}.yaml")
            (receipt,) = classed(shown, "receipt")
            assert hashlib.sha256(file.read_bytes()).hexdigest() in words_in(receipt)
            assert comment.id in words_in(receipt)
            head = words_in(find(shown, "header"))
            assert record.comment_name(comment.id) in head
            seen += "№" in head
    assert seen == sum(len(record.numbers) for record in register.records) > 80


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_history_shows_the_recorded_digest_of_every_frozen_text(
    published: Path, register: Register, language: str
) -> None:
    for record in register.records:
        page = parsed(published / "site" / language / "s" / record.id / "history/index.html")
        for revision in record.revisions:
            shown = [
                words_in(part) for part in classed(by_id(page, f"r{revision.revision}"), "receipt")
            ]
            entry = record.history.of(revision.revision) if record.history else None
            assert len(shown) == (entry is not None)
            assert all(entry is not None and entry.digest in words for words in shown)


def test_the_words_and_the_name_of_a_withdrawn_comment_stand_nowhere_on_the_site(
    tmp_path: Path,
) -> None:
    """Its number, its day, its outcome and its receipt stay: a tombstone."""
    author = {"kind": "individual", "name": NAME}
    said = {"text": SECRET, "proposal": SECRET, "quote": "Услуга оказывается."}
    project = small(
        tmp_path,
        comments=[a_comment(author=author, **said)],
        responses=[a_response(outcome="withdrawn")],
    )
    site = built(project)
    for file in (file for file in site.rglob("*") if file.is_file()):
        content = file.read_text("utf-8", errors="replace")
        assert SECRET not in content, file
        assert NAME not in content, file
    page = parsed(site / "ru" / "s" / STANDARD / "comments/index.html")
    shown = words_in(by_id(page, f"c-{a_comment()['id']}"))
    assert "Автор отозвал этот комментарий" in shown
    assert "с тех пор не изменялся" not in shown, "its words are gone from the page"
    assert hashlib.sha256((project / comment_path()).read_bytes()).hexdigest() in shown
    (row,) = json.loads((site / "data/comments.json").read_text("utf-8"))["rows"]
    assert (row["text"], row["quote"], row["outcome"]) == ("", None, "withdrawn")
