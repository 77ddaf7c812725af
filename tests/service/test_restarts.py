"""Queues of every earlier version, with many comments, and backups while people send.

`python tests/bench/restarts.py` prints what they take.
"""

from pathlib import Path

import pytest

from old_queues import an_old_queue_of_many, said_of_schema
from restarts import backed_up, upgraded, upgrades
from talqy.service.store.store import Store
from talqy.service.store.versions import VERSION

VERSIONS = range(1, VERSION)


@pytest.mark.parametrize("version", [2, 3, 5])
def test_a_queue_of_every_version_comes_up_to_date_with_all_its_comments(
    version: int, address: str | Path
) -> None:
    upgraded(address, version, rows=30)  # of the others tell their own tests


def test_the_same_version_is_made_from_each_kept_one(tmp_path: Path) -> None:
    """What the steps make of the first is what was kept of the fourth."""
    for version in VERSIONS:
        an_old_queue_of_many(tmp_path / f"{version}.sqlite", version, 3)
        Store.opened(tmp_path / f"{version}.sqlite").close()
    schemas = [said_of_schema(tmp_path / f"{version}.sqlite") for version in VERSIONS]
    assert all(schema == schemas[0] for schema in schemas)


@pytest.mark.proof
@pytest.mark.parametrize("is_postgres", [False, True])
def test_large_queues_are_upgraded_whole_or_not_at_all(is_postgres: bool) -> None:  # noqa: FBT001
    lines = [*upgrades(is_postgres=is_postgres, rows=20_000, points=3)]
    assert len(lines) == VERSION - 1


@pytest.mark.proof
@pytest.mark.parametrize("is_postgres", [False, True])
def test_a_backup_has_every_receipt_that_was_told_before_it(is_postgres: bool) -> None:  # noqa: FBT001
    assert "not in it when restored: 0" in backed_up(is_postgres=is_postgres, points=3)
