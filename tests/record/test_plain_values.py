"""Values of files in one line, as a person reads them in a problem."""

import pytest

from talqy.record.plain import Plain, written


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (None, "–"),
        ("2026-06-01", "2026-06-01"),
        (["a", "b"], "a; b"),
        (
            [{"channel": "internet", "on": "2026-06-01"}, {"channel": "print"}],
            "channel: internet, on: 2026-06-01; channel: print",
        ),
    ],
)
def test_a_value_is_written_as_lines_of_a_file_say_it(value: Plain, line: str) -> None:
    assert written(value) == line
