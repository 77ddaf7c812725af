"""Of no case of any two texts is it said both that it changes and that it stays."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import pytest

from corpus import a_corpus
from held_words import held
from sites import ROOT
from talqy.compare.comparison import Comparison
from talqy.language.case_words import CaseRow, StateRow
from talqy.language.edition import Edition, editions
from talqy.language.for_you import ForYou, between
from talqy.model.revision import RevisionKind
from talqy.project.survey import survey

pytestmark = pytest.mark.xdist_group("one-case-one-list")


@pytest.fixture(scope="module", params=["demonstration", "made"])
def made_of(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project: the demonstration, or one made from a seed."""
    if request.param == "demonstration":
        return ROOT
    folder = tmp_path_factory.mktemp("made")
    a_corpus(folder, 12)
    return folder


def pairs(edition: Edition) -> Iterator[Comparison]:
    """Yield each two texts of each standard, compared, but for repeals, which change no case."""
    for record in edition.register.records:
        for older, newer in combinations(record.revisions, 2):
            if newer.kind is not RevisionKind.REPEAL:
                yield edition.comparison(record, older, newer)


def heads(told: ForYou) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return by which words each row begins: of those that change, and of those that stay."""

    def of(rows: Sequence[CaseRow | StateRow]) -> list[tuple[str, str]]:
        return [(row.case or row.rest, row.thing) for row in rows]

    return of(told.all_changes), of(told.all_stays)


def test_no_case_stands_among_what_changes_and_among_what_stays(made_of: Path) -> None:
    known, assessment = survey(made_of).known
    every = editions(made_of, known, assessment)
    seen, joined = 0, 0
    for edition in every:
        for compared in pairs(edition):
            changing, staying = heads(between(edition, compared))
            assert not set(changing) & set(staying), compared.newer
            cases = compared.cases
            papers = [
                {str(one.words) for one in side if one.fact == "documents" and one.words}
                for side in (cases.changes, cases.unchanged)
            ]
            assert papers[0].isdisjoint(papers[1])
            links = [one for of in cases.links.values() for one in of]
            joined += sum(one.is_joined for one in links)
            seen += 1
    assert seen > 2 * len(every)
    assert (joined > 0) == (made_of == ROOT), "the demonstration has cases that became one"


def test_who_lives_in_a_town_is_not_promised_what_she_has() -> None:
    known, assessment = survey(ROOT).known
    edition = editions(ROOT, known, assessment)[1]
    record = next(one for one in known.records if one.id == "criminal-record-certificate")
    told = between(edition, edition.comparison(record, record.revisions[0], record.revisions[2]))
    abroad = "Для выезда за границу – в "
    assert [(row.case.split(" (")[0], row.was, row.becomes) for row in told.changes][:1] == [
        (f"{abroad}иных населенных пунктах", held("10~рабочих дней"), held("5~рабочих дней"))
    ]
    (stays,) = [row for row in told.stays if row.case.startswith(abroad)]
    assert stays.case.startswith(f"{abroad}областных центрах")
    assert stays.said == held("5~рабочих дней")
