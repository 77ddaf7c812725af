"""What somebody has undone does not come back by an old page or an old working copy, unasked."""

from pathlib import Path
from typing import Any

import pytest

from bringing import BEGIN, brought, tree_of
from copy_typing import typed_over
from desks import AIGERIM, BERIK, DRAFT, ORIGIN, ADesk, some_works, words_of
from form_fields import fields_of
from repositories import git
from talqy.project.keeps import Keeps
from talqy.project.write import Create, Replace, Step
from talqy.service.desk.work.planned import Chosen
from talqy.service.desk.work.values import Conflict, Saved
from talqy.service.desk.work.works import Works

R3 = "/ru/s/birth-registration/r3/"
TERM = f"{R3}edit/term/"
WORK = f"/ru/work/{DRAFT.key}/"
FAST = "Услуга – за 1 (один) рабочий день."
LIFT = "Здание оборудуется пандусом и лифтом."
NOTE = "standards/birth-registration/documents/note.txt"
OTHER = "standards/birth-registration/documents/other.txt"
LINES = "".join(f"line {number}\n" for number in range(12))
MINE, THEIRS = LINES.replace("line 2\n", "mine\n"), LINES.replace("line 2\n", "theirs\n")
MORE = LINES.replace("line 9\n", "more\n")


@pytest.fixture
def begun(desk: ADesk) -> ADesk:
    desk.post("/ru/drafts/begin/", BEGIN, of="/ru/drafts/")
    return desk


def ru(desk: ADesk, clause: str) -> str:
    """Return what a clause of the draft says in Russian by now."""
    found = [one for one in tree_of(desk)["clauses"] if one["id"] == clause]
    return str(found[0]["text"]["ru"]) if found else ""


def edited(desk: ADesk, clause: str, text: str) -> None:
    """Save other words of a clause, as another official does."""
    path = f"{R3}edit/{clause}/"
    answer = desk.post(path, {**fields_of(desk.get(path)), "text.ru": text})
    assert "Сохранено." in words_of(answer.text)


def undone(desk: ADesk) -> None:
    """Press the button that takes the last save back."""
    assert desk.post(f"{WORK}undo/", {}, of=WORK).status_code == 200


def saved_copy(desk: ADesk, copy: bytes) -> Any:
    """Bring a working copy, and press Save on its plan."""
    answer = brought(desk, ("copy.docx", copy))
    assert answer.status_code == 200, words_of(answer.text)
    return desk.post(answer.url.path, {"act": "save"})


def chosen(desk: ADesk, conflict: Any, keeps: str) -> Any:
    """Press one of the buttons of the page with two versions."""
    said = {**fields_of(conflict.text.partition("<main")[2], ""), "keeps": keeps}
    return desk.client.post(conflict.url.path, data=said, headers={"Origin": ORIGIN})


@pytest.mark.parametrize("way", ["form", "undo"])
@pytest.mark.parametrize("keeps", ["own", "published"])
def test_a_copy_brought_again_asks_about_what_was_undone(
    begun: ADesk, way: str, keeps: str
) -> None:
    was, copy = ru(begun, "term"), begun.client.get(f"{R3}word/").content
    mine = typed_over(copy, "2 (два) рабочих дня", "1 (один) рабочий день")
    assert saved_copy(begun, mine).url.path == R3
    assert "1 (один)" in ru(begun, "term")
    if way == "undo":
        undone(begun)
    else:
        edited(begun, "term", was)
    answer = saved_copy(begun, typed_over(mine, "пандусом", "пандусом и лифтом"))
    assert answer.status_code == 409
    assert "Две версии" in words_of(answer.text)
    assert (ru(begun, "term"), ru(begun, "disability") == LIFT) == (was, False)
    answer = chosen(begun, answer, keeps)
    assert answer.url.path == R3, words_of(answer.text)
    assert ("1 (один)" in ru(begun, "term")) == (keeps == "own")
    assert ru(begun, "disability") == LIFT


