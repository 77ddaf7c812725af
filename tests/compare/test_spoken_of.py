"""What a gist speaks of is told before what weighs as much: by words and figures alone."""

import pytest

import builders as b
from cases import a_record
from talqy.compare.align import align
from talqy.compare.case_changes import case_changes
from talqy.compare.spoken_of import speaks_of

TERM = b.said("жазбаны түзету кезінде", "при исправлении записи")
PAPERS = {
    "marriage": b.said("неке қию туралы куәлік көшірмесі", "копия свидетельства о браке"),
    "abroad": b.said(
        "шетелде қиылған неке туралы құжаттың аудармасы",
        "перевод документа о браке, заключенном за границей",
    ),
}
OF_BOTH = b.said(
    "Жазба 7 емес, 5 күнде түзетіледі, неке қию туралы куәлік сұралмайды.",
    "Запись исправят за 5 дней вместо 7, свидетельство о браке не спросят.",
)


def spoken(gist: b.Tree | None) -> list[str]:
    """Return what a gist speaks of: a term that becomes shorter, one paper less, and one more."""

    def a_text(days: str, paper: str) -> list[b.Tree]:
        told = {
            "term": [{"amount": days, "unit": "working-day", "condition": TERM}],
            "documents": [{"id": paper, "name": PAPERS[paper], "source": "applicant"}],
        }
        return [b.a_clause("facts", "1", text=b.said(days, days), facts=told)]

    record = a_record(*b.drafts(a_text("7", "marriage"), a_text("5", "abroad")))
    older, newer = record.revisions
    changes = case_changes(align(record, older, newer), older, newer).changes
    assert len(changes) == 3
    return [str(one.direction) for one in changes if speaks_of(gist, one)]


@pytest.mark.parametrize(
    ("gist", "found"),
    [
        (None, []),
        (OF_BOTH, ["faster", "fewer-papers"]),
        (b.said("Тезірек болады.", "Станет быстрее."), []),
        (b.said("Мерзімі 5 күн.", "Срок станет 5 дней."), []),
        (b.said("Мерзімі 7 емес, 5 күн.", "Срок станет короче."), []),
        (b.said("7 емес, 5 күн.", "5 дней вместо 7."), ["faster"]),
    ],
)
def test_a_gist_speaks_of_what_it_names(gist: b.Tree | None, found: list[str]) -> None:
    assert spoken(gist) == found
