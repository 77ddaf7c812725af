"""The compare page: three ways to look at it, marks that are words too, paper, narrow screens."""

import re
from itertools import product

import pytest
from playwright.sync_api import Locator, Page

from browsing.kinds import KINDS, LANGUAGES, Site, cases, walk
from browsing.looking import FITS, WIDEST
from browsing.papers import words_of

COMPARED = [kind for kind in KINDS if kind.startswith("compare")]
CASES = [*product(COMPARED, LANGUAGES)]
FEW = [("compare-newest", "kk"), ("compare-split", "ru")]
REMOVED = {"kk": "[алып тасталды: ", "ru": "[исключено: "}
ADDED = {"kk": "[қосылды: ", "ru": "[добавлено: "}

SHOWN = """(what) => [...document.querySelectorAll(what)]
  .filter((it) => it.checkVisibility()).map((it) => it.innerText.replace(/\\s+/g, " ").trim())"""
"""Answers the words of what is shown."""
PLAIN = """(what) => [...document.querySelectorAll(what)]
  .filter((it) => it.checkVisibility() && !it.matches(".visually-hidden"))
  .filter((it) => { const [one, other] = [it, it.parentElement].map((e) => getComputedStyle(e));
    return one.color !== other.color || one.backgroundColor !== "rgba(0, 0, 0, 0)"
      || one.textDecorationLine !== "none" || one.fontWeight !== other.fontWeight; })
  .map((it) => it.outerHTML)"""
"""Answers what looks different from the words around it."""
COPIED = """(at) => { const range = document.createRange(), chosen = getSelection();
  range.selectNodeContents(document.querySelectorAll(".entry")[at]);
  chosen.removeAllRanges(); chosen.addRange(range);
  return chosen.toString(); }"""
"""Answers what goes along when an entry is marked and copied."""
BRACKETS = """(what) => [...document.querySelectorAll(what)]
  .filter((it) => it.checkVisibility()).map((it) => {
    const box = it.getBoundingClientRect(), style = getComputedStyle(it);
    return box.height > 5 && style.clipPath === "none" && style.position === "static"; })"""
"""Says of all hidden words whether they can be seen."""
CELLS = """() => [...document.querySelectorAll(".stacked tbody tr")].map((row) =>
  [...row.cells].map((cell) => {
    const before = getComputedStyle(cell, "::before");
    const room = [...cell.children].map((it) => it.getBoundingClientRect().top)
      .map((top) => top - cell.getBoundingClientRect().top);
    return { name: JSON.parse(before.content), shown: before.display === "block",
      below: Math.min(20, ...room), width: cell.getBoundingClientRect().width }; }))"""
"""Answers of every cell of the table the name that stands before it, and how it stands."""


# --- three modes, without JavaScript --------------------------------------------------------------


@pytest.mark.parametrize(("kind", "language"), cases(CASES, FEW))
def test_a_redline_is_shown_first(site: Site, plain_page: Page, kind: str, language: str) -> None:
    plain_page.goto(site.address(kind, language))
    assert plain_page.locator("#_mode-redline").is_checked()
    assert plain_page.locator(".entries").is_visible()
    table = plain_page.locator(".comparison table")
    assert not table.is_visible()
    assert plain_page.evaluate(SHOWN, ".entries del, .entries ins")
    plain_page.evaluate("location.hash = '_table'")
    assert table.is_visible()


@pytest.mark.parametrize(("kind", "language"), cases(CASES, FEW))
def test_two_columns_are_the_table_alone(
    site: Site, plain_page: Page, kind: str, language: str
) -> None:
    plain_page.goto(site.address(kind, language))
    _choose(plain_page, "columns")
    assert not plain_page.locator(".entries").is_visible()
    assert plain_page.locator(".comparison table").is_visible()
    assert plain_page.evaluate(SHOWN, ".comparison del, .comparison ins")
    assert _dead_links(plain_page) == []
    _choose(plain_page, "redline")
    assert plain_page.locator(".entries").is_visible()


