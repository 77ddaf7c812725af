"""What a file of Akoma Ntoso points to, and what it tells of the life of a text and its changes."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

import builders as b
from law_files import (
    PROJECTS,
    Text,
    clause_of,
    clauses_in,
    faults,
    local,
    made,
    named,
    read,
    texts_of,
)
from talqy.data.akn.text import akoma_ntoso
from talqy.model.alignment import Action

TYPES = {
    Action.ADDED: "insertion",
    Action.REMOVED: "repeal",
    Action.CHANGED: "substitution",
    Action.SPLIT: "split",
    Action.MERGED: "join",
    Action.MOVED: "renumbering",
    Action.RENUMBERED: "renumbering",
}


# --- ids and references -----------------------------------------------------------------------


def test_ids_are_of_clauses_and_the_first_one_is_kept_where_a_clause_moves() -> None:
    first = b.an_adopted_revision(
        clauses=[
            b.a_clause("general", "1", unit="chapter", clauses=[b.a_clause("term", "1")]),
            b.a_clause("special", "2", unit="chapter", clauses=[b.a_clause("fee", "2")]),
        ]
    )
    fee = b.a_clause("fee", "1")
    moved = b.a_revision(
        2,
        kind="amendment",
        base="1",
        clauses=[
            b.a_clause("general", "1", unit="chapter"),
            b.a_clause(
                "special",
                "2",
                unit="chapter",
                clauses=[fee, b.a_clause("term", "2")],
            ),
        ],
    )
    after = read(made(first, moved)[1][-1])
    ids = {one.get("eId"): one.get("wId") for one in clauses_in(after)}
    assert ids == {
        "chp_general": None,
        "chp_special": None,
        "chp_special__para_fee": None,
        "chp_special__para_term": "chp_general__para_term",
    }


def test_words_that_name_clauses_items_and_acts_lead_there() -> None:
    lists = b.said("Мыналар:\n1) арыз;\n2) куәлік.", "Такие:\n1) заявление;\n2) удостоверение.")
    clauses = [
        b.a_clause("docs", "1", text=lists),
        b.a_clause(
            "term",
            "2",
            text=b.said(
                "1-тармақта айтылған.",
                "По пункту 1, подпункту 2) пункта 1. Закон «О государственных услугах» & <b>.",
            ),
        ),
    ]
    act = {
        "title": {"ru": "О государственных услугах"},
        "url": {"ru": "https://law.example/а?b={c}"},
    }
    project = b.a_project(acts={"services-law": act})
    texts = made(b.an_adopted_revision(clauses=clauses), project=project)
    kk, ru = (
        [("".join(one.itertext()), one.get("href")) for one in named(read(file), "ref")]
        for *_, file in texts
    )
    assert kk == [("1-тармақта", "#para_docs")]
    assert ru == [
        ("пункту 1", "#para_docs"),
        ("подпункту 2) пункта 1", "#para_docs__item_2"),
        ("О государственных услугах", "https://law.example/%D0%B0?b=%7Bc%7D"),
    ]


def test_words_that_lead_elsewhere_end_with_their_line() -> None:
    clauses = [
        b.a_clause("docs", "1"),
        b.a_saying("term", "Күн.", "По пункту\n1 и далее.", number="2"),
    ]
    _, ru = made(b.an_adopted_revision(clauses=clauses))
    words = ["".join(one.itertext()) for one in named(read(ru[-1]), "p")]
    assert words[-2:] == ["По пункту", "1 и далее."]
    assert named(read(ru[-1]), "ref")[0].text == "пункту"


def test_a_clause_that_stands_twice_has_an_id_of_its_own_each_time() -> None:
    clauses = [b.a_clause("term", "1"), b.a_clause("term", "2")]
    file = made(b.an_adopted_revision(clauses=clauses))[0][-1]
    assert [one.get("eId") for one in clauses_in(read(file))] == ["para_term", "para_term_2"]
    assert faults(file) == []


def test_words_of_another_language_say_which_it_is() -> None:
    adopted = b.an_adoption("2026-07-01", "2026-07-10", act={"kk": "№ 1 бұйрық"})
    first = b.an_adopted_revision(adopted=adopted)
    second = b.a_revision(
        2, kind="amendment", base="1", clauses=[b.a_saying("term", "Екі.", "Два.")]
    )
    second["amendments"] = [{"clauses": ["term"], "reason": {"kk": "Себеп."}}]
    files = {(one.code, text.revision): read(file) for one, _, text, file in made(first, second)}
    for code, expected in (("kk", None), ("ru", "kk")):
        act = named(files[code, 1], "TLCReference")[0]
        (reason,) = [
            one for one in named(files[code, 2], "TLCConcept") if one.get("showAs") == "Себеп."
        ]
        language = "{http://www.w3.org/XML/1998/namespace}lang"
        assert [act.get(language), reason.get(language)] == [expected, expected]


# --- life and changes ---------------------------------------------------------------------------


def told(file: bytes) -> list[tuple[str, str, str]]:
    """Return the events of a file: kind, day, and what it did to the work."""
    return [
        (one.get("refersTo").removeprefix("#event_"), one.get("date"), one.get("type") or "")
        for one in named(read(file), "eventRef")
    ]


def test_the_life_of_a_text_is_told_with_what_ended_it() -> None:
    first = b.an_adopted_revision()
    second = b.an_adopted_revision(
        2,
        kind="repeal",
        base="1",
        dated="2026-08-01",
        consultation=b.a_consultation("2026-08-03", "2026-08-21", report=b.a_report("2026-08-28")),
        adopted=b.an_adoption("2026-09-01", "2026-09-15"),
    )
    files = [file for *_, file in made(first, second)[:2]]
    assert told(files[0]) == [
        ("drafted", "2026-06-01", ""),
        ("opened", "2026-06-02", ""),
        ("closed", "2026-06-19", ""),
        ("reported", "2026-06-26", ""),
        ("adopted", "2026-07-01", "generation"),
        ("in-force", "2026-07-10", ""),
        ("ended", "2026-09-15", "repeal"),
    ]
    assert told(files[1])[-1] == ("in-force", "2026-09-15", "repeal")
    periods = [
        (one.get("start"), one.get("end"), one.get("refersTo"))
        for one in named(read(files[0]), "timeInterval")
    ]
    assert periods == [
        ("#e_2", "#e_3", "#concept_discussion"),
        ("#e_6", "#e_7", "#concept_in-force"),
    ]
    assert named(read(files[0]), "body")[0].get("period") == "#tmpg_in-force"
    assert [faults(file) for file in files] == [[], []]


def test_an_act_keeps_the_name_that_it_had_as_a_draft() -> None:
    draft = b.an_adopted_revision()
    adopted = draft.pop("adopted")
    names = [
        named(read(file), "FRBRExpression")[0]
        for file in (made(draft)[0][-1], made({**draft, "adopted": adopted})[0][-1])
    ]
    was, now = ({local(one): one.get("value") for one in name} for name in names)
    assert was["FRBRuri"] == "/akn/kz/bill/standard/2026/birth-registration/kaz@2026-06-01"
    assert now["FRBRuri"] == "/akn/kz/act/standard/2026/birth-registration/kaz@2026-06-01"
    aliases = {one.get("name"): one.get("value") for one in names[1] if one.get("name")}
    assert aliases["draft"] == was["FRBRuri"]


def test_texts_of_one_day_have_names_of_their_own() -> None:
    texts = [b.a_revision(number, dated="2026-06-01") for number in (1, 2)]
    names = [
        named(read(file), "FRBRExpression")[0][1].get("value") for *_, file in made(*texts)[:2]
    ]
    assert [name.rpartition("@")[2] for name in names] == ["2026-06-01", "2026-06-01-r2"]


def test_what_an_act_changed_holds_since_the_act_does() -> None:
    changed = b.an_adopted_revision(
        2,
        kind="amendment",
        base="1",
        dated="2026-08-01",
        consultation=b.a_consultation("2026-08-03", "2026-08-21", report=b.a_report("2026-08-28")),
        adopted=b.an_adoption("2026-09-01", "2026-09-15"),
        clauses=[b.a_saying("term", "Екі.", "Два.")],
    )
    file = read(made(b.an_adopted_revision(), changed)[1][-1])
    mods = named(file, "textualMod")
    assert mods
    for mod in mods:
        assert [one.get("period") for one in named(mod, "force")] == ["#tmpg_in-force"]


def ids_at(mod: Any, side: str) -> list[str]:
    """Return the clauses on one side of a change."""
    return [clause_of(one.get("href")) for one in named(mod, side)]


def compared(project: str) -> Iterator[tuple[Text, Any]]:
    for text in texts_of(project):
        edition, record, revision, _ = text
        if base := record.base_of(revision):
            yield text, edition.comparison(record, base, revision)


@pytest.mark.parametrize("project", ["demonstration", "first-edition"])
def test_modifications_are_those_of_the_comparison(project: str) -> None:
    kinds = Counter[str]()
    for (_, record, text, file), found in compared(project):
        expected = [
            (kind, [one.id for one in match.before], [one.id for one in match.after])
            for match in found.alignment.matches
            for kind in dict.fromkeys(TYPES[one] for one in TYPES if one in match.actions)
        ]
        root = read(file)
        mods = named(root, "textualMod")
        said = [
            (
                one.get("type"),
                *(
                    [clause_of(it.get("href")) for it in named(one, side)]
                    for side in ("old", "new")
                ),
            )
            for one in mods
        ]
        assert said == expected, (record.id, text.revision)
        refers = {way.removeprefix("#") for one in mods for way in one.get("refersTo", "").split()}
        comments = {f"comment_{one.id}" for it in found.changes for one in it.comments}
        assert {one for one in refers if one.startswith("comment_")} == comments
        reasons = [one for it in found.changes for one in it.amendments]
        wanted = {
            f"reason_{number}" for number, one in enumerate(text.amendments, 1) if one in reasons
        }
        assert refers - comments == wanted
        is_active = bool(named(root, "activeModifications"))
        assert is_active == (text.adopted is None and bool(expected))
        kinds.update(kind for kind, *_ in expected)
    assert kinds["substitution"] > 1
    assert kinds["insertion"] > 0


def test_the_other_text_of_a_change_has_what_is_pointed_at() -> None:
    """What a change points at in another text is there, by the file of that text."""
    by_name: Mapping[str, Any] = {}
    for *_, file in texts_of("demonstration"):
        root = read(file)
        name = named(root, "FRBRExpression")[0][1].get("value")
        by_name = {**by_name, name: {one.get("eId") for one in root.iter()}}
    pointed = 0
    for *_, file in texts_of("demonstration"):
        for name in ("old", "destination"):
            for one in named(read(file), name):
                at, _, eid = one.get("href").partition("#")
                if at:
                    pointed += 1
                    assert not eid or eid in by_name[at]
    assert pointed > 10


def skeleton(file: bytes) -> list[tuple[str | None, ...]]:
    """Return what all languages have alike: clauses with their ids, and changes."""
    root = read(file)
    kept = (*clauses_in(root), *named(root, "textualMod"), *named(root, "eventRef"))
    names = ("eId", "wId", "type", "date", "refersTo")
    return [(local(one), *(one.get(name) for name in names)) for one in kept]


@pytest.mark.parametrize("project", PROJECTS)
def test_languages_are_alike(project: str) -> None:
    by_text: dict[tuple[str, int], list[Any]] = {}
    for _, record, text, file in texts_of(project):
        by_text.setdefault((record.id, text.revision), []).append(skeleton(file))
    assert all(one == each[0] for each in by_text.values() for one in each)
    assert all(len(each) > 1 for each in by_text.values())


def test_a_text_gives_the_same_bytes_each_time() -> None:
    edition, record, text, file = texts_of("demonstration")[0]
    assert akoma_ntoso(edition, record, text) == file
