"""Days as pages and documents print them: no line ends inside, ranges say once what both share."""

from datetime import date

import pytest

from held_words import held
from talqy.language.catalogue import catalogue
from talqy.language.locale import Locale
from talqy.project.shipped import folders, shipped_codes

LOCALES = {
    code: Locale(code, catalogue(code, folders(None, "messages")), shipped_codes())
    for code in ("kk", "ru", "en")
}
FIRST = date(2026, 11, 10)


@pytest.mark.parametrize(
    ("last", "kazakh", "russian", "english"),
    [
        (FIRST, "2026~жылғы~10~қараша", "10~ноября~2026~года", "10~November~2026"),
        (
            date(2026, 11, 23),
            "2026~жылғы~10–23~қараша",
            "10–23~ноября~2026~года",
            "10–23~November~2026",
        ),
        (
            date(2026, 12, 5),
            "2026~жылғы~10~қараша – 5~желтоқсан",
            "10~ноября – 5~декабря~2026~года",
            "10~November – 5~December~2026",
        ),
        (
            date(2027, 11, 10),
            "2026~жылғы~10~қараша – 2027~жылғы~10~қараша",
            "10~ноября~2026~года – 10~ноября~2027~года",
            "10~November~2026 – 10~November~2027",
        ),
    ],
)
def test_a_range_says_once_what_both_days_share(
    last: date, kazakh: str, russian: str, english: str
) -> None:
    shown = {code: locale.days(FIRST, last) for code, locale in LOCALES.items()}
    assert shown == {"kk": held(kazakh), "ru": held(russian), "en": held(english)}


def test_no_line_ends_between_a_number_and_what_it_counts() -> None:
    counted = {
        code: locale.count("{n} comment", "{n} comments", 5) for code, locale in LOCALES.items()
    }
    assert counted == {
        "kk": held("5~пікір"),
        "ru": held("5~комментариев"),
        "en": held("5~comments"),
    }
