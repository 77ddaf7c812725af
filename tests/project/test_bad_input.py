"""Whole projects with something wrong in them: nothing is lost, and nothing hides the rest."""

import os
import re
from pathlib import Path

import pytest

import builders as b
from bad_files import (
    COMMENT,
    PROJECT,
    RESPONSE,
    REVISION,
    STANDARD,
    Bad,
    findings,
    sound_project,
)
from bad_places import ATTACHED, FOLDER
from bad_sense import SENSE
from bad_shape import SHAPE
from bad_yaml import BYTES, YAML
from talqy.errors import ProjectNotFoundError
from talqy.project import faults
from talqy.project.load import read_project
from talqy.project.survey import survey

ALL = (*BYTES, *YAML, *SHAPE, *SENSE, *ATTACHED, *FOLDER)


# What git, a clock, a site and an office program have to do with has cases of its own, with them:
# test_gone.py, test_today.py, test_raw_files.py, tests/site/test_site_settings.py.
ELSEWHERE = (
    faults.HISTORY_GONE,
    faults.CLOCK_BEHIND,
    faults.HISTORY_PUBLISHED,
    faults.RAW_COPY,
    faults.RAW_ANSWERS,
    faults.SETTING_REFUSED,
)


def codes(root: Path) -> list[str]:
    return sorted(problem.code for problem in survey(root).problems)


def test_the_project_that_every_case_spoils_is_sound(tmp_path: Path) -> None:
    assert findings(sound_project(tmp_path)) == []


@pytest.mark.parametrize("bad", [*ATTACHED, *FOLDER], ids=str)
def test_a_file_that_does_not_fit_its_place_is_named(bad: Bad, tmp_path: Path) -> None:
    bad.spoil(sound_project(tmp_path))
    assert bad.finding in findings(tmp_path)


def filled(words: str) -> str:
    """Return a pattern of words with their gaps filled."""
    return re.sub(r"\\{\w+\\}", ".*", re.escape(words))


def test_every_row_of_the_table_of_faults_has_a_case() -> None:
    """The cases themselves are tested one by one, each with its place, its words and its mend."""
    missing = [
        fault.code
        for fault in faults.ALL
        if fault not in ELSEWHERE
        and not any(
            bad.place.endswith(f" {fault.code}")
            and re.fullmatch(filled(fault.message), bad.says)
            and re.fullmatch(filled(fault.hint), bad.advises)
            for bad in ALL
        )
    ]
    assert missing == []


def test_codes_of_faults_stand_in_order_and_each_has_one_message() -> None:
    assert sorted(fault.code for fault in faults.ALL) == [fault.code for fault in faults.ALL]
    messages = {(fault.code, fault.message) for fault in faults.ALL}
    assert len({code for code, _ in messages}) == len(messages)


def test_all_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    root = sound_project(tmp_path)
    b.write(root, STANDARD, "schema: [\n")
    b.write(root, REVISION, b"\xff")
    b.write(root, COMMENT, "schema: 1\nschema: 1\n")
    b.write(root, RESPONSE, b.a_response(outcome="perhaps"))
    b.write(root, "comments/stray.txt", "a")
    assert codes(root) == ["F01", "F05", "F10", "F12", "F33"]


def test_problems_are_sorted_by_file_and_line(tmp_path: Path) -> None:
    root = sound_project(tmp_path)
    b.write(root, STANDARD, b.a_standard(zz="1", life_event="nothing", authority="A"))
    b.write(root, COMMENT, "a: 1\na: 2\n")
    places = [problem.place for problem in survey(root).problems]
    assert sorted(places) == places
    assert len(places) > 3


def test_clauses_are_named_by_their_ids_whoever_finds_what_is_wrong(tmp_path: Path) -> None:
    root = sound_project(tmp_path)
    inner = b.a_clause("inner", "1)", text={"kk": "5 күн", "ru": "6 дней"}, heading={"kk": "Бір"})
    outer = b.a_clause("outer", "1", text={"kk": "", "ru": "Срок."}, clauses=[inner])
    b.write(root, REVISION, b.a_revision(clauses=[outer]))
    assert fields_of_clauses(root) >= {"clauses.#outer.text", "clauses.#inner.heading"}
    outer["clauses"][0]["heading"]["xx"] = "Бір"
    b.write(root, REVISION, b.a_revision(clauses=[outer]))
    assert fields_of_clauses(root) == {"clauses.#inner.heading.xx"}


def fields_of_clauses(root: Path) -> set[str]:
    fields = {problem.field for problem in survey(root).problems}
    return {field for field in fields if field.startswith("clauses")}


def test_a_broken_comment_does_not_hide_the_others(tmp_path: Path) -> None:
    root = b.write_project(tmp_path, comments=[b.a_comment(), b.a_comment(b.OTHER_COMMENT)])
    b.write(root, COMMENT, "- no comment")
    register = survey(root).register
    assert register is not None
    assert [comment.id for comment in register.records[0].comments] == [b.OTHER_COMMENT]


