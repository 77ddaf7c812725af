"""What Talqy writes for Word comes back as it was: each text, in each shape, with its changes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest

import builders as b
from libreoffice import converted
from page_texts import a_database_page, a_plain_page, a_word_text
from sites import ROOT
from talqy.build import Site, site
from talqy.drafts.clause_starts import units_of
from talqy.drafts.text_copies import TextCopy
from talqy.drafts.word_import import WordImport
from talqy.drafts.word_text import Known, read_text
from talqy.drafts.word_views import read_views
from talqy.language.edition import Edition
from talqy.model import paths
from talqy.model.register import Record
from talqy.model.revision import Clause, Revision
from talqy.office.layouts import layout_of
from talqy.project.files import text_of
from talqy.project.shipped_files import shipped_templates
from talqy.project.survey import survey
from text_pairs import a_headed

FILE = "copy.docx"
# Chapters, annexes, a form without a number, tables, notes, numbers by language.
RICH = ("driving-licence", "temporary-residence")
SHAPES = {"both": slice(None), "kk": slice(0, 1), "ru": slice(1, 2)}


@cache
def editions() -> Sequence[Edition]:
    return site(ROOT, survey(ROOT), "").editions


def record(standard: str) -> Record:
    return next(one for one in editions()[0].register.records if one.id == standard)


def written(copy: TextCopy) -> bytes:
    layout = layout_of(f"{copy.layout}.docx", [shipped_templates() / "office"])
    return copy.file(layout)


def imported(base: Revision, copy: TextCopy, data: bytes = b"") -> WordImport:
    known = Known(("kk", "ru"), base, tuple(copy.record.standard.title.values()))
    views = read_views(data or written(copy), FILE)
    path = ROOT / paths.revision_file(copy.record.id, base.revision)
    return WordImport([(FILE, views)], [known], editions()[0].register.codes, text_of(path))


def a_copy(record: Record, text: Revision, shape: str, *, is_to_edit: bool = True) -> TextCopy:
    return TextCopy(
        editions=editions()[SHAPES[shape]], record=record, text=text, is_to_edit=is_to_edit
    )


def comes_back(text: Revision, copy: TextCopy, data: bytes = b"") -> None:
    going = imported(text, copy, data)
    assert list(going.problems) == []
    assert going.plan.origins.questions == ()
    assert not going.composed().changes_anything(text)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_working_copy_comes_back_as_it_was(shape: str) -> None:
    for known in editions()[0].register.records:
        for text in known.revisions:
            comes_back(text, a_copy(known, text, shape))


@pytest.mark.parametrize("shape", ["kk", "ru"])
def test_a_copy_for_signature_is_known_without_any_mark(shape: str) -> None:
    known = record(RICH[1])
    text = known.revisions[-1]
    comes_back(text, a_copy(known, text, shape, is_to_edit=False))


OWN_UNITS = {
    "scheme": b.said("сызба", "схема"),
    "flow-chart": b.said("сызба парағы", "схема процесса"),
    "section": b.said("бөлімше", "подраздел"),
}


@pytest.fixture(scope="module")
def own_units(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a project with units of its own: each with a number, one without, one told by it."""
    codes = {unit: {"name": name} for unit, name in OWN_UNITS.items()}
    inside = [
        a_headed("first", "1", "Слова пункта.", kk="Тармақтың сөздері."),
        {**a_headed("flow", "2", "Слова о ходе.", kk="Барысы туралы."), "unit": "flow-chart"},
        {
            **a_headed("alone", "", "Слова схемы без номера.", kk="Нөмірсіз сызбаның сөздері."),
            "unit": "scheme",
        },
    ]
    del inside[2]["number"]
    clauses = [
        {"id": "part", "number": "1", "unit": "section", "heading": b.said("Жалпы", "Общее")},
        {"id": "sch1", "number": "1", "unit": "scheme", "heading": b.said("Сызба", "Схема")},
        {**a_headed("sch2", "2", "Слова второй схемы.", kk="Екінші сызба."), "unit": "scheme"},
        {
            **a_headed("said", "7", "Слова.", kk="Үшінші сызбаның сөзі."),
            "number": b.said("3-сызба", "Схема 3"),
        },
        {
            **a_headed("letter", "А", "Слова схемы с буквой.", kk="Әрпі бар сызба."),
            "unit": "scheme",
        },
        {**a_headed("both", "1А", "Слова приложения.", kk="Қосымшада айтылғаны."), "unit": "annex"},
        a_headed("last", "3", "Последние слова.", kk="Соңғы сөздер осы."),
    ]
    clauses[0]["clauses"] = inside
    clauses[1]["text"] = b.said("Қадамдар.", "Шаги.")
    project = {**b.a_project(), "codes": {"clause-unit": codes}}
    root = tmp_path_factory.mktemp("project")
    b.write_project(root, project=project, revisions=[b.a_revision(clauses=clauses)])
    return site(root, survey(root), "")


