"""Settings of `mkdocs.yml`: which the site honours, and which it refuses, and says why (F81).

None is passed over in silence. A test goes through all that MkDocs knows, so that a setting of a
later version is judged before it is met (docs/decisions/0081).
"""

from collections.abc import Iterator, Mapping

import yaml

from talqy.errors import Saying
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.project import faults

HONOURED = frozenset(
    {
        *("site_name", "site_url", "copyright", "docs_dir", "site_dir", "theme", "plugins"),
        *("hooks", "watch", "markdown_extensions", "validation", "strict", "exclude_docs"),
        *("draft_docs", "extra_css", "extra_templates", "extra", "dev_addr"),
        *("remote_branch", "remote_name"),  # of “mkdocs gh-deploy”
    }
)
THEME_HONOURED = frozenset({"name", "custom_dir", "favicon", "static_templates"})
_NAVIGATION = Saying(
    "the site has a navigation of its own; a page is led to by links, and found by search"
)
_FORGE = Saying("where the files lie is said under “forge” in standards/project.yaml")
_ABOUT = Saying("what the site is called and whose it is stands in standards/project.yaml")
_SCRIPTS = Saying(
    "pages run no scripts but their own, so that they can promise to ask nobody else for anything"
)
_GONE = Saying("MkDocs itself has taken this setting away")
REFUSED: Mapping[str, Saying] = {
    **dict.fromkeys(("nav", "not_in_nav"), _NAVIGATION),
    **dict.fromkeys(("repo_url", "repo_name", "edit_uri", "edit_uri_template"), _FORGE),
    **dict.fromkeys(("site_description", "site_author"), _ABOUT),
    **dict.fromkeys(("pages", "google_analytics"), _GONE),
    "extra_javascript": _SCRIPTS,
    "use_directory_urls": Saying(
        "addresses end in “/”, as on paper and in receipts: only “true” is possible"
    ),
}
_LANGUAGES = Saying("languages stand in standards/project.yaml")
THEME_REFUSED: Mapping[str, Saying] = {
    **dict.fromkeys(("language", "locale", "direction"), _LANGUAGES),
    "font": Saying("letters are those of the reader's device: only “false” is possible"),
}
_LOOK = Saying(
    "the site has a look of its own; colours, logo and templates of yours go into site_templates/ "
    "and “extra_css”"
)
_POSSIBLE = {"use_directory_urls": "true", "font": "false"}
"""The one value with which a refused setting says what is so anyhow."""


def problems_of_settings(text: str) -> Iterator[Problem]:
    """Say of each setting that the site does not honour why, with its line; `text` is sound YAML.

    Tags, such as names of functions, are not followed: nothing of the file is made here.
    """
    for key, value in _pairs(yaml.compose(text, Loader=yaml.CSafeLoader)):
        name = str(key.value)
        if name == "theme":
            yield from _of_theme(value)
        elif name in REFUSED and not _is_possible(name, value):
            yield _refused(key, name, REFUSED[name])


def setting_of(text: str, name: str) -> str:
    """Return a setting that is one word; empty where the file says nothing of it."""
    pairs = _pairs(yaml.compose(text, Loader=yaml.CSafeLoader))
    found = (value.value for key, value in pairs if key.value == name)
    return next((value for value in found if isinstance(value, str)), "")


def _of_theme(theme: yaml.Node) -> Iterator[Problem]:
    for key, value in _pairs(theme):
        name = str(key.value)
        if name not in THEME_HONOURED and not _is_possible(name, value):
            yield _refused(key, f"theme: {name}", THEME_REFUSED.get(name, _LOOK))


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def _is_possible(name: str, value: yaml.Node) -> bool:
    return name in _POSSIBLE and str(value.value).lower() == _POSSIBLE[name]


def _refused(key: yaml.Node, name: str, reason: Saying) -> Problem:
    place = (key.start_mark.line + 1, key.start_mark.column + 1)
    return faults.SETTING_REFUSED.at(paths.SITE, position=place, name=name, reason=reason)
