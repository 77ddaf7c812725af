"""N: printed numbers are there once, and in order. L06: what stands under url leads somewhere."""

import pytest

import builders as b
from cases import a_case, a_record, said
from talqy.model.values import is_web_address


def told(code: str, *numbers: str, nested: tuple[str, ...] = ()) -> list[str]:
    clauses = [b.a_clause(f"c{n}", number) for n, number in enumerate(numbers)]
    inner = [b.a_clause(f"i{n}", number) for n, number in enumerate(nested)]
    clauses[0]["clauses"] = inner
    found = said(code, a_case(a_record(b.a_revision(clauses=clauses))))
    return [words.partition(": ")[2] for words in found]


@pytest.mark.parametrize(
    "numbers",
    [("1", "2", "2-1", "3"), ("4.9", "4.10"), ("а)", "б)"), ("Глава 1", "1", "2"), ("I", "II")],
)
def test_numbers_as_they_are_printed_are_sound(numbers: tuple[str, ...]) -> None:
    assert told("N01", *numbers) == told("N02", *numbers) == []


@pytest.mark.parametrize(
    ("one", "other"), [("3", "3"), ("3", "3."), ("3", "п. 3"), ("а)", "А)"), ("3)", "3)")]
)
def test_a_number_that_stands_twice_is_told(one: str, other: str) -> None:
    assert told("N01", "2", one, other) == [
        f"the number “{other}” stands here again: the clause “c1” has it already"
    ]


@pytest.mark.parametrize(
    ("before", "number"), [("3", "2"), ("3-1", "3"), ("4.10", "4.9"), ("п. 3", "2.")]
)
def test_a_number_that_goes_back_is_told_once(before: str, number: str) -> None:
    assert told("N02", "1", before, number, "11") == [
        f"the number “{number}” comes after “{before}”"
    ]


def test_each_clause_counts_its_own_from_the_first() -> None:
    assert told("N01", "1", "2", nested=("1", "2")) == []
    assert len(told("N01", "1", "2", nested=("1)", "1)"))) == 1


@pytest.mark.parametrize(
    "url", ["https://gov.kz/a?b=c#d", "http://localhost:3000/x", "https://сайт.қаз/бет"]
)
def test_addresses_of_the_web(url: str) -> None:
    assert is_web_address(url)


@pytest.mark.parametrize(
    "url",
    [
        "сайт министерства",
        "gov.kz",
        "javascript:alert(1)",
        "https://",
        "https://a b",
        "ftp://a",
        "http://[bad",
    ],
)
def test_what_is_no_address_is_told_wherever_it_stands(url: str) -> None:
    assert not is_web_address(url)
    posted = [{**b.a_posting("internet", "2026-11-09"), "url": url}]
    tree = b.a_revision(consultation=b.a_consultation(posted=posted))
    project = b.a_project()
    project["authorities"][b.MINISTRY]["url"] = url
    project["acts"] = {"law": {"title": b.said("А", "А"), "url": b.said("https://a.kz", url)}}
    found = said("L06", a_case(a_record(tree), project=project))
    assert [words.partition(": ")[0] for words in found] == [
        f"project.yaml authorities.{b.MINISTRY}.url",
        "project.yaml acts.law.url.ru",
        "r1.yaml consultation.posted.0.url",
    ]