@pytest.mark.parametrize(("kind", "language"), cases(CASES, FEW))
def test_the_clean_text_shows_nothing_that_was_removed(
    site: Site, plain_page: Page, kind: str, language: str
) -> None:
    plain_page.goto(site.address(kind, language))
    _choose(plain_page, "clean")
    assert not plain_page.locator(".comparison").is_visible()
    assert plain_page.evaluate(SHOWN, "main del, main ins .visually-hidden") == []
    assert plain_page.evaluate(SHOWN, "main ins")
    assert plain_page.evaluate(PLAIN, "main ins, .entries .redline p") == []
    assert plain_page.locator(".with-marks").count() > 2
    assert plain_page.evaluate(SHOWN, ".with-marks") == []
    assert _dead_links(plain_page) == []


@pytest.mark.parametrize(("kind", "language"), cases(CASES, FEW))
def test_the_clean_text_is_the_new_text(
    site: Site, plain_page: Page, kind: str, language: str
) -> None:
    """Word for word as the open data has it; a clause that was split is shown with its parts."""
    plain_page.goto(site.address(kind, language))
    _choose(plain_page, "clean")
    texts = _newer(site, kind, language)
    entries = plain_page.locator(".entry").all()
    seen = 0
    for entry in (entry for entry in entries if entry.is_visible()):
        name = entry.get_attribute("id") or ""
        if entry.locator(".change-split, .change-merged").count():
            assert _words(texts[name]) in _words(entry.locator(".redline").first.inner_text())
        else:
            assert _words(entry.locator(".redline").first.inner_text()) == _words(texts[name])
        seen += 1
    assert seen


@pytest.mark.parametrize(("kind", "language"), cases(CASES, FEW[-1:]))
def test_the_modes_are_reached_by_the_keyboard(
    site: Site, plain_page: Page, kind: str, language: str
) -> None:
    plain_page.goto(site.address(kind, language))
    plain_page.locator("#_mode-redline").focus()
    plain_page.keyboard.press("ArrowRight")
    assert plain_page.locator("#_mode-columns").is_checked()
    assert not plain_page.locator(".entries").is_visible()
    plain_page.keyboard.press("ArrowRight")
    assert plain_page.locator("#_mode-clean").is_checked()
    assert not plain_page.locator(".comparison").is_visible()


# --- voices and copies ----------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "language"), cases(CASES, FEW))
def test_a_voice_says_what_is_removed_and_what_is_added(
    site: Site, page: Page, kind: str, language: str
) -> None:
    """Every mark is heard as such, and in words: not all voices tell a deletion from other text."""
    page.goto(site.address(kind, language))
    heard = "\n".join(entry.aria_snapshot() for entry in page.locator(".entry").all())
    for role, tag, words in (("deletion", "del", REMOVED), ("insertion", "ins", ADDED)):
        marked = [it for it in page.locator(f".entry {tag}").all() if it.is_visible()]
        assert marked
        assert len(marked) == heard.count(f"- {role}:")
        said = re.findall(rf'- {role}:\s+(?:- text: )?"{re.escape(words[language].strip())}', heard)
        assert len(marked) == len(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_voice_hears_the_words_in_the_order_of_the_text(
    site: Site, page: Page, language: str
) -> None:
    """What was stands before what becomes, and both inside their own paragraph."""
    page.goto(site.address("compare-newest", language))
    changed = page.locator(".entry p:has(del + ins)").first
    removed = changed.locator("del").first.text_content() or ""
    added = changed.locator("del + ins").first.text_content() or ""
    heard = changed.aria_snapshot()
    assert removed.startswith(REMOVED[language])
    assert heard.index("- deletion:") < heard.index("- insertion:")
    assert _words(heard).index(_words(removed[:-1])) < _words(heard).index(_words(added[:-1]))


@pytest.mark.parametrize(("kind", "language"), cases(CASES, FEW))
def test_a_copy_says_what_is_removed_and_what_is_added(
    site: Site, page: Page, kind: str, language: str
) -> None:
    page.goto(site.address(kind, language))
    copied = [page.evaluate(COPIED, at) for at in range(page.locator(".entry").count())]
    for tag, words in (("del", REMOVED), ("ins", ADDED)):
        count = page.locator(f".entry {tag}").count()
        inside = page.locator(f".entry details {tag}").count()
        seen = sum(text.count(words[language]) for text in copied)
        assert count - inside <= seen <= count
    assert any(
        re.search(rf"{re.escape(REMOVED[language])}[^]]+\] {re.escape(ADDED[language])}[^]]+\]", it)
        for it in copied
    )


# --- paper ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "language"), cases(CASES, FEW))
def test_paper_says_in_brackets_what_changed(
    site: Site, page: Page, kind: str, language: str
) -> None:
    page.goto(site.address(kind, language))
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 720, "height": 1000})  # A4 without its margins
    hidden = ":is(del, ins) .visually-hidden"
    seen: list[bool] = page.evaluate(BRACKETS, f".entries {hidden}")
    assert len(seen) > 5
    assert all(seen)
    assert page.evaluate(SHOWN, f".comparison {hidden}") == []
    assert not page.locator(".modes").is_visible()
    assert page.locator(".comparison").is_visible()
    assert page.evaluate(FITS) <= 0, page.evaluate(WIDEST)


