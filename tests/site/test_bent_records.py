"""What differs from the record is never published: the build ends, and says how it is mended."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builders import (
    COMMENT,
    a_comment,
    a_report,
    a_response,
    a_revision,
    comment_path,
    response_path,
    revision_path,
)
from sites import files_of, run, small

LATER = ("--today", "2026-12-20")


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a published project whose text, comment, answer and report are on record."""
    talk = {**a_revision()["consultation"], "report": a_report("2026-12-04")}
    project = small(
        tmp_path_factory.mktemp("bent"),
        revisions=[a_revision(consultation=talk)],
        comments=[a_comment()],
        responses=[a_response(decided={"by": "ministry-justice", "on": "2026-12-01"})],
    )
    merged = run("merge", "--all", *LATER, cwd=project)
    assert merged.exit_code == 0, merged.output
    assert run("build", *LATER, cwd=project).exit_code in {0, 1}
    return project


def swap(file: str, was: str, now: str) -> Callable[[Path], None]:
    def bend(project: Path) -> None:
        text = (project / file).read_text("utf-8")
        assert was in text, text
        (project / file).write_text(text.replace(was, now), "utf-8")

    return bend


BENDS = {
    "a frozen text": (swap(revision_path(), "id: general", "id: common"), revision_path()),
    "a comment": (swap(comment_path(COMMENT), "text: ", "text:  "), comment_path(COMMENT)),
    "an answer": (swap(response_path(), "outcome: noted", "outcome: rejected"), response_path()),
    "the closing day": (swap(revision_path(), "2026-11-27", "2026-11-26"), revision_path()),
}


@pytest.mark.parametrize("name", BENDS)
@pytest.mark.parametrize("words", [(), ("--leave-out",)])
def test_a_build_ends_where_a_file_is_not_what_is_on_record(
    name: str, words: tuple[str, ...], recorded: Path, tmp_path: Path
) -> None:
    project = Path(shutil.copytree(recorded, tmp_path / "project"))
    before = files_of(project / "site")
    bend, file = BENDS[name]
    bend(project)
    refused = run("build", *words, *LATER, cwd=project)
    assert refused.exit_code == 2, refused.output
    assert f"this is not what is on record: {file}" in " ".join(refused.output.split())
    assert files_of(project / "site") == before