def test_an_old_page_sent_again_asks_about_what_was_undone(begun: ADesk) -> None:
    was, page = ru(begun, "term"), begun.get(TERM)
    said = {**fields_of(page), "text.ru": FAST}
    first = begun.client.post(TERM, data=said, headers={"Origin": ORIGIN})
    assert "Сохранено." in words_of(first.text)
    again = begun.client.post(TERM, data=said, headers={"Origin": ORIGIN})
    assert again.status_code == 200, "sent twice, it is one save"
    edited(begun, "term", was)
    late = begun.client.post(TERM, data=said, headers={"Origin": ORIGIN})
    assert late.status_code == 409
    assert ru(begun, "term") == was
    own = fields_of(late.text.partition("<main")[2], "")
    assert begun.client.post(TERM, data=own, headers={"Origin": ORIGIN}).status_code == 200
    assert ru(begun, "term") == FAST


def test_a_copy_made_after_it_was_undone_is_saved(begun: ADesk) -> None:
    """Its words elsewhere say nothing of what was undone."""
    edited(begun, "term", FAST)
    undone(begun)
    copy = begun.client.get(f"{R3}word/").content
    answer = saved_copy(begun, typed_over(copy, "пандусом", "пандусом и лифтом"))
    assert answer.url.path == R3, words_of(answer.text)
    assert ru(begun, "disability") == LIFT


# --- the same of any file ---------------------------------------------------------------------


@pytest.fixture
def works(tmp_path: Path) -> Works:
    made = some_works(tmp_path)
    put(made, Create(NOTE, LINES), Create(OTHER, LINES))
    return made


def put(works: Works, *plan: Step, seen: str = "", chosen: Chosen | None = None) -> Any:
    """Save files, of what was seen or of what is there."""
    seen = seen or works.of(DRAFT).commit
    return works.save(DRAFT, seen, plan, "S", AIGERIM, chosen)


def now(works: Works, file: str = NOTE) -> str:
    return git(works.place.root, "show", f"{DRAFT.branch}:{file}") + "\n"


def in_both(*parts: str) -> str:
    """Return the lines with all that some versions of them have changed."""
    told = zip(
        LINES.splitlines(keepends=True),
        *(one.splitlines(keepends=True) for one in parts),
        strict=True,
    )
    return "".join(next((new for new in news if new != was), was) for was, *news in told)


def test_what_was_set_back_is_asked_about_and_the_choice_counts(works: Works) -> None:
    seen = works.of(DRAFT).commit
    put(works, Replace(NOTE, MINE))
    put(works, Replace(NOTE, LINES))
    mine = Replace(NOTE, in_both(MINE, MORE))
    asked = put(works, mine, seen=seen)
    assert isinstance(asked, Conflict)
    assert [one.path for one in asked.files] == [NOTE]
    assert now(works) == LINES
    done = put(works, mine, seen=seen, chosen=Chosen(Keeps.PUBLISHED, asked.tip))
    assert isinstance(done, Saved)
    assert now(works) == MORE


def test_ones_own_is_chosen(works: Works) -> None:
    seen = works.of(DRAFT).commit
    put(works, Replace(NOTE, MINE))
    put(works, Replace(NOTE, LINES))
    asked = put(works, Replace(NOTE, MINE), seen=seen)
    done = put(works, Replace(NOTE, MINE), seen=seen, chosen=Chosen(Keeps.OWN, asked.tip))
    assert isinstance(done, Saved)
    assert now(works) == MINE


def test_what_others_had_and_set_back_themselves_is_asked_about_in_that_place(works: Works) -> None:
    """They have decided on that line, and who sends an old page has not seen it."""
    seen = works.of(DRAFT).commit
    put(works, Replace(NOTE, THEIRS))
    put(works, Replace(NOTE, LINES))
    assert isinstance(put(works, Replace(NOTE, MINE), seen=seen), Conflict)
    assert now(works) == LINES
    assert isinstance(put(works, Replace(NOTE, MORE), seen=seen), Saved)
    assert now(works) == MORE


@pytest.mark.parametrize("keeps", ["own", "published"])
def test_a_word_more_behind_what_was_undone_is_asked_about(begun: ADesk, keeps: str) -> None:
    was, copy = ru(begun, "term"), begun.client.get(f"{R3}word/").content
    mine = typed_over(copy, "2 (два) рабочих дня", "1 (один) рабочий день")
    saved_copy(begun, mine)
    edited(begun, "term", was)
    more = typed_over(mine, "1 (один) рабочий день", "1 (один) рабочий день со дня обращения")
    answer = saved_copy(begun, more)
    assert answer.status_code == 409
    assert ru(begun, "term") == was
    assert chosen(begun, answer, keeps).url.path == R3
    assert ("1 (один) рабочий день со дня" in ru(begun, "term")) == (keeps == "own")
    assert (ru(begun, "term") == was) == (keeps == "published")


