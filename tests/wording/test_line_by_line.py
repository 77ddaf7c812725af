"""A text that is read line by line says what it says when it is read at once."""

import inspect
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talqy.wording.line_by_line import Placed, line_by_line
from talqy.wording.quantities import quantities
from talqy.wording.turns import actors, bounds, duties, negations, prices

_PIECES = {
    "ru": (
        *("5", "10 (десять)", "двадцать", "пять", "половиной", "рабочих дней", "часов", "МРП", "%"),
        *("1)", "2-1)", "а)", "подпунктами", "пп", "ст", "части", "№", "-", "–", "до", "и", "с"),
        *("2026", "года", "г", "14 ноября", "9.00", "+7 700", "123-45-67", "XII", "ноября"),
        *("не", "вправе", "не более", "обязан", "бесплатно", "услугодатель", "звонок", "Семей"),
    ),
    "kk": (
        *("5", "10 (он)", "жиырма", "бес", "жарым", "жұмыс күні", "сағат", "АЕК", "айлық есептік"),
        *("1)", "2-1)", "ә)", "тармақшасы", "3-тармақ", "№", "-", "–", "дейін", "және", "үштен"),
        *("2026", "жылғы", "ж", "14 қараша", "9.00", "+7 700", "123-45-67", "XII", "қараша"),
        *(
            "емес",
            "құқылы",
            "артық емес",
            "міндетті",
            "тегін",
            "қызмет беруші",
            "Семей",
            "берілмейді",
        ),
    ),
}
_BETWEEN = (" ", ", ", "; ", ";\n", ":\n", ".\n", "\n", ".", " (", ")\n")


@st.composite
def _texts(draw: st.DrawFn) -> tuple[str, str]:
    language = draw(st.sampled_from(sorted(_PIECES)))
    of = st.tuples(st.sampled_from(_PIECES[language]), st.sampled_from(_BETWEEN))
    return "".join(part for pair in draw(st.lists(of, min_size=2)) for part in pair), language


@pytest.mark.parametrize("read", [quantities, actors, bounds, duties, negations, prices])
@given(of=_texts())
def test_lines_are_read_as_their_text_is(
    read: Callable[[str, str], tuple[Placed, ...]], of: tuple[str, str]
) -> None:
    at_once = inspect.unwrap(read)(*of)
    assert sorted(map(repr, read(*of))) == sorted(map(repr, at_once))


def test_a_line_that_was_read_is_read_no_more() -> None:
    lines: list[str] = []

    def reader(text: str, _: str) -> tuple[Placed, ...]:
        lines.append(text)
        return ()

    read = line_by_line(reader)
    read("Срок – пять дней;\nплата – два МРП.", "ru")
    read("Срок – пять дней;\nплата – три МРП.", "ru")
    read("плата – два МРП.", "ru")
    assert lines == ["Срок – пять дней;\n", "плата – два МРП.", "плата – три МРП."]
