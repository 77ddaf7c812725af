"""The title of another act leads to where it is read, in the language of the page."""

import re

import builders as b
from builders import said
from cases import a_case, a_record
from sites import ROOT
from talqy.language.edition import editions
from talqy.site.pages import standard

TITLE = {"kk": "Мемлекеттік көрсетілетін қызметтер туралы", "ru": "О государственных услугах"}


def links(url: b.Tree) -> dict[str, list[tuple[str, str]]]:
    """Return address and words of each link to another act that the page of a standard has."""
    text = said(f"«{TITLE['kk']}» Заңға сәйкес.", f"Согласно Закону «{TITLE['ru']}».")
    project = {**b.a_project(), "acts": {"law": {"title": TITLE, "url": url}}}
    case = a_case(a_record(*b.drafts([b.a_clause("law", "1", text=text)])), project=project)
    found = {}
    for edition in editions(ROOT, case.register, case.assessment):
        page = next(iter(standard.pages(edition, edition.register.records[0]))).content
        clause = page.split('<section class="clause', 1)[1].split("</section>", 1)[0]
        found[edition.code] = re.findall(r'<a href="([^"]+)" rel="external">([^<]+)</a>', clause)
    return found


def test_the_title_of_an_act_leads_to_it() -> None:
    assert links(said("https://law.example/kk", "https://law.example/ru")) == {
        "kk": [("https://law.example/kk", TITLE["kk"])],
        "ru": [("https://law.example/ru", TITLE["ru"])],
    }


def test_what_is_no_address_of_the_web_leads_nowhere() -> None:
    assert links(said("javascript:alert(1)", "law.example")) == {"kk": [], "ru": []}
