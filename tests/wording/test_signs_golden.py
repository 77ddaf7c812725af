"""Signs and parity as another hand judged them, before the rules were run on them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import builders as b
from cases import a_case, a_record, said
from talqy.compare.attention import Sign, signs_in_words

GOLDEN = Path(__file__).parents[1] / "golden" / "signs"
PAIRS: dict[str, list[dict[str, Any]]] = {
    name: yaml.safe_load((GOLDEN / f"{name}.yaml").read_text("utf-8"))
    for name in ("kk", "ru", "parity")
}
# The judge has one sign for all that is counted.
JUDGED = {
    **dict.fromkeys((Sign.TERM, Sign.FEE, Sign.NUMBER, Sign.REFERENCE), "number"),
    Sign.NEGATION: "negation",
    Sign.MODAL: "modal",
}
TOLD = {
    "number": ("P02", "P06"),
    "unit": ("P07",),
    "items": ("P03",),
    "paragraphs": ("P05",),
    "negation": ("P08",),
    "modal": ("P08",),
    "language": ("P09",),
    "swapped": ("P09",),
    "equal": ("P09",),
}


@pytest.mark.parametrize(
    ("language", "pair"),
    [
        pytest.param(language, pair, id=pair["name"])
        for language in ("kk", "ru")
        for pair in PAIRS[language]
    ],
)
def test_a_change_has_the_signs_that_it_was_judged_to_have(
    language: str, pair: dict[str, Any]
) -> None:
    found = signs_in_words(pair["old"], pair["new"], language)
    judged = {JUDGED[sign] for sign in found if sign in JUDGED}
    assert judged - set(pair.get("may_also", [])) == set(pair["signs"]), pair["why"]


def codes_of(pair: dict[str, Any]) -> set[str]:
    """Return the rules of parity that a text in two languages breaks."""
    text = {language: pair[language] for language in ("kk", "ru")}
    case = a_case(a_record(b.a_revision(clauses=[b.a_clause("general", "1", text=text)])))
    codes = {code for codes in TOLD.values() for code in codes}
    return {code for code in codes if said(code, case)}


@pytest.mark.parametrize(
    "pair", [pytest.param(pair, id=pair["name"]) for pair in PAIRS["parity"] if not pair["differs"]]
)
def test_texts_that_say_the_same_raise_no_alarm(pair: dict[str, Any]) -> None:
    assert codes_of(pair) == set(), pair["why"]


# “Толық емес” is a negation of Kazakh; that the Russian “неполный” has another one beside it is
# more than counting sees.
MISSED = {"par-090"}


@pytest.mark.parametrize(
    "pair", [pytest.param(pair, id=pair["name"]) for pair in PAIRS["parity"] if pair["differs"]]
)
def test_texts_that_differ_are_told(pair: dict[str, Any]) -> None:
    found = codes_of(pair)
    told = all(set(TOLD[what]) & found for what in pair["differs"])
    assert told == (pair["name"] not in MISSED), pair["why"]
