"""What public comments say is read once, whatever commits come: a changed file is another text."""

import time
from datetime import date
from pathlib import Path

import pytest

from publishing import a_comment_of
from repositories import committed, git
from serving import a_project_repository
from talqy.comments.doors import Door
from talqy.comments.earlier import words_in
from talqy.comments.new_comment import comment_text
from talqy.service import kept_sayings
from talqy.service.project_now import ProjectAtTip, ProjectNow

SAME = "Просим сохранить прием заявлений на бумаге в сельских округах."
DAY = date(2026, 11, 20)


class Tip:
    """A project whose tip is looked for each time, and what was read of its comments."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = a_project_repository(folder)
        self.tip = ProjectAtTip(self.folder, "main")
        self.read = list[bytes | None]()
        self.clock = time.monotonic()
        monkeypatch.setattr(time, "monotonic", lambda: self.clock)

        def noted(data: bytes | None) -> str:
            self.read.append(data)
            return words_in(data)

        monkeypatch.setattr(kept_sayings, "words_in", noted)

    def commit(self, *numbers: int, text: str = SAME) -> None:
        """Publish comments that say something."""
        said = [a_comment_of(number, text) for number in numbers]
        committed(self.folder, {one.path.file: comment_text(one) for one in said})

    def now(self) -> ProjectNow:
        """Return the project as it stands."""
        self.clock += 60
        return self.tip.now()

    def alike(self, now: ProjectNow | None = None) -> list[str]:
        """Return the last digits of who says the same."""
        context = (now or self.now()).judge_context(Door.BATCH, DAY)
        return [name[-1] for name in context.earlier.alike(a_comment_of(9, f"{SAME} Да!"))]


@pytest.fixture
def tip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tip:
    return Tip(tmp_path / "project", monkeypatch)


def test_a_commit_more_brings_what_is_new_in_it_and_nothing_else_is_read(tip: Tip) -> None:
    tip.commit(2, 3)
    assert tip.alike() == ["2", "3"]
    known = len(tip.read)
    tip.commit(1)
    assert tip.alike() == ["1", "2", "3"]
    assert len(tip.read) == known + 1


def test_what_is_gone_or_changed_is_not_told_and_who_holds_the_commit_before_is_told_as_before(
    tip: Tip,
) -> None:
    tip.commit(1, 2, 3)
    before = tip.now()
    tip.commit(2, text="Совсем о другом: сроки оплаты государственной пошлины.")
    git(tip.folder, "rm", "--quiet", a_comment_of(3).path.file)
    git(tip.folder, "commit", "--quiet", "--message", "Gone")
    assert tip.alike() == ["1"]
    assert tip.alike(before) == ["1", "2", "3"]


def test_what_is_gone_is_let_go_of(tip: Tip, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_sayings, "_FEW_GONE", 0)
    tip.commit(1, 2)
    tip.alike()
    known = len(tip.now().sayings.kept_on("birth-registration", 2))
    for turn in range(4 * known):
        tip.commit(2, text=f"{SAME} Раз {turn}")
        assert tip.alike() == ["1", "2"]
        assert len(tip.now().sayings.kept_on("birth-registration", 2)) <= 2 * known + 1


def test_links_say_nothing(tip: Tip) -> None:
    tip.commit(1)
    two = tip.folder / a_comment_of(2).path.file
    two.symlink_to(tip.folder / a_comment_of(1).path.file)
    git(tip.folder, "add", "--all")
    git(tip.folder, "commit", "--quiet", "--message", "A link")
    assert tip.alike() == ["1"]


def test_the_words_of_newest_texts_are_read_before_somebody_asks(tip: Tip) -> None:
    tip.commit(1, 2)
    tip.now().read_public(Door.BATCH, DAY)
    known = len(tip.read)
    assert known >= 2
    assert tip.alike() == ["1", "2"]
    assert len(tip.read) == known
