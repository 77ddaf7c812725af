"""Zones are those of the package: what a system has beside it changes no day."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from zoneinfo import available_timezones

import pytest

from talqy.project.zones import zone_names, zone_of

SUMMER = datetime(2020, 7, 1, tzinfo=UTC)


@pytest.mark.parametrize(("name", "hours"), [("Asia/Almaty", 6), ("Asia/Tokyo", 9), ("UTC", 0)])
def test_a_zone_has_its_own_clock(name: str, hours: int) -> None:
    assert SUMMER.astimezone(zone_of(name)).hour == hours


def test_all_names_are_zones() -> None:
    assert {"Asia/Almaty", "Asia/Aqtau", "Europe/Berlin"} <= zone_names()
    assert zone_names() <= available_timezones()


def test_zones_of_the_system_are_not_looked_at(tmp_path: Path) -> None:
    other = (files("tzdata") / "zoneinfo/Asia/Tokyo").read_bytes()
    (tmp_path / "Asia").mkdir()
    (tmp_path / "Asia/Almaty").write_bytes(other)
    asked = "from talqy.project.clock import *; print(moment().astimezone(zone_of('Asia/Almaty')))"
    done = subprocess.run(
        [sys.executable, "-c", asked],
        env={**os.environ, "PYTHONTZPATH": str(tmp_path)},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.strip().endswith("+05:00")
