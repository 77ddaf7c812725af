"""One table of months: every name, full or short, in each language, in both orders."""

import pytest

from talqy.comments.clause_names import is_day
from talqy.intake.form_days import day_of

FULL = {
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "en": "January February March April May June July August September October November December",
}
SHORT = {
    "kk": "қаң ақп нау сәу мам мау шіл там қыр қаз қар жел",
    "ru": "янв фев мар апр май июн июл авг сен окт ноя дек",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}
MONTHS = [
    (number, name)
    for names in (*FULL.values(), *SHORT.values())
    for number, name in enumerate(names.split(), 1)
]


@pytest.mark.parametrize(("number", "name"), MONTHS)
def test_a_month_is_known_wherever_a_day_is_read(number: int, name: str) -> None:
    for said in (
        f"6-{name}",
        f"06.{name}",
        f"6 {name}",
        f"{name}.26",
        f"{name}-26",
        f"{name} 2026",
    ):
        assert is_day(said), said
        assert is_day(said.upper()), said.upper()
    for said in (f"6 {name} 2026", f"2026 жылғы 6 {name}"):
        day = day_of(said, "Asia/Almaty")
        assert day is not None, said
        assert (day.month, day.day) == (number, 6)


@pytest.mark.parametrize(
    "said", ["3 таможня", "5 картотека", "2 маркировка", "1 майонез", "6.1", "12", "4 декларация"]
)
def test_a_word_that_only_begins_as_a_month_does_is_none(said: str) -> None:
    assert not is_day(said)
