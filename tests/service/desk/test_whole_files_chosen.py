"""What cannot be put together place by place stays whole: the page that asks says so."""

import re
from pathlib import Path

import pytest

from bringing import BEGIN, brought
from copy_typing import typed_over
from desks import AIGERIM, DRAFT, ADesk, some_works, words_of
from form_fields import fields_of
from held_words import held
from repositories import git
from talqy.project.keeps import Keeps
from talqy.project.write import Create, Replace
from talqy.service.desk.work.planned import Chosen
from talqy.service.desk.work.values import Conflict, Saved
from talqy.service.desk.work.works import Works

R3 = "/ru/s/birth-registration/r3/"
NOTE = "standards/birth-registration/documents/note.txt"
TEXT = "standards/birth-registration/revisions/r2.yaml"
WHOLE = "одна из них останется целиком"
REST = "Все прочее из обоих сохранится."


def conflict_at(desk: ADesk) -> str:
    """Return the page that asks which of two versions of a clause stays."""
    desk.post("/ru/drafts/begin/", BEGIN, of="/ru/drafts/")
    copy, form = desk.client.get(f"{R3}word/").content, f"{R3}edit/disability/"
    desk.post(form, {**fields_of(desk.get(form)), "text.ru": "Здание оборудуется подъёмником."})
    answer = brought(desk, ("copy.docx", typed_over(copy, "пандусом", "пандусом и лифтом")))
    answer = desk.post(answer.url.path, {"act": "save"})
    assert answer.status_code == 409
    return words_of(answer.text)


def test_what_is_put_together_in_all_other_places_says_so(desk: ADesk) -> None:
    said = conflict_at(desk)
    assert held(REST) in said
    assert held(WHOLE) not in said


def test_a_text_that_cannot_be_put_together_says_that_it_stays_whole(
    desk: ADesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("talqy.project.trees_joined.joined_text", lambda *_: None)
    said = conflict_at(desk)
    assert held(WHOLE) in said
    assert held(REST) not in said


@pytest.fixture
def works(tmp_path: Path) -> Works:
    return some_works(tmp_path)


@pytest.mark.parametrize("keeps", list(Keeps))
def test_a_file_that_both_have_made_stays_whole(works: Works, keeps: Keeps) -> None:
    seen = works.of(DRAFT).commit
    mine, theirs = "Одно\n\nи то\n", "Другое\n\nи то\nи это\n"
    assert isinstance(works.save(DRAFT, seen, [Create(NOTE, theirs)], "A", AIGERIM), Saved)
    asked = works.save(DRAFT, seen, [Create(NOTE, mine)], "B", AIGERIM)
    assert isinstance(asked, Conflict)
    assert [(one.path, one.is_whole) for one in asked.files] == [(NOTE, True)]
    plan = [Create(NOTE, mine)]
    done = works.save(DRAFT, seen, plan, "B", AIGERIM, Chosen(keeps, asked.tip))
    assert isinstance(done, Saved)
    found = git(works.place.root, "show", f"{DRAFT.branch}:{NOTE}") + "\n"
    assert found == (mine if keeps is Keeps.OWN else theirs)


def test_a_text_that_differs_in_one_clause_is_not_whole(works: Works) -> None:
    seen = works.of(DRAFT).commit
    old = git(works.place.root, "show", f"{seen}:{TEXT}") + "\n"
    line = re.findall(r"(?m)^ *ru: .{20,}$", old)[-1]
    mine, theirs = (old.replace(line, f"{line} {word}", 1) for word in ("да", "нет"))
    assert isinstance(works.save(DRAFT, seen, [Replace(TEXT, theirs)], "A", AIGERIM), Saved)
    asked = works.save(DRAFT, seen, [Replace(TEXT, mine)], "B", AIGERIM)
    assert isinstance(asked, Conflict)
    assert [(one.path, one.is_whole) for one in asked.files] == [(TEXT, False)]
