"""Comparisons, histories of clauses and tombstones: which pages there are, and what they say."""

import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import urldefrag, urljoin
from xml.etree import ElementTree as ET

import pytest

from builders import (
    COMMENT,
    STANDARD,
    Tree,
    a_clause,
    a_comment,
    a_response,
    a_revision,
    an_adopted_revision,
    complete_clauses,
    drafts,
    said,
)
from sites import (
    ROOT,
    built,
    by_id,
    classed,
    find,
    ids_in,
    parsed,
    small,
    text_of,
    words_in,
)
from talqy.compare.comparison import ever_compared
from talqy.language.edition import Edition, editions
from talqy.model.register import Register
from talqy.model.revision import Revision
from talqy.project.survey import survey

LANGUAGES = ("kk", "ru")
OF_COMMENTS = re.compile(r"c-[0-9a-z]{10}(-h)?|r\d+(-[a-z0-9-]+)?|r\d+_late|_[a-z-]+")
LATE, LATER = "k7m2p9qx4b", "k7m2p9qx4c"
pytestmark = pytest.mark.xdist_group("compared")


@pytest.fixture(scope="module")
def site(published: Path) -> Path:
    return published / "site"


@pytest.fixture(scope="module")
def edition() -> Edition:
    return editions(ROOT, *survey(ROOT).known)[0]


