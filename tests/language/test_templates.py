"""A template that cannot be used is named: its own file, its line, and what it asks for."""

from dataclasses import dataclass
from pathlib import Path

import pytest

import builders as b
from talqy.errors import TemplateError
from talqy.language.catalogue import catalogue
from talqy.language.locale import Locale
from talqy.language.templates import Templates
from talqy.project.shipped import shipped_codes
from talqy.project.shipped_files import folders


@dataclass
class View:
    """What a page is given."""

    name: str = "r2"


@pytest.mark.parametrize(
    ("files", "place", "what"),
    [
        ({"page.html": "<p>\n{{ view.dated }}</p>"}, "page.html, line 2", "“dated”"),
        ({"page.html": "{{ view.name }}\n\n{{ gone }}"}, "page.html, line 3", "“gone”"),
        (
            {
                "page.html": '{% from "_parts.html" import part %}\n{{ part(view) }}',
                "_parts.html": "\n{% macro part(of) %}\n{{ of.stage }}\n{% endmacro %}",
            },
            "_parts.html, line 3",
            "“stage”",
        ),
        ({"page.html": "<p>\n{% if view %}"}, "page.html, line 2", "Jinja says"),
    ],
)
def test_the_true_file_and_line_are_named(
    files: dict[str, str], place: str, what: str, tmp_path: Path
) -> None:
    folder = tmp_path / "site_templates" / "records"
    for name, text in files.items():
        b.write(folder, name, text)
    locale = Locale("ru", catalogue("ru", folders(None, "messages")), shipped_codes())
    with pytest.raises(TemplateError) as told:
        Templates([folder], locale).render("page.html", View())
    assert f"site_templates/records/{place}" in str(told.value), told.value
    assert what in str(told.value)
