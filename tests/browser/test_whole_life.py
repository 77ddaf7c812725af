"""A whole life of a standard at the desk alone, in a real browser: from a Word file to its act.

As an official does it who knows no git: by the pages, in Word and in Excel. Days pass between
sittings. In the end the site that is made of the main branch shows what people see of it.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import builders as b
from browsing.serving import served
from clerks import Clerk, a_clerk
from copy_typing import typed
from repositories import a_repository, committed, git
from response_books import Book
from serving import sound_files
from sites import built, mkdocs_yml
from talqy.project.survey import survey
from talqy.project.write import carry_out
from talqy.steps.merging import merge_of

pytestmark = pytest.mark.proof
NAME = b.STANDARD
ANSWERED_HERE, ANSWERED_IN_EXCEL = "c5d6e7f8g9", "d6e7f8g9h0"
_COUNTS = 30_000
"""How long the script may ask for the days, on a machine that has others to serve."""
Both = Mapping[str, str]
TERM: Both = {
    "kk": "Қызмет 2 (екі) жұмыс күні ішінде көрсетіледі.",
    "ru": "Услуга оказывается за 2 (два) рабочих дня.",
}
LIFT: Both = {
    "kk": "Ғимарат пандуспен жабдықталады, лифтісі бар, есіктері кең.",
    "ru": "Здание оборудуется пандусом, есть лифт и широкие двери.",
}
WHY_LIFT: Both = {
    "kk": "Арбамен жүретін адамдар екінші қабатқа көтеріле алмайды.",
    "ru": "Люди на колясках не могут подняться на второй этаж.",
}
WHY_SECOND: Both = {"kk": "Мерзім қысқарады.", "ru": "Срок сокращается."}
ACCEPTED: Both = {
    "kk": "Ұсыныс қабылданды: мәлімет тіркелімнен алынады.",
    "ru": "Предложение принято: сведения берутся из регистра.",
}
REJECTED: Both = {
    "kk": "Талдау екі күннің жеткілікті екенін көрсетті.",
    "ru": "Анализ показал, что двух дней достаточно.",
}
DOCUMENTS: Both = {
    "kk": "Қажетті құжат: өтініш.",
    "ru": "Необходимый документ: заявление.",
}
WHY_DOCUMENTS: Both = {
    "kk": "Тіркелімде бар мәлімет адамнан талап етілмейді.",
    "ru": "Сведения, которые уже есть в регистре, с человека не требуют.",
}
WHY_THIRD: Both = {"kk": "Құжат саны азаяды.", "ru": "Документов становится меньше."}
EXTENDED: Both = {"kk": "Азаматтар сұрады.", "ru": "Просили граждане."}
SIGNED: Both = {"kk": "Департамент", "ru": "Департамент"}
ACT: Both = {"kk": "№ 12 бұйрық", "ru": "приказ № 12"}


def in_fields(name: str, said: Both) -> dict[str, str]:
    """Return what is typed into the fields of a text in all languages."""
    return {f"{name}.{code}": words for code, words in said.items()}


def a_text_in_force(folder: Path) -> Path:
    """Make a repository with a text in force; its next one was promised to a comment."""
    project = a_repository(folder / "project")
    files = {
        file: text
        for file, text in sound_files().items()
        if "/housing-assistance/" not in file
        and not file.endswith("/r2.yaml")
        and "/r2/" not in file
    }
    settings = "standards/project.yaml"
    files[settings] = files[settings].replace(f'today: "{b.TODAY}"\n', "")
    empty = ("theme", "pages/kk", "pages/ru")
    kept = {f"site_templates/{name}/.gitkeep": "" for name in empty}
    for file, text in {**files, **kept, "mkdocs.yml": mkdocs_yml()}.items():
        b.write(project, file, text)
    state = survey(project, date(2026, 11, 2))
    carry_out(merge_of(project, state, state.as_read[0].records).steps, project)
    committed(project)
    git(folder, "clone", "--quiet", "--bare", "project", "bare.git")
    return folder / "bare.git"


def two_people_comment(bare: Path) -> None:
    """Put two comments onto the main branch, as the service publishes them."""
    git(bare.parent, "clone", "--quiet", str(bare), "clone")
    on_documents = b.a_comment(
        ANSWERED_HERE,
        revision="2",
        clause="documents",
        received="2026-11-12",
        text="Медицинское свидетельство можно не требовать: оно уже есть в регистре.",
    )
    on_term = b.a_comment(
        ANSWERED_IN_EXCEL,
        revision="2",
        language="kk",
        received="2026-11-13",
        text="Екі күн аз, қызметкерлер үлгермейді.",
    )
    heard = (on_documents, on_term)
    files = {b.comment_path(one["id"], one["received"], 2): one for one in heard}
    committed(bare.parent / "clone", files)
    git(bare.parent / "clone", "push", "--quiet", "origin", "HEAD:main")


def changed_in_word(file: Path) -> Path:
    """Change two clauses in the working copy, and say why; one row has lost its code."""
    rows = {"2": (TERM["kk"], TERM["ru"], "term"), "5": (LIFT["kk"], LIFT["ru"], "")}
    data = typed(file.read_bytes(), rows, table=1)
    file.write_bytes(typed(data, {"Для чего": tuple(WHY_SECOND.values())}, table=0))
    return file


def the_draft_is_brought_from_word(clerk: Clerk, folder: Path) -> None:
    """The copy of the text in force taken, changed, brought, asked about; a fact that changes."""
    clerk.goes_to("drafts")
    clerk.follows(f"/s/{NAME}/r1/")
    link = clerk.found("a[download]").and_(clerk.page.get_by_text("Word"))
    file = changed_in_word(clerk.takes(link, folder / "copy.docx"))
    clerk.goes_to("drafts")
    clerk.follows("/drafts/bring/")
    clerk.main.locator("[name=file]").set_input_files(file)
    clerk.presses(clerk.main.locator(".bring-form [type=submit]"))
    asked = clerk.main.locator("fieldset:has(input[type=radio])")
    expect(asked).to_have_count(2)
    asked.first.locator("[value=disability]").check()
    asked.last.locator("[value=yes]").check()
    reasons = clerk.main.locator(".question textarea")
    expect(reasons).to_have_count(2)
    for field, words in zip(reasons.all(), WHY_LIFT.values(), strict=True):
        field.fill(words)
    clerk.saves("button[value=save]")
    expect(clerk.main.locator("#term")).to_contain_text(TERM[clerk.language])
    clerk.follows("/edit/term/")
    amount = clerk.found("[name='facts.term.0.amount']")
    expect(amount).to_have_value("2")
    expect(clerk.main.locator("aside ins").first).to_be_visible()


def it_is_opened(clerk: Clerk, text: str, opens: str, last: str, *, script: bool) -> None:
    """The discussion announced, with the lawful last day counted on the spot."""
    clerk.goes_to("steps")
    clerk.follows(f"/steps/{NAME}/")
    clerk.follows(f"/{text}/open/")
    clerk.fills({"opens": opens})
    if not script:
        clerk.presses(clerk.main.locator("[name=count]"))
    expect(clerk.main.locator("[data-counted]")).to_contain_text(last, timeout=_COUNTS)
    clerk.saves()
    clerk.publishes(f"draft.{NAME}-{text}")


def it_is_posted(clerk: Clerk, text: str) -> None:
    """The draft posted in the three places that the law names."""
    places: tuple[dict[str, str], ...] = (
        {"channel": "internet", "url": "https://example.kz/draft"},
        {"channel": "egov", "url": "https://legalacts.example.kz/2"},
        {"channel": "print", "reference.kk": "«Егемен», № 7", "reference.ru": "«Казправда», № 7"},
    )
    for place in places:
        takes_step(clerk, text, "post", place)
    clerk.publishes(f"draft.{NAME}-{text}")


def takes_step(clerk: Clerk, text: str, step: str, said: Mapping[str, str]) -> None:
    """Take a step by the way of a text."""
    clerk.goes_to("steps")
    clerk.follows(f"/steps/{NAME}/")
    clerk.follows(f"/{text}/{step}/")
    clerk.fills(said)
    clerk.saves()


def all_are_answered(clerk: Clerk, folder: Path) -> None:
    """One answer typed at the desk, the other in Excel; before and after, what is missing."""
    clerk.opens(f"steps/{NAME}/r2/report/")
    expect(clerk.main.locator("a[href*='/answers/']").first).to_contain_text("2")
    clerk.goes_to("answers")
    clerk.follows(f"/answers/{NAME}/r2/")
    clerk.follows(f"/answer/?c={ANSWERED_HERE}")
    clerk.fills({"outcome": "accepted", **in_fields("reason", ACCEPTED)})
    clerk.ticks("landed", "r3:documents")
    clerk.saves()
    clerk.follows("/workbook/")
    file = clerk.takes(clerk.main.locator("a[href$='.xlsx']").first, folder / "answers.xlsx")
    book, cells = Book(file), {f"reason-{code}": words for code, words in REJECTED.items()}
    book.fill(ANSWERED_IN_EXCEL, {"outcome": "rejected", **cells})
    clerk.main.locator("[name=workbook]").set_input_files(book.save())
    clerk.saves()
    expect(clerk.main.locator(".given")).to_have_count(2)
    clerk.publishes(f"answers.{NAME}-r2")


def the_next_draft_keeps_the_promise(clerk: Clerk) -> None:
    """Begun from the discussed text; its clause edited in fields, with the reason and comment."""
    clerk.goes_to("drafts")
    clerk.fills({"base": "2"})
    clerk.presses(clerk.main.locator("form[action$='/begin/'] button").first)
    clerk.follows("/edit/documents/")
    clerk.fills(in_fields("text", DOCUMENTS))
    clerk.found("[name='facts.documents.1.out']").check()
    clerk.saves()
    clerk.opens(f"s/{NAME}/r3/")
    clerk.follows("/reasons/")
    because = clerk.main.locator(f"[name='reasons.1.comments'][value='{ANSWERED_HERE}']")
    expect(because).to_be_checked()
    clerk.fills(in_fields("reasons.1.reason", WHY_DOCUMENTS))
    clerk.saves()
    clerk.opens(f"s/{NAME}/r3/")
    clerk.follows("/about/")
    clerk.fills(in_fields("explanation", WHY_THIRD))
    clerk.saves()
    clerk.publishes(f"draft.{NAME}-r3")


def it_is_reported_on(clerk: Clerk, text: str) -> None:
    """The report, of which nothing is missing."""
    clerk.opens(f"steps/{NAME}/{text}/report/")
    expect(clerk.main.locator("#missing")).to_have_count(0)
    takes_step(clerk, text, "report", in_fields("signed_by", SIGNED))
    clerk.publishes(f"record.{NAME}")


def people_see_it(page: Page, origin: str, language: str) -> None:
    """Look at the site: the text in force, why it changed, and what became of the comment."""
    here = f"{origin}/{language}/s/{NAME}/"
    page.goto(here)
    for words in (TERM, LIFT, DOCUMENTS):
        expect(page.locator("main")).to_contain_text(words[language])
    page.goto(f"{here}history/documents/")
    expect(page.locator("main")).to_contain_text(WHY_DOCUMENTS[language])
    behind = page.locator("main details", has=page.locator(f"a[href*='/c/{ANSWERED_HERE}/']")).last
    behind.locator("summary").click()
    behind.get_by_role("link").click()
    expect(page.locator("main")).to_contain_text(ACCEPTED[language])
    page.locator("main a[href$='/r3/#documents']").first.click()
    expect(page.locator("#documents")).to_contain_text(DOCUMENTS[language])
    page.goto(f"{here}c/{ANSWERED_IN_EXCEL}/")
    expect(page.locator("main")).to_contain_text(REJECTED[language])


@pytest.mark.parametrize(("language", "script"), [("ru", True), ("kk", False)])
def test_from_a_word_file_to_the_act(
    browser: Browser, tmp_path: Path, language: str, *, script: bool
) -> None:
    bare = a_text_in_force(tmp_path)

    def on(day: str) -> AbstractContextManager[Clerk]:
        return a_clerk(browser, bare, day, language, script=script)

    with on("2026-11-02") as clerk:
        the_draft_is_brought_from_word(clerk, tmp_path)
        clerk.publishes(f"draft.{NAME}-r2")
        it_is_opened(clerk, "r2", "2026-11-09", "23", script=script)
    with on("2026-11-09") as clerk:
        it_is_posted(clerk, "r2")
    two_people_comment(bare)
    with on("2026-11-20") as clerk:
        takes_step(clerk, "r2", "extend", {"closes": "2026-11-25", **in_fields("reason", EXTENDED)})
        clerk.publishes(f"draft.{NAME}-r2")
    with on("2026-11-26") as clerk:
        all_are_answered(clerk, tmp_path)
        it_is_reported_on(clerk, "r2")
        the_next_draft_keeps_the_promise(clerk)
        it_is_opened(clerk, "r3", "2026-11-30", "14", script=script)
    with on("2026-11-30") as clerk:
        it_is_posted(clerk, "r3")
    with on("2026-12-18") as clerk:
        it_is_reported_on(clerk, "r3")
        takes_step(clerk, "r3", "adopt", {"in_force": "2027-01-01", **in_fields("act", ACT)})
        clerk.publishes(f"record.{NAME}")
    git(tmp_path, "clone", "--quiet", str(bare), "published")
    with served(built(tmp_path / "published", "--today", "2027-01-02")) as site:
        page = browser.new_page(java_script_enabled=script)
        people_see_it(page, site.origin, language)
        page.close()
