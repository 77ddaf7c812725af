"""One has moved a clause, another has changed it: both stay, and a choice always ends."""

import re
from pathlib import Path
from typing import Any

import pytest

from bringing import BEGIN, brought, tree_of
from copy_typing import typed_over
from desks import AIGERIM, BERIK, DRAFT, ADesk, some_works, words_of
from form_fields import fields_of
from repositories import git
from talqy.project.branches import CommitRole, branch_moved, commit_on
from talqy.project.keeps import Keeps
from talqy.project.write import Replace
from talqy.project.yaml_read import parse
from talqy.service.desk.work.planned import Chosen
from talqy.service.desk.work.preparing import Prepared
from talqy.service.desk.work.values import Conflict, Saved
from talqy.service.desk.work.works import Works

R3 = "/ru/s/birth-registration/r3/"
R2 = "standards/birth-registration/revisions/r2.yaml"
BORN = "медицинское свидетельство о рождении"


def ids(desk: ADesk) -> list[str]:
    return [one["id"] for one in tree_of(desk)["clauses"]]


def test_a_copy_changes_what_another_has_moved(desk: ADesk) -> None:
    desk.post("/ru/drafts/begin/", BEGIN, of="/ru/drafts/")
    copy, form = desk.client.get(f"{R3}word/").content, f"{R3}edit/documents/"
    (place, *_) = re.findall(r'<option value="([^"]*:[^"]*)"', desk.get(form))
    desk.post(form, {"act": "move", "place": place})
    moved = ids(desk)
    answer = brought(desk, ("copy.docx", typed_over(copy, "медицинское свидетельство", BORN)))
    answer = desk.post(answer.url.path, {"act": "save"})
    assert answer.url.path == R3, words_of(answer.text)
    assert ids(desk) == moved
    assert BORN in str(tree_of(desk))


# --- in texts of the works themselves -----------------------------------------------------------


@pytest.fixture
def works(tmp_path: Path) -> Works:
    return some_works(tmp_path)


def text(works: Works, commit: str) -> str:
    return git(works.place.root, "show", f"{commit}:{R2}") + "\n"


def parts(file: str) -> tuple[str, list[str], str]:
    """Return the beginning of a text, its outermost clauses, and the rest."""
    head, *clauses = re.split(r"(?m)^(?=  - id: )", file)
    last, *rest = re.split(r"(?m)^(?=[a-z])", clauses[-1], maxsplit=1)
    return head, [*clauses[:-1], last], "".join(rest)


def moved(file: str, old: int, new: int) -> str:
    head, clauses, rest = parts(file)
    clauses.insert(new, clauses.pop(old))
    return head + "".join(clauses) + rest


def put(works: Works, seen: str, file: str, said: str, chosen: Chosen | None = None) -> Any:
    return works.save(DRAFT, seen, [Replace(R2, file)], said, AIGERIM, chosen)


@pytest.mark.parametrize("keeps", list(Keeps))
def test_two_places_of_one_clause_are_chosen_from(works: Works, keeps: Keeps) -> None:
    seen = works.of(DRAFT).commit
    file = text(works, seen)
    mine, theirs = moved(file, 1, 0), moved(file, 1, len(parts(file)[1]))
    assert isinstance(put(works, seen, theirs, "A"), Saved)
    asked = put(works, seen, mine, "B")
    assert isinstance(asked, Conflict)
    assert [one.path for one in asked.files] == [R2]
    done = put(works, seen, mine, "B", Chosen(keeps, asked.tip))
    assert isinstance(done, Saved), done
    wanted = mine if keeps is Keeps.OWN else theirs
    found, told = (parse(one.encode(), "").tree for one in (text(works, DRAFT.branch), wanted))
    assert found == told


@pytest.mark.parametrize("is_moved", [True, False])
def test_what_is_published_is_moved_or_changed(works: Works, *, is_moved: bool) -> None:
    root, seen = works.place.root, works.of(DRAFT).commit
    file = text(works, seen)
    head, clauses, rest = parts(file)
    clauses[1] = clauses[1].replace("    text:\n", "    text:\n", 1).replace(".\n", " да.\n", 1)
    edit, move = head + "".join(clauses) + rest, moved(file, 1, 0)
    assert edit != file
    assert isinstance(put(works, seen, edit if is_moved else move, "A"), Saved)
    old = works.place.main_tip()
    new = commit_on(
        root,
        old,
        {R2: (move if is_moved else edit).encode()},
        "Beside",
        CommitRole("m", "m@example.kz"),
    )
    assert branch_moved(root, "main", new, old)
    prepared = works.prepared(DRAFT, BERIK)
    assert isinstance(prepared, Prepared), prepared
    both = text(works, prepared.commit)
    assert [one[:20] for one in parts(both)[1]] == [one[:20] for one in parts(move)[1]]
    assert " да.\n" in both


def test_what_cannot_be_put_together_is_told_and_not_asked_in_a_circle(
    desk: ADesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.post("/ru/drafts/begin/", BEGIN, of="/ru/drafts/")
    copy, form = desk.client.get(f"{R3}word/").content, f"{R3}edit/term/"
    desk.post(form, {**fields_of(desk.get(form)), "text.ru": "За 1 (один) рабочий день."})
    wrong = next(iter(desk.works.of(DRAFT).state.problems))
    monkeypatch.setattr("talqy.service.desk.work.works_saved.joined_problems", lambda *_: [wrong])
    answer = brought(desk, ("copy.docx", typed_over(copy, "пандусом", "пандусом и лифтом")))
    answer = desk.post(answer.url.path, {"act": "save"})
    assert answer.status_code == 409
    assert "исправьте вручную то, что названо ниже" in words_of(answer.text)
    assert 'name="keeps"' not in answer.text
    assert "пандусом [добавлено: и лифтом" in words_of(answer.text).replace(
        "\N{NO-BREAK SPACE}", " "
    )
