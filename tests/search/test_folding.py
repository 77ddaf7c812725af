"""Letters are made alike, texts are cut into words, and verbs are known by their endings."""

import re
from itertools import chain

import pytest

from talqy.search.folding import LETTERS, folded, tokens
from talqy.search.forms import TELLING


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Жүргізуші куәлігін", ["жургизуши", "куалигин"]),
        ("Ёлка, щётка; съезд", ["елка", "шетка", "сезд"]),
        ("8 (восемь) рабочих дней", ["8", "8_раб", "рабочих", "днеи"]),
        ("0,2 АЕК", ["0.2", "0.2_аек", "аек"]),
        ("тел. 8-800-080-7777, 1414", ["тел", "88000807777", "1414"]),
        ("16ға толды", ["16", "16_тол", "толди"]),
        ("5нен 12дей 2б", ["5", "12", "12_деи", "деи", "2", "2_б", "б"]),
        ("веб-портал", ["веб", "портал"]),
        ("куәлiгi", ["куалиги"]),
        ("SMS туралы", ["sms", "турали"]),
        ("пас\u00adпорт", ["паспорт"]),
        ("пас\u200bпорт\ufeff", ["паспорт"]),
        ("и\u0306од", ["иод"]),
        ("10.1–10.3", ["10.1", "10.3"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_words_whose_letters_are_alike(text: str, words: list[str]) -> None:
    assert [*tokens(text)] == words


def test_what_is_folded_is_folded_once() -> None:
    """Words of the index are folded; a browser that folds one again finds the same."""
    for letter, become in LETTERS.items():
        assert folded(letter) == become == folded(become)


_TELLING = re.compile(f".{{3}}(?:{'|'.join(chain.from_iterable(TELLING.values()))})$")


@pytest.mark.parametrize(
    "names", ["жұмыссыздық мүгедектік жетім ажырасу несие", "развод ипотека кредит алименты приют"]
)
def test_what_names_a_service_tells_no_story(names: str) -> None:
    assert [word for word in tokens(names) if _TELLING.search(word)] == []


@pytest.mark.parametrize("verbs", ["кешіктірдім жоғалттым бермейді", "успели затянули хочется"])
def test_verbs_that_tell_a_story_are_known_by_their_endings(verbs: str) -> None:
    assert all(map(_TELLING.search, tokens(verbs)))