@pytest.fixture(scope="module")
def register(edition: Edition) -> Register:
    return edition.register


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a small standard whose clauses are named as pages name their parts.

    They have no headings, and another number in each text.
    """
    was = said("Мерзімі он күн.", "Срок десять дней.")
    becomes = said("Мерзімі бес күн.", "Срок пять дней.")
    names = ("main", "contents", "changes", "table", "late", "changed", "revisions", "mode-clean")
    older, newer = (
        [a_clause(name, f"{at}.", text=text) for at, name in enumerate(names, first)]
        for first, text in ((4, was), (5, becomes))
    )
    changed = [names[:3], names[3:5], [*names[5:], "gone"]]
    audiences = [["provider"], [], ["service-centre", "provider"]]
    amendments = [
        {"clauses": list(some), "audiences": who, "reason": said("Себебі", "Причина")}
        for some, who in zip(changed, audiences, strict=True)
    ]
    answered: Tree = {"decided": {"by": "ministry-justice", "on": "2026-06-25"}}
    return built(
        small(
            tmp_path_factory.mktemp("own"),
            revisions=[
                an_adopted_revision(clauses=[*complete_clauses(), *older, a_clause("gone", "12")]),
                a_revision(2, clauses=[*complete_clauses(), *newer], amendments=amendments),
            ],
            comments=[
                a_comment(clause="late", received="2026-06-10"),
                a_comment(LATE, clause="late", received="2026-06-22"),
                a_comment(LATER, clause="gone", received="2026-06-23"),
            ],
            responses=[
                a_response(**answered),
                *(a_response(name, outcome="late", **answered) for name in (LATE, LATER)),
            ],
        )
    )


@lru_cache(maxsize=512)
def page(site: Path, language: str, path: str) -> ET.Element:
    return parsed(site / language / "s" / path / "index.html")


def folders(site: Path, language: str, path: str) -> set[str]:
    """Return the names of the folders below one."""
    return {file.parent.name for file in (site / language / "s" / path).glob("*/index.html")}


def names(*texts: Revision) -> set[str]:
    """Return the ids of all clauses of some texts."""
    return {clause.id for text in texts for clause in text.walk()}


# --- which pages there are ------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pair_of_texts_has_its_page_and_no_other(
    site: Path, edition: Edition, language: str
) -> None:
    for record in edition.register.records:
        ever = {f"r{older.revision}-r{newer.revision}" for older, newer in ever_compared(record)}
        assert {name for name in folders(site, language, record.id) if "-r" in name} == ever
        for older, newer in edition.compared(record):
            tree = page(site, language, f"{record.id}/r{older.revision}-r{newer.revision}")
            (texts,) = classed(tree, "texts")
            hrefs = [link.get("href", "") for link in texts.iter("a")]
            assert hrefs[0].endswith(f"/r{older.revision}/")
            assert hrefs[1].endswith(f"/r{newer.revision}/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_clause_that_ever_was_has_a_history(
    site: Path, register: Register, language: str
) -> None:
    for record in register.records:
        found = folders(site, language, f"{record.id}/history")
        assert found == names(*record.revisions), record.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_history_leads_to_every_text_of_its_clause(
    site: Path, register: Register, language: str
) -> None:
    for record in register.records:
        for clause in sorted(names(*record.revisions)):
            tree = page(site, language, f"{record.id}/history/{clause}")
            hrefs = {link.get("href", "") for link in tree.iterfind(".//h2/a")}
            found = {href for href in hrefs if href.endswith(f"#{clause}")}
            assert found == {
                f"../../r{text.revision}/#{clause}"
                for text in record.revisions
                if text.clause(clause)
            }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_anchor_that_ever_was_is_there(site: Path, register: Register, language: str) -> None:
    """A clause or its tombstone: of all texts on the newest page, of earlier ones on others."""
    for record in register.records:
        assert names(*record.revisions) <= set(ids_in(page(site, language, record.id))), record.id
        for place, revision in enumerate(record.revisions, 1):
            earlier = names(*record.revisions[:place])
            tree = page(site, language, f"{record.id}/r{revision.revision}")
            assert earlier <= set(ids_in(tree))
            graves = {grave.get("id") for grave in classed(tree, "tombstone")}
            assert graves == earlier - names(revision), f"{record.id} r{revision.revision}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_clause_can_have_the_id_of_another_part_of_a_page(
    site: Path, edition: Edition, language: str
) -> None:
    """Ids of clauses have no underscore; every other id on a page that has them has one."""
    for record in edition.register.records:
        texts = [f"{record.id}/r{text.revision}" for text in record.revisions]
        compared = [f"{record.id}/r{a.revision}-r{b.revision}" for a, b in edition.compared(record)]
        for path in (record.id, f"{record.id}/languages", *texts, *compared):
            others = set(ids_in(page(site, language, path))) - names(*record.revisions)
            assert others
            assert [name for name in sorted(others) if "_" not in name] == [], path
        anchors = ids_in(page(site, language, f"{record.id}/comments"))
        assert [name for name in anchors if not OF_COMMENTS.fullmatch(name)] == []


# --- what comparisons say -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "label", "was", "becomes"),
    [
        ("kk", "Төлемақы", "4 АЕК (2020 жылы 10 604 теңге)", "8 АЕК (2020 жылы 21 208 теңге)"),
        ("ru", "Плата", "4 МРП (10 604 тенге в 2020 году)", "8 МРП (21 208 тенге в 2020 году)"),
    ],
)
def test_a_fee_that_doubled_is_shown_as_a_fact(
    site: Path, language: str, label: str, was: str, becomes: str
) -> None:
    tree = page(site, language, "passport-identity-card/r1-r2")
    (row,) = classed(by_id(tree, "fee"), "fact-changes")
    assert text_of(find(row, ".//dt")) == label
    (change,) = row.iterfind(".//dd")
    assert was in words_in(find(change, "del"))
    assert becomes in words_in(find(change, "ins"))
    shown = words_in(change)
    assert shown.index(was) < shown.index("→") < shown.index(becomes)


@pytest.mark.parametrize(
    ("language", "action", "headings"),
    [
        ("kk", "бөлінді", ("Кезектен тыс жолдама беру", "Бірінші кезекте жолдама беру")),
        (
            "ru",
            "разделено",
            ("Внеочередная выдача направления", "Первоочередная выдача направления"),
        ),
    ],
)
def test_a_split_is_one_change_that_names_both_new_clauses(
    site: Path, language: str, action: str, headings: tuple[str, str]
) -> None:
    tree = page(site, language, "kindergarten-queue/r2-r3")
    entry = by_id(tree, "priority-extraordinary")
    assert [words_in(tag) for tag in classed(entry, "change-split")] == [action]
    title = words_in(find(entry, "h3"))
    assert title.startswith("12 → 12, 13.")
    without_removed = re.sub(r"\[(?:алып тасталды|исключено): [^]]*\] ?", "", title)
    becomes = re.sub(r"\[(?:қосылды|добавлено): ([^]]*)\]", r"\1", without_removed)
    assert becomes.replace(" ;", ";") == f"12 → 12, 13. {headings[0]}; {headings[1]}"
    assert not {"priority", "priority-first"} & set(ids_in(tree))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tombstone_of_a_split_clause_leads_to_what_it_became(site: Path, language: str) -> None:
    grave = by_id(page(site, language, "kindergarten-queue"), "priority")
    assert [link.get("href") for link in grave.iterfind("details/p/a")] == [
        f"r3/#priority-{name}" for name in ("extraordinary", "first")
    ]


def test_no_mark_of_any_page_is_a_sign_alone(site: Path) -> None:
    """A voice would say “removed: full stop”; a line end that came or went is said in words."""
    seen, alone = 0, list[str]()
    for page in sorted(site.rglob("*.html")):
        for found in _MARKED.finditer(page.read_text("utf-8")):
            words = re.sub(r"<[^>]*>", "", _FRAMED.sub("", found[2]))
            seen += 1
            alone += [] if any(letter.isalnum() for letter in words) else [f"{page}: {words}"]
    assert seen > 1_000
    assert alone == []


_MARKED = re.compile(r"<(del|ins)>(.*?)</\1>", re.DOTALL)
_FRAMED = re.compile(r'<span class="visually-hidden"[^>]*>(?:\[[^<]*: |\])</span>')


def test_a_tombstone_leads_to_the_comments_of_every_text(tmp_path: Path) -> None:
    """The clause was in two texts, and is not in the third."""
    both = [a_clause("stays", "1"), a_clause("gone", "2")]
    project = small(
        tmp_path,
        revisions=drafts(both, both, both[:1]),
        comments=[a_comment(clause="gone"), a_comment(LATER, clause="gone", revision="2")],
    )
    grave = by_id(page(built(project, status=1), "ru", STANDARD), "gone")
    links = {words_in(link): link.get("href") for link in grave.iter("a")}
    assert links["1 комментарий (редакция 1) – Пункт 2"] == "comments/#r1-gone"
    assert links["1 комментарий (редакция 2) – Пункт 2"] == "comments/#r2-gone"


@pytest.mark.parametrize("language", LANGUAGES)
def test_renumbered_clauses_stand_in_the_table_of_shifted_ones_alone(
    site: Path, register: Register, language: str
) -> None:
    tree = page(site, language, "kindergarten-queue/r2-r3")
    rows = find(tree, ".//*[@aria-labelledby='_shifted']").findall(".//tbody/tr")
    assert [words_in(find(row, "td")) for row in rows] == ["13 → 14", "14 → 15", "15 → 16"]
    (record,) = (r for r in register.records if r.id == "kindergarten-queue")
    moved = {c.id for c in record.revisions[-1].walk() if c.number in {"14", "15", "16"}}
    assert len(moved) == 3
    assert not moved & {entry.get("id") for entry in classed(tree, "entry")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_change_of_an_amending_draft_gives_a_reason(
    site: Path, register: Register, language: str
) -> None:
    drafts = [(r.id, t) for r in register.records for t in r.revisions if t.amendments]
    assert len(drafts) > 10
    for name, text in drafts:
        path = f"{name}/r{text.base}-r{text.revision}"
        for entry in classed(page(site, language, path), "entry"):
            assert classed(entry, "reason"), f"{path}#{entry.get('id')}"


# --- a small standard -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "audiences"),
    [
        ("kk", ["көрсетілетін қызметті беруші үшін", "Мемлекеттік корпорация үшін"]),
        ("ru", ["для услугодателя", "для Государственной корпорации"]),
    ],
)
def test_what_changed_is_grouped_by_audience(
    own: Path, language: str, audiences: list[str]
) -> None:
    """First what is said to nobody in particular; an amendment for two stands in both groups."""
    tree = page(own, language, "birth-registration")
    box = find(tree, ".//h2[@id='_changed']/../..")
    assert [text_of(heading) for heading in box.iterfind("h3")] == audiences
    groups = [
        [(link.get("href") or "").rpartition("#")[2] for link in group.iter("a")]
        for group in classed(box, "amendments")
    ]
    assert box.tag == "details"
    assert groups == [
        ["table", "late"],
        ["main", "contents", "changes", "changed", "revisions", "mode-clean", "gone"],
        ["changed", "revisions", "mode-clean", "gone"],
    ]
    order = [element.get("class") for element in box if element.tag in {"h3", "ol"}]
    assert order == ["amendments", "audience", "amendments", "audience", "amendments"]


@pytest.mark.parametrize(
    ("language", "became", "name"),
    [("kk", "4-тармақ → 5-тармақ", "5-тармақ"), ("ru", "Пункт 4 → Пункт 5", "Пункт 5")],
)
def test_a_clause_without_a_heading_says_its_number_once(
    own: Path, language: str, became: str, name: str
) -> None:
    entry = by_id(page(own, language, "birth-registration/r1-r2"), "main")
    assert words_in(find(entry, "h3")) == became
    text = page(own, language, "birth-registration")
    assert words_in(find(by_id(text, "main"), "h3")) == name
    assert name in [words_in(link) for link in classed(text, "contents")[0].iter("a")]
    title = find(page(own, language, "birth-registration/history/main"), ".//h1")
    assert words_in(title).endswith(f": {name}")


@pytest.mark.parametrize(
    ("language", "words"), [("kk", "Тармақтың тарихы"), ("ru", "История пункта")]
)
def test_the_history_of_a_clause_has_no_link_to_itself(
    own: Path, language: str, words: str
) -> None:
    """The same change on the compare page has one."""
    tree = page(own, language, "birth-registration/r1-r2")
    assert any(words_in(link).startswith(words) for link in by_id(tree, "main").iter("a"))
    text = find(page(own, language, "birth-registration/history/main"), ".//main")
    assert not any(words_in(link).startswith(words) for link in text.iter("a"))


def test_clauses_with_any_name_leave_the_ids_of_a_page_alone(own: Path) -> None:
    for file in own.rglob("*.html"):
        found = ids_in(parsed(file))
        assert len(found) == len(set(found)), file


def test_late_comments_are_not_taken_for_those_on_a_clause_of_that_name(own: Path) -> None:
    tree = page(own, "ru", "birth-registration/comments")
    for anchor, comments in (("r1-late", [COMMENT]), ("r1_late", [LATE, LATER])):
        (section,) = (
            it for it in tree.iter("section") if it.find(f"h3[@id='{anchor}']") is not None
        )
        assert [it.get("id") for it in classed(section, "comment")] == [
            f"c-{comment}" for comment in comments
        ]


def test_a_tombstone_leads_to_comments_that_came_late(own: Path) -> None:
    grave = by_id(page(own, "ru", "birth-registration"), "gone")
    hrefs = [link.get("href") or "" for link in grave.iter("a")]
    assert hrefs[-1] == "comments/#r1_late"


def test_every_link_of_the_small_site_leads_to_a_place(own: Path) -> None:
    pages = {
        f"/{file.relative_to(own).parent.as_posix()}/": parsed(file)
        for file in own.rglob("index.html")
    }
    anchors = {path: set(ids_in(page)) for path, page in pages.items()}
    for path, page in pages.items():
        for link in page.iter("a"):
            whole, anchor = urldefrag(urljoin(path, link.get("href") or ""))
            whole = whole.partition("?")[0]
            if anchor:
                assert anchor in anchors[whole], f"{path}: {link.get('href')}"
