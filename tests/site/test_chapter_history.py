"""The history of a chapter is told by what it holds."""

from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import html5lib
import pytest

import builders as b
from builders import said
from cases import a_case, a_record
from sites import ROOT, classed, find, words_in
from talqy.language.edition import editions
from talqy.language.locale import Locale
from talqy.language.parts_of_acts import history_of, link_to
from talqy.model.revision import Clause, Revision
from talqy.site.pages import clause_history


def text(number: int, term: b.Tree, fee: str, **changes: Any) -> b.Tree:
    """Return a text with a chapter that holds an article with a paragraph, and an article."""
    paragraph = b.a_clause("term", "1", text=term)
    articles = [
        b.a_clause("article", "5", heading=said("Мерзім", "Срок"), text=None, clauses=[paragraph]),
        b.a_clause("fee", fee, heading=said("Ақы", "Плата"), text=said("Тегін.", "Бесплатно.")),
    ]
    chapter = b.a_clause(
        "chapter",
        "2",
        heading=said("Қызмет", "Услуга"),
        text=None,
        unit="chapter",
        clauses=articles,
    )
    return b.a_revision(number, clauses=[chapter], **changes)


@cache
def pages(language: int) -> dict[str, ET.Element]:
    """Return the page of the history of each clause, by the clause."""
    was, becomes = (said(f"Мерзімі {n} күн.", f"Срок {n} дней.") for n in (10, 5))
    reason = {"clauses": ["term"], "reason": said("Жылдамырақ.", "Чтобы быстрее.")}
    record = a_record(
        text(1, was, "6"),
        text(2, was, "6", amendments=[]),
        text(3, becomes, "7", amendments=[reason]),
    )
    case = a_case(record)
    shown_in = editions(ROOT, case.register, case.assessment)[language]
    return {
        page.at.path.rstrip("/").rpartition("/")[2]: html5lib.parse(
            page.content, namespaceHTMLElements=False
        )
        for page in clause_history.pages(shown_in, record)
    }


def history(language: int, name: str) -> list[ET.Element]:
    """Return the steps of the history of a clause, the newest text first."""
    return list(classed(pages(language)[name], "timeline")[0].iter("section"))


@pytest.mark.parametrize("name", ["chapter", "article", "term"])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        (0, ["Мерзімі", "[қосылды: 5] күн", "Жылдамырақ."]),
        (1, ["Срок", "[добавлено: 5] дней", "Чтобы быстрее."]),
    ],
)
def test_a_change_is_told_by_the_clause_and_all_around_it(
    language: int, words: list[str], name: str
) -> None:
    newest = words_in(history(language, name)[0])
    assert [one for one in words if one not in newest] == []


def test_a_clause_beside_has_no_part_in_it() -> None:
    assert "Чтобы быстрее." not in words_in(history(1, "fee")[0])


def test_what_only_has_another_number_is_told_of_the_chapter() -> None:
    newest = words_in(history(1, "chapter")[0])
    assert "Плата изменен номер" in newest
    assert "Плата" not in words_in(history(1, "article")[0])


def test_a_text_that_changes_nothing_inside_says_so() -> None:
    assert "Текст не изменился." in words_in(history(1, "chapter")[1])


def test_the_first_text_of_a_chapter_leads_to_what_it_holds() -> None:
    first = history(1, "chapter")[2]
    assert "Текст не изменился." not in words_in(first)
    hrefs = [link.get("href") or "" for link in find(first, ".//ul").iter("a")]
    assert [href.rstrip("/").rpartition("/")[2] for href in hrefs] == ["article", "fee"]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (0, ("Тараудың тарихы", "Тармақтың тарихы")),
        (1, ("История главы", "История пункта")),
    ],
)
def test_a_history_is_named_by_what_it_is_of(language: int, names: tuple[str, str]) -> None:
    kickers = [words_in(classed(pages(language)[name], "kicker")[0]) for name in ("chapter", "fee")]
    assert tuple(kicker.partition(" · ")[0] for kicker in kickers) == names


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ({"number": said("2-тарау", "Глава 2")}, "История главы"),
        ({"number": said("1-қосымша", "Приложение 1")}, "История приложения"),
        ({"number": "1)"}, "История подпункта"),
        ({"unit": "article"}, "История статьи"),
        ({"unit": "section"}, "История раздела"),
        ({"unit": "form"}, "История формы"),
        ({"unit": "part"}, "История части"),
        ({"number": None}, "История пункта"),
        ({"unit": "scheme"}, "История части текста"),
    ],
)
def test_each_unit_has_its_name(clause: b.Tree, name: str) -> None:
    assert history_of(*russian_and(clause)) == name


@pytest.mark.parametrize(
    ("unit", "link"),
    [
        ("section", "этот раздел"),
        ("chapter", "эту главу"),
        ("article", "эту статью"),
        ("part", "эту часть"),
        ("paragraph", "этот пункт"),
        ("sub-paragraph", "этот подпункт"),
        ("annex", "это приложение"),
        ("form", "эту форму"),
        ("scheme", "эту часть текста"),
    ],
)
def test_the_link_to_a_clause_says_its_unit(unit: str, link: str) -> None:
    locale, clause = russian_and({"unit": unit})
    assert link_to(locale, clause) == f"Ссылка на {link}"


def russian_and(clause: b.Tree) -> tuple[Locale, Clause]:
    """Return the Russian locale, and a clause."""
    text = Revision.model_validate(b.a_revision(clauses=[{**b.a_clause("x", "5"), **clause}]))
    case = a_case(a_record(b.a_revision()))
    return editions(ROOT, case.register, case.assessment)[1].locale, text.clauses[0]
