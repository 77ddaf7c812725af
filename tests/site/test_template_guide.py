"""`site_templates/README.md`: what templates may use, printed from the views and true to them."""

import re
from collections import Counter
from dataclasses import replace

import pytest

import builders as b
from cases import a_case, a_record
from sites import ROOT
from talqy.diff.page import page
from talqy.diff.view import diff_view
from talqy.language.edition import Edition, editions
from talqy.language.templates import Templates
from talqy.model.project import Forge
from talqy.model.register import LostStandard
from talqy.site.pages.home import chooser
from talqy.site.pages.table import pages
from talqy.site.template_guide import VIEWS, template_guide

TEMPLATES = ROOT / "site_templates"
HEADING = re.compile(r"^### (.+)$", re.MULTILINE)


def everything(edition: Edition) -> None:
    """Print every page of a site, the chooser, and a comparison on a page of its own."""
    list(pages(edition))
    chooser([edition], "https://talqy.example/")
    (record,) = edition.register.records
    page([diff_view(edition, edition.comparison(record, *record.revisions[:2]))])


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> dict[str, set[type]]:
    """Return the views that templates and macros were given, on a site with a published report."""
    given: dict[str, set[type]] = {}
    render, macro = Templates.render, Templates.macro

    def rendered(self: Templates, name: str, view: object) -> str:
        given.setdefault(name, set()).add(type(view))
        return render(self, name, view)

    def called(self: Templates, name: str, macro_name: str, view: object) -> str:
        given.setdefault(name, set()).add(type(view))
        return macro(self, name, macro_name, view)

    monkeypatch.setattr(Templates, "render", rendered)
    monkeypatch.setattr(Templates, "macro", called)
    second = b.an_adopted_revision(2, adopted=b.an_adoption("2026-08-01", "2026-09-01"))
    texts = (b.an_adopted_revision(), second, b.a_revision(3))
    heard = a_record(*texts, comments=[b.a_comment()])
    case = a_case(replace(heard, digests={b.COMMENT: f"sha256:{'0' * 64}"}))
    lost = LostStandard("lost", None, (1,), "standards/lost/standard.yaml", is_gone=True)
    forge = Forge(kind="github", url="https://forge.example/x")
    project = case.register.project.model_copy(update={"forge": forge})
    register = replace(case.register, lost=(lost,), project=project)
    everything(editions(ROOT, register, case.assessment)[0])
    return given


def test_the_guide_is_newest() -> None:
    """After a change of a view: `make docs`."""
    assert (TEMPLATES / "README.md").read_text("utf-8") == template_guide()


def test_every_template_is_given_the_view_that_the_guide_names(seen: dict[str, set[type]]) -> None:
    assert {name: {view} for name, view in VIEWS.items()} == seen


def test_the_guide_has_a_section_for_every_template_and_explains_every_value_once() -> None:
    text = template_guide()
    sections = Counter(HEADING.findall(text))
    assert [name for name, count in sections.items() if count > 1] == []
    assert {file.name for file in (TEMPLATES / "records").glob("*.html")} <= set(sections)
    linked = set(re.findall(r"\]\(#(\w+)\)", text))
    assert linked <= {name.lower() for name in sections}
