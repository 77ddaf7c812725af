"""Cases of two texts are aligned so that each of them is told, whatever they are."""

from hypothesis import given
from hypothesis import strategies as st

from talqy.compare.case_amounts import Why, aligned
from talqy.compare.cases import CaseFact
from talqy.model.facts import Term

WORDS = (
    "",
    "выдача карты",
    "первичная выдача карты",
    "выдача карты взамен утраченной",
    "для ребенка",
    "детям до 14 лет",
    "детям до 16 лет",
    "для выезда за границу – в областных центрах",
    "для выезда за границу – в иных местах",
    "для выезда за границу – где бы ни жили",
)


def a_case(words: str, channel: str = "", amount: int = 5) -> CaseFact:
    """Make a term of a case."""
    term = Term.model_validate({"amount": str(amount), "unit": "working-day"})
    said = {"ru": words} if words else None
    return CaseFact(fact="term", value=term, words=said, channel=channel, clause="term")


CASES = st.lists(
    st.builds(
        a_case,
        st.sampled_from(WORDS),
        st.sampled_from(("", "portal", "mobile")),
        st.integers(min_value=1, max_value=3),
    ),
    max_size=5,
)


@given(CASES, CASES)
def test_every_case_of_both_texts_is_told(old: list[CaseFact], new: list[CaseFact]) -> None:
    cases = aligned(old, new, lambda way: way == "portal")
    assert {one.before for one in cases if one.before} == set(old)
    assert {one.after for one in cases if one.after} == set(new)
    assert all((one.why is Why.ALONE) == (not one.before or not one.after) for one in cases)


def test_a_term_of_all_is_not_lost_behind_a_case_that_became_wider() -> None:
    of_all, narrow = a_case("", amount=3), a_case(WORDS[8], "mobile")
    wide = a_case(WORDS[9], amount=7)
    found = [(one.before, one.after, one.why) for one in aligned([of_all, narrow], [wide], bool)]
    assert found == [(of_all, None, Why.ALONE), (narrow, wide, Why.IS_WIDER)]
