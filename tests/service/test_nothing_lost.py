"""No receipt without a stored comment, none twice, none lost: one property, through every fault.

`python tests/bench/losses.py` tells it as a table.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import faults
from forge_days import a_day_without_forge
from form_posts import Citizen, a_citizen
from ledgers import HeldAgainst, Ledger
from losses import FAULTS, POSTGRES
from posting import Page
from talqy.service.store.tables import ACTS, COMMENTS

pytestmark = pytest.mark.xdist_group("losses")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a short name: it has a socket."""
    with tempfile.TemporaryDirectory(prefix="tq-") as made:
        yield Path(made)


def through(folder: Path, fault: faults.Fault, points: int, kind: str = "") -> HeldAgainst:
    with faults.a_scene(folder, is_postgres=kind == POSTGRES) as scene:
        return faults.held_through(scene, fault, points)


def test_a_service_that_is_killed_again_and_again_loses_nothing(folder: Path) -> None:
    found = through(folder, faults.killed, 2)
    assert found.is_sound, found
    assert found.receipts >= found.people >= 6


@pytest.mark.proof
@pytest.mark.parametrize(
    ("fault", "kind", "share"),
    [(fault, kind, share) for _, fault, kinds, share in FAULTS for kind in kinds],
)
def test_no_fault_loses_or_doubles_anything(
    fault: faults.Fault, kind: str, share: float, folder: Path
) -> None:
    found = through(folder, fault, max(2, round(100 * share)), kind)
    assert found.is_sound, found


@pytest.mark.proof
def test_a_day_without_forge_loses_nothing(tmp_path: Path) -> None:
    found = a_day_without_forge(tmp_path, 12)
    assert found.is_sound, found
    assert found.stored == 12


# --- what is planted is found --------------------------------------------------------------------


@pytest.fixture
def told(tmp_path: Path) -> Iterator[tuple[Citizen, Ledger]]:
    """Two people with their receipts."""
    ledger = Ledger({1, 2})
    with a_citizen(tmp_path) as citizen:
        for person in (1, 2):
            answer = citizen.sent(text=f"Прошу сократить срок. Комментарий {person}.")
            ledger.told(person, Page(answer.status_code, answer.text))
        yield citizen, ledger


def against(citizen: Citizen, ledger: Ledger) -> HeldAgainst:
    return ledger.against(citizen.service.settings.database)


def test_receipts_that_hold_are_found_sound(told: tuple[Citizen, Ledger]) -> None:
    assert against(*told) == HeldAgainst(2, 2, 2, 0, 0, 0, 0)


def test_a_comment_that_is_gone_is_found(told: tuple[Citizen, Ledger]) -> None:
    citizen, ledger = told
    with citizen.service.store.engines.writing() as connection:
        gone = COMMENTS.delete().where(COMMENTS.c.id == ledger.receipts[0].number)
        connection.execute(gone)
    assert against(citizen, ledger) == HeldAgainst(2, 2, 1, 1, 0, 1, 0)


def test_a_comment_that_stands_twice_is_found(told: tuple[Citizen, Ledger]) -> None:
    citizen, ledger = told
    citizen.sent(text="Прошу сократить срок. Комментарий 1.")
    assert against(citizen, ledger) == HeldAgainst(2, 2, 3, 0, 1, 0, 0)


def test_other_bytes_or_another_key_are_found(told: tuple[Citizen, Ledger]) -> None:
    citizen, ledger = told
    first, second = ledger.receipts
    ledger.receipts[:] = [replace(first, digest=second.digest), replace(second, key=first.key)]
    assert against(citizen, ledger).without == 2


def test_a_log_that_does_not_begin_with_taking_is_found(told: tuple[Citizen, Ledger]) -> None:
    citizen, ledger = told
    with citizen.service.store.engines.writing() as connection:
        connection.execute(ACTS.delete())
    assert against(citizen, ledger).broken == 2
