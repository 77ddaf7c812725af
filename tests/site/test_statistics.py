"""The statistics: figures that add up, each with the list behind it, and words where data lack."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest

from builders import OTHER_COMMENT, a_comment
from held_words import held
from hostile_reports import hostile_parts
from sites import ROOT, small
from talqy.build import site
from talqy.language.edition import Edition, SitePage
from talqy.model import addresses
from talqy.project.survey import survey
from talqy.record.counts import DECIDED, became_of, counted, percent
from talqy.report.heard import Heard
from talqy.site import statistics_files as made
from talqy.site.pages import statistics, statistics_lists
from talqy.site.pages.findings import Finding
from talqy.site.parts import EarlierSite, SitePart, list_of_parts
from talqy.site.statistics_files import statistics_files, statistics_pictures


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, ...]:
    """Return those of the demonstration, and of a discussion of hostile people."""
    hostile = small(tmp_path_factory.mktemp("statistics"), **hostile_parts())
    return tuple(edition for root in (ROOT, hostile) for edition in _editions(root))


def _editions(root: Path) -> tuple[Edition, ...]:
    return tuple(site(root, survey(root), "").editions)


def _found(edition: Edition) -> dict[str, Finding]:
    return {one.id: one for one in statistics.statistics_of(edition).findings}


def _pages(edition: Edition) -> dict[str, SitePage]:
    """Make the pages of an edition once."""
    made = edition.in_own.once("tested", (), lambda: tuple(statistics.pages(edition)))
    return {page.at.path: page for page in made}


def _drawn(edition: Edition, finding: Finding) -> str:
    """Return the picture of a finding as the page has it."""
    return finding.drawing.on(edition.at(addresses.STATISTICS).to)


def _path(href: str) -> str:
    """Return the address to which a link of the page of statistics leads."""
    return posixpath.join(addresses.STATISTICS, href)


def _figures(finding: Finding) -> Iterator[tuple[str, str]]:
    for row in finding.rows:
        yield from ((cell.words, cell.href) for cell in row[1:])


def test_every_number_leads_to_a_list_of_as_many(editions: tuple[Edition, ...]) -> None:
    for edition in editions:
        pages, seen = _pages(edition), 0
        for finding in _found(edition).values():
            for words, href in _figures(finding):
                if words == "0" or not words.isdecimal():
                    assert not (words.isdecimal() and href)
                    continue
                assert href, (finding.id, words)
                listed = pages[urljoin("/statistics/", href)[1:]].content
                rows = len(re.findall(r"<li><a |<th scope=\"row\"", listed))
                is_span = finding.id == "authorities" and "_reports" in href
                assert is_span or rows == int(words), (href, words)
                seen += 1
        assert seen >= 15


def test_every_number_in_a_picture_leads_to_a_list_of_as_many(
    editions: tuple[Edition, ...],
) -> None:
    for edition in editions:
        pages = _pages(edition)
        for name, finding in _found(edition).items():
            links = re.findall(r'<a href="([^"]+)">(.*?)</a>', _drawn(edition, finding))
            assert links, name
            for href, drawn in links:
                words = " ".join(re.findall(r"<text(?! class)[^>]*>([^<]*)", drawn))
                of = r": \d+ / (\d+) " if name == "authorities" else r": (\d+)(?: \(|$)"
                counts = re.findall(of, words.replace("\xa0", " "))
                listed = pages[_path(href)].content
                rows = len(re.findall(r"<li><a ", listed))
                assert counts in ([], [str(rows)]), (name, words, rows)
                assert counts or "меньше" in words or "аз:" in words or "дерек" in words, words


def test_a_picture_by_itself_leads_nowhere_and_says_of_how_many_it_is(
    editions: tuple[Edition, ...],
) -> None:
    for edition in editions:
        for name, finding in _found(edition).items():
            alone = statistics.picture_of(edition, finding).standing
            assert "<a " not in alone
            assert 'role="img"' in alone
            assert re.search(r"\d", finding.alone), name
        authorities = _found(edition)["authorities"]
        usual = {"ru": "Обычно отвечает", "kk": "Әдетте жауап береді"}[edition.code]
        assert usual in authorities.note
        assert usual not in authorities.alone, "the picture shows no times"


def test_the_title_of_the_authorities_is_of_what_their_picture_shows() -> None:
    kk, ru = _editions(ROOT)
    for edition in (kk, ru):
        found = _found(edition)["authorities"]
        shares = [int(n) for n in re.findall(r"\((\d+)\s?%\)", _drawn(edition, found))]
        assert re.findall(r"\d+", found.title) == [str(min(shares)), str(max(shares))]


def test_what_is_neither_accepted_nor_turned_down_is_named(editions: tuple[Edition, ...]) -> None:
    for edition in editions:
        for name in ("outcomes", "refused"):
            said = re.search(
                r": (\d+) \(([^)]*)\)\.",
                _found(edition)[name].note.replace(
                    edition.locale.words("Comments: {n} ({parts}).").partition("{")[0], ""
                ),
            )
            assert said, name
        parts = _found(edition)["refused"].alone
        whole, *rest = [int(n) for n in re.findall(r"\d+", parts)]
        assert whole == sum(rest)


def test_months_that_a_chart_does_not_show_are_counted_under_it() -> None:
    for edition in _editions(ROOT):
        drawing = _drawn(edition, _found(edition)["months"])
        *_, last = re.findall(r"<text[^>]*>([^<]*)", drawing)
        assert last.startswith(edition.locale.words("Earlier"))
        drawn = [int(n) for n in re.findall(r"<text[^>]*>[^<]*?(\d+)</text>", drawing)]
        assert sum(drawn) == sum(len(record.comments) for record in edition.register.records)


def test_no_value_in_a_picture_is_torn() -> None:
    for edition in _editions(ROOT):
        for finding in _found(edition).values():
            for line in re.findall(r"<text[^>]*>([^<]*)", _drawn(edition, finding)):
                assert not line.startswith(("/", "(", "%")), line
                assert not line.endswith("/"), line


def test_outcomes_hold_every_comment_once(editions: tuple[Edition, ...]) -> None:
    for edition in editions:
        comments = sum(len(record.comments) for record in edition.register.records)
        for name in ("outcomes", "voices", "languages", "channels", "kinds", "months"):
            rows = _found(edition)[name].rows
            assert sum(int(row[1].words) for row in rows) == comments, name
        for _, count, share in _found(edition)["outcomes"].rows:
            assert re.findall(r"\d+", share.words) == [str(percent(int(count.words), comments))]
        drawn = _drawn(edition, _found(edition)["outcomes"])
        widths = [float(n) for n in re.findall(r'y="0" width="([\d.]+)"', drawn)]
        assert sum(widths) == pytest.approx(360 - len(widths), abs=1)


def test_one_share_stands_on_all_pages(editions: tuple[Edition, ...]) -> None:
    """What is accepted is counted of proposals, and the parts of every page add up."""
    for edition in editions:
        records, found = edition.register.records, _found(edition)
        known = [
            (one, became_of(record, one, edition.assessment))
            for record in records
            for one in record.comments
        ]
        counts = counted(known)
        assert counts.proposals <= sum(outcome in DECIDED for _, outcome in known)
        if edition.code == "ru" and counts.share is not None:
            said = f"{counts.share} %: {counts.accepted} из {counts.proposals}"
            assert found["outcomes"].title.replace("\xa0", " ").endswith(said)
        for name in ("authorities", "voices", "languages", "channels", "kinds"):
            at = found[name].heads.index(edition.locale.words("Proposals decided"))
            sums = [sum(int(row[n].words) for row in found[name].rows) for n in (at, at + 1)]
            assert sums == [counts.proposals, counts.accepted], name
        turned = [int(cell.words) for row in found["refused"].rows for cell in row[1:]]
        assert sum(turned[2::3]) == counts.proposals
        first, *parts = (ground.figure for ground in statistics.statistics_of(edition).grounds)
        assert int(first.words) == sum(int(part.words) for part in parts) == len(known)


def test_questions_and_support_have_no_share(editions: tuple[Edition, ...]) -> None:
    rows = {row[0].words: row[-1].words for row in _found(editions[1])["kinds"].rows}
    assert (rows["вопрос"], rows["поддержка"]) == ("не применяется", "не применяется")


def test_it_is_said_of_each_kind_of_clause_what_is_not_accepted(
    editions: tuple[Edition, ...],
) -> None:
    rows = {row[0].words: row for row in _found(editions[1])["refused"].rows}
    assert {"Размер платы и способы ее взимания", "График работы"} <= rows.keys()
    unknown = rows["Порядок и прочие правила"]
    turned = sum(int(cell.words) for row in rows.values() for cell in row[1:3])
    assert sum(int(cell.words) for cell in unknown[1:3]) * 4 < turned


def test_shares_that_are_not_a_hundred_together_say_that_they_are_rounded(
    editions: tuple[Edition, ...],
) -> None:
    found = {name: _found(editions[1])[name] for name in ("voices", "languages", "kinds")}
    sums = {
        name: sum(int(re.sub(r"\D", "", row[2].words)) for row in one.rows)
        for name, one in found.items()
    }
    assert any(total != 100 for total in sums.values())
    for name, total in sums.items():
        assert ("Доли округлены" in found[name].note) == (total != 100), name


def test_the_usual_time_says_which_days_it_counts(editions: tuple[Edition, ...]) -> None:
    cells = [row[5].words for row in _found(editions[1])["authorities"].rows]
    told = [one for one in cells if "мало данных" not in one]
    assert told
    assert all("календарн" in one for one in told)
    spans = [row[5].words for row in _found(editions[0])["authorities"].rows]
    said = [one.replace("\xa0", " ") for one in spans if "күн" in one]
    assert any("–" in one for one in said)
    assert all(re.fullmatch(r"күнтізбелік \d+(–\u2060\d+)? күн", one) for one in said)


def test_authorities_stand_in_the_order_of_the_alphabet(editions: tuple[Edition, ...]) -> None:
    for edition in editions:
        names = [row[0].words for row in _found(edition)["authorities"].rows]
        assert names == sorted(names, key=edition.locale.order) != []


def test_too_few_decisions_are_said_to_be_too_few(tmp_path: Path) -> None:
    parts = hostile_parts()
    parts["responses"] = parts["responses"][:4]  # type: ignore[index]
    kk, ru = _editions(small(tmp_path, **parts))
    found = _found(ru)
    assert found["outcomes"].title == "Решений пока слишком мало, чтобы говорить о долях"
    (row,) = found["authorities"].rows
    assert [cell.words for cell in row[4:6]] == [held("мало данных: меньше~5")] * 2
    assert "дерек аз" in _pages(kk)["statistics/"].content
    assert found["authorities"].title == "Решений пока слишком мало, чтобы говорить о долях"
    assert found["authorities"].note.startswith("Просроченных ответов: ")
    assert "bar-ground" not in _drawn(ru, found["authorities"])


def test_without_comments_nothing_is_found(tmp_path: Path) -> None:
    kk, _ = _editions(small(tmp_path))
    assert "Әзірге пікір жоқ" in _pages(kk)["statistics/"].content
    assert list(_pages(kk)) == ["statistics/"]


def test_a_strangers_text_stays_text_in_lists(editions: tuple[Edition, ...]) -> None:
    for edition in editions[2:]:
        for page in _pages(edition).values():
            assert "<script>alert" not in page.content
            assert "{{ 7*7 }}" in page.content or "7*7" not in page.content


def test_tables_stand_in_files(editions: tuple[Edition, ...]) -> None:
    for edition in editions:
        files = dict(statistics_files(edition))
        for finding in _found(edition).values():
            lines = files[f"statistics/{finding.id}.csv"].decode("utf-8-sig").splitlines()
            assert lines[0].split(";")[1:] == list(finding.heads[1:])
            assert len(lines) == len(finding.rows) + 1


def test_a_picture_is_drawn_once_for_all_that_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (edition, _) = _editions(small(tmp_path / "project", **hostile_parts()))
    drawn = dict(statistics_pictures([edition]))
    page = _pages(edition)["statistics/"].content
    assert len(drawn) == len(_found(edition)) >= 5
    for path, content in drawn.items():
        assert f'href="{path.removeprefix("kk/statistics/")}"' in page
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    listed = list_of_parts(tmp_path, [SitePart.always("data", ())], {"data": drawn})
    (tmp_path / ".talqy-parts").write_bytes(listed)
    (torn, *_) = drawn
    (tmp_path / torn).write_bytes(drawn[torn][:-1])
    monkeypatch.setattr(made, "png_of", lambda *_: b"drawn anew")
    again = dict(statistics_pictures([edition], EarlierSite.of(tmp_path)))
    assert again == drawn | {torn: b"drawn anew"}


def test_long_lists_are_paged_and_hold_all_that_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(statistics_lists, "_ON_PAGE", 2)
    edition = _editions(ROOT)[0]
    pages, lists = _pages(edition), statistics.statistics_of(edition).lists
    for code, (_, listed) in (*lists.named.items(), *lists.discussions.items()):
        contents = [one.content for path, one in pages.items() if path.split("/")[1] == code]
        shown = [content.partition('class="pages"')[0] for content in contents]
        rows = [len(re.findall(r"<li><a |<th scope=\"row\"", content)) for content in shown]
        assert (sum(rows), max(rows) <= 2) == (len(listed), True), code
        assert len(contents) == -(-len(listed) // 2)


def test_a_comment_is_printed_once_for_all_lists_that_hold_it(
    editions: tuple[Edition, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[tuple[str, int]] = []

    def noted(
        edition: Edition, here: addresses.PagePath, one: Heard
    ) -> statistics_lists.ListedComment:
        printed.append((one.comment.id, here.depth))
        return view_of(edition, here, one)

    view_of = statistics_lists._comment
    monkeypatch.setattr(statistics_lists, "_comment", noted)
    shown = [*statistics.pages(editions[0])]
    assert sum(page.content.count("<li><a href") for page in shown) > 2 * len(printed)
    assert len(printed) == len(set(printed)) > 0


def test_very_long_lists_have_the_number_of_each_comment_under_its_standard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """They would say the same of each comment a dozen times, on thousands of pages."""
    monkeypatch.setattr(statistics_lists, "_TOLD", 10)
    monkeypatch.setattr(statistics_lists, "_ROOM", 2_000)
    edition = _editions(ROOT)[0]
    pages, lists = _pages(edition), statistics.statistics_of(edition).lists
    long = {code: heard for code, (_, heard) in lists.named.items() if len(heard) > 10}
    assert long
    for code, heard in long.items():
        contents = [one.content for path, one in pages.items() if path.split("/")[1] == code]
        rows = [re.findall(r'href="[^"]*/s/([^/]+)/c/([^/]+)/"', content) for content in contents]
        listed = [(one.record.id, one.comment.id) for one in heard]
        assert [row for part in rows for row in part] == listed
        for content, part in zip(contents, rows, strict=True):
            shown = content.partition('class="pages"')[0]
            assert len(re.findall("<h2>", shown)) == len({standard for standard, _ in part})
            assert len(shown.encode()) < 2_000 + 1_000


def test_bodies_of_experts_are_no_citizens_of_the_figures(tmp_path: Path) -> None:
    body = a_comment(OTHER_COMMENT, group="councils", author={"kind": "unknown"})
    (_, ru) = _editions(small(tmp_path, comments=[a_comment(), body]))
    found = _found(ru)
    assert found["voices"].title.startswith("100")
    (row,) = found["experts"].rows
    assert row[0].words == "Общественные и экспертные советы"
