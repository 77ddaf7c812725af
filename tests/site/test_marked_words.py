"""Words that comments quote: marked where they stand, listed where they are gone, and their fate.

What must be seen is derived from the register; that the built pages show it is tested here.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest

from builders import (
    Tree,
    a_clause,
    a_comment,
    a_response,
    a_revision,
    an_adopted_revision,
    complete_clauses,
    said,
)
from held_words import held
from sites import ROOT, built, by_id, classed, find, parsed, small, words_in
from talqy.compare.quotes import Part, words_at
from talqy.compare.traces import Trace, follow
from talqy.law.parts import parts
from talqy.law.publication import public_part
from talqy.model.comment import Comment
from talqy.model.items import item_parts
from talqy.model.register import Record, Register
from talqy.model.revision import Revision
from talqy.project.survey import assess, survey
from traced import alignments

LANGUAGES = ("kk", "ru")
SAID = {"kk": r"пікір ([^,\](]+)", "ru": r"комментарий ([^,\](]+)"}
"""How a mark names a comment; that on another text has its revision in brackets behind it."""
FATES = [
    (
        "housing-assistance#t6yy8m2e5x",
        "changed",
        {
            "kk": held("Дәйексөз 2-~редакцияда өзгерді"),
            "ru": "Цитируемые слова изменены в редакции 2",
        },
    ),
    (
        "disability-benefit#q7d7ekg6xt",
        "removed",
        {
            "kk": held("Дәйексөз 2-~редакцияда алып тасталды"),
            "ru": "Цитируемые слова исключены в редакции 2",
        },
    ),
    (
        "passport-identity-card#ttxsc6y486",
        "changed",
        {
            "kk": held("Дәйексөз 4-~редакцияда өзгерді"),
            "ru": "Цитируемые слова изменены в редакции 4",
        },
    ),
]
GONE, KEPT, INNER = "k7m2p9qx4b", "k7m2p9qx4c", "k7m2p9qx4d"
pytestmark = pytest.mark.xdist_group("marked")


@pytest.fixture(scope="module")
def site(published: Path) -> Path:
    return published / "site"


@pytest.fixture(scope="module")
def register() -> Register:
    return public_part(*survey(ROOT).known)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a small standard: a clause was split, and one inside another removed."""
    split = said("Первым идёт дитя солдата. Вторым идёт дитя учителя.")
    inner = a_clause("inner", "5.1", text=said("Копия заверяется нотариусом."))
    older = [a_clause("order", text=split), a_clause("outer", "5", clauses=[inner])]
    newer = [
        a_clause("first", "4", text=said("Вне очереди – сироты.")),
        a_clause("second", "5", text=said("Вторым идёт дитя учителя.")),
        a_clause("outer", "6"),
    ]
    answered: Tree = {"decided": {"by": "ministry-justice", "on": "2026-06-25"}}
    quotes = {
        GONE: ("order", "идёт дитя солдата"),
        KEPT: ("order", "идёт дитя учителя"),
        INNER: ("inner", "заверяется нотариусом"),
    }
    amendments = [{"clauses": ["order", "first", "second", "inner"], "reason": said("Себебі")}]
    return built(
        small(
            tmp_path_factory.mktemp("own"),
            revisions=[
                an_adopted_revision(clauses=[*complete_clauses(), *older]),
                a_revision(
                    2,
                    clauses=[*complete_clauses(), *newer],
                    replaced={"order": ["first", "second"]},
                    amendments=amendments,
                ),
            ],
            comments=[
                a_comment(name, clause=clause, quote=quote, received="2026-06-10")
                for name, (clause, quote) in quotes.items()
            ],
            responses=[a_response(name, **answered) for name in quotes],
        )
    )


@lru_cache(maxsize=256)
def page(site: Path, language: str, path: str) -> ET.Element:
    return parsed(site / language / "s" / path / "index.html")


