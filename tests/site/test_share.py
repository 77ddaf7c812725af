"""What a messenger shows of a link: whole sentences, whole addresses, a picture that is there."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from builders import (
    Tree,
    a_clause,
    a_consultation,
    a_revision,
    an_adopted_revision,
    complete_clauses,
    said,
    write_project,
)
from sites import built, files_of, find, parsed, small
from talqy.language.edition import editions
from talqy.language.short_text import whole_sentences
from talqy.office.drawing import drawable, png_of
from talqy.project.survey import survey
from talqy.site import share, share_layout
from talqy.site.charts import ChartBar, bars
from talqy.site.pages import standard
from talqy.site.share_layout import ShareText, share_svg

LONG = "Мерзім бес жұмыс күніне дейін қысқарады. "
PNG = b"\x89PNG\r\n\x1a\n"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("Мерзім қысқарады. Ақы алынбайды.", 20, "Мерзім қысқарады."),
        ("Мерзім қысқарады. Ақы алынбайды.", 40, "Мерзім қысқарады. Ақы алынбайды."),
        ("По ст. 15 и п. 3 Закона. Срок меньше.", 27, "По ст. 15 и п. 3 Закона."),
        ("Не нужна справка (ф. 3).  Срок\nменьше!", 90, "Не нужна справка (ф. 3). Срок меньше!"),
        ("Нужна ли справка? Нет.", 18, "Нужна ли справка?"),
        ("Справка о наличии либо отсутствии судимости", 30, "Справка о наличии либо…"),
        ("Справка, которая нужна", 12, "Справка…"),
        ("а" * 40, 10, "а" * 9 + "…"),
        ("", 10, ""),
    ],
)
def test_a_short_text_is_made_of_whole_sentences_else_of_whole_words(
    text: str, most: int, short: str
) -> None:
    assert whole_sentences(text, most) == short
    assert len(short) <= most


def shown(**parts: object) -> ShareText:
    of = {"site": "Сайт", "stage": "Ашық", "title": "Атауы", "rows": ("Жол",), "address": "a.kz"}
    return ShareText(**(of | parts))  # type: ignore[arg-type]


def lines_of(of: ShareText) -> list[tuple[str, int, int]]:
    """Return each line of a picture with its place from the left and its size."""
    tree = ET.fromstring(share_svg(of))  # noqa: S314 - drawn just now
    return [
        ("".join(line.itertext()), int(line.get("x", "")), int(line.get("font-size", "")))
        for line in tree.iter(f"{SVG}text")
    ]


HOSTILE = '</text><image href="/etc/passwd"/>&amp; {{7}} \u202eсолға \x0b 😀'


@pytest.mark.parametrize(
    "of",
    [
        shown(title="Ж" * 400, rows=("Щ" * 300,) * 9, site="Ш" * 200, stage="Ю" * 90),
        shown(title=f"{LONG * 20}", rows=(LONG * 9,) * 5, site=LONG * 3, stage=LONG * 3),
        shown(title="мә тін " * 90, rows=(), site="", stage="", address="x" * 300),
        shown(title=HOSTILE, rows=(HOSTILE,) * 3, site=HOSTILE, stage=HOSTILE, address=HOSTILE),
    ],
)
def test_no_line_of_a_picture_runs_out_of_it(of: ShareText) -> None:
    lines = lines_of(of)
    assert lines
    for text, left, size in lines:
        assert left + share_layout._width(text, size) <= share_layout.WIDTH - 60, text


def test_text_in_a_picture_is_text() -> None:
    svg = share_svg(shown(title=HOSTILE, rows=(HOSTILE,)))
    assert "<image" not in svg
    assert "\u202e" not in svg
    words = " ".join(text for text, *_ in lines_of(shown(title="x", rows=(HOSTILE,))))
    assert '<image href="/etc/passwd"/>&amp; {{7}}' in words


def test_what_the_letters_lack_leaves_no_box_in_a_picture() -> None:
    """The picture of words with emoji, other alphabets and marks is that of the words alone."""
    odd = "Тууды\u200b тіркеу 😀 👩\u200d👧 日本\ufe0f \u202eсолға 2\u2011редакция"
    plain = "Тууды тіркеу солға 2-редакция"
    assert drawable("әғқңөұүһіӘҒҚҢӨҰҮҺІ №₸→−–—«»…\u00a0") == "әғқңөұүһіӘҒҚҢӨҰҮҺІ №₸→−–—«»…\u00a0"
    assert share_svg(shown(title=odd, rows=(odd,))) == share_svg(shown(title=plain, rows=(plain,)))
    chart, same = (bars(words, [ChartBar(words, "3", 50)]).standing for words in ("а😀б", "аб"))
    assert "😀" in chart
    assert png_of(str(chart), 392, 60) == png_of(str(same), 392, 60)


def tags(page: Path) -> dict[str, str]:
    return {
        str(element.get("property") or element.get("name")): element.get("content", "")
        for element in parsed(page).iter("meta")
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    draft = a_revision(explanation=said(LONG * 9), consultation=a_consultation())
    return small(tmp_path_factory.mktemp("share"), revisions=[draft])


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    return built(project)


def pictures(site: Path) -> dict[str, bytes]:
    return {
        path: made for path, made in files_of(site).items() if "/s/" in path and "/share-" in path
    }


def test_each_page_of_a_standard_names_its_picture_and_that_is_there(site: Path) -> None:
    drawn = pictures(site)
    assert len(drawn) == 2
    named = set()
    for language in ("kk", "ru"):
        pages = sorted((site / language / "s").rglob("index.html"))
        assert len(pages) > 5
        for page in pages:
            of = tags(page)
            path = of["og:image"].removeprefix("https://talqy.gov.kz/")
            assert path.startswith(f"{language}/s/")
            assert drawn[path].startswith(PNG)
            assert of["twitter:card"] == "summary_large_image"
            named.add(path)
    assert named == set(drawn)


def test_each_page_says_what_it_is_where_it_lies_and_in_which_language(site: Path) -> None:
    locale = {"kk": "kk_KZ", "ru": "ru_RU"}
    for page in sorted(site.glob("*/**/index.html")):
        of, path = tags(page), page.relative_to(site)
        head = find(parsed(page), "head")
        address = find(head, "link[@rel='canonical']").get("href")
        assert of["og:url"] == address == f"https://talqy.gov.kz/{path.parent.as_posix()}/"
        assert of["og:title"]
        assert of["og:description"]
        assert of["og:description"] == of["description"]
        assert len(of["description"]) <= 300
        assert of["og:locale"] == locale[path.parts[0]] != of["og:locale:alternate"]
    of = tags(site / "kk/s/birth-registration/index.html")
    assert of["og:description"] == " ".join(["Талқылау ашық.", *[LONG.strip()] * 6])
    home = tags(site / "kk/index.html")
    assert home["og:image"].startswith("https://talqy.gov.kz/kk/share-")


def test_the_first_pages_have_a_picture_of_what_is_open(site: Path) -> None:
    for page, language in (("index.html", "kk"), ("kk/index.html", "kk"), ("ru/index.html", "ru")):
        of = tags(site / page)
        path = of["og:image"].removeprefix("https://talqy.gov.kz/")
        assert path.startswith(f"{language}/share-")
        assert (site / path).read_bytes().startswith(PNG)
        assert of["twitter:card"] == "summary_large_image"
        assert of["og:title"]
        assert of["og:description"]
        assert ": 1" in of["og:image:alt"]
    assert "og:image" not in tags(site / "kk/standards/index.html")


def test_a_picture_is_drawn_anew_only_when_what_it_shows_is_another(
    site: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = pictures(site)
    drawn: list[str] = []

    def draw(svg: str, width: int, height: int) -> bytes:
        drawn.append(svg)
        return png_of(svg, width, height)

    monkeypatch.setattr(share, "png_of", draw)
    built(project)
    assert drawn == []
    assert pictures(site) == before
    broken = next(iter(before))
    (site / broken).write_bytes(before[broken][:50])
    built(project)
    assert len(drawn) == 1
    assert pictures(site) == before


def test_without_the_extra_no_page_names_a_picture_and_the_build_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("talqy.site.share", "talqy.cli.site_told"):
        monkeypatch.setattr(f"{module}.can_draw", lambda: False)
    site = built(small(tmp_path))
    assert pictures(site) == {}
    of = tags(site / "kk/s/birth-registration/index.html")
    assert "og:image" not in of
    assert of["twitter:card"] == "summary"


def term(amount: str, **changes: str) -> list[Tree]:
    facts = {"term": [{"amount": amount, "unit": "working-day"}]}
    text = said(f"{amount} жұмыс күні.", f"{amount} рабочих дней.")
    own = a_clause("term-of-all", "9", facts=facts, **{"text": text, **changes})
    return [*complete_clauses()[1:], own]


def test_the_picture_says_what_changes_for_people(tmp_path: Path) -> None:
    old = an_adopted_revision(1, clauses=term("7"))
    draft = a_revision(2, base="1", kind="amendment", clauses=term("5"))
    write_project(tmp_path, revisions=[old, draft])
    register, assessment = survey(tmp_path).known
    kk, ru = editions(tmp_path, register, assessment, site_url="https://a.kz/")
    (page, *_) = standard.pages(ru, register.records[0])
    said_of = share.share_tags(ru, page, "https://a.kz/")
    assert "7\u00a0рабочих дней → 5\u00a0рабочих дней" in said_of
    assert share.share_tags(kk, page, "").count("og:image") == 0
