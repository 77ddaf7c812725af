"""The tables for people open in Excel, in one language, with names beside codes."""

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest

import builders as b
from cases import a_case, a_record
from open_data import edition_of
from sites import ROOT
from talqy.data.columns import COLUMNS
from talqy.data.office_tables import office_tables, office_tables_of
from talqy.language.edition import Edition, editions
from talqy.model import addresses

Files = Mapping[str, bytes]


@pytest.fixture(scope="module")
def edition() -> Edition:
    first = edition_of(ROOT)
    return editions(ROOT, first.register, first.assessment)[1]


@pytest.fixture(scope="module")
def files(edition: Edition) -> Files:
    found = dict(office_tables(edition))
    record = edition.register.record(b.STANDARD)
    assert record
    return {**found, **dict(office_tables_of(edition, record))}


def rows_of(content: bytes) -> list[dict[str, str]]:
    text = content.decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";"))


def test_a_table_is_in_russian_with_codes_beside_names(files: Files) -> None:
    by_code = {row["Идентификатор"]: row for row in rows_of(files["data/register.csv"])}
    row = by_code[b.STANDARD]
    assert row["Разработчик"] == "Министерство юстиции Республики Казахстан"
    assert row["Разработчик: код"] == "ministry-justice"
    assert row["Жизненная ситуация"] == "Семья"
    assert row["Название"].startswith("Регистрация рождения ребенка")
    assert row["Необходимость оптимизации рассмотрена"].count(".") == 2
    (first, *_) = rows_of(files["data/revisions.csv"])
    assert first["Стандарт"].startswith("Регистрация рождения")
    assert first["Стандарт: код"] == b.STANDARD


def test_what_was_said_has_names_of_outcomes(files: Files) -> None:
    path = addresses.office_table("comments", b.STANDARD)
    rows = rows_of(files[f"{path}.csv"])
    assert {row["Решение"] for row in rows} >= {"Принято", "Не принято"}
    assert {row["Иностранец или лицо без гражданства"] for row in rows} <= {"Да", "Нет"}
    answers = rows_of(files[f"{addresses.office_table('responses', b.STANDARD)}.csv"])
    assert all(row["Обоснование"] for row in answers)


def test_a_workbook_has_the_same_rows_and_days_that_are_days(files: Files) -> None:
    for name in ("data/register", "data/revisions"):
        (sheet,) = openpyxl.load_workbook(io.BytesIO(files[f"{name}.xlsx"]))
        _, heads, *rows = sheet.iter_rows(values_only=True)
        said = rows_of(files[f"{name}.csv"])
        assert [*heads] == [*said[0]]
        assert len(rows) == len(said)
    days = [row[heads.index("Дата текста")] for row in rows]
    assert all(isinstance(day, datetime) for day in days)


def test_no_cell_is_calculated() -> None:
    evil = '=HYPERLINK("https://a.kz")'
    record = a_record(
        b.a_settled_revision(),
        comments=[b.a_comment(text=evil, author={"kind": "individual", "name": "@SUM(A1)"})],
    )
    record = replace(record, digests={b.COMMENT: f"sha256:{0:064d}"})
    case = a_case(record)
    edition = editions(ROOT, case.register, case.assessment)[0]
    (row,) = rows_of(
        dict(office_tables_of(edition, record))[
            f"{addresses.office_table('comments', b.STANDARD)}.csv"
        ]
    )
    assert f"'{evil}" in row.values()
    assert "'@SUM(A1)" in row.values()


def test_every_table_for_people_is_of_columns_that_have_names(edition: Edition) -> None:
    for columns in COLUMNS.values():
        heads = [edition.locale.words(column.head) for column in columns.values()]
        assert len(set(heads)) == len(heads)


def test_without_workbooks_there_is_csv_alone() -> None:
    case = a_case(a_record())
    edition = editions(None, case.register, case.assessment)[0]
    assert {path.rpartition(".")[2] for path, _ in office_tables(edition)} == {"csv"}
