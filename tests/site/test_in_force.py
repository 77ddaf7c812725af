"""The text in force on pages, terminal and data; what is in preparation is not published."""

import json
from pathlib import Path

import pytest

from builders import (
    STANDARD,
    a_consultation,
    a_revision,
    a_standard,
    an_adopted_revision,
    an_adoption,
    said,
)
from cases import a_case, a_record
from sites import ROOT, built, by_id, classed, find, parsed, run, small, words_in
from talqy.language.edition import editions
from talqy.law.publication import public_part
from talqy.site.pages import in_force
from talqy.site.pages.table import pages

PLANNED = a_consultation("2026-12-07", "2026-12-23", posted=[])


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site of a text in force, one adopted elsewhere before it, and two drafts."""
    first = a_revision(
        dated="2020-01-10",
        consultation=None,
        adopted=an_adoption("2020-02-03", "2020-03-01", discussed=said("Кеңесте.", "На совете.")),
    )
    revisions = [
        first,
        an_adopted_revision(2),
        a_revision(3, consultation=PLANNED),
        a_revision(4, consultation=None, explanation=said("…")),
    ]
    made = small(tmp_path_factory.mktemp("force"), revisions=revisions)
    built(made, status=1)  # r3 changes nothing yet
    return made


def banner(project: Path, page: str) -> str:
    tree = parsed(project / f"site/ru/s/{STANDARD}/{page}index.html")
    return words_in(classed(tree, "banner")[0])


def test_a_text_in_force_is_called_so_while_a_draft_is_on_its_way(project: Path) -> None:
    """days-work/20."""
    for page in ("", "r2/"):
        said_there = banner(project, page)
        assert "Это действующий текст." in said_there
        assert "Новый проект: Редакция 3" in said_there
        assert "7 декабря 2026 года" in said_there
    assert "Это проект, он не действует." in banner(project, "r3/")
    assert "Действующий текст: Редакция 2" in banner(project, "r3/")


def test_a_former_text_says_when_it_held_and_that_nobody_discussed_it_here(project: Path) -> None:
    said_there = banner(project, "r1/")
    assert "Срок действия: 1 марта 2020 года – 9 июля 2026 года" in said_there
    assert "Этот текст больше не действует." in said_there
    assert "не меняется со дня утверждения: 3 февраля 2020 года. На совете." in said_there


def test_what_is_in_preparation_is_not_on_the_public_site(project: Path) -> None:
    site = project / "site"
    assert not (site / f"ru/s/{STANDARD}/r4").exists()
    assert [f for f in site.rglob("*") if f.is_file() and b"r4/" in f.read_bytes()] == []
    rows = json.loads((site / "data/revisions.json").read_text("utf-8"))["rows"]
    assert [row["revision"] for row in rows] == [1, 2, 3]
    (row,) = json.loads((site / "data/register.json").read_text("utf-8"))["rows"]
    assert (row["newest"], row["in_force"], row["stage"]) == (3, 2, "planned")


def test_serve_shows_what_is_in_preparation_and_marks_it() -> None:
    """What `serve` shows is the whole register; the public part of it is without such texts."""
    texts = (an_adopted_revision(), a_revision(2, consultation=None))
    begun = a_record(a_revision(consultation=None), standard=a_standard("clinic"))
    case = a_case(a_record(*texts), begun)
    edition = editions(ROOT, case.register, case.assessment)[1]
    shown = {page.at.path: str(page.content) for page in pages(edition)}
    assert "Этот проект еще готовится" in shown[f"s/{STANDARD}/r2/"]
    assert "на публичном сайте их нет" in shown[""]
    public = public_part(case.register, case.assessment)
    assert [len(record.revisions) for record in public.records] == [1]


def test_the_page_of_periods_says_which_text_held_when_and_how_to_cite_it(project: Path) -> None:
    page = parsed(project / f"site/ru/s/{STANDARD}/in-force/index.html")
    now, before = by_id(page, "r2"), by_id(page, "r1")
    assert "Действует сегодня" in words_in(now)
    assert "1 марта 2020 года – 9 июля 2026 года" in words_in(before)
    assert "Заменен" in words_in(before)
    assert [link.get("href", "") for link in before.iter("a")][1].endswith("/r2/")
    digest = words_in(find(now, ".//code"))
    assert digest.startswith("sha256:")
    cited = words_in(classed(by_id(page, "r2-term"), "citation")[0])
    for part in ("Регистрация рождения", STANDARD, "Редакция 2", "Пункт 2", "приказ № 7", digest):
        assert part in cited
    assert "10 июля 2026 года" in cited


@pytest.mark.parametrize(
    ("words", "number"),
    [(("--on", "2026-07-09"), 1), (("--on", "2026-07-10"), 2), ((), 2)],
)
def test_the_text_of_a_day_is_shown(words: tuple[str, ...], number: int, project: Path) -> None:
    done = run("text", STANDARD, *words, "--format", "json", cwd=project)
    found = json.loads(done.stdout)
    assert (found["revision"], found["standard"]) == (number, STANDARD)
    assert found["digest"] in found["citation"]["kk"]
    plain = run("text", STANDARD, *words, "--clause", "term", "--language", "ru", cwd=project)
    assert plain.stdout.startswith("Регистрация рождения (birth-registration). ")
    assert "Услуга оказывается." in plain.stdout
    assert "3. " not in plain.stdout


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("--on", "2020-02-29"), "in force: r1 2020-03-01 – 2026-07-09, r2 2026-07-10 – …"),
        (("--clause", "terms"), "r2 has no clause “terms”; nearest: term"),
    ],
)
def test_a_day_without_a_text_is_refused(
    words: tuple[str, ...], answer: str, project: Path
) -> None:
    done = run("text", STANDARD, *words, cwd=project)
    assert done.exit_code == 2
    assert answer in done.stderr


def test_the_day_of_an_act_is_said_once() -> None:
    named = an_adoption(
        "2026-07-20",
        "2026-08-01",
        act=said(
            "Министрдің 2026 жылғы 20 шілдедегі бұйрығы", "приказ Министра от 20 июля 2026 года"
        ),
    )
    for adoption, times in ((named, 0), (an_adoption("2026-07-20", "2026-08-01"), 1)):
        case = a_case(a_record(an_adopted_revision(1, adopted=adoption)))
        for edition in editions(ROOT, case.register, case.assessment):
            record = case.register.records[0]
            (page,) = in_force.pages(edition, record)
            (_, _, act) = page.content.partition("<dl")
            assert act.partition("</div>")[0].count('<time datetime="2026-07-20">') == times
            assert edition.locale.words("In force") in page.content.partition("</h1>")[0]
