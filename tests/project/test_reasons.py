"""What ends a run is said in our words: a system and git speak languages of their own."""

import errno
from pathlib import Path

import pytest

from msgids import said_in
from talqy.errors import CannotWriteError, Saying, TalqyError
from talqy.project.commits import resolved
from talqy.project.git import GitError, git_failed
from talqy.project.reasons import REASONS, reason_of


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk can only be read"),
        (errno.ENOENT, "there is no such file or folder"),
        (errno.EADDRINUSE, "another program uses this port"),
        (4711, "the system refuses it (error 4711)"),
        (None, "the system refuses it (error ?)"),
    ],
)
def test_a_reason_goes_by_its_number_not_by_its_words(number: int | None, words: str) -> None:
    error = OSError(number, "Қате: дискіде орын жоқ") if number else OSError("Қате")
    assert reason_of(error).said() == words


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_reason_inside_of_a_sentence_is_said_in_its_language(language: str) -> None:
    known = said_in(language, "problem")
    error = CannotWriteError(
        "{file}: {reason}; nothing was written", file="a.yaml", reason=Saying("the disk is full")
    )
    said = error.said(lambda words: known[words][0])
    assert said == f"a.yaml: {known['the disk is full'][0]}; {known['nothing was written'][0]}"
    assert str(error) == "a.yaml: the disk is full; nothing was written"
    assert set(REASONS) <= known.keys()


def test_a_value_is_never_read_as_words() -> None:
    error = TalqyError("no {name}; known: {known}", name="{known}", known="{name} {0} %s")
    assert error.said() == "no {known}; known: {name} {0} %s"


def test_the_words_of_git_are_ours(tmp_path: Path) -> None:
    with pytest.raises(GitError) as refused:
        resolved(tmp_path, "main")
    assert str(refused.value) == "the folder is in no git repository"
    assert "fatal" not in str(git_failed("fatal: unable to read tree 0a1b"))


def test_a_full_disk_is_told_as_one_by_git_too() -> None:
    said = "error: unable to write file .git/objects/0a/1b: No space left on device"
    assert git_failed(said).saying.said() == "git cannot write: the disk is full"
    assert "fsck" in git_failed("fatal: bad object 0a1b").saying.said()
