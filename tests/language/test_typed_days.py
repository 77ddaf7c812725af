"""Days and amounts that people typed: no line ends inside of one, and nothing else is touched."""

import pytest

from talqy.language.catalogue import catalogue
from talqy.language.locale import Locale
from talqy.language.typed_days import TypedDays
from talqy.model.codes import CodeLists
from talqy.project.shipped_files import folders

HELD = TypedDays.of(
    Locale(at, catalogue(at, folders(None, "messages")), CodeLists({})) for at in ("kk", "ru", "en")
)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("до 20 ноября 2026 года включительно", "до 20_ноября_2026_года включительно"),
        ("от 20\nноября 2026 г.", "от 20_ноября_2026_г."),
        ("от 20 ноября 2026…", "от 20_ноября_2026…"),
        ("20 ноября 2026, позже", "20_ноября_2026, позже"),
        ("20 ноября 2026 годами", "20_ноября_2026 годами"),
        ("20 ноября 20261", "20_ноября 20261"),
        ("2026 жылғы 20 қарашада", "2026_жылғы_20_қарашада"),
        ("2026 ж. 20 қарашада", "2026_ж._20_қарашада"),
        ("2026 жылғы 20 қыркүйектегіден", "2026_жылғы_20_қыркүйектегіден"),
        ("5 мая и 1 қаңтарда", "5_мая и 1_қаңтарда"),
        ("<b>20 ноября</b>", "<b>20_ноября</b>"),
        ("on 20 November 2026.", "on 20_November_2026."),
        ("<pre>1 мая</pre> 5 мая", "<pre>1 мая</pre> 5_мая"),
        ("<PRE>1 мая</pre> 5 мая", "<PRE>1 мая</pre> 5_мая"),
        ("<precision>5 мая</precision>", "<precision>5_мая</precision>"),
        ("<optionx>5 мая", "<optionx>5_мая"),
        ("<!-- <pre> --><p>5 мая", "<!-- <pre> --><p>5_мая"),
        ("в течение 10 рабочих дней", "в течение 10_рабочих_дней"),
        ("2 месячных расчетных показателя", "2_месячных расчетных показателя"),
        ("15\nминут, 0,5 МРП и 7 лет", "15_минут, 0,5_МРП и 7_лет"),
        ("5 жұмыс күні, 1 АЕК, 14 жасқа толған", "5_жұмыс_күні, 1_АЕК, 14_жасқа толған"),
        ("<script>'<!-- <pre>'</script>5 мая", "<script>'<!-- <pre>'</script>5_мая"),
    ],
)
def test_a_day_or_an_amount_is_held_together(typed: str, shown: str) -> None:
    assert HELD.held(typed) == shown.replace("_", "\u00a0")


@pytest.mark.parametrize(
    "kept",
    [
        '<a title="20 ноября 2026 года">x</a>',
        "<pre>20 ноября 2026 года</pre>",
        "<textarea>20 ноября 2026 года",
        "<script>'20 ноября 2026 года'</script>",
        "статья 120 ноября",
        "20 новых",
        "20 раздел",
        '<a title="10 рабочих дней">x</a>',
        "<code>1<pre>2</pre> 5 мая</code>",
        "<PRE>5 мая",
        "<Pre\n>5 мая</precision>",
        "<Style>a > b; 5 мая</style>",
        "<!-- a > 5 мая -->",
        "<!-- a > 5 мая",
        "<pre><!-- </pre> -->5 мая</pre>",
        "v.5 мая",
    ],
)
def test_what_is_no_prose_and_no_day_stays(kept: str) -> None:
    assert HELD.held(kept) == kept


def test_marks_that_nothing_ends_are_read_once() -> None:
    """A comment or a script without an end goes on to the end of a page, as browsers read it."""
    for mark in ("<!-- ", "<script>", "<pre>", "<!-- --"):
        page = mark * 20_000 + " 5 мая"
        assert HELD.held(page) == page
