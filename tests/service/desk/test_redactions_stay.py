"""What was taken out of a public comment stays out: no save taken back and no answer brings it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import builders as b
from desk_steps import BOTH, a_project_of, on
from desks import AIGERIM, ADesk, words_of
from form_fields import fields_of
from repositories import git
from talqy.comments.redaction import redaction_plan
from talqy.project.branches import CommitRole, branch_moved, commit_on
from talqy.project.keeps import Keeps
from talqy.project.write import Create, Replace
from talqy.project.yaml_write import dumped
from talqy.service.desk.work.preparing import Prepared
from talqy.service.desk.work.values import NothingSavedError, Published, Saved, WorkKind, WorkName

ANSWERS = WorkName(WorkKind.ANSWERS, b.STANDARD, 1)
WORK = f"/ru/work/{ANSWERS.key}/"
NAME = "Марат Сериков"
COMMENT = b.a_comment(
    received="2026-11-10",
    revision="1",
    author={"kind": "individual"},
    text=f"Начальник отдела {NAME} принимает только по утрам.",
)
FILE, RESPONSE = b.comment_path(), b.response_path()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ADesk]:
    """A desk with a public comment that names somebody."""
    project = a_project_of(
        tmp_path,
        "",
        {FILE: COMMENT},
        b.a_project(today=None),
        consultation=b.a_consultation("2026-11-09", "2026-11-27"),
    )
    git(tmp_path, "clone", "--quiet", "--bare", str(project), "bare.git")
    with on(tmp_path / "bare.git", "2026-11-20") as opened:
        yield opened


def answer(desk: ADesk, reason: str = "Мы это поправили.") -> None:
    """Save an answer to the comment."""
    seen = desk.works.of(ANSWERS).commit
    said = {"kk": "Біз мұны түзедік.", "ru": reason}
    plan = [Create(RESPONSE, dumped(b.a_response(reason=said)))]
    assert isinstance(desk.works.save(ANSWERS, seen, plan, "Ответ", AIGERIM), Saved)


def redact(desk: ADesk) -> None:
    path = f"/ru/answers/{b.STANDARD}/r1/redact/{b.COMMENT}/"
    assert desk.post(path, {"words": NAME, **BOTH}).status_code == 200


def publish(desk: ADesk, *, alone: bool = False) -> None:
    prepared: Any = desk.works.prepared(ANSWERS, AIGERIM, alone=alone)
    seen, looked = desk.works.of(ANSWERS).commit, prepared.looked
    done = desk.works.publish(ANSWERS, seen, AIGERIM, looked, alone=alone)
    assert isinstance(done, Published), done


def said_in(desk: ADesk, commit: str, file: str = FILE) -> str:
    return git(desk.works.place.root, "show", f"{commit}:{file}")


@pytest.mark.parametrize("takes_in", [True, False])
def test_words_that_went_alone_are_not_taken_back_with_their_save(
    desk: ADesk, *, takes_in: bool
) -> None:
    answer(desk)
    redact(desk)
    publish(desk, alone=True)
    works = desk.works
    if takes_in:
        seen, main = works.of(ANSWERS).commit, works.main().commit
        works.take_in(ANSWERS, seen, main, AIGERIM, Keeps.OWN)
    assert "Последнее сохранение: Ответ" in words_of(desk.get(WORK))
    assert isinstance(works.undo(ANSWERS, works.of(ANSWERS).commit, AIGERIM), Saved)
    assert NAME not in said_in(desk, ANSWERS.branch)
    tree = git(works.place.root, "ls-tree", "-r", "--name-only", ANSWERS.branch)
    assert RESPONSE not in tree.splitlines()
    with pytest.raises(NothingSavedError):
        works.undo(ANSWERS, works.of(ANSWERS).commit, AIGERIM)


def test_words_that_are_not_public_as_gone_are_taken_back(desk: ADesk) -> None:
    answer(desk)
    redact(desk)
    assert isinstance(desk.works.undo(ANSWERS, desk.works.of(ANSWERS).commit, AIGERIM), Saved)
    assert NAME in said_in(desk, ANSWERS.branch)


def asked(desk: ADesk) -> set[tuple[str, str]]:
    prepared = desk.works.prepared(ANSWERS, AIGERIM)
    assert isinstance(prepared, Prepared), prepared
    found = [one for one in prepared.questions if one.code == "K57"]
    return {(one.file, ".".join(map(str, one.path))) for one in found}


def test_an_answer_that_names_later_who_was_taken_out_is_asked_about(desk: ADesk) -> None:
    redact(desk)
    publish(desk)
    answer(desk, "С Маратом Сериковым поговорили.")
    assert asked(desk) == {(RESPONSE, "reason.ru")}
    publish(desk)
    assert "Маратом" in said_in(desk, "main", RESPONSE)
    seen = desk.works.of(ANSWERS).commit
    again = b.a_response(
        reason={"kk": "Біз мұны түзедік.", "ru": "С Маратом Сериковым поговорили."}
    )
    plan = [Replace(RESPONSE, dumped({**again, "gist": {"kk": "Қабылдау уақыты туралы."}}))]
    desk.works.save(ANSWERS, seen, plan, "Ответ", AIGERIM)
    assert asked(desk) == set(), "it is public already, and was asked about then"


def on_main(desk: ADesk, words: str, on_day: str) -> None:
    """Take words out of the comment on the main branch, beside the desk, as the command does."""
    works = desk.works
    register: Any = works.main().state.register
    record = register.record(b.STANDARD)
    plan = redaction_plan(
        record,
        record.comment(b.COMMENT),
        said_in(desk, "main") + "\n",
        words=[words],
        name=False,
        reason={"kk": "Сұрады.", "ru": "Просили."},
        on=date.fromisoformat(on_day),
    )
    for more in ({FILE: plan.text.encode()}, {"standards/README.md": b"x\n"}):
        old = works.place.main_tip()
        new = commit_on(works.place.root, old, more, "Beside", CommitRole("m", "m@example.kz"))
        assert branch_moved(works.place.root, "main", new, old)


WITHOUT = "Начальник отдела […] принимает только по утрам."


@pytest.mark.parametrize(
    ("public", "left", "on_day", "alone"),
    [
        (NAME, WITHOUT, "2026-11-19", False),
        (NAME, WITHOUT, "2026-11-20", True),
        (f"отдела {NAME}", "Начальник […] принимает только по утрам.", "2026-11-20", False),
        ("Сериков", WITHOUT, "2026-11-19", True),
        ("Сериков", WITHOUT, "2026-11-21", False),
    ],
)
def test_two_redactions_of_which_one_has_all_of_the_other_are_one(
    public: str, left: str, on_day: str, desk: ADesk, *, alone: bool
) -> None:
    answer(desk)
    redact(desk)
    on_main(desk, public, on_day)
    publish(desk, alone=alone)
    assert f'"{left}"' in said_in(desk, "main").replace(f"text: {left}", f'text: "{left}"')


@pytest.mark.parametrize("takes_in", [True, False])
def test_of_two_redactions_of_other_words_both_hold(desk: ADesk, *, takes_in: bool) -> None:
    answer(desk)
    redact(desk)
    on_main(desk, "по утрам", "2026-11-19")
    works = desk.works
    if takes_in:
        seen, main = works.of(ANSWERS).commit, works.main().commit
        assert isinstance(works.take_in(ANSWERS, seen, main, AIGERIM, Keeps.PUBLISHED), Saved)
    publish(desk)
    assert "Начальник отдела […] принимает только […]." in said_in(desk, "main")


def test_two_officials_who_take_out_other_words_have_both_out(desk: ADesk) -> None:
    redact(desk)
    path = f"/ru/answers/{b.STANDARD}/r1/redact/{b.COMMENT}/"
    page = desk.get(path)
    seen = git(desk.works.place.root, "rev-parse", f"{ANSWERS.branch}^")
    said = {**fields_of(page, ""), "words": "по утрам", **BOTH, "seen": seen}
    assert "сохранены оба изменения" in words_of(desk.post(path, said).text)
    assert "Начальник отдела […] принимает только […]." in said_in(desk, ANSWERS.branch)
