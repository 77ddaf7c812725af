"""What was published and set back is not published again in silence by a work that waited."""

import re
from pathlib import Path
from typing import Any

import pytest

from bringing import BEGIN, brought
from copy_typing import typed_over
from desks import AIGERIM, BERIK, DRAFT, ORIGIN, ADesk, a_desk, csrf_of, some_works, words_of
from form_fields import fields_of
from repositories import git
from talqy.project.branches import CommitRole, branch_moved, commit_on
from talqy.project.keeps import Keeps
from talqy.project.write import Create, Replace, Step
from talqy.service.desk.work.preparing import Prepared
from talqy.service.desk.work.values import Conflict, Published, Saved
from talqy.service.desk.work.works import Works

STANDARD = "standards/birth-registration/standard.yaml"
NOTE = "standards/birth-registration/documents/note.txt"
HERE = f"/ru/work/{DRAFT.key}/"
OURS = 'reviewed: "2026-03-03"'
OUTSIDE = CommitRole("m", "m@example.kz")
R3 = "/ru/s/birth-registration/r3/"


@pytest.fixture
def works(tmp_path: Path) -> Works:
    return some_works(tmp_path)


def text(works: Works, commit: str = "main") -> str:
    return git(works.place.root, "show", f"{commit}:{STANDARD}") + "\n"


def ours(was: str) -> str:
    """Return the file of the standard with another day of its review."""
    return re.sub(r"(?m)^reviewed: .*$", OURS, was)


def on_main(works: Works, data: str) -> None:
    root, old = works.place.root, works.place.main_tip()
    new = commit_on(root, old, {STANDARD: data.encode()}, "Beside", OUTSIDE)
    assert branch_moved(root, "main", new, old)


def a_work_of_what_was_set_back(works: Works) -> None:
    """Save a line, which is published beside it and set back; and a file that is nobody's else."""
    was = text(works)
    plan: list[Step] = [Replace(STANDARD, ours(was)), Create(NOTE, "n\n")]
    assert isinstance(works.save(DRAFT, works.of(DRAFT).commit, plan, "Правка", AIGERIM), Saved)
    on_main(works, ours(was))
    on_main(works, was)


@pytest.mark.parametrize("keeps", list(Keeps))
def test_what_was_set_back_is_chosen(works: Works, keeps: Keeps) -> None:
    a_work_of_what_was_set_back(works)
    found = works.prepared(DRAFT, AIGERIM)
    assert isinstance(found, Conflict), "it would come again, and nobody would be told"
    assert [one.path for one in found.files] == [STANDARD]
    tip = works.of(DRAFT).commit
    assert isinstance(works.take_in(DRAFT, tip, found.tip, BERIK, keeps), Saved)
    prepared = works.prepared(DRAFT, AIGERIM)
    assert isinstance(prepared, Prepared), prepared
    done = works.publish(DRAFT, prepared.tip, AIGERIM, prepared.looked)
    assert isinstance(done, Published), done
    assert (OURS in text(works)) == (keeps is Keeps.OWN)
    assert git(works.place.root, "show", f"main:{NOTE}") == "n"


def test_what_others_publish_beside_it_is_no_matter_of_choice(works: Works) -> None:
    was = text(works)
    plan = [Replace(STANDARD, ours(was))]
    assert isinstance(works.save(DRAFT, works.of(DRAFT).commit, plan, "Правка", AIGERIM), Saved)
    on_main(works, f"{was}# a\n")
    on_main(works, f"{was}# a\n# b\n")
    on_main(works, f"{was}# b\n")
    assert isinstance(works.prepared(DRAFT, AIGERIM), Prepared)


# --- the other one of two versions ----------------------------------------------------------------


def wrong_together(desk: ADesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whatever is put together make no sense."""
    wrong = next(iter(desk.works.of(DRAFT).state.problems))
    monkeypatch.setattr("talqy.service.desk.work.works_saved.joined_problems", lambda *_: [wrong])


def buttons(page: str) -> list[str]:
    return re.findall(r'name="keeps" value="(\w+)"', page)


def test_where_one_choice_makes_no_sense_the_other_is_there(
    works: Works, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_work_of_what_was_set_back(works)
    with a_desk(tmp_path, works) as desk:
        desk.sign_in()
        page, told = desk.get(f"{HERE}publish/", 409), "исправьте вручную"
        wrong_together(desk, monkeypatch)
        for keeps, left in (("published", ["own"]), ("own", [])):
            assert keeps in buttons(page)
            forms = re.findall(r'name="(seen|published|tried)" value="(\w+)"', page)
            said = {"csrf": csrf_of(page), **dict(forms), "keeps": keeps}
            answer = desk.client.post(f"{HERE}take-in/", data=said, headers={"Origin": ORIGIN})
            assert answer.status_code == 409
            page = answer.text
            assert buttons(page) == left
            assert told in words_of(page)


def test_of_a_save_that_makes_no_sense_the_other_is_there(
    desk: ADesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.post("/ru/drafts/begin/", BEGIN, of="/ru/drafts/")
    copy, form = desk.client.get(f"{R3}word/").content, f"{R3}edit/disability/"
    other = "Здание оборудуется подъёмником."
    desk.post(form, {**fields_of(desk.get(form)), "text.ru": other})
    mine = typed_over(copy, "пандусом", "пандусом и лифтом")
    answer: Any = brought(desk, ("copy.docx", typed_over(mine, "вышестоящий орган", "суд")))
    answer = desk.post(answer.url.path, {"act": "save"})
    assert buttons(answer.text) == ["own", "published"]
    wrong_together(desk, monkeypatch)
    for keeps, left in (("own", ["published"]), ("published", [])):
        said = {**fields_of(answer.text.partition("<main")[2], ""), "keeps": keeps}
        answer = desk.client.post(answer.url.path, data=said, headers={"Origin": ORIGIN})
        assert answer.status_code == 409
        assert buttons(answer.text) == left
        assert "исправьте вручную" in words_of(answer.text)
