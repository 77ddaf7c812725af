"""A text goes out to Word: what its copies say, and that tracked changes give both texts back."""

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

import builders as b
from sites import ROOT
from talqy.build import site
from talqy.compare.marks import Mark
from talqy.drafts.approval import annex_head, approval
from talqy.drafts.copy_views import printed, views_hold
from talqy.drafts.text_copies import TextCopy
from talqy.drafts.text_files import copies, unsaid, written
from talqy.errors import CopyNotExactError, TemplateError
from talqy.language.edition import Edition
from talqy.model.revision import Revision
from talqy.office.marked_text import MarkedLine
from talqy.office.text_marks import column_heads, stamp_in, stamp_of
from talqy.office.word_read import read_word
from talqy.office.word_values import Paragraph, View, WordTable
from talqy.project.survey import survey
from talqy.record.digests import digest_of
from text_pairs import FIRST, HARD_PAIRS, LAST, TABLE, a_headed, a_line, a_text, hard_pair

SHAPES = {"signed": (("ru",), False), "lines": (("kk",), True), "table": (("kk", "ru"), True)}


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Edition]:
    """Return both languages of a small project."""
    root = b.write_project(tmp_path_factory.mktemp("project"))
    return site(root, survey(root), "").editions


def a_copy(
    editions: Sequence[Edition], shape: str, text: Revision, older: Revision | None = None
) -> TextCopy:
    codes, is_to_edit = SHAPES[shape]
    (copy,) = copies(
        [one for one in editions if one.code in codes],
        editions[0].register.records[0],
        text,
        older,
        is_to_edit=is_to_edit,
    )
    return copy


def lines(data: bytes) -> list[str]:
    return [p.printed for p in read_word(data).blocks if isinstance(p, Paragraph) and p.printed]


def a_file(editions: Sequence[Edition], shape: str, *clauses: b.Tree) -> bytes:
    return written(a_copy(editions, shape, a_text(*clauses)))


# --- what stands in a copy ------------------------------------------------------------------------


def test_a_copy_for_signature_has_the_text_and_nothing_of_ours(editions: Sequence[Edition]) -> None:
    data = a_file(editions, "signed", FIRST, a_line("item", "1)", "справка;"), LAST)
    assert lines(data) == [
        "Проект",
        "Утвержден приказом",
        "______________________________",
        "(Министерство юстиции)",
        "от «___» ____________ 20___ года",
        "№ ______",
        "Стандарт государственной услуги «Регистрация рождения»",
        "1. Заголовок 1",
        "Общие слова.",
        "1) справка;",
        "9. Заголовок 9",
        "Последние слова.",
    ]
    assert not any(p.bookmarks for p in read_word(data).blocks if isinstance(p, Paragraph))


@pytest.mark.parametrize(
    ("act", "printed"),
    [
        (
            "приказ Министра юстиции от 1 июля 2026 года № 12",
            ["Утвержден", "(Приказ Министра юстиции от 1 июля 2026 года № 12)", "Стандарт"],
        ),
        ("Приказ от 1 июля", ["Утвержден", "(Приказ от 1 июля)", "№ ______", "Стандарт"]),
    ],
)
def test_a_copy_for_signature_names_the_act_that_adopted_it(
    act: str, printed: list[str], editions: Sequence[Edition]
) -> None:
    """Of an act without a number the number is left to be written by hand."""
    adopted = b.an_adopted_revision(clauses=[FIRST])
    adopted["adopted"]["act"] = b.said("бұйрық", act)
    said = lines(written(a_copy(editions, "signed", Revision.model_validate(adopted))))
    assert [one.split()[0] if one.startswith("Стандарт") else one for one in said][
        : len(printed)
    ] == (printed)


def test_the_form_of_approval_is_said_in_each_language(editions: Sequence[Edition]) -> None:
    (kazakh,) = (one for one in editions if one.code == "kk")
    said = approval(kazakh, a_text(FIRST), "ministry-justice").split("\n")
    assert said[0] == "Жоба"
    assert said[1:] == [
        "______________________________",
        "(Әділет министрлігі)",
        "20___ жылғы «___» ____________",
        "№ ______ бұйрығымен",
        "бекітілген",
    ]


