"""`mkdocs.yml`: MkDocs alone knows its fields, but what is wrong with it is said in our own words.

A slip in its YAML is one like any other, and found before a site is built.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from talqy.errors import ConfigurationError, Listed, Saying
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.project import faults
from talqy.project.site_settings import problems_of_settings, setting_of
from talqy.project.yaml_explain import explained

UNUSABLE = "mkdocs.yml cannot be used: {reason}"
_MOST_BYTES = 1 << 20
_NOT_HERE = Saying("this plugin, theme or extension is not installed here")
_NOT_THERE = Saying("the file or folder that it names is not there")
_OTHER_KIND = Saying("its value is of another kind than MkDocs expects here")
# By what MkDocs says of a field in English; the last one fits whatever else it says.
_REASONS = {
    "not installed": _NOT_HERE,
    "Unrecognised theme": _NOT_HERE,
    "Failed to load": _NOT_HERE,
    "not exist": _NOT_THERE,
    "an existing": _NOT_THERE,
    "Required": Saying("it is not filled in"),
    "URL": Saying("it is no address that begins with https://"),
    "Expected": _OTHER_KIND,
    "must be": _OTHER_KIND,
    "Invalid config options": Saying("its options cannot be used"),
    "": Saying("MkDocs cannot use its value"),
}


def problems_of_site_file(root: Path) -> Iterator[Problem]:
    """Say what keeps `mkdocs.yml` from being read; one that is not there is no fault."""
    file = root / paths.SITE
    if file.is_file():
        with file.open("rb") as stream:
            yield from _slips(stream.read(_MOST_BYTES))


def require_usable(root: Path) -> None:
    """End the run where a site cannot be made by `mkdocs.yml`, with all that is wrong with it."""
    slips = [
        Saying(
            "line {line}, column {column}: {slip}",
            {"line": slip.line, "column": slip.column, "slip": slip},
        )
        for slip in problems_of_site_file(root)
    ]
    if slips:
        raise ConfigurationError(UNUSABLE, reason=Listed(tuple(slips)))


def address_to_serve(root: Path) -> str:
    """Return where a project wants its site to be served; empty where it does not say."""
    file = root / paths.SITE
    if not file.is_file() or any(problems_of_site_file(root)):
        return ""
    return setting_of(file.read_text("utf-8-sig"), "dev_addr")


def _slips(data: bytes) -> Iterator[Problem]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield faults.NOT_UTF8.at(paths.SITE, position=(1, 1))
        return
    try:
        # Its events alone: MkDocs allows tags, such as names of functions, that nobody else reads.
        kinds = [type(event) for event in yaml.parse(text, Loader=yaml.CSafeLoader)]
    except yaml.YAMLError as error:
        yield explained(text, paths.SITE, error)
        return
    # A stream, a document, and what it holds: a mapping, or nothing at all.
    if len(kinds) > 2 and kinds[2] is not yaml.MappingStartEvent:
        yield faults.NOT_A_MAPPING.at(paths.SITE, position=(1, 1))
    else:
        yield from problems_of_settings(text)


def fault_of_field(root: Path, name: str, said: str) -> Saying:
    """Say what is wrong with a field of `mkdocs.yml`, and where; `said` are the words of MkDocs."""
    reason = next(why for sign, why in _REASONS.items() if sign in said)
    text = (root / paths.SITE).read_text("utf-8", "replace")
    found = re.search(rf"^{re.escape(name)}\s*:", text, re.MULTILINE)
    line = text.count("\n", 0, found.start()) + 1 if found else 1
    return Saying(
        "line {line}, “{field}”: {reason}",
        {"line": line, "field": name, "reason": reason},
    )
