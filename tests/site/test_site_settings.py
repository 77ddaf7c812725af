"""Settings of mkdocs.yml: each that MkDocs knows is honoured, or refused in words."""

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from builders import write, write_project
from sites import mkdocs_yml, small
from talqy.errors import ConfigurationError
from talqy.host import site_address
from talqy.project.load import read_project
from talqy.project.site_file import address_to_serve
from talqy.project.site_settings import HONOURED, REFUSED, problems_of_settings

OF_MKDOCS_ITSELF = {"config_file_path", "mdx_configs"}
OF_MATERIAL = ("palette", "features", "logo", "icon", "analytics", "direction", "language")


def refused(text: str) -> list[tuple[int, object]]:
    return [(one.line, one.values["name"]) for one in problems_of_settings(text)]


def test_each_setting_that_mkdocs_knows_is_judged() -> None:
    known = {name for name, _ in MkDocsConfig()._schema}
    assert known - OF_MKDOCS_ITSELF == HONOURED | REFUSED.keys()
    assert HONOURED & REFUSED.keys() == set()


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_the_site_does_not_do_is_refused_at_its_line(name: str) -> None:
    assert refused(f"site_name: A\n{name}: [x]\n") == [(2, name)]


@pytest.mark.parametrize("name", OF_MATERIAL)
def test_the_look_of_material_is_refused(name: str) -> None:
    text = f"theme:\n  name: material\n  {name}: [x]\nsite_name: A\n"
    assert refused(text) == [(3, f"theme: {name}")]


@pytest.mark.parametrize(
    "text",
    [
        "use_directory_urls: true",
        "theme: {name: material, font: false}",
        "theme: material",
        "",
        "- a",
    ],
)
def test_what_is_so_anyhow_may_be_said(text: str) -> None:
    assert refused(text) == []


@pytest.mark.parametrize("text", ["use_directory_urls: false", "theme: {font: {text: Roboto}}"])
def test_the_other_value_may_not(text: str) -> None:
    assert len(refused(text)) == 1


def test_no_tag_is_followed() -> None:
    assert refused("nav: !!python/object/apply:os.system [exit 3]\n") == [(1, "nav")]


def test_check_build_and_mkdocs_say_all_of_them(tmp_path: Path) -> None:
    text = f"{mkdocs_yml()}nav: []\nextra_javascript: [x.js]\n"
    root = small(tmp_path, files={})
    write(root, "mkdocs.yml", text)
    nav, scripts = read_project(root).problems
    assert (nav.code, nav.file, nav.line, nav.values["name"]) == (
        *("F81", "mkdocs.yml", text.count("\n") - 1),
        "nav",
    )
    assert scripts.said() == (
        "the site does not do what “extra_javascript” asks for: pages run no scripts but their "
        "own, so that they can promise to ask nobody else for anything"
    )
    assert scripts.advised() == "delete the setting"
    with pytest.raises(ConfigurationError, match=r"“nav”.*“extra_javascript”"):
        site_address(root)
    config = load_config(str(root / "mkdocs.yml"))
    with pytest.raises(PluginError, match=r"“nav”.*“extra_javascript”"):
        config.plugins["talqy"].on_config(config)


def test_the_projects_that_we_make_say_nothing_that_is_refused() -> None:
    assert refused(mkdocs_yml()) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("dev_addr: 0.0.0.0:8090\n", "0.0.0.0:8090"),
        ("site_name: A\n", ""),
        ("nav: []\ndev_addr: a\n", ""),
    ],
)
def test_a_project_may_say_where_it_is_served(text: str, address: str, tmp_path: Path) -> None:
    root = write_project(tmp_path, files={"mkdocs.yml": text})
    assert address_to_serve(root) == address
