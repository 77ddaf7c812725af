"""What a page says of a save beside others is so: “both”, “yours alone”, “nothing of yours”."""

from pathlib import Path
from typing import Any

import pytest

from desks import AIGERIM, BERIK, DRAFT, a_desk, some_works, words_of
from talqy.project.branches import CommitRole, branch_moved, commit_on, content
from talqy.project.keeps import Keeps
from talqy.project.write import Replace
from talqy.project.yaml_read import parse
from talqy.project.yaml_write import dumped
from talqy.service.desk.work.planned import Chosen
from talqy.service.desk.work.values import Conflict, Saved
from talqy.service.desk.work.works import Works

FILE = "standards/birth-registration/revisions/r2.yaml"
ROLE = CommitRole("m", "m@example.kz")


@pytest.fixture
def works(tmp_path: Path) -> Works:
    return some_works(tmp_path)


def text_at(works: Works, commit: str) -> dict[str, Any]:
    data = content(works.place.root, commit, FILE)
    assert data is not None
    tree: Any = parse(data, FILE).tree
    return dict(tree)


def save(
    works: Works, seen: str, clauses: list[Any], who: Any, chosen: Chosen | None = None
) -> Saved | Conflict:
    text = {**text_at(works, seen), "clauses": clauses}
    return works.save(DRAFT, seen, [Replace(FILE, dumped(text))], "S", who, chosen)


def ids(works: Works) -> list[str]:
    return [one["id"] for one in text_at(works, works.of(DRAFT).commit)["clauses"]]


def test_what_one_took_out_and_another_moved_is_asked_in_both_orders(works: Works) -> None:
    """The page had said “saved” of a taking out that was not."""
    seen = works.of(DRAFT).commit
    first, *rest = text_at(works, seen)["clauses"]
    out, moved = rest, [*rest, first]
    for own, other in ((out, moved), (moved, out)):
        assert isinstance(save(works, seen, other, AIGERIM), Saved)
        there = works.of(DRAFT).commit
        asked = save(works, seen, own, BERIK)
        assert isinstance(asked, Conflict)
        done = save(works, seen, own, BERIK, Chosen(Keeps.OWN, there))
        assert isinstance(done, Saved)
        assert done.is_joined
        assert ids(works) == [one["id"] for one in own]
        works.drop(DRAFT, works.of(DRAFT).commit, AIGERIM)


def test_what_is_sent_twice_is_saved_once(works: Works) -> None:
    seen = works.of(DRAFT).commit
    moved = [*text_at(works, seen)["clauses"][1:], text_at(works, seen)["clauses"][0]]
    first = save(works, seen, moved, AIGERIM)
    again = save(works, seen, moved, AIGERIM)
    assert first == again
    assert not works.has_more(DRAFT, works.of(DRAFT).commit)


def test_two_addresses_of_one_posting_are_shown_in_words(tmp_path: Path, works: Works) -> None:
    main = works.main().commit
    text = text_at(works, main)

    def posted(url: str) -> str:
        rows = [{"channel": "egov", "on": "2026-06-01", "url": url}]
        return dumped({**text, "consultation": {**text["consultation"], "posted": rows}})

    ours, theirs = "https://a.example.kz", "https://b.example.kz"
    assert isinstance(works.save(DRAFT, main, [Replace(FILE, posted(ours))], "S", AIGERIM), Saved)
    new = commit_on(works.place.root, main, {FILE: posted(theirs).encode()}, "M", ROLE)
    assert branch_moved(works.place.root, "main", new, main)
    with a_desk(tmp_path, works) as desk:
        desk.sign_in()
        page = words_of(desk.get(f"/ru/work/{DRAFT.key}/publish/", 409))
    place = "места и даты размещения № 1, адрес в интернете"
    assert place in page.lower().replace("\N{NO-BREAK SPACE}", " ")
    assert ours in page
    assert theirs in page
    assert "consultation" not in page


def test_what_is_published_of_another_standard_is_no_change_of_this(works: Works) -> None:
    """A page that changed nothing had said that somebody has saved here meanwhile."""
    root, main = works.place.root, works.main().commit
    files = {"standards/driving-licence/documents/note.txt": b"A\n"}
    assert branch_moved(root, "main", commit_on(root, main, files, "M", ROLE), main)
    assert not works.has_more(DRAFT, main)
    files = {FILE: dumped({**text_at(works, main), "revision": 3}).encode()}
    newer = works.main().commit
    assert branch_moved(root, "main", commit_on(root, newer, files, "M", ROLE), newer)
    assert works.has_more(DRAFT, main)
