"""The page of a standard: the law's words first, and nothing said twice."""

from functools import cache
from xml.etree import ElementTree as ET

import html5lib
import pytest

import builders as b
from cases import a_case, a_record
from sites import ROOT, by_id, classed, find, text_of, words_in
from talqy.language.edition import editions
from talqy.model.standing import DISCUSSED
from talqy.project.survey import survey
from talqy.site.pages import standard

AMENDMENTS = 30
TERM = {"term": [{"amount": "2", "unit": "working-day"}]}
FEE = {"fee": [{"amount": "0.5"}]}
CONTACTS = {
    "contacts": [{"kind": "phone", "value": f"8-800-080-{n}"} for n in range(1000, 1020)],
}
NEW = [
    b.a_saying("term", "Мерзімі – 2 (екі) жұмыс күні.", "Срок – 2 (два) рабочих дня.", facts=TERM),
    b.a_saying("fee", "Баж төленеді.", "Платится пошлина.", facts=FEE),
    b.a_saying("long", "Телефондар бар.", "Есть телефоны.", facts=CONTACTS),
    *(b.a_saying(f"c{n}", f"Жаңа сөз {n}.", f"Новое слово {n}.") for n in range(AMENDMENTS)),
]
OLD = [*NEW[:3], *(b.a_saying(f"c{n}", "Ескі сөз.", "Старое слово.") for n in range(AMENDMENTS))]
WHY = [
    {"clauses": [f"c{n}"], "reason": b.said(f"Себебі {n}.", f"Причина {n}."), "comments": []}
    for n in range(AMENDMENTS)
]


@cache
def page() -> ET.Element:
    """Return the page of a standard with many changes, in Russian."""
    case = a_case(a_record(*b.drafts(OLD, NEW, amendments=WHY)))
    edition = editions(ROOT, case.register, case.assessment)[1]
    whole = next(iter(standard.pages(edition, case.register.records[0])))
    read: ET.Element = html5lib.parse(whole.content, namespaceHTMLElements=False)
    return read


def test_facts_that_the_words_say_are_not_said_again() -> None:
    assert classed(by_id(page(), "term"), "facts") == []


def test_facts_that_say_more_stand_beside_the_words() -> None:
    (facts,) = classed(by_id(page(), "fee"), "facts")
    assert "0,5" in words_in(facts)
    assert by_id(page(), "fee").find("details") is None


def test_facts_of_a_repealed_standard_are_folded() -> None:
    """What stands open would be read as what holds."""
    repeal = b.an_adopted_revision(2, kind="repeal", base="1", clauses=OLD)
    repeal["adopted"]["in_force"] = "2026-10-01"
    case = a_case(a_record(b.an_adopted_revision(1, clauses=OLD), repeal), today="2026-11-20")
    edition = editions(ROOT, case.register, case.assessment)[1]
    made = list(standard.pages(edition, case.register.records[0]))
    texts = [one.content for one in made if 'id="fee"' in one.content]
    assert len(texts) > 1
    for content in texts:
        read = html5lib.parse(content, namespaceHTMLElements=False)
        (facts,) = classed(find(by_id(read, "fee"), "details"), "facts")
        assert "0,5" in words_in(facts)


def test_many_facts_are_shown_on_demand_and_all_of_them() -> None:
    folded = find(by_id(page(), "long"), "details")
    assert len(list(folded.iter("dd"))) == len(CONTACTS["contacts"])


def test_a_clause_has_its_words_first_and_one_line_of_links() -> None:
    clause = by_id(page(), "c1")
    assert [(one.tag, one.get("class")) for one in clause] == [
        ("h3", None),
        ("div", "prose"),
        ("details", "changed"),
        ("ul", "actions"),
    ]
    assert find(clause, "h3/a").get("href") == "#c1"
    assert "Причина 1." in words_in(find(clause, "details"))


def test_of_many_changes_the_first_five_are_open_and_none_is_lost() -> None:
    box = find(page(), ".//h2[@id='_changed']/../..")
    first, rest = classed(box, "amendments")
    assert [text_of(one) for one in first.iterfind("li/p[2]")] == [
        f"Причина {n}." for n in range(5)
    ]
    assert rest.get("start") == "6"
    assert len(rest.findall("li")) == AMENDMENTS - 5
    assert words_in(find(box, "details/summary")) == f"еще {AMENDMENTS - 5}"


def test_what_did_not_change_can_be_hidden() -> None:
    changed = [one.get("id") for one in classed(page(), "has-changes")]
    assert changed == [f"c{n}" for n in range(AMENDMENTS)]
    assert by_id(page(), "_only-changed").get("type") == "checkbox"


@pytest.mark.parametrize("name", ["_why", "_about", "_revisions", "_counted", "_take-along"])
def test_what_stands_behind_the_text_is_folded_after_it(name: str) -> None:
    order = [one.get("id") for one in page().iter() if one.get("id")]
    assert order.index(name) > order.index(f"c{AMENDMENTS - 1}")
    assert find(page(), f".//h2[@id='{name}']/..").tag == "summary"


def test_every_open_draft_of_the_demonstration_says_in_a_breath_what_it_changes() -> None:
    known = survey(ROOT)
    register, assessment = known.as_read
    shown = 0
    for edition in editions(ROOT, register, assessment):
        for record, text in register.revisions():
            if edition.standing(record, text).stage not in DISCUSSED:
                continue
            said = (text.gist or {}).get(edition.code, "")
            whole = next(iter(standard.pages(edition, record))).content
            assert said, (record.id, edition.code)
            place = whole.index(f'<p class="gist">{edition.locale.plain(text.gist or {})}</p>')
            assert place < whole.index('id="_for-you"'), (record.id, edition.code)
            shown += 1
    assert shown == 2 * 3
