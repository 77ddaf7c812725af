"""What tests of the workbook share: four comments, and the workbook that is made of them."""

from pathlib import Path

import pytest

from builders import STANDARD
from response_books import Book, exported, four_comments


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Write a project in which four comments wait for an answer."""
    return four_comments(tmp_path / "project")


@pytest.fixture
def book(project: Path, tmp_path: Path) -> Book:
    """Export the workbook of their text, in Russian."""
    return Book(exported(project, tmp_path / "answers.xlsx", STANDARD, "r1", "--language", "ru"))
