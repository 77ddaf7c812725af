"""The form of the site posts only where a project says so, and names whose that address is."""

from dataclasses import replace

from cases import a_case, a_record
from sites import ROOT
from talqy.language.edition import editions
from talqy.model.project import Intake
from talqy.project.comment_form import comment_form
from talqy.project.validate import shaped
from talqy.site.pages import participate


def page(url: str) -> str:
    """Return the page on which people comment on a draft under discussion, in Russian."""
    case = a_case(a_record())
    intake = Intake(url=url) if url else None
    project = case.register.project.model_copy(update={"intake": intake})
    register = replace(case.register, project=project)
    shown = editions(ROOT, register, case.assessment)[1]
    return next(iter(participate.pages(shown, shown.register.records[0]))).content


def test_a_form_posts_all_its_fields_to_the_address_that_the_project_names() -> None:
    made = page("https://say.example/talqy")
    assert 'action="https://say.example/talqy" method="post"' in made
    assert "Даю согласие и отправляю на say.example" in made
    assert all(f'name="{one.name}"' in made for one in comment_form().fields)
    assert 'name="draft" value="birth-registration r1"' in made


def test_without_such_an_address_nothing_can_be_posted() -> None:
    made = page("")
    assert "action=" not in made
    assert 'type="submit"' not in made


def test_an_address_that_is_not_safe_is_refused() -> None:
    for url in ("http://say.example/", "javascript:alert(1)", "//say.example"):
        _, problems = shaped(Intake, {"url": url}, "project.yaml")
        assert len(problems) == 1, url