def test_the_act_of_the_older_text_goes_as_a_whole(editions: Sequence[Edition]) -> None:
    adopted = Revision.model_validate(b.an_adopted_revision(clauses=[FIRST]))
    copy = a_copy(editions, "signed", a_text(FIRST), adopted)
    right = [
        one for one in copy.blocks() if isinstance(one, MarkedLine) and one.style == "Subtitle"
    ]
    marks = [{run.mark for run in one.runs} for one in right]
    gone = marks.count({Mark.REMOVED})
    assert gone
    assert marks == [{Mark.REMOVED}] * gone + [{Mark.ADDED}] * (len(marks) - gone)
    assert len(marks) - gone == 6


ANNEX = {**a_headed("annex", "1", "Слова."), "number": b.said("1-қосымша", "Приложение 1")}


def test_an_annex_has_its_head_on_a_page_of_its_own(editions: Sequence[Edition]) -> None:
    data = a_file(editions, "signed", FIRST, ANNEX)
    head, to, title, heading, words = lines(data)[-5:]
    assert (head, to) == ("Приложение 1", "к стандарту государственной услуги")
    assert title == "«Регистрация рождения»"
    assert (heading, words) == (ANNEX["heading"]["ru"], "Слова.")
    assert body(data).count("<w:pageBreakBefore/>") == 1
    assert annex_head(editions[0].locale, a_text(ANNEX).clauses[0], "Тууды тіркеу").split("\n") == [
        "«Тууды тіркеу»",
        "мемлекеттік көрсетілетін қызмет стандартына",
        "1-қосымша",
    ]


def test_a_working_copy_has_no_heads_that_would_come_back_as_words(
    editions: Sequence[Edition],
) -> None:
    said = lines(a_file(editions, "lines", FIRST, ANNEX))
    assert not any("____" in one or "стандартына" in one for one in said)


def test_a_working_copy_of_one_language_has_codes_behind_headings(
    editions: Sequence[Edition],
) -> None:
    data = a_file(editions, "lines", FIRST, a_line("no-head", "2", "х"))
    document = read_word(data)
    assert lines(data)[3:] == ["1. Тақырып 1 [general]", "1 мәтін.", "2. 2 мәтін. [no-head]"]
    heads = [p for p in document.blocks if isinstance(p, Paragraph) and p.bookmarks]
    assert [(p.bookmarks[0].name, p.text[p.bookmarks[0].at :]) for p in heads] == [
        ("tq_general", "Тақырып 1 [general]"),
        ("tq_no_head", "2 мәтін. [no-head]"),
    ]


def test_a_working_copy_of_two_languages_is_a_table_with_a_row_for_each_clause(
    editions: Sequence[Edition],
) -> None:
    inner = a_line("inner", "1)", "внутри;", kk="ішінде;")
    chapter = {**a_headed("c", "1", "Да."), "number": b.said("1-тарау", "Глава 1")}
    data = a_file(editions, "table", {**chapter, "clauses": [inner]}, LAST)
    (table,) = [one for one in read_word(data).blocks if isinstance(one, WordTable)]
    assert printed(data)[-1] == [
        [["№"], ["Қазақша"], ["Русский"], ["код"]],
        [["1-тарау", "Глава 1"], ["Тақырып 1", "1 мәтін."], ["Заголовок 1", "Да."], ["c"]],
        [["1)"], ["ішінде;"], ["внутри;"], ["inner"]],
        [["9"], ["Тақырып 9", "9 мәтін."], ["Заголовок 9", "Последние слова."], ["end"]],
    ]
    codes = [row.cells[3].blocks[0] for row in table.rows[1:]]
    marks = [one.bookmarks[0].name for one in codes if isinstance(one, Paragraph)]
    assert marks == ["tq_c", "tq_inner", "tq_end"]
    assert "<w:tblHeader/>" in body(data)


def body(data: bytes) -> str:
    with ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


