"""What a draft means is said in one line, and the same line stands wherever drafts are listed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import builders as b
from talqy.language.edition import Edition, editions
from talqy.project.survey import survey
from talqy.site import share
from talqy.site.pages import history, home, news, register, standard

GIST = b.said("Мерзім екі күнге қысқарады.", "Срок станет на два дня короче.")
WAS, BECOMES = "7 рабочих дней", "5 рабочих дней"


def an_edition(root: Path, **changes: b.Tree) -> Edition:
    """Make a standard whose term becomes shorter, in Russian."""
    old, new = (
        [
            b.a_clause(
                "term-of-all",
                "9",
                text=b.said(f"{amount} күн.", f"{amount} дней."),
                facts={"term": [{"amount": amount, "unit": "working-day"}]},
            )
        ]
        for amount in ("7", "5")
    )
    draft = b.a_revision(2, base="1", kind="amendment", clauses=new, **changes)
    b.write_project(root, revisions=[b.an_adopted_revision(1, clauses=old), draft])
    known, assessment = survey(root).known
    return editions(root, known, assessment, site_url="https://a.kz/")[1]


def told(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield what each page or picture that lists a draft says."""
    record = edition.register.records[0]
    (page, *_) = standard.pages(edition, record)
    yield "description", page.description
    yield "picture", str(share.share_tags(edition, page, "https://a.kz/"))
    made = {
        "home": home.pages(edition),
        "register": register.pages(edition),
        "news": news.pages(edition, record),
        "history": history.pages(edition, record),
    }
    for name, pages in made.items():
        yield name, next(iter(pages)).content.striptags()


def plain(words: str) -> str:
    return " ".join(words.replace("\xa0", " ").split())


def test_the_gist_of_the_ministry_stands_wherever_a_draft_is_listed(tmp_path: Path) -> None:
    said = {name: plain(words) for name, words in told(an_edition(tmp_path, gist=GIST))}
    assert [name for name, words in said.items() if GIST["ru"] not in words] == []
    for name in ("home", "picture"):  # the figures follow it
        assert said[name].index(GIST["ru"]) < said[name].index(WAS)


@pytest.mark.parametrize("name", ["description", "picture", "home", "register", "news"])
def test_without_a_gist_it_is_the_first_change(tmp_path: Path, name: str) -> None:
    said = plain(dict(told(an_edition(tmp_path)))[name])
    assert BECOMES in said.partition(WAS)[2]
