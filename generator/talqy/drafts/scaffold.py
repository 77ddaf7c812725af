"""Plans for `init` and `new`: what is written, as values. Unwritten texts stand as “…”."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from importlib.resources import files
from typing import Any

from talqy.drafts.forge_files import forge_plan
from talqy.errors import TalqyError
from talqy.model import paths
from talqy.model.codes import CodeLists
from talqy.model.register import Register
from talqy.model.values import is_slug
from talqy.project.plan import Create
from talqy.project.yaml_edit import dumped

UNWRITTEN = "…"
_SCHEMAS = "docs/formats"
_WITHOUT_FACTS = ("provider", "other-requirements", "complaints", "disability")


class WrongNameError(TalqyError):
    """A name that cannot be a folder and a part of an address."""


def project_plan(
    languages: Sequence[str],
    *,
    names: Mapping[str, str],
    schemas: Iterable[tuple[str, str]],
    prose: Iterable[tuple[str, str]],
    forge: str = "none",
) -> list[Create]:
    """Plan a new project.

    `names` is the site's name by language, `schemas` are the JSON Schemas by file name; `prose` are
    pages by address: a project adapts them, so they are its own from the first day. `forge` is the
    kind of forge whose workflows come along.
    """
    plan = [
        Create("mkdocs.yml", _skeleton("mkdocs.yml")),
        Create(".gitignore", _skeleton("gitignore")),
        Create("site_templates/README.md", _skeleton("templates.md")),
        Create("site_templates/theme/.gitkeep", ""),
        Create("comments/.gitkeep", ""),
        Create(
            paths.PROJECT,
            dumped(_project(languages, names, forge), f"../{_SCHEMAS}/project.schema.json"),
        ),
        *forge_plan(forge),
    ]
    plan += [Create(f"{_SCHEMAS}/{name}", text) for name, text in schemas]
    plan += [Create(f"site_templates/pages/{path}", text) for path, text in prose]
    return plan


def _skeleton(name: str) -> str:
    return (files("talqy") / "drafts" / "skeleton" / name).read_text("utf-8")


def _project(languages: Sequence[str], names: Mapping[str, str], forge: str) -> Mapping[str, Any]:
    return {
        "schema": 1,
        "name": {code: names.get(code, UNWRITTEN) for code in languages},
        "languages": list(languages),
        "timezone": "Asia/Almaty",
        "rules": "kz-2023",
        "authorities": {"authority": {"name": dict.fromkeys(languages, UNWRITTEN)}},
        "forge": {"kind": forge} if forge == "none" else {"kind": forge, "url": UNWRITTEN},
    }


def standard_plan(  # noqa: PLR0913 - what a first text cannot do without
    name: str,
    register: Register,
    *,
    titles: Mapping[str, str],
    authority: str,
    life_event: str,
    dated: date,
) -> list[Create]:
    """Plan a new standard with its first revision, dated on `dated`."""
    if not is_slug(name):
        raise WrongNameError(
            f"“{name}” cannot be the id of a standard: use lower-case Latin letters, digits and "
            "single hyphens, for example birth-registration",
        )
    if authority not in register.project.authorities:
        known = ", ".join(register.project.authorities)
        raise WrongNameError(f"there is no authority “{authority}”; known: {known}")
    if life_event not in register.codes.codes("life-event"):
        known = ", ".join(register.codes.codes("life-event"))
        raise WrongNameError(f"there is no life event “{life_event}”; known: {known}")
    languages = register.project.languages
    unwritten = dict.fromkeys(languages, UNWRITTEN)
    standard = {
        "schema": 1,
        "id": name,
        "code": "",
        "title": {**unwritten, **titles},
        "authority": authority,
        "provider": unwritten,
        "life_event": life_event,
    }
    revision = {
        "schema": 1,
        "revision": 1,
        "kind": "new",
        "dated": dated.isoformat(),
        "explanation": unwritten,
        "clauses": list(_clauses(register.codes, languages)),
    }
    return [
        Create(
            paths.standard_file(name),
            dumped(standard, f"../../{_SCHEMAS}/standard.schema.json"),
        ),
        Create(
            paths.revision_file(name, 1),
            dumped(revision, f"../../../{_SCHEMAS}/revision.schema.json"),
        ),
    ]


def _clauses(codes: CodeLists, languages: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    """Make one clause for each row of the list of basic requirements, under its official name."""
    for number, row in enumerate(codes.codes("requirement-row"), 1):
        names = codes.named("requirement-row", row)
        heading = {code: _capital(names.get(code, UNWRITTEN)) for code in languages}
        yield {
            "id": row,
            "number": str(number),
            "heading": heading,
            **({"covers": [row]} if row in _WITHOUT_FACTS else {}),
            "text": dict.fromkeys(languages, UNWRITTEN),
        }


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
