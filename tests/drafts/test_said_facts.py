"""Facts that are said in a table of the working copy: what pages say is read back, and no guess."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import pytest

from fact_examples import EXAMPLES
from sites import ROOT
from talqy.drafts.fact_reader import FactHead, FactReader
from talqy.drafts.many_sayings import SHIPPED_SAYINGS
from talqy.language.fact_words import FactContext, said_values
from talqy.language.locale import Locale
from talqy.model.codes import CodeLists
from talqy.model.facts import FACTS, Facts, RefusalGround
from talqy.model.project import FeeUnit
from talqy.project.shipped import shipped_codes
from talqy.project.survey import survey

UNIT = FeeUnit(name="mci", tenge={})


def reader(codes: CodeLists, ids: Mapping[str, str] | None = None) -> FactReader:
    locales = SHIPPED_SAYINGS.locales(("kk", "ru"), codes)
    return FactReader(locales, SHIPPED_SAYINGS, dict(ids or {}))


def facts_of(tree: Mapping[str, Any], codes: CodeLists) -> Facts:
    return Facts.model_validate(tree, context={"codes": codes.lists})


def shown(
    locales: Sequence[Locale], facts: Facts
) -> Iterator[tuple[str, int, str, dict[str, str]]]:
    """Yield each value: fact, place, the name that it stands under, and its lines."""
    lines: dict[tuple[str, int, str], dict[str, str]] = {}
    for locale in locales:
        for value in said_values(FactContext(locale, UNIT, 0), facts):
            label = value.label if locale.code == "kk" else ""
            name = label or next(n for f, at, n in lines if (f, at) == (value.fact, value.at))
            lines.setdefault((value.fact, value.at, name), {})[locale.code] = value.said
    yield from ((fact, at, name, one) for (fact, at, name), one in lines.items())


def read_back(read: FactReader, facts: Facts) -> Iterator[tuple[Any, object]]:
    """Yield each value, and what is read out of the words of pages."""
    for fact, at, name, lines in shown(read.locales, facts):
        head = read.head(name)
        if head is not None:
            yield FACTS[fact].values(facts)[at], one_of(read, head, lines)


def one_of(read: FactReader, head: FactHead, lines: Mapping[str, str]) -> object:
    tree = read.value(head, lines)
    if tree is None:
        return None
    whole = tree if head.fact == "handover" else [tree]
    return FACTS[head.fact].values(facts_of({head.fact: whole}, read.locales[0].codes))[0]


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name != "files"])
def test_what_pages_say_of_a_fact_is_read_back(name: str) -> None:
    codes = shipped_codes()
    read = reader(codes, {"өтініш": "form", "үзінді": "extract"})
    for example in EXAMPLES[name]:
        facts = facts_of({name: example if name == "handover" else [example]}, codes)
        ((value, found),) = read_back(read, facts)
        assert found == value or ((name, found) == ("refusal_grounds", None) and value.text)


def test_every_fact_of_the_demonstration_is_read_back() -> None:
    """But for grounds in words of their own, which do not say of which kind they are."""
    register, _ = survey(ROOT).known
    odd, count = [], 0
    for text in (one.revisions[-1] for one in register.records):
        for clause in text.walk():
            ids = {s.casefold(): d.id for d in clause.facts.documents for s in d.name.values()}
            for value, found in read_back(reader(register.codes, ids), clause.facts):
                count += 1
                is_own = found is None and isinstance(value, RefusalGround) and value.text
                odd += [(clause.id, value, found)] if found != value and not is_own else []
    assert count > 100
    assert odd == []


@cache
def known() -> FactReader:
    return reader(shipped_codes())


TYPED: Sequence[tuple[str, tuple[str, str], str | tuple[str, ...]]] = [
    ("Срок оказания услуги", ("бес жұмыс күні", "пять рабочих дней"), ("5", "working-day")),
    ("срок оказания услуги:", ("5 жұмыс күні ішінде", "в течение 5 рабочих дней"), ("5",)),
    ("Fee", ("Тегін", "бесплатно"), ("True",)),
    ("Fee", ("8 АЕК", "8 МРП"), ("8",)),
    ("Fee", ("0,5", "0,5"), ("0.5",)),
    ("Where to apply", ("портал арқылы", "через портал"), "egov-portal"),
    ("Where to apply", ("қызмет беруші арқылы", "через услугодателя"), "provider"),
    ("Form of the service", ("қағаз түрінде", "бумажная"), "paper"),
    ("Form of the service", ("қағаз", "бумажная"), "paper"),
    (
        "Working hours",
        (
            "Қызметті беруші: дүйсенбіден жұмаға дейін 9.00-ден 18.00-ге дейін; үзіліс 13:00–14:00",
            "Услугодатель: с понедельника по пятницу с 9.00 до 18.00; перерыв 13:00–14:00",
        ),
        ("provider", "friday", "09:00", "18:00", "13:00"),
    ),
    (
        "Working hours",
        (
            "Мемлекеттік корпорация: дүйсенбі, сенбі 10:00–13:00",
            "Государственная корпорация: понедельник, суббота 10:00–13:00",
        ),
        ("state-corporation", "monday", "saturday", "10:00"),
    ),
    ("Contacts", ("телефон: 1414", "телефон: 1414"), ("phone", "1414")),
    (
        "Grounds for refusal",
        ("құжаттардың анық еместігі", "недостоверность документов"),
        ("false-data",),
    ),
    (
        "Grounds for refusal",
        (
            "заңда белгіленген өзге негіз: мерзім өтті; 20-бап",
            "иное основание, установленное законом: срок прошел; статья 20",
        ),
        ("other", "срок прошел", "статья 20"),
    ),
    ("Recipients", ("жеке тұлға", "физическое лицо"), "individual"),
    ("The recipient brings", ("өтініш", "заявление"), ("zaiavlenie", "applicant")),
    ("Result", ("паспорт; нысаны: қағаз түрінде", "паспорт; форма: бумажная"), ("paper",)),
]


def test_what_a_clerk_types_is_read() -> None:
    for label, (kk, ru), expected in TYPED:
        head = known().head(label) or known().head(_in_russian(label))
        assert head, label
        found = known().value(head, {"kk": kk, "ru": ru})
        if isinstance(expected, str):
            assert found == expected, (label, ru, found)
        else:
            assert isinstance(found, Mapping), (label, ru)
            assert all(one in _leaves(found) for one in expected), found


def _in_russian(label: str) -> str:
    (_, russian) = SHIPPED_SAYINGS.locales(("kk", "ru"), shipped_codes())
    return russian.words(label)


def _leaves(tree: object) -> set[str]:
    if isinstance(tree, Mapping):
        return {leaf for one in tree.values() for leaf in _leaves(one)}
    if isinstance(tree, list):
        return {leaf for one in tree for leaf in _leaves(one)}
    return {str(tree)}


UNREAD: Sequence[tuple[str, tuple[str, str]]] = [
    ("Срок оказания услуги", ("тез арада", "быстро")),
    ("Срок оказания услуги", ("5 жұмыс күні", "3 рабочих дня")),
    ("Срок оказания услуги", ("3–5 жұмыс күні", "3–5 рабочих дней")),
    ("Fee", ("қымбат", "дорого")),
    ("Fee", ("8 АЕК", "4 МРП")),
    ("Fee", ("тегін", "8 МРП")),
    ("Where to apply", ("почта арқылы", "по почте")),
    ("Where to apply", ("портал арқылы", "через услугодателя")),
    ("Form of the service", ("электрондық", "электронная")),
    ("Working hours", ("дүйсенбі 9:00–18:00", "понедельник 9:00–18:00")),
    ("Working hours", ("Қызметті беруші: күн сайын", "Услугодатель: ежедневно")),
    ("Contacts", ("1414", "1414")),
    ("Contacts", ("телефон: 1414", "телефон: 1415")),
    ("Recipients", ("барлығы", "все")),
    ("Grounds for refusal", ("мерзім өтті", "срок прошел")),
    ("Result", ("паспорт; алтыннан", "паспорт; из золота")),
]


def test_what_is_not_plain_is_not_read() -> None:
    for label, (kk, ru) in UNREAD:
        head = known().head(label) or known().head(_in_russian(label))
        assert head, label
        assert known().value(head, {"kk": kk, "ru": ru}) is None, (label, ru)


def test_what_can_be_read_is_named_for_every_fact() -> None:
    for head in known().heads:
        samples = known().known(head)
        assert samples
        if head.fact in {"term", "fee", "schedule", "contacts", "handover"}:
            kk, ru = samples.split("; ")[0], samples.split("; ")[-1]
            assert kk != ru or head.fact == "contacts", samples


def test_a_text_in_one_language_is_read_by_it_alone() -> None:
    head = known().head("Форма оказания услуги")
    assert head
    assert known().value(head, {"ru": "бумажная; для детей"}) == {
        "code": "paper",
        "for": {"ru": "для детей"},
    }