@pytest.mark.parametrize(("kind", "language"), cases(CASES, FEW[-1:]))
def test_paper_names_the_comments_behind_a_change(
    site: Site, page: Page, kind: str, language: str
) -> None:
    page.goto(site.address(kind, language))
    page.emulate_media(media="print")
    comments = page.locator(".behind summary")
    assert comments.count() == len([it for it in comments.all() if it.is_visible()])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_has_the_words_as_words(site: Site, page: Page, language: str) -> None:
    page.goto(site.address("compare-split", language))
    title = page.locator("h1").inner_text().replace("\n:\n", " ")  # said, not printed
    reason = page.locator(".entry .reason p:not(.label)").first.inner_text()
    paper = _words(words_of(page.pdf(format="A4")))
    for words in (title, reason, REMOVED[language], ADDED[language]):
        assert _words(words) in paper
    assert paper.count(_words(REMOVED[language])) > 5


# --- narrow screens -------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "language"), cases(CASES, FEW))
def test_a_narrow_table_names_the_column_of_every_cell(
    site: Site, plain_page: Page, kind: str, language: str
) -> None:
    plain_page.set_viewport_size({"width": 375, "height": 800})
    plain_page.goto(site.address(kind, language))
    names = plain_page.locator(".stacked thead th").all_text_contents()
    rows = plain_page.evaluate(CELLS)
    assert rows
    for row in rows:
        assert [cell["name"] for cell in row] == names
        assert all(cell["shown"] and cell["below"] > 15 for cell in row)
        assert all(cell["width"] < 375 for cell in row)
    assert plain_page.evaluate(FITS) <= 0, plain_page.evaluate(WIDEST)


@pytest.mark.parametrize("mode", ["columns", "clean"])
@pytest.mark.parametrize(("kind", "language"), cases(CASES, FEW))
def test_no_mode_is_wider_than_the_window(
    site: Site, plain_page: Page, kind: str, language: str, mode: str
) -> None:
    plain_page.goto(site.address(kind, language))
    _choose(plain_page, mode)
    for width in (1280, 375, 320):
        plain_page.set_viewport_size({"width": width, "height": 800})
        assert plain_page.evaluate(FITS) <= 0, plain_page.evaluate(WIDEST)


def _newer(site: Site, kind: str, language: str) -> dict[str, str]:
    """Return the clauses of the newer text that a page compares."""
    _, standard, pair, _ = KINDS[kind](site).split("/")
    number = int(pair.rpartition("r")[2])
    (text,) = (text for text in site.texts[standard] if text["revision"] == number)
    clauses = [clause for clause in walk(text["clauses"]) if "text" in clause]
    return {clause["id"]: clause["text"][language] for clause in clauses}


def _choose(page: Page, mode: str) -> None:
    """Click the words beside a radio button, as people do."""
    page.locator(f"label:has(#_mode-{mode})").click()
    assert page.locator(f"#_mode-{mode}").is_checked()


def _dead_links(page: Page) -> list[str]:
    """Return the links that are shown and lead to something on the page that is not."""
    return [
        anchor
        for link in page.locator("main a[href^='#']").all()
        if link.is_visible() and (anchor := link.get_attribute("href"))
        if not _place(page, anchor).is_visible()
    ]


def _place(page: Page, anchor: str) -> Locator:
    return page.locator(f"[id='{anchor.removeprefix('#')}']")


def _words(text: str) -> str:
    """Leave out what a browser decides about: spaces and line breaks."""
    return "".join(text.split())
