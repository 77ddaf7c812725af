"""Days as pages and documents print them: no line ends inside, ranges say once what both share."""

from datetime import date

import pytest

from held_words import held
from talqy.language.catalogue import catalogue
from talqy.language.locale import Locale
from talqy.project.shipped import shipped_codes
from talqy.project.shipped_files import folders

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
            "2026~жылғы~10~–23~қараша",
            "10~–23~ноября~2026~года",
            "10~–23~November~2026",
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


def test_a_day_that_what_is_said_belongs_to_has_the_ending_of_its_month() -> None:
    kazakh = LOCALES["kk"]
    endings = [
        kazakh.state_of(date(2026, month, 1)).rsplit("\u00a0", 1)[1] for month in range(1, 13)
    ]
    assert " ".join(endings) == (
        "қаңтардағы ақпандағы наурыздағы сәуірдегі мамырдағы маусымдағы "
        "шілдедегі тамыздағы қыркүйектегі қазандағы қарашадағы желтоқсандағы"
    )
    assert LOCALES["ru"].state_of(FIRST) == LOCALES["ru"].day(FIRST)


def test_the_weight_lies_on_the_number_alone() -> None:
    said = LOCALES["ru"].weighed("{n} comment", "{n} comments", 1300)
    assert said == held("<strong>1~300</strong> комментариев")


def test_a_month_and_its_year_stay_on_one_line() -> None:
    assert LOCALES["kk"].month(FIRST) == held("2026~жылғы~қараша")
    assert LOCALES["ru"].month(FIRST) == held("ноябрь~2026~года")