@pytest.mark.parametrize("shape", ["lines", "table"])
def test_a_stamp_says_of_which_text_a_copy_is(shape: str, editions: Sequence[Edition]) -> None:
    text = a_text(FIRST)
    copy = a_copy(editions, shape, text)
    data = written(copy)
    stamp = stamp_in(lines(data)[0])
    assert stamp is not None
    assert stamp == stamp_of(read_word(data).properties)
    assert read_word(data).properties["identifier"] == stamp.line
    assert (stamp.standard, stamp.revision) == (b.STANDARD, 1)
    assert stamp.languages == copy.languages
    assert digest_of(text).startswith(f"sha256:{stamp.digest}")


def test_nothing_is_hidden_and_there_are_no_controls(editions: Sequence[Edition]) -> None:
    for shape in SHAPES:
        assert not re.search(r"w:sdt|w:vanish|w:docVar", body(a_file(editions, shape, FIRST)))


def test_spaces_stay_as_they_are(editions: Sequence[Edition]) -> None:
    older, newer = (
        a_text(a_line("x", "1", f"Приказ №\u00a05\nот  {day}\u00a0мая", note=b.said("а", "б")))
        for day in ("1", "2")
    )
    for older_text in (None, older):
        said = lines(written(a_copy(editions, "signed", newer, older_text)))
        assert said[-3:-1] == ["1. Приказ №\u00a05", "от  2\u00a0мая"]


def test_each_style_of_a_copy_is_in_its_layout(editions: Sequence[Edition]) -> None:
    chapter = {**a_headed("c", "1", "Да.", note=b.said("Ескерту.", "Сноска.")), "unit": "chapter"}
    inner = a_headed("inner", "2", "Да.", table=TABLE, clauses=[a_headed("x", "3", "Да.")])
    for shape in SHAPES:
        text = body(a_file(editions, shape, {**chapter, "clauses": [inner]}, LAST))
        assert "<w:pPr></w:pPr>" not in text
        assert "<w:tblPr><w:tblStyle" in text
        assert set(re.findall(r'Style w:val="(Heading\d)"', text)) == {f"Heading{n}" for n in "123"}


def test_the_head_of_a_table_is_bold(editions: Sequence[Edition]) -> None:
    """Of the rows of a working copy the head alone is, and a code not for itself."""
    said = ZipFile(io.BytesIO(a_file(editions, "table", a_line("one", "1", "слова")))).read(
        "word/document.xml"
    )
    head, *rows = said.decode().split("</w:tr>")
    assert head.count("<w:b/>") == len(column_heads(("kk", "ru")))
    assert not any("<w:b/>" in one for one in rows)


def test_two_copies_are_the_same_bytes(editions: Sequence[Edition]) -> None:
    assert a_file(editions, "table", FIRST) == a_file(editions, "table", FIRST)


def test_a_clause_without_words_in_a_language_cannot_be_signed(editions: Sequence[Edition]) -> None:
    half = {"id": "half", "number": "2", "text": {"kk": "Тек қазақша."}}
    assert [c.id for c in unsaid(a_copy(editions, "signed", a_text(FIRST, half)))] == ["half"]


# --- the layout -----------------------------------------------------------------------------------


