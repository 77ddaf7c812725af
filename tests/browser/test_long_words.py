"""Words without a break, as long as a file's name or an address may be: no page grows sideways."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

import builders as b
from browsing.serving import served
from sites import built, run, small

LONG = "Тіркеу" * 14  # 84 letters
NARROW = 320
TODAY = ("--today", "2026-12-31")
# What moves past the edge of the window on a page, but for what is made to be moved.
WIDER = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const box = one.getBoundingClientRect();
  if (!box.width || !box.height || box.right <= innerWidth + 1) return false;
  const rolls = (up) => up && (/(auto|scroll|hidden)/.test(getComputedStyle(up).overflowX)
    || rolls(up.parentElement));
  return !rolls(one.parentElement) && getComputedStyle(one).position !== "absolute";
}).map((one) => `${one.tagName}.${one.className}: ${one.textContent.slice(0, 30)}`)"""


def clauses(days: str) -> list[b.Tree]:
    """Return clauses that have nothing but long words; a term of so many days."""
    said = b.said(LONG)
    facts = {
        "term": [{"amount": days, "unit": "working-day", "condition": said}],
        "documents": [{"id": "form", "name": said, "source": "applicant"}],
        "fee": [{"amount": days, "case": said}],
    }
    table = {"head": [said, said], "rows": [[said, said]]}
    return [
        *b.complete_clauses(),
        b.a_clause("long", "4", heading=said, text=b.said(f"{LONG} {days}"), facts=facts),
        b.a_clause("sheet", "5", heading=said, text=said, table=table),
    ]


def project(folder: Path) -> Path:
    """Write a standard of which everything that people may name is one long word."""
    said, name = b.said(LONG), {"kind": "individual", "name": LONG}
    report = {"on": "2026-12-07", "signed_by": said}
    second = {"opens": "2026-12-21", "closes": "2027-01-15"}
    talk = b.a_consultation("2026-11-09", "2026-11-27", report=report)
    first = b.a_revision(
        clauses=clauses("2"),
        explanation=said,
        consultation=talk,
        adopted=b.an_adoption("2026-12-10", act=said),
    )
    changed = [{"clauses": ["long"], "reason": said, "comments": [b.COMMENT]}]
    draft = b.a_revision(
        2,
        clauses=clauses("3"),
        explanation=said,
        gist=said,
        dated="2026-12-14",
        consultation=b.a_consultation(*second.values()),
        amendments=changed,
    )
    words: b.Tree = {
        "text": LONG,
        "quote": LONG,
        "proposal": LONG,
        "clause": "long",
        "author": name,
    }
    decided = {"by": b.MINISTRY, "on": "2026-12-01"}
    landed = {"revision": "2", "clauses": ["long"]}
    answer: b.Tree = {"reason": said, "decided": decided, "outcome": "accepted", "landed": landed}
    authority = {"name": said, "email": f"{'talqy' * 12}@justice.example", "address": said}
    return small(
        folder,
        project=b.a_project(name=b.said("Талқылау"), authorities={b.MINISTRY: authority}),
        standard=b.a_standard(title=said, short_title=said, provider=said),
        revisions=[first, draft],
        comments=[
            b.a_comment(received="2026-11-12", **words),
            b.a_comment(b.OTHER_COMMENT, revision="2", received="2026-12-22", **words),
        ],
        responses=[b.a_response(**answer)],
    )


@pytest.fixture(scope="module")
def long_words(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    folder = project(tmp_path_factory.mktemp("long"))
    run("merge", "--all", *TODAY, cwd=folder)
    site = built(folder, *TODAY)
    pages = [file.parent.relative_to(site).as_posix() for file in site.rglob("index.html")]
    with served(site) as seen:
        yield seen.origin, sorted(pages)


def test_a_word_of_eighty_letters_pushes_no_page_sideways(
    long_words: tuple[str, list[str]], page: Page
) -> None:
    origin, pages = long_words
    assert len(pages) > 40
    page.set_viewport_size({"width": NARROW, "height": 667})
    wider = {}
    for path in pages:
        if path.startswith("kk/"):
            continue
        page.goto(f"{origin}/{path}/")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wider[path] = page.evaluate(WIDER)[:4]
    assert wider == {}
