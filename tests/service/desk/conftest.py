"""A desk at which somebody is signed in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desks import ADesk, a_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ADesk]:
    """A desk of this computer, signed in."""
    with a_desk(tmp_path) as opened:
        opened.sign_in()
        yield opened
