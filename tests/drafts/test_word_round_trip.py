"""What Talqy writes for Word comes back as it was: each text, in each shape, with its changes."""

from collections.abc import Sequence
from functools import cache

import pytest

from sites import ROOT
from talqy.build import site
from talqy.drafts.text_copies import TextCopy
from talqy.drafts.word_import import WordImport
from talqy.drafts.word_text import Known
from talqy.drafts.word_views import read_views
from talqy.language.edition import Edition
from talqy.model import paths
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.office.layouts import TextLayout
from talqy.project.files import text_of
from talqy.project.shipped import shipped_templates
from talqy.project.survey import survey

FILE = "copy.docx"
# Chapters, annexes, a form without a number, tables, notes, numbers by language.
RICH = ("driving-licence", "temporary-residence")
SHAPES = {"both": slice(None), "kk": slice(0, 1), "ru": slice(1, 2)}


@cache
def editions() -> Sequence[Edition]:
    return site(ROOT, survey(ROOT), "").editions


def record(standard: str) -> Record:
    return next(one for one in editions()[0].register.records if one.id == standard)


def imported(base: Revision, copy: TextCopy) -> WordImport:
    layout = TextLayout(copy.layout, (shipped_templates() / "office" / copy.layout).read_bytes())
    known = Known(("kk", "ru"), base, tuple(copy.record.standard.title.values()))
    views = read_views(copy.file(layout), FILE)
    path = ROOT / paths.revision_file(copy.record.id, base.revision)
    return WordImport([(FILE, views)], [known], editions()[0].register.codes, text_of(path))


def comes_back(record: Record, text: Revision, shape: str, *, is_to_edit: bool) -> None:
    copy = TextCopy(
        editions=editions()[SHAPES[shape]], record=record, text=text, is_to_edit=is_to_edit
    )
    going = imported(text, copy)
    assert list(going.problems) == []
    assert going.plan.origins.questions == ()
    assert not going.composed().changes_anything(text)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_working_copy_comes_back_as_it_was(shape: str) -> None:
    for known in editions()[0].register.records:
        for text in known.revisions:
            comes_back(known, text, shape, is_to_edit=True)


@pytest.mark.parametrize("shape", ["kk", "ru"])
def test_a_copy_for_signature_is_known_without_any_mark(shape: str) -> None:
    known = record(RICH[1])
    comes_back(known, known.revisions[-1], shape, is_to_edit=False)


@pytest.mark.parametrize("shape", SHAPES)
def test_with_all_changes_rejected_it_is_the_older_text(shape: str) -> None:
    """The changes that we write ourselves are all tracked."""
    known = record(RICH[0])
    older, text = known.revisions[-2:]
    copy = TextCopy(
        editions=editions()[SHAPES[shape]], record=known, text=text, older=older, is_to_edit=True
    )
    going = imported(older, copy)
    assert going.tracking is not None
    assert going.tracking.is_exact
