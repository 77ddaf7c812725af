"""One base for all cases: each case is a commit upon it."""

import pytest

from gate_cases.building import Repository, base_repository


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Make the base repository once."""
    return base_repository(tmp_path_factory.mktemp("gate") / "project")
