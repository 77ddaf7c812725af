"""The news: each thing that happened once, on its day, the same in feeds and on pages."""

import builders as b
from cases import a_case, a_record
from held_words import held
from sites import ROOT
from talqy.language.edition import Edition, editions
from talqy.site.feeds import feed, of_authority, of_site, of_standard
from talqy.site.pages.authorities import pages as pages_of_authorities
from talqy.site.pages.news import pages_of_site
from talqy.site.pages.news_items import news

OTHER = "b2b2b2b2b2"


def edition(today: str) -> Edition:
    """Return a standard whose second text was changed because of a comment, in Russian."""
    changed = [
        {"clauses": ["term"], "reason": b.said("Негіз.", "Причина."), "comments": [b.COMMENT]}
    ]
    second = b.a_revision(
        2,
        dated="2026-12-20",
        consultation=b.a_consultation("2026-12-21", "2027-01-15"),
        amendments=changed,
    )
    record = a_record(
        b.a_revision(),
        second,
        comments=[b.a_comment(), b.a_comment(OTHER)],
        responses=[b.a_response(), b.a_response(OTHER)],
    )
    case = a_case(record, today=today)
    return editions(ROOT, case.register, case.assessment)[1]


def told(today: str) -> list[tuple[str, str]]:
    shown = edition(today)
    return [(one.on.isoformat(), one.title) for one in news(shown, shown.register.records)]


def test_answers_of_a_day_are_one_piece_of_news_and_changed_words_another() -> None:
    known = dict(told("2027-01-10"))
    assert known["2026-11-16"] == held("Ответ дан на 2~комментария")
    assert ("2026-12-21", "Изменено по комментариям") in told("2027-01-10")
    assert len(told("2027-01-10")) == len(set(told("2027-01-10")))


def test_nothing_is_told_before_its_day() -> None:
    for today in ("2026-11-10", "2026-11-15", "2026-12-20"):
        assert all(day <= today for day, _ in told(today)), today
    assert ("2026-11-16", held("Ответ дан на 2~комментария")) not in told("2026-11-15")


def test_that_a_discussion_ends_soon_is_news_from_the_first_such_day() -> None:
    soon = [
        (day, title) for day, title in told("2027-01-15") if title == "Обсуждение скоро завершится"
    ]
    assert soon
    assert all("2027-01-08" < day <= "2027-01-15" or day < "2026-12-01" for day, _ in soon)


def test_feeds_and_pages_of_site_standard_and_authority_tell_the_same() -> None:
    shown = edition("2027-01-10")
    (record,) = shown.register.records
    titles = {one.title for one in news(shown, (record,))}
    for of in (of_site(shown), of_standard(shown, record), of_authority(shown, b.MINISTRY)):
        made = feed(shown, "https://a.example/", of).decode()
        assert all(title in made for title in titles)
    for page in (*pages_of_site(shown), *pages_of_authorities(shown)):
        assert all(title in page.content for title in titles), page.at
