"""What a project puts into `site_templates/` beats ours, file by file; ours beats Material's."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from builders import write
from sites import by_id, find, mkdocs_yml, parsed, project_with, run, text_of
from talqy.project.shipped_files import shipped_templates

HOME = '<h1 id="own">{{ view.name }}: біздің бет</h1>\n'
FOOTER = '<footer id="own-footer">{{ talqy.as_of }}</footer>\n'
MAIN = '{% extends "base.html" %}{% block extrahead %}<meta name="own" content="1">{% endblock %}\n'
WORDS = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
PROSE = "---\ntitle: Біздің тәртіп\n---\n\n# Біздің тәртіп\n\nӨз мәтініміз.\n"
MATERIAL = files("material") / "templates"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project_with(tmp_path_factory.mktemp("made") / "project")


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    """Return a project as `talqy init` and `talqy new standard` leave it."""
    return Path(shutil.copytree(made, tmp_path / "project"))


def site_of(project: Path) -> Path:
    """Build a project whose texts are still to be written: status 1, but published."""
    done = run("build", cwd=project)
    assert done.exit_code == 1, done.stderr
    return project / "site"


def test_a_projects_own_files_win_over_ours(project: Path) -> None:
    own = {
        "records/home.html": HOME,
        "theme/partials/footer.html": FOOTER,
        "theme/main.html": MAIN,
        "messages/kk.po": WORDS + 'msgid "Statistics"\nmsgstr "Сандар"\n',
        "pages/kk/how-it-works.md": PROSE,
    }
    for name, text in own.items():
        write(project, f"site_templates/{name}", text)
    draft = project / "standards/lost-passport/revisions/r1.yaml"
    days = 'consultation: {opens: "2026-12-07", closes: "2026-12-25"}\n'
    draft.write_text(draft.read_text("utf-8") + days, encoding="utf-8")
    site = site_of(project)
    home, prose = parsed(site / "kk/index.html"), parsed(site / "kk/how-it-works/index.html")
    assert text_of(by_id(home, "own")).endswith(": біздің бет")
    for page in (home, prose, parsed(site / "ru/s/lost-passport/index.html")):
        assert by_id(page, "own-footer").tag == "footer"
        assert find(page, ".//meta[@name='own']") is not None
    navigation = text_of(find(home, ".//nav[@class='sections']"))
    assert "Сандар" in navigation
    assert "Стандарттар" in navigation
    assert text_of(find(prose, ".//h1")) == "Біздің тәртіп"


def test_what_a_project_does_not_override_is_ours(project: Path) -> None:
    """The prose of one language is its own, that of the other was deleted: ours comes back."""
    (project / "site_templates/pages/ru/how-it-works.md").unlink()
    write(project, "site_templates/messages/kk.po", WORDS + 'msgid "Home"\nmsgstr "Бас бет"\n')
    site = site_of(project)
    page = parsed(site / "ru/how-it-works/index.html")
    ours = (shipped_templates() / "pages/ru/how-it-works.md").read_text("utf-8")
    assert f"# {text_of(find(page, './/h1'))}\n" in ours
    assert "Главная" in text_of(find(page, ".//nav[@class='sections']"))
    assert "Бас бет" in text_of(find(parsed(site / "kk/index.html"), ".//nav[@class='sections']"))


def test_our_base_template_wins_over_materials(project: Path) -> None:
    page = parsed(site_of(project) / "kk/how-it-works/index.html")
    assert find(page, ".//a[@class='skip']").get("href") == "#_main"
    assert not [e for e in page.iter() if "md-header" in e.get("class", "")]
    assert (MATERIAL / "base.html").is_file()


def test_a_template_that_neither_has_comes_from_material(project: Path) -> None:
    """MkDocs asks for main.html; Material's extends base.html, which is ours."""
    assert (MATERIAL / "main.html").is_file()
    assert not (shipped_templates() / "theme/main.html").exists()
    assert not (project / "site_templates/theme/main.html").exists()
    assert find(parsed(site_of(project) / "kk/index.html"), ".//main").get("id") == "_main"


def test_an_override_may_fetch_a_partial_of_material(project: Path) -> None:
    footer = '{% import "partials/language.html" as words with context %}<p id="own">иә</p>'
    write(project, "site_templates/theme/partials/footer.html", footer)
    assert (MATERIAL / "partials/language.html").is_file()
    assert text_of(by_id(parsed(site_of(project) / "kk/index.html"), "own")) == "иә"


def test_a_hook_may_add_words_to_every_page(project: Path) -> None:
    write(project, "hook.py", "def on_page_markdown(text, **_):\n    return text + '\\n\\nhook'\n")
    write(project, "mkdocs.yml", mkdocs_yml() + "hooks: [hook.py]\n")
    site = site_of(project)
    assert "hook" in (site / "ru/how-it-works/index.html").read_text("utf-8")
    assert (site / "ru/standards/index.html").is_file()


def test_an_override_that_changes_a_slot_is_refused(project: Path) -> None:
    ours = (shipped_templates() / "theme/base.html").read_text("utf-8")
    changed = ours.replace("{{ slots.content }}", "{{ slots.content|upper }}")
    assert changed != ours
    write(project, "site_templates/theme/base.html", changed + "{{ slots.content }}")
    failed = run("build", cwd=project)
    assert failed.exit_code == 2
    assert "the theme changes what a slot of a page holds" in failed.stderr


@pytest.mark.parametrize("slot", ["languages", "content", "title"])
def test_an_override_that_drops_a_slot_is_refused_by_name(project: Path, slot: str) -> None:
    ours = (shipped_templates() / "theme/base.html").read_text("utf-8")
    without = ours.replace("{{ slots." + slot + " }}", "")
    assert without != ours
    write(project, "site_templates/theme/base.html", without)
    failed = run("build", cwd=project)
    assert failed.exit_code == 2
    assert f"the theme does not print the slots: {slot};" in failed.stderr
    assert "base.html" in failed.stderr
    assert not (project / "site").exists()


def test_a_misspelt_field_in_an_override_is_refused(project: Path) -> None:
    """An undefined name prints nothing in ordinary Jinja2; here it is an error with its place."""
    write(project, "site_templates/records/home.html", "<h1>{{ view.nmae }}</h1>")
    failed = run("build", cwd=project)
    assert failed.exit_code == 2
    assert "home.html" in failed.stderr
    assert "nmae" in failed.stderr


def test_a_broken_catalogue_is_refused_by_name(project: Path) -> None:
    write(project, "site_templates/messages/kk.po", 'msgid "Home"\nnonsense\n')
    failed = run("build", cwd=project)
    assert failed.exit_code == 2
    assert "kk.po is not a valid catalogue" in failed.stderr
