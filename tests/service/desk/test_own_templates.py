"""Templates of a project: none lies over the pages of the desk, its words are spoken there."""

from pathlib import Path

from desks import a_desk, some_works, words_of
from talqy.project.branches import CommitRole, branch_moved, commit_on
from talqy.service.desk.work.works import Works

ROLE = CommitRole("m", "m@example.kz")
OVER = "site_templates/desk/today.html"
WORDS = "site_templates/messages/ru.po"
SPOKEN = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Today"
msgstr "Нынче"
"""


def with_files(works: Works, files: dict[str, bytes]) -> None:
    root, main = works.place.root, works.place.main_tip()
    assert branch_moved(root, "main", commit_on(root, main, files, "x", ROLE), main)


def test_no_template_of_a_project_lies_over_a_page(tmp_path: Path) -> None:
    works = some_works(tmp_path)
    with_files(works, {OVER: b"<p>Nothing is due.</p>"})
    assert ("F29", OVER) in [(one.code, one.file) for one in works.main().state.problems]
    with a_desk(tmp_path, works) as desk:
        desk.sign_in()
        assert "Nothing is due." not in desk.get("/ru/")


def test_the_words_of_a_project_are_spoken_at_the_desk(tmp_path: Path) -> None:
    works = some_works(tmp_path)
    with_files(works, {WORDS: SPOKEN.encode()})
    with a_desk(tmp_path, works) as desk:
        desk.sign_in()
        assert "Нынче" in words_of(desk.get("/ru/"))
