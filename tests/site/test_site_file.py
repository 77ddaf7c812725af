"""What is wrong with mkdocs.yml is said in our own words, with its line, and by `check` too."""

from pathlib import Path

import pytest

from builders import write, write_project
from talqy.errors import ConfigurationError
from talqy.host import site_address
from talqy.project.load import read_project

SLIPS = [
    ("site_name: [\n", "line 2, column"),
    ("site_name: 'a\n", "line"),
    ("- a\n", "line 1, column 1"),
    ("theme:\n  name: none\n", "line 1, “theme”: this plugin, theme or extension"),
    ("theme:\n  name: material\n  custom_dir: x\n", "“theme”: the file or folder that it names"),
    ("site_url: 'no address'\n", "line 1, “site_url”: it is no address"),
    ("plugins: [nowhere]\n", "line 1, “plugins”: this plugin, theme or extension"),
    ("docs_dir: []\n", "line 1, “docs_dir”: its value is of another kind"),
    ("INHERIT: gone.yml\n", "INHERIT"),
    ("watch: 5\n", "“watch”: its value is of another kind"),
]


@pytest.mark.parametrize(("text", "says"), SLIPS)
def test_what_is_wrong_with_mkdocs_yml_is_said_in_our_words(
    text: str, says: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "docs").mkdir()
    is_slip = text.startswith(("site_name", "-"))
    write(tmp_path, "mkdocs.yml", text if is_slip else f"{text}site_name: A\n")
    with pytest.raises(ConfigurationError) as refused:
        site_address(tmp_path)
    assert says in str(refused.value)
    assert "Config value" not in f"{refused.value}{capfd.readouterr().err}"


@pytest.mark.parametrize("text", ["site_name: [\n", "- a\n", "a: 'b\n", "[" * 20_000])
def test_a_slip_in_it_is_a_problem_of_the_project(text: str, tmp_path: Path) -> None:
    root = write_project(tmp_path, files={"mkdocs.yml": text})
    assert [p.file for p in read_project(root).problems] == ["mkdocs.yml"]


def test_tags_of_mkdocs_are_no_slips(tmp_path: Path) -> None:
    text = "a: !!python/name:x.y\nb: !ENV [A, 1]\nc: !relative $docs_dir\n"
    for sound in (text, "", "# nothing\n"):
        root = write_project(tmp_path, files={"mkdocs.yml": sound})
        assert not read_project(root).problems
