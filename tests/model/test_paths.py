"""Where files lie: what is read from a path is what it is printed from, and nothing else passes."""

from datetime import date

import pytest

import builders as b
from talqy.model import paths
from talqy.model.comment import Comment
from talqy.model.paths import CommentPath, StandardPath


def test_a_comment_knows_its_file_and_that_of_its_response() -> None:
    path = Comment.model_validate(b.a_comment()).path
    assert path == CommentPath(b.STANDARD, 1, date(2026, 11, 10).isoformat(), b.COMMENT)
    assert (path.file, path.response_file) == (b.comment_path(), b.response_path())
    assert CommentPath.parse(path.file) == CommentPath.parse(path.response_file) == path


@pytest.mark.parametrize(
    "path",
    [
        "comments/a/r1/2026-11-10/x.yml",
        "comments/a/r1/2026-11-10/x.y.yaml",
        "comments/a/r1/2026-11-10/x.response.response.yaml",
        "comments/a/r01/2026-11-10/x.yaml",
        "comments/a/r10000/2026-11-10/x.yaml",
        "comments/a/b/r1/2026-11-10/x.yaml",
        "comments/a/r1/2026-11-1/x.yaml",
        "comments/a/r\u0661/2026-11-10/x.yaml",
        "Comments/a/r1/2026-11-10/x.yaml",
        "comments\\a\\r1\\2026-11-10\\x.yaml",
        "comments/a/r1/2026-11-10/x.yaml\n",
    ],
)
def test_what_is_no_path_of_a_comment_is_none(path: str) -> None:
    assert CommentPath.parse(path) is None


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (paths.standard_file("a"), StandardPath("a", 0, is_history=False)),
        (paths.history_file("a"), StandardPath("a", 0, is_history=True)),
        (paths.revision_file("a", 12), StandardPath("a", 12, is_history=False)),
        (paths.PROJECT, None),
        ("standards/a/revisions/r0.yaml", None),
        ("standards/a/revisions/r1.yml", None),
        ("standards/a/b/standard.yaml", None),
    ],
)
def test_a_file_of_a_standard_is_known_by_its_path(path: str, wanted: StandardPath | None) -> None:
    assert StandardPath.parse(path) == wanted


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("standards/a/standard.yaml", "a"),
        ("standards/a", "a"),
        ("comments/a/r1", "a"),
        ("standards", ""),
        ("site_templates/pages/kk/index.md", ""),
        ("standards-old/a/standard.yaml", ""),
    ],
)
def test_a_path_below_its_folders_is_of_a_standard(path: str, wanted: str) -> None:
    assert paths.standard_of(path) == wanted


def test_all_that_belongs_to_a_standard_lies_in_its_folders() -> None:
    comment = CommentPath("a", 3, "2026-11-10", b.COMMENT)
    files = [
        *(paths.standard_file("a"), paths.history_file("a"), paths.revision_file("a", 3)),
        *(comment.file, comment.response_file),
        paths.comments_folder("a", 3, "2026-11-10"),
    ]
    assert all(paths.is_in(file, *paths.folders_of("a")) for file in files)
    assert not any(paths.is_in(file, *paths.folders_of("a-b")) for file in files)
    assert not paths.is_in("standards/a-b/standard.yaml", *paths.folders_of("a"))
    assert not paths.is_in(paths.standard_folder("a"), *paths.folders_of("a"))


@pytest.mark.parametrize("path", ["standards/a/history.yaml", paths.history_file("b")])
def test_the_record_is_known_by_its_path(path: str) -> None:
    assert paths.is_record(path)
    assert not paths.is_record(f"comments/{path}")


@pytest.mark.parametrize(
    ("path", "is_like"),
    [
        ("comments/a/r1/2026-11-10/x.response.yaml", True),
        ("Comments/a/x.Response.yml", True),
        ("comments/a/r1/2026-11-10/x.yaml", False),
        ("standards/a/x.response.yaml", False),
    ],
)
def test_what_is_meant_for_a_response_is_known_however_it_is_written(
    path: str, *, is_like: bool
) -> None:
    assert paths.is_like_a_response(path) is is_like