@pytest.mark.parametrize("is_to_edit", [True, False])
@pytest.mark.parametrize("shape", SHAPES)
def test_units_that_a_project_added_come_back(
    own_units: Site,
    shape: str,
    is_to_edit: bool,  # noqa: FBT001
) -> None:
    (known,) = own_units.editions[0].register.records
    (text,) = known.revisions
    codes = own_units.editions[0].register.codes
    read = [Known(("kk", "ru"), text, (), "", units_of(codes))]
    base = text_of(own_units.root / paths.revision_file(known.id, 1))
    copy = TextCopy(
        editions=own_units.editions[SHAPES[shape]], record=known, text=text, is_to_edit=is_to_edit
    )
    going = WordImport([(FILE, read_views(written(copy), FILE))], read, codes, base)
    assert list(going.problems) == []
    assert [one.problem for one in going.plan.origins.questions] == []
    made = going.composed()
    assert not made.changes_anything(text), (made.changed, made.renumbered, made.added)


@pytest.mark.parametrize("shape", ["kk", "ru"])
def test_the_number_of_an_annex_above_its_heading_is_its_own(shape: str) -> None:
    """Also where nothing is known of the text: when a standard comes in for the first time."""
    known = record(RICH[1])
    copy = a_copy(known, known.revisions[-1], shape, is_to_edit=False)
    views = read_views(written(copy), FILE)
    text = read_text(views.accepted, FILE, Known(("kk", "ru"), None, ()))
    (annex,) = (
        one for one in text.passages if "осымша" in str(one.number) or "Прил" in str(one.number)
    )
    clause = next(one for one in known.revisions[-1].walk() if one.unit == "annex")
    assert clause.heading
    assert annex.words[shape][0] == clause.heading[shape]
    assert annex.headed == {shape}


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


@pytest.mark.proof
@pytest.mark.xdist_group("word-libreoffice")
@pytest.mark.parametrize("way", [(), ("odt",), ("doc",), ("rtf",)], ids="-".join)
def test_it_comes_back_after_libreoffice_has_saved_it(way: tuple[str, ...], tmp_path: Path) -> None:
    """Also by way of other forms; but RTF knows no table within a table."""
    copies = {
        f"{known.id}-{shape}": (known.revisions[-1], a_copy(known, known.revisions[-1], shape))
        for known in editions()[0].register.records
        for shape in SHAPES
        if not (way == ("rtf",) and known.id in RICH and shape == "both")
    }
    files = [tmp_path / f"{name}.docx" for name in copies]
    for file, (_, copy) in zip(files, copies.values(), strict=True):
        file.write_bytes(written(copy))
    for step, form in enumerate((*way, "docx")):
        folder = tmp_path / f"{step}"
        folder.mkdir()
        files = converted(form, folder, *files)
    for file in files:
        text, copy = copies[file.stem]
        comes_back(text, copy, file.read_bytes())


def signed(known: Record, text: Revision, language: str) -> bytes:
    return written(a_copy(known, text, language, is_to_edit=False))


Made = Callable[[Record, Revision, str], bytes]
MADE: Mapping[str, Made] = {
    "database.html": lambda _, text, language: a_database_page(text, language),
    "plain.html": lambda _, text, language: a_plain_page(text, language),
    "typed.docx": lambda _, text, language: a_word_text(text, language),
}


def decisions(
    known: Record, text: Revision, language: str, made: Made
) -> Iterator[tuple[Clause, bool, bool]]:
    """Yield the clauses of a text as its base makes them known: whether rightly, whether asked."""
    base = known.base_of(text)
    assert base is not None
    copy = a_copy(known, text, language, is_to_edit=False)
    origins = imported(base, copy, made(known, text, language)).plan.origins
    assert len(origins.identities) == len(list(text.walk()))
    questions = {one.at for one in origins.questions}
    for at, (clause, found) in enumerate(zip(text.walk(), origins.identities, strict=True)):
        yield clause, found.clause == (clause.id if base.clause(clause.id) else ""), at in questions


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_without_marks_no_clause_is_taken_for_another_unasked(language: str) -> None:
    are_known(language, signed)


@pytest.mark.proof
@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("shape", MADE)
def test_nor_from_pages_and_from_files_that_somebody_typed(shape: str, language: str) -> None:
    are_known(language, MADE[shape])


def are_known(language: str, made: Made) -> None:
    """At least 98 % are right, and nobody is asked about what has not changed."""
    rights: list[bool] = []
    for known in editions()[0].register.records:
        for text in known.revisions:
            if base := known.base_of(text):
                for clause, is_right, is_asked in decisions(known, text, language, made):
                    rights.append(is_right)
                    assert is_right or is_asked, clause.id
                    assert not (is_asked and clause == base.clause(clause.id)), clause.id
    assert sum(rights) >= 0.98 * len(rights)
