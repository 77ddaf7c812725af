"""Another act is known by its title in quotation marks, in the language of the text."""

import pytest

from talqy.compare.acts import acts_named
from talqy.model.project import OtherAct

LAW = OtherAct.model_validate(
    {
        "title": {
            "kk": "Мемлекеттік көрсетілетін қызметтер туралы",
            "ru": "О государственных услугах",
        },
        "url": {"kk": "https://law.example/kk", "ru": "https://law.example/ru"},
    }
)


def titles(text: str, language: str) -> list[str]:
    return [text[one.start : one.end] for one in acts_named(text, language, [LAW])]


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("ru", "согласно Закону «О государственных услугах»", "О государственных услугах"),
        ("ru", "Закон “О  Государственных услугах”", "О  Государственных услугах"),
        ("ru", 'закон "о государственных услугах".', "о государственных услугах"),
        (
            "kk",
            "«Мемлекеттік көрсетілетін қызметтер туралы» Заңға сәйкес",
            "Мемлекеттік көрсетілетін қызметтер туралы",
        ),
    ],
)
def test_a_title_in_quotation_marks_is_the_act(language: str, text: str, title: str) -> None:
    assert titles(text, language) == [title]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "О государственных услугах говорится ниже."),
        ("ru", "«О государственных услугах и сборах»"),
        ("kk", "«О государственных услугах»"),
        ("en", "«О государственных услугах»"),
        ("ru", "«О государственных услугах"),
    ],
)
def test_other_words_are_not(language: str, text: str) -> None:
    assert titles(text, language) == []
