"""Gaps of our HTML are filled as `Markup.format` fills them: what is put in is escaped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from talqy.language.locale import in_markup

VALUES = st.one_of(st.text(), st.integers(), st.text().map(Markup.escape))


@given(st.lists(VALUES, max_size=4))
def test_gaps_are_filled_as_the_library_fills_them(values: list[object]) -> None:
    written = "|".join(["<p>{}</p>"] * len(values))
    by_library = Markup(written).format(*values)  # noqa: S704 - words of this test
    assert in_markup(written, *values) == by_library
    assert isinstance(in_markup(written, *values), Markup)


def test_a_value_more_or_less_than_there_are_gaps_is_refused() -> None:
    for values in ((), ("a", "b")):
        with pytest.raises(ValueError, match="zip"):
            in_markup("<p>{}</p>", *values)
