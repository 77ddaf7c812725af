"""What happened is counted in a word that fits all that is counted."""

import pytest

import builders as b
from cases import a_case, a_record
from sites import ROOT
from talqy.diff.phrases import summary
from talqy.language.edition import editions


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("paragraph", "изменено пунктов"),
        (None, "изменено пунктов"),
        ("article", "изменено частей текста"),
        ("scheme", "изменено частей текста"),
    ],
)
def test_a_summary_has_a_word_that_fits(unit: str | None, said: str) -> None:
    texts = [
        b.a_revision(
            number,
            clauses=[
                b.a_clause("kept", "1", unit="paragraph"),
                b.a_clause("changed", "2", unit=unit, text=b.said(words)),
            ],
            **more,
        )
        for number, words, more in (
            (1, "Екі күн.", {}),
            (2, "Үш күн.", {"base": "1", "kind": "amendment"}),
        )
    ]
    case = a_case(a_record(*texts))
    russian = editions(ROOT, case.register, case.assessment)[1]
    record = case.register.records[0]
    compared = russian.comparison(record, *record.revisions)
    assert list(summary(russian, compared)) == [(1, said), (1, "пунктов без изменений")]
