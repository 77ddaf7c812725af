"""What is told of codes is told by their official names, in the language of whoever reads it."""

import pytest

from talqy.errors import Spoken
from talqy.model.codes import in_words, named
from talqy.project.shipped import shipped_codes
from talqy.record.against_kinds import SAID_CHANGED
from talqy.record.field_names import field_name, said_value
from talqy.record.plain import Plain

RU = {"en": "ru"}.get
PRINT = shipped_codes().named("posting-channel", "print")["ru"]
POSTED: Plain = [{"channel": "egov", "on": "2026-11-02"}, {"channel": "print"}]


def in_russian(words: str) -> str:
    return RU(words) or words


@pytest.mark.parametrize(
    ("value", "path", "said"),
    [
        ("rejected", ("outcome",), "Не принято"),
        (
            "egov",
            ("consultation", "posted", 1, "channel"),
            "веб-портал «электронного правительства»",
        ),
        ("rejected", ("report", "signed_by"), "rejected"),
        (None, ("outcome",), "–"),
        ("", ("outcome",), "–"),
    ],
)
def test_a_value_is_named_by_its_key(value: Plain, path: tuple[str | int, ...], said: str) -> None:
    found = in_words(said_value(value, path), shipped_codes())
    assert isinstance(found, Spoken)
    assert found.said(in_russian) == said


def test_codes_inside_of_lists_and_of_other_problems_are_named() -> None:
    changed = SAID_CHANGED.at(
        "history.yaml",
        revision=1,
        what=field_name(("posted",)),
        was=said_value(POSTED, ("posted",)),
        now=said_value("late", ("outcome",)),
    )
    outer = SAID_CHANGED.at("a.yaml", revision=1, what=changed, was="–", now="–")
    told = named(outer, shipped_codes()).said(in_russian)
    assert "egov" not in told
    assert "Поступило по истечении срока" in told
    assert "“egov, 2026-11-02; print”" in outer.said()


def test_a_name_of_the_project_beats_ours() -> None:
    own = shipped_codes().lists["outcome"]["accepted"].model_copy(update={"name": {"ru": "Учтено"}})
    codes = shipped_codes().over({"outcome": {"accepted": own}})
    found = in_words(said_value("accepted", ("outcome",)), codes)
    assert isinstance(found, Spoken)
    assert found.said(in_russian) == "Учтено"