def a_layout(folder: Path, **changes: tuple[str, str]) -> Path:
    """Give a project a layout of its own, its parts changed."""
    file = folder / "site_templates/office/text.docx"
    file.parent.mkdir(parents=True)
    with ZipFile(ROOT / "site_templates/office/text.docx") as old, ZipFile(file, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            before, after = changes.get(Path(name).stem, ("", ""))
            assert before in text
            new.writestr(name, text.replace(before, after) if before else text)
    return folder


def laid_out(editions: Sequence[Edition], folder: Path) -> list[Edition]:
    """Return editions of a project that has layouts of its own."""
    return [replace(one, layouts=(folder / "site_templates/office",)) for one in editions]


def test_a_ministry_changes_the_layout_in_a_file_of_its_own(
    editions: Sequence[Edition], tmp_path: Path
) -> None:
    # In Word in Russian the ids of styles are others, their names are not.
    root = a_layout(tmp_path, styles=('w:styleId="Heading2"', 'w:styleId="20"'))
    data = written(a_copy(laid_out(editions, root), "signed", a_text(FIRST)))
    assert '<w:pStyle w:val="20"/>' in body(data)
    (head,) = [p for p in read_word(data).blocks if isinstance(p, Paragraph) and p.outline == 1]
    assert head.text == "1. Заголовок 1"


@pytest.mark.parametrize("content", [b"no archive", None])
def test_a_layout_that_is_none_is_told(
    content: bytes | None, editions: Sequence[Edition], tmp_path: Path
) -> None:
    root = a_layout(tmp_path, document=("w:pgMar", "w:pgMore"))
    if content:
        (root / "site_templates/office/text.docx").write_bytes(content)
    with pytest.raises(TemplateError, match=r"the layout text\.docx cannot be used"):
        written(a_copy(laid_out(editions, root), "signed", a_text(FIRST)))


# --- tracked changes ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", HARD_PAIRS)
def test_accepted_it_is_the_newer_text_and_rejected_the_older(
    name: str, editions: Sequence[Edition]
) -> None:
    older, newer = hard_pair(name)
    for shape in SHAPES:
        written(a_copy(editions, shape, newer, older))  # raises where one of them is not


def test_only_what_changed_is_marked(editions: Sequence[Edition]) -> None:
    older, newer = (a_text(FIRST, a_line("t", "2", f"Срок – {n} дней."), LAST) for n in "57")
    changed = re.findall(
        r"<w:(ins|del) .*?<w:(?:t|delText)[^>]*>(.*?)</w:",
        body(written(a_copy(editions, "signed", newer, older))),
    )
    assert changed == [("del", "5"), ("ins", "7")]


def test_changes_have_an_author_a_day_and_numbers_of_their_own(editions: Sequence[Edition]) -> None:
    older, newer = hard_pair("rows come and go")
    text = body(written(a_copy(editions, "table", newer, older)))
    numbers = re.findall(r'w:id="(\d+)"', text)
    assert len(numbers) > len(set(re.findall(r'w:name="', text)))
    starts = re.findall(r'<w:(?:ins|del|bookmarkStart) w:id="(\d+)"', text)
    assert len(starts) == len(set(starts))
    assert 'w:author="Әділет министрлігі / Министерство юстиции"' in text
    assert 'w:date="2026-11-02T00:00:00Z"' in text


def test_the_last_paragraph_stays_whatever_goes(editions: Sequence[Edition]) -> None:
    for name in ("the last clause is gone", "a table goes from the end", "all clauses are others"):
        older, newer = hard_pair(name)
        text = body(written(a_copy(editions, "signed", newer, older)))
        last = text.rpartition("<w:p>")[2]
        assert not re.search(r"<w:pPr>.*<w:rPr><w:(ins|del)", last), name


def test_a_copy_that_would_not_give_both_texts_back_is_not_written(
    editions: Sequence[Edition], monkeypatch: pytest.MonkeyPatch
) -> None:
    older, newer = hard_pair("the last clause is gone")
    copy = a_copy(editions, "signed", newer, older)
    old, new = (written(copy.of(text)) for text in (older, newer))
    assert not views_hold(new, old, new)
    assert not views_hold(old, old, new)
    monkeypatch.setattr("talqy.drafts.copy_views.views_hold", lambda *_: False)
    with pytest.raises(CopyNotExactError, match="from r1 to r2 would not give both texts back"):
        written(copy)


def test_both_views_are_read_from_one_file(editions: Sequence[Edition]) -> None:
    older, newer = hard_pair("a table comes")
    data = written(a_copy(editions, "signed", newer, older))
    assert printed(data, View.REJECTED)[-3:] == ["Да.", "9. Заголовок 9", "Последние слова."]
    assert printed(data)[-3] == [
        [[cell] for cell in row] for row in (TABLE["head"], *TABLE["rows"])
    ]
