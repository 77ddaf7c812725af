"""Steps at the desk: the way of a text, each step saved as the commands write it."""

import builders as b
from desks import ADesk, words_of
from talqy.service.desk.work.names import WorkKind, WorkName

WAY = f"/ru/steps/{b.STANDARD}/"


def test_the_list_says_what_is_next(desk: ADesk) -> None:
    """Each standard, what is next of it, and until when."""
    for language in ("kk", "ru"):
        page = desk.get(f"/{language}/steps/")
        assert f'href="/{language}/steps/{b.STANDARD}/"' in page


def test_the_way_shows_what_was_done(desk: ADesk) -> None:
    """The line of a text, its next step, the others, its files."""
    page = words_of(desk.get(WAY))
    print(page)
    assert "Обсуждение открыто" in page