def test_both_what_was_undone_and_what_differs_are_one_choice(works: Works) -> None:
    seen = works.of(DRAFT).commit
    put(works, Replace(NOTE, MINE))
    put(works, Replace(NOTE, MORE))
    own = in_both(MINE, LINES.replace("line 9\n", "other\n"), LINES.replace("line 11\n", "end\n"))
    asked = put(works, Replace(NOTE, own), seen=seen)
    assert isinstance(asked, Conflict)
    put(works, Replace(NOTE, own), seen=seen, chosen=Chosen(Keeps.PUBLISHED, asked.tip))
    assert now(works) == in_both(MORE, LINES.replace("line 11\n", "end\n"))


def test_a_new_file_that_was_taken_out(works: Works) -> None:
    new = "standards/birth-registration/documents/new.txt"
    seen = works.of(DRAFT).commit
    put(works, Create(new, LINES))
    tip = works.of(DRAFT).commit
    works.undo(DRAFT, tip, BERIK)
    asked = put(works, Create(new, LINES), Replace(OTHER, MORE), seen=seen)
    assert isinstance(asked, Conflict)
    assert [one.path for one in asked.files] == [new]
    done = put(
        works,
        Create(new, LINES),
        Replace(OTHER, MORE),
        seen=seen,
        chosen=Chosen(Keeps.PUBLISHED, asked.tip),
    )
    assert isinstance(done, Saved)
    assert now(works, OTHER) == MORE
    assert "new.txt" not in git(works.place.root, "ls-tree", "-r", "--name-only", DRAFT.branch)


def test_what_was_published_between_is_looked_through(works: Works) -> None:
    """The saves of a work that is on the main branch by now, and what was taken in since."""
    seen = works.of(DRAFT).commit
    put(works, Replace(NOTE, MINE))
    put(works, Replace(NOTE, LINES))
    prepared: Any = works.prepared(DRAFT, AIGERIM)
    works.publish(DRAFT, prepared.tip, AIGERIM, prepared.looked)
    assert not works.of(DRAFT).is_begun
    assert isinstance(put(works, Replace(NOTE, MINE), seen=seen), Conflict)
    put(works, Replace(OTHER, MORE))
    assert isinstance(put(works, Replace(NOTE, MINE), seen=seen), Conflict)
    assert isinstance(put(works, Replace(NOTE, MORE), seen=seen), Saved)


@pytest.mark.parametrize("bound", ["_MOST_LOOKS", "_MOST_STEPS"])
def test_what_lies_beyond_the_bounds_is_joined_as_ever(
    works: Works, bound: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = works.of(DRAFT).commit
    put(works, Replace(NOTE, MINE))
    put(works, Replace(NOTE, LINES))
    monkeypatch.setattr(f"talqy.project.undone.{bound}", 1)
    assert isinstance(put(works, Replace(NOTE, MINE), seen=seen), Saved)


def test_a_page_of_before_that_changes_nothing_says_that_others_have(begun: ADesk) -> None:
    old = fields_of(begun.get(TERM))
    edited(begun, "term", FAST)
    said = words_of(begun.post(TERM, old).text)
    assert "другой сотрудник за это время сохранил здесь изменения" in said
    assert "Сохранять нечего" not in said


def test_after_a_choice_nobody_says_that_both_are_saved(begun: ADesk) -> None:
    copy = begun.client.get(f"{R3}word/").content
    edited(begun, "disability", LIFT)
    mine: Any = brought(begun, ("copy.docx", typed_over(copy, "пандусом", "лифтом")))
    page = begun.post(mine.url.path, {"act": "save"})
    said = {**fields_of(page.text.partition("<main")[2], ""), "keeps": "own"}
    done = begun.client.post(page.url.path, data=said, headers={"Origin": ORIGIN})
    assert "Сохранено так, как вы выбрали" in words_of(done.text)
    assert "сохранены оба изменения" not in words_of(done.text)