def test_a_broken_revision_makes_its_comments_wait_and_says_how_many(tmp_path: Path) -> None:
    root = b.write_project(tmp_path, comments=[b.a_comment(), b.a_comment(b.OTHER_COMMENT)])
    b.write(root, REVISION, "schema: 1\nschema: 1\n")
    waiting = [p for p in survey(root).problems if p.code == "F57"]
    assert [(p.file, p.values["count"]) for p in waiting] == [("comments/birth-registration/r1", 2)]


def test_a_comment_that_waits_is_still_checked_itself(tmp_path: Path) -> None:
    root = b.write_project(tmp_path, comments=[b.a_comment(kind="nonsense")])
    b.write(root, REVISION, "schema: 1\nschema: 1\n")
    assert codes(root) == ["F12", "F33"]


def test_a_broken_revision_leaves_its_neighbours_alone(tmp_path: Path) -> None:
    revisions = [b.an_adopted_revision(), b.a_revision(2)]
    root = b.write_project(tmp_path, revisions=revisions, comments=[b.a_comment(revision="2")])
    b.write(root, REVISION, "schema: 1\nschema: 1\n")
    register = survey(root).register
    assert register is not None
    assert [revision.revision for revision in register.records[0].revisions] == [2]
    assert len(register.records[0].comments) == 1


def test_a_broken_project_file_still_lets_the_other_files_be_read(tmp_path: Path) -> None:
    root = sound_project(tmp_path)
    b.write(root, PROJECT, "schema: [\n")
    b.write(root, COMMENT, "schema: 1\nschema: 1\n")
    found = survey(root)
    assert found.register is None
    assert codes(root) == ["F10", "F12"]


def test_a_project_that_is_not_there_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(ProjectNotFoundError, match="talqy init"):
        read_project(tmp_path)


def test_a_readme_and_a_gitkeep_belong_anywhere(tmp_path: Path) -> None:
    files = {
        f"{folder}/{name}": ""
        for folder in ("standards", "comments", "comments/a/r1")
        for name in ("README.md", ".gitkeep")
    }
    assert findings(b.write_project(tmp_path, files=files)) == []


def test_what_systems_leave_in_folders_is_passed_over(tmp_path: Path) -> None:
    names = (
        ".DS_Store",
        "Desktop.ini",
        "Thumbs.db",
        "._r1.yaml",
        "~$text.docx",
        "__MACOSX/r1.yaml",
    )
    folders = ("standards", "standards/a/revisions", "standards/a/documents", "comments/a/r1")
    files = {f"{folder}/{name}": "odd" for folder in folders for name in names}
    root = b.write_project(tmp_path, files=files)
    assert findings(root) == []
    (root / "comments/.DS_Store").symlink_to("/dev/zero")  # which no system makes
    b.write(root, "comments/desktop.ini.yaml", "odd")
    assert codes(root) == ["F04", "F05"]


def test_a_file_in_the_place_of_a_folder_is_named(tmp_path: Path) -> None:
    root = b.write_project(tmp_path, files={"comments": "no folder"})
    assert [line[:16] for line in findings(root)] == ["comments:0:0 F05"]


def test_a_link_is_not_followed_even_to_find_its_line(tmp_path: Path) -> None:
    """A link to an endless device would never be read to its end."""
    root = sound_project(tmp_path)
    (root / "comments/endless").symlink_to("/dev/zero")
    (root / "comments/pipe").symlink_to(root / "fifo")
    os.mkfifo(root / "fifo")
    assert codes(root) == ["F04", "F04"]


def test_a_stray_giant_is_not_read_to_its_end(tmp_path: Path) -> None:
    root = sound_project(tmp_path)
    with (root / "comments/giant.bin").open("wb") as stream:
        stream.truncate(50_000_000_000)
    assert codes(root) == ["F05"]


def test_a_response_stays_with_its_broken_comment(tmp_path: Path) -> None:
    """The response is no orphan: its comment is there, and has a problem of its own."""
    root = sound_project(tmp_path)
    b.write(root, COMMENT, "schema: 1\nschema: 1\n")
    assert codes(root) == ["F12"]


def test_a_language_that_only_the_project_file_has_lacks_the_others(tmp_path: Path) -> None:
    root = b.write_project(tmp_path, project=b.a_project(name={"kk": "а", "en": "b"}))
    assert [line.partition(" | ")[0] for line in findings(root)] == [
        "standards/project.yaml:2:1 P01 the text is missing in the language “ru”"
    ]


def test_a_missing_language_is_told_where_the_text_is(tmp_path: Path) -> None:
    root = b.write_project(tmp_path, standard=b.a_standard(title={"ru": "Регистрация"}))
    expected = (
        f"{STANDARD}:3:1 P01 the text is missing in the language “kk” | "
        "write it; the languages are published together"
    )
    assert [expected] == findings(root)