def texts(register: Register) -> Iterator[tuple[Record, Revision, str]]:
    """Yield every text with the path of its page; one of them has the standard's own too."""
    assert register.project.today
    assessment = assess(register, register.project.today)
    for record in register.records:
        for revision in record.revisions:
            yield record, revision, f"{record.id}/r{revision.revision}"
        yield record, parts(record, assessment).shown, record.id


def traces(record: Record, to: Revision) -> Iterator[tuple[Comment, Trace]]:
    """Yield the comments that can be followed to a text; a withdrawn one is shown nowhere."""
    for comment in record.comments:
        if record.is_withdrawn(comment.id):
            continue
        trace = follow(record, comment, to, alignments(record))
        if trace:
            yield comment, trace


def quoted_in(record: Record, to: Revision, language: str) -> dict[str, dict[str, str]]:
    """Return which words of which clause are quoted: by clause, by the name of the comment."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for comment, trace in traces(record, to):
        span = trace.span
        if span and span.part is Part.TEXT and span.language == language and not trace.is_orphan:
            found[span.clause][record.comment_name(comment.id)] = words_at(to, span)
    return found


def marks_in(section: ET.Element, language: str) -> list[tuple[list[str], str, str]]:
    """Return the marks of a clause: the comments that each names, its words, where it leads."""
    found = []
    for mark in section.iter("mark"):
        link = find(mark, "a")
        (hidden,) = classed(mark, "visually-hidden")
        assert hidden is link[-1]
        shown = "".join(link.itertext()).removesuffix("".join(hidden.itertext()))
        names = [name.strip() for name in re.findall(SAID[language], words_in(hidden))]
        found.append((names, " ".join(shown.split()), link.get("href") or ""))
    return found


def lines_of(quoted: str) -> list[str]:
    """Return the words of a quote line by line, without the printed numbers of items."""
    bodies = (item_parts(line)[1] for line in quoted.split("\n"))
    return [" ".join(body.split()) for body in bodies]


# --- marks ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_quoted_words_are_marked_and_no_others(
    site: Path, register: Register, language: str
) -> None:
    """On the page of the standard and on that of every text, in the language of the quote."""
    seen = 0
    for record, revision, path in texts(register):
        expected = quoted_in(record, revision, language)
        for clause in revision.walk():
            marks = marks_in(by_id(page(site, language, path), clause.id), language)
            assert {name for names, _, _ in marks for name in names} == set(expected[clause.id])
            for name, quoted in expected[clause.id].items():
                shown = " ".join(words for names, words, _ in marks if name in names)
                assert all(line in shown for line in lines_of(quoted)), f"{path}#{clause.id} {name}"
                seen += 1
    assert seen > 30


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mark_leads_to_the_first_comment_that_it_names(
    site: Path, register: Register, language: str
) -> None:
    for record, revision, path in texts(register):
        ids = {record.comment_name(comment.id): comment.id for comment in record.comments}
        for clause in revision.walk():
            for names, words, href in marks_in(
                by_id(page(site, language, path), clause.id), language
            ):
                assert words
                assert urljoin(f"/{path}/", href) == f"/{record.id}/c/{ids[names[0]]}/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_change_no_word_of_a_text(site: Path, register: Register, language: str) -> None:
    for _, revision, path in texts(register):
        for clause in revision.walk():
            section = by_id(page(site, language, path), clause.id)
            prose = find(section, "div[@class='prose']")
            shown = "".join(prose.itertext())
            for mark in prose.iter("mark"):
                (hidden,) = classed(mark, "visually-hidden")
                shown = shown.replace("".join(hidden.itertext()), "", 1)
            said = clause.text[language] if clause.text else ""
            assert "".join(shown.split()) == "".join(said.split()), f"{path}#{clause.id}"


# --- words that are gone --------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_comments_whose_words_are_gone_are_listed(
    site: Path, register: Register, language: str
) -> None:
    """At their own clause, or at what it became; never where the words still stand."""
    seen = 0
    for record, revision, path in texts(register):
        listed = {
            (link.get("href") or "").rpartition("c/")[2].rstrip("/"): section.get("id")
            for section in classed(page(site, language, path), "clause")
            for place in section.findall("p[@class='orphans']")
            for link in place.iterfind("a")
        }
        left = {clause.id for clause in revision.walk()}
        for comment, trace in traces(record, revision):
            homes = {*trace.clauses, comment.clause_id} & left
            if not trace.is_orphan:
                assert comment.id not in listed, f"{path} {comment.id}"
            elif homes:
                assert listed[comment.id] in homes, f"{path} {comment.id}"
                seen += 1
    assert seen > 10


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("kk", "Дәйексөзі мәтінде қалмаған пікірлер"),
        ("ru", "Комментарии, чьих цитат больше нет в тексте"),
    ],
)
def test_a_list_of_such_comments_says_what_it_is(site: Path, language: str, label: str) -> None:
    tree = page(site, language, "disability-benefit/r2")
    (place,) = classed(by_id(tree, "docs-applicant"), "orphans")
    assert words_in(place).startswith(f"{label}: ")
    hrefs = [link.get("href") or "" for link in place.iterfind("a")]
    assert "../c/q7d7ekg6xt/" in hrefs


def test_words_lost_in_a_split_are_listed_at_the_first_new_clause(own: Path) -> None:
    tree = page(own, "ru", "birth-registration")
    (place,) = classed(by_id(tree, "first"), "orphans")
    assert [(it.get("href") or "")[-11:-1] for it in place.iter("a")] == [GONE]
    assert not classed(by_id(tree, "second"), "orphans")


def test_words_that_outlive_a_split_are_marked_in_the_new_clause(own: Path) -> None:
    tree = page(own, "ru", "birth-registration")
    assert marks_in(by_id(tree, "second"), "ru") == [([KEPT], "идёт дитя учителя", f"c/{KEPT}/")]
    assert not marks_in(by_id(tree, "first"), "ru")


def test_words_of_a_clause_that_is_gone_are_listed_at_the_one_around_it(own: Path) -> None:
    (place,) = classed(by_id(page(own, "ru", "birth-registration"), "outer"), "orphans")
    assert [(it.get("href") or "")[-11:-1] for it in place.iter("a")] == [INNER]


# --- what became of comments ----------------------------------------------------------------------


@pytest.mark.parametrize(("place", "fate", "words"), FATES, ids=[fate[0] for fate in FATES])
def test_a_comment_says_what_became_of_its_words(
    site: Path, place: str, fate: str, words: dict[str, str]
) -> None:
    standard, _, comment = place.partition("#")
    for language in LANGUAGES:
        article = by_id(page(site, language, f"{standard}/comments"), f"c-{comment}")
        (trace,) = classed(article, "trace")
        (tag,) = classed(trace, f"fate-{fate}")
        assert words_in(tag) == words[language]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("kk", "[алып тасталды: 10 (десять) рабочих дней] → [қосылды: 8 (восемь) рабочих дней]"),
        ("ru", "[исключено: 10 (десять) рабочих дней] → [добавлено: 8 (восемь) рабочих дней]"),
    ],
)
def test_changed_words_stand_beside_those_that_were_quoted(
    site: Path, language: str, expected: str
) -> None:
    """The words are in the language of the comment; what a voice adds is in that of the page."""
    article = by_id(page(site, language, "housing-assistance/comments"), "c-t6yy8m2e5x")
    (trace,) = classed(article, "trace")
    shown = find(trace, "span[@lang]")
    assert (shown.get("lang"), words_in(shown)) == ("ru", expected)
    hidden = [part for part in classed(shown, "visually-hidden") if words_in(part) != "]"]
    assert [part.get("lang") for part in hidden] == [language, language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_comment_with_a_later_text_says_its_fate(
    site: Path, register: Register, language: str
) -> None:
    """One on the whole has no words to follow; of all others a reader learns what came of them."""
    for record in register.records:
        tree = page(site, language, f"{record.id}/comments")
        last = record.revisions[-1]
        for comment, trace in traces(record, last):
            if comment.revision != last.revision:
                (shown,) = classed(by_id(tree, f"c-{comment.id}"), "trace")
                assert classed(shown, f"fate-{trace.fate.value}"), comment.id
