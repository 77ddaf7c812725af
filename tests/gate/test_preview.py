"""The page that shows the one comment of a pull request, and nothing else of the head."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from gate_cases.building import PLACE, Files, Line, Repository
from gate_cases.making import IIN, Case, at
from gate_cases.pull_requests import judged

SAID = "Прошу принимать заявления и по субботам, ведь в будни люди на работе."
HOSTILE = (
    "Прошу <b>сократить</b> срок & {{ услуги }}: </dd><script>alert(1)</script>, три дня – много."
)
TITLE = "Ваш комментарий, каким его прочтут"


def shown(case: Case, repository: Repository, folder: Path) -> tuple[int, str]:
    """Return the exit status of the gate, and the page that it has written, empty for none."""
    page = folder / "preview.html"
    status, _ = judged(case, repository, "--preview", str(page))
    return status, page.read_text("utf-8") if page.exists() else ""


def test_the_page_has_the_words_of_the_comment_and_what_they_are_about(
    repository: Repository, tmp_path: Path
) -> None:
    change = at(PLACE, text=SAID, proposal="Срок – два рабочих дня.")
    status, page = shown(Case("sound", change), repository, tmp_path)
    assert status == 0
    for words in (SAID, TITLE, "не опубликован", "Срок – два рабочих дня."):
        assert words in page
    assert '<meta name="robots" content="noindex">' in page


@pytest.mark.parametrize(
    "case",
    [
        Case("must be mended", at(PLACE, text="коротко")),
        Case("a person's number", at(PLACE, text=f"{SAID} ИИН {IIN}")),
        Case("a telephone", at(PLACE, text=f"{SAID} Звоните: +7 701 123 45 67.")),
        Case("markup", at(PLACE, text=HOSTILE)),
        Case("no comment", {"README.md": "x"}),
        Case("two", Line([{**at(PLACE), **at(PLACE.replace("k7m2p9qx4a", "b3c4d5e6f7"))}])),
    ],
    ids=lambda case: case.name,
)
def test_what_must_be_mended_or_is_private_is_not_shown_once_more(
    case: Case, repository: Repository, tmp_path: Path
) -> None:
    status, page = shown(case, repository, tmp_path)
    assert status == 1
    assert page == ""


def test_templates_and_words_of_the_head_count_for_nothing(
    repository: Repository, tmp_path: Path
) -> None:
    """Beside the comment they are refused; and without the gate's word nothing is shown."""
    own: Files = {"site_templates/records/comment.html": "mine", "mkdocs.yml": "site_name: mine"}
    status, page = shown(Case("more", {**at(PLACE), **own}), repository, tmp_path)
    assert (status, page) == (1, "")


@pytest.mark.parametrize("words", ["срок < 3 & > 1 дня", "“onload=alert(1)” 'x' \\"])
def test_every_sign_of_a_comment_stays_a_sign(
    words: str, repository: Repository, tmp_path: Path, browser: Browser
) -> None:
    text = f"{SAID} {words}"
    status, _ = shown(Case("signs", at(PLACE, text=text)), repository, tmp_path)
    assert status == 0
    said: list[str] = []
    window = browser.new_page()
    window.on("console", lambda message: said.append(message.text))
    window.goto((tmp_path / "preview.html").as_uri())
    assert text in window.inner_text("main")
    assert window.locator("script").count() == 0
    assert said == []
    assert window.evaluate("getComputedStyle(document.querySelector('aside')).borderWidth") == "2px"
    window.close()
