"""Where a comment landed is named as people name clauses, and an unknown name is never kept."""

from dataclasses import replace
from pathlib import Path

import pytest

from builders import a_clause, a_revision, drafts, said, write_project
from talqy.model.register import Record
from talqy.project.survey import survey
from talqy.responses.places import NamedClauses, named_clauses

CLAUSES = [
    a_clause("term", "3.", heading=said("Мерзім", "Срок оказания услуги")),
    a_clause("refusal", "4", heading=said("Бас тарту", "Отказ, приостановка")),
    a_clause(
        "documents",
        "5",
        heading=said("Құжаттар", "Документы"),
        clauses=[a_clause("passport", "5.1", heading=said("Паспорт", "Паспорт заявителя"))],
    ),
]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    folder = tmp_path_factory.mktemp("places") / "project"
    write_project(folder, revisions=[a_revision(clauses=CLAUSES)])
    register = survey(folder).register
    assert register
    return register.records[0]


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("term", ("term",)),
        ("3", ("term",)),
        ("п. 3", ("term",)),
        ("3. Срок оказания услуги", ("term",)),
        ("Срок оказания услуги", ("term",)),
        ("мерзім", ("term",)),
        ("5.1", ("passport",)),
        ("Отказ, приостановка", ("refusal",)),
        ("term, refusal", ("term", "refusal")),
        ("term refusal", ("term", "refusal")),
        ("3; 4\n5.1", ("term", "refusal", "passport")),
        ("3, 4", ("term", "refusal")),
        ("3 и 5.1", ("term", "passport")),
        ("3 және 5.1", ("term", "passport")),
        ("пункты 3, 4 и 5.1", ("term", "refusal", "passport")),
        ("3 пен 4-тармақтар", ("term", "refusal")),
        ("Срок услуги", ("term",)),
        ("Отказ, приостановка; Срок оказания услуги", ("refusal", "term")),
        ("term; 3", ("term",)),
    ],
)
def test_clauses_are_known_by_id_number_and_heading(
    written: str, ids: tuple[str, ...], record: Record
) -> None:
    assert named_clauses(written, record, 1) == NamedClauses(ids)


@pytest.mark.parametrize(
    ("written", "ids", "unknown"),
    [
        ("99", (), ("99",)),
        ("term, 99", ("term",), ("99",)),
        ("Сроки оказания", (), ("Сроки оказания",)),
        ("brand-new", (), ("brand-new",)),
    ],
)
def test_what_leads_to_no_clause_is_named_whole(
    written: str, ids: tuple[str, ...], unknown: tuple[str, ...], record: Record
) -> None:
    assert named_clauses(written, record, 1) == NamedClauses(ids, unknown)


def test_a_text_that_is_still_to_be_written_may_have_new_clauses(record: Record) -> None:
    assert named_clauses("3; brand-new", record, 2) == NamedClauses(("term", "brand-new"))
    assert named_clauses("99; Новый пункт", record, 2).unknown == ("99", "Новый пункт")


def test_a_clause_that_was_taken_out_is_known_by_the_text_before(
    record: Record, tmp_path: Path
) -> None:
    write_project(tmp_path / "p", revisions=drafts(CLAUSES, CLAUSES[:1]))
    register = survey(tmp_path / "p").register
    assert register
    assert named_clauses("Документы", register.records[0], 2) == NamedClauses(("documents",))
    shorter = replace(record, revisions=record.revisions[:1])
    assert named_clauses("5", shorter, 1) == NamedClauses(("documents",))
