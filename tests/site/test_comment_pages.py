"""Every comment has a page of its own, and comments that have something in common have one, too."""

import json
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

import builders as b
from sites import built, by_id, classed, find, parsed, small, text_of, words_in

LANGUAGES = ("kk", "ru")


def comments(published: Path) -> list[dict[str, str]]:
    """Return what the open data says of the comments, by standards."""
    rows: list[dict[str, str]] = json.loads((published / "site/data/comments.json").read_bytes())[
        "rows"
    ]
    return sorted(rows, key=lambda row: row["standard"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_comment_has_a_page_with_its_four_steps_and_its_receipt(
    published: Path, language: str
) -> None:
    site = published / "site" / language / "s"
    states = set()
    for row in comments(published):
        page = parsed(site / row["standard"] / "c" / row["id"] / "index.html")
        (way,) = classed(page, "way")
        states |= {step.get("class") for step in way}
        assert len(way) == (3 if row["outcome"] == "withdrawn" else 4)
        assert row["received"] in [day.get("datetime") for day in way.iter("time")]
        shown = by_id(page, f"c-{row['id']}")
        assert row["digest"] in words_in(shown)
        assert not row["text"] or " ".join(row["text"].split())[:40] in words_in(shown)
        lines = [a.get("href", "") for a in page.iter("a") if "verify/#TALQY1" in a.get("href", "")]
        assert bool(lines) is bool(row["number"])
        title = words_in(find(page, ".//h1"))
        assert row["id"] not in title
    assert states >= {"done", "waiting"}


def test_of_a_withdrawn_comment_the_record_is_unchanged_and_not_its_words(published: Path) -> None:
    (row, *_) = [one for one in comments(published) if one["outcome"] == "withdrawn"]
    page = published / "site/ru/s" / row["standard"] / "c" / row["id"] / "index.html"
    (proof,) = classed(parsed(page), "proof")
    assert "запись в журнале не менялась с" in words_in(proof)
    assert "с тех пор не изменялся" not in words_in(parsed(page))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_keeps_its_anchors_and_leads_to_each_page(published: Path, language: str) -> None:
    site = published / "site" / language / "s"
    for standard, rows in groupby(comments(published), key=lambda row: row["standard"]):
        page = parsed(site / standard / "comments/index.html")
        for row in rows:
            heading = find(by_id(page, f"c-{row['id']}-h"), "a")
            assert heading.get("href") == f"../c/{row['id']}/"
            assert row["id"] not in text_of(heading)


def test_filters_are_made_for_what_occurs_and_hold_just_their_comments(published: Path) -> None:
    site = published / "site/ru/s"
    for standard, group in groupby(comments(published), key=lambda row: row["standard"]):
        rows = list(group)
        made = {
            file.parent.name: frozenset(
                one.get("id", "").removeprefix("c-") for one in classed(parsed(file), "comment")
            )
            for file in (site / standard / "comments").glob("*/index.html")
        }
        everything = frozenset(row["id"] for row in rows)
        assert everything not in made.values()
        assert len(set(made.values())) == len(made)  # no page says what another one says
        wanted = {everything}
        for key in ("counted_as", "revision", "language"):
            for code in {str(row[key]) for row in rows}:
                own = frozenset(row["id"] for row in rows if str(row[key]) == code)
                name = code if key == "counted_as" else f"{key}-{code}"
                assert made.get(name, own) == own
                wanted.add(own)
        assert wanted <= {everything, *made.values()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tally_leads_to_as_many_comments_as_it_counts(published: Path, language: str) -> None:
    site = published / "site" / language / "s"
    once, seen = lru_cache(maxsize=8)(parsed), 0  # many tallies lead to the same few pages
    for standard in sorted({row["standard"] for row in comments(published)}):
        for name in ("comments", "history"):
            folder = site / standard / name
            for tally in classed(parsed(folder / "index.html"), "tally"):
                for link in tally.iter("a"):
                    href = urlsplit(link.get("href", ""))
                    page = once((folder / href.path / "index.html").resolve())
                    (part,) = [
                        one
                        for one in page.iter("section")
                        if one.get("aria-labelledby") == href.fragment
                    ]
                    count = int(text_of(find(link, "strong")))
                    assert len(classed(part, "comment")) == count
                    seen += 1
    assert seen > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comment_that_waits_says_until_when(published: Path, language: str) -> None:
    site = published / "site" / language / "s"
    waiting = [row for row in comments(published) if row["counted_as"] == "waiting"]
    said = 0
    for row in waiting:
        page = parsed(site / row["standard"] / "c" / row["id"] / "index.html")
        (way,) = classed(page, "way")
        days = [day.get("datetime") for day in way.iter("time")]
        shown = [day.get("datetime") for day in find(page, ".//article/header").iter("time")]
        said += days[-1] in shown and str(days[-1]) > row["received"]
    assert said > len(waiting) / 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_does_not_read_a_comment_reads_it_in_short(published: Path, language: str) -> None:
    """In the words of the authority, in the list, on the page, and never as the person's own."""
    site, label = published / "site", {"kk": "Қысқаша", "ru": "Кратко"}[language]
    rows = json.loads((site / "data/responses.json").read_bytes())["rows"]
    told = [row for row in rows if language in (row["gist"] or {})]
    for row in told:
        folder = site / language / "s" / row["standard"]
        for path in (f"c/{row['comment']}/index.html", "comments/index.html"):
            shown = by_id(parsed(folder / path), f"c-{row['comment']}")
            (short,) = classed(shown, "gist")
            assert words_in(short).endswith(row["gist"][language])
            assert words_in(short).startswith(label)
            (own,) = classed(shown, "said")
            assert own.get("lang") != language
    assert len(told) >= 3


def test_files_that_came_along_are_named_unless_the_comment_was_withdrawn(tmp_path: Path) -> None:
    named = [{"name": "Хат <b>.pdf", "digest": f"sha256:{'1' * 64}"}]
    said: list[Any] = [
        b.a_comment(attachments=named),
        b.a_comment(b.OTHER_COMMENT, attachments=named, text="Тағы бір ұсыныс айтамын."),
    ]
    answer = b.a_response(b.OTHER_COMMENT, outcome="withdrawn")
    site = built(small(tmp_path, comments=said, responses=[answer]))
    folder = site / "kk/s" / b.STANDARD / "c"
    assert "Хат &lt;b&gt;.pdf" in (folder / b.COMMENT / "index.html").read_text("utf-8")
    assert "Хат" not in (folder / b.OTHER_COMMENT / "index.html").read_text("utf-8")
