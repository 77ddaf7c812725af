"""Saved pages of the state's portal: people's words come out as they were, each once."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal_pages import TABS, Page, Reply, Said
from talqy.office.portal_page import read_portal_page
from talqy.office.portal_values import DayOfYear, PortalMark, PortalPage
from talqy.office.sound import UnsoundError

# What a page cannot hold: signs that HTML has none of, and a line end of its own kind.
WORDS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn"), include_characters="\n\t"), max_size=60
).filter(lambda words: "\ufffd" not in words)
COMMENTS = st.lists(
    st.builds(
        Said,
        id=st.integers(1, 10**9).map(lambda n: 2 * n),
        words=WORDS,
        author=WORDS.map(lambda words: " ".join(words.split())),
        label=st.none() | WORDS.filter(lambda words: "/" not in words),
        mark=st.sampled_from(["", "yes", "no"]),
        replies=st.lists(
            st.builds(Reply, id=st.integers(1, 10**9).map(lambda n: 2 * n + 1), words=WORDS),
            max_size=2,
        ).map(tuple),
    ),
    max_size=4,
    unique_by=lambda one: one.id,
)
ONE = Said(id=11, words="Срок велик.", mark="no", replies=(Reply(id=12, words="Нет."),))


def read(page: Page) -> PortalPage:
    found = read_portal_page(page.data())
    assert found
    return found


@given(
    comments=COMMENTS,
    language=st.sampled_from(["ru", "kk"]),
    saved=st.sampled_from(["", "chrome", "firefox", "mhtml"]),
    tab=st.sampled_from(list(TABS)),
)
def test_words_come_out_as_they_were_and_each_once(
    comments: list[Said], language: str, saved: str, tab: int
) -> None:
    found = read(Page(comments=comments, language=language, saved=saved, tab=tab))
    assert [(int(one.id), one.text, one.author, one.mark) for one in found.comments] == [
        (one.id, one.words.strip(), one.author, PortalMark(one.mark)) for one in comments
    ]
    assert [one.label for one in found.comments] == [one.label for one in comments]
    assert [[reply.text for reply in one.replies] for one in found.comments] == [
        [reply.words.strip() for reply in one.replies] for one in comments
    ]
    assert found.tab == tab


@pytest.mark.parametrize("saved", ["", "chrome", "firefox", "mhtml"])
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_page_says_which_one_it_is(language: str, saved: str) -> None:
    page = Page(
        comments=[ONE], language=language, saved=saved, tab=10, page=2, pages=3, version=2, draft=77
    )
    found = read(page)
    assert (found.draft, found.version, found.tab, found.pages) == ("77", 2, 10, 3)
    assert (str(found.created), str(found.closes)) == ("2026-11-09", "2026-11-27")
    assert found.entries == len(found.ids) == 2
    # The source that a server sends names no page but in its address, which it does not hold.
    assert found.page == (2 if saved else 1)
    assert found.comments[0].day == DayOfYear(12, 11)


def test_a_reply_to_a_reply_belongs_to_the_comment_and_a_comment_below_stands_for_itself() -> None:
    begin = '<div class="media"><div class="media-body"><h4 class="media-heading">'
    text = (
        Page(comments=[ONE])
        .html()
        .replace(
            '<p id="12">Нет.</p>',
            f'<p id="12">Нет.</p>{begin}<i class="fa-tags"></i><span>21/11 - 10:00</span></h4>'
            f"<p id='13'>Еще.</p></div></div>{begin}ДРУГОЙ<span>22/11 - 10:00</span></h4>"
            "<p id='14'>Не согласен.</p></div></div>",
        )
    )
    found = read_portal_page(text.encode())
    assert found
    assert [one.id for one in found.comments] == ["11", "14"]
    assert [[reply.id for reply in one.replies] for one in found.comments] == [["12", "13"], []]
    assert found.comments[1].day == DayOfYear(22, 11)


def test_a_label_that_looks_like_a_time_is_none() -> None:
    found = read(Page(comments=[replace(ONE, label="01/01 - 00:00 жылдан бастап...")]))
    assert found.comments[0].day == DayOfYear(12, 11)


def test_what_a_translator_puts_in_and_a_link_alone_change_nothing() -> None:
    text = Page(comments=[ONE], saved="chrome").html()
    text = text.replace("  ОБРАЗЦОВ ОБРАЗЕЦ\n", "<font><font>ОБРАЗЦОВ ОБРАЗЕЦ</font></font>")
    text = text.replace("Срок велик.", "<font>Срок</font> велик.").replace(' npa-id="3"', "")
    found = read_portal_page(text.encode())
    assert found
    (one,) = found.comments
    assert (one.author, one.text, one.part) == ("ОБРАЗЦОВ ОБРАЗЕЦ", "Срок велик.", "3")


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16", "utf-8-sig"])
def test_odd_encodings_are_read(encoding: str) -> None:
    found = read_portal_page(Page(comments=[ONE]).data(encoding))
    assert found
    assert [one.text for one in found.comments] == ["Срок велик."]


def test_a_page_that_breaks_off_leaves_its_last_comment_in_doubt() -> None:
    text = Page(comments=[replace(ONE, id=9, words="Первое слово."), ONE]).html()
    found = read_portal_page(text[: text.index("велик")].encode())
    assert found
    assert [(one.id, one.is_whole) for one in found.comments] == [("9", True), ("11", False)]


def test_another_page_is_none_and_hostile_ones_are_bounded() -> None:
    assert read_portal_page("<html><p>Ничего.</p></html>".encode()) is None
    deep = "<div class='media'><div class='media-body'>" * 50_000
    text = Page(comments=[ONE]).html().replace("Срок велик.", f"</p>{deep}<p>")
    try:
        found = read_portal_page(text.encode())
    except UnsoundError:
        return
    assert found is None or len(found.comments) <= 50_001


@given(data=st.binary(max_size=200), cut=st.integers(0, 2_000))
def test_any_bytes_are_read_or_refused(data: bytes, cut: int) -> None:
    whole = Page(comments=[ONE], saved="chrome").data()
    for tried in (data, whole[:cut] + data + whole[cut:]):
        try:
            read_portal_page(tried)
        except UnsoundError:
            continue
