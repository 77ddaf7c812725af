"""The plan for `init`: a new project, with its settings, prose, schemas, editor and workflows.

The workflows of a forge are data (`skeleton/forges/`); `docs/forges/` shows the same ones, and says
how to switch them on. Unwritten texts stand as “…”.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from typing import Any

from talqy.drafts.editor_files import editor_plan
from talqy.drafts.founding import NOTHING_SAID, Founding
from talqy.drafts.new_texts import SCHEMAS
from talqy.drafts.own_wheel import own_wheel, wheel_name
from talqy.language.catalogue import catalogue
from talqy.model import paths
from talqy.model.walk import UNWRITTEN
from talqy.project.shipped_files import shipped_lock, shipped_templates
from talqy.project.write import Binary, Create
from talqy.project.yaml_edit import edited
from talqy.project.yaml_write import dumped

_PLACES: Mapping[str, tuple[str, str]] = {
    "github": ("github", ".github/workflows"),
    "gitlab": ("gitlab", ".gitlab"),
    "forgejo": ("forgejo", ".forgejo/workflows"),
    "gitea": ("forgejo", ".gitea/workflows"),
}
FORGES = ("none", *_PLACES)
GUIDE = "docs/forges.md"
_ELSEWHERE = {"gitlab-ci.yml": ".gitlab-ci.yml", "dependabot.yml": ".github/dependabot.yml"}
"""Where a forge looks for a file that is no workflow of its folder."""
WHEELS = "wheels"
_REQUIREMENTS = """\
# What the workflows install, to the byte: the tool, from the wheel that lies here, and what it
# needs, by exact versions and digests. pip takes nothing else (--require-hashes, and wheels alone).
# A new version of the tool brings its own wheel and this file: “talqy upgrade”.
./{wheels}/{wheel} --hash=sha256:{digest}

{lock}"""


def project_plan(
    languages: Sequence[str],
    *,
    schemas: Iterable[tuple[str, str]],
    forge: str = "none",
    said: Founding = NOTHING_SAID,
) -> list[Create | Binary]:
    """Plan a new project.

    `schemas` are the JSON Schemas by file name, `forge` is the kind of forge whose workflows come
    along. A project adapts the pages of prose, so they are its own from the first day.
    """
    guide = (shipped_templates() / "README.md").read_text("utf-8")
    plan: list[Create | Binary] = [
        Create(paths.SITE, _site(said)),
        Create(".gitattributes", _skeleton("gitattributes")),
        Create(".gitignore", _skeleton("gitignore")),
        Create(f"{paths.TEMPLATES}/README.md", guide),
        Create(f"{paths.TEMPLATES}/theme/.gitkeep", ""),
        Create(f"{paths.COMMENTS}/.gitkeep", ""),
        Create(
            paths.PROJECT,
            dumped(_project(languages, forge, said), f"../{SCHEMAS}/project.schema.json"),
        ),
        *editor_plan(),
        *forge_plan(forge),
    ]
    plan += [Create(f"{SCHEMAS}/{name}", text) for name, text in schemas]
    plan += [Create(f"{paths.TEMPLATES}/pages/{path}", text) for path, text in _prose(languages)]
    return plan


def _skeleton(name: str) -> str:
    return (files("talqy") / "drafts" / "skeleton" / name).read_text("utf-8")


def _site(said: Founding) -> str:
    plain = _skeleton(paths.SITE)
    return edited(plain, ("site_url",), said.url) if said.url else plain


def _project(languages: Sequence[str], forge: str, said: Founding) -> Mapping[str, Any]:
    names = {**_site_names(languages), **said.name}
    unwritten = dict.fromkeys(languages, UNWRITTEN)
    authority = {
        "name": {**unwritten, **said.authority},
        **({"address": {**unwritten, **said.address}} if said.address else {}),
        **({"email": said.email} if said.email else {}),
    }
    return {
        "schema": 1,
        "name": {code: names.get(code, UNWRITTEN) for code in languages},
        "languages": list(languages),
        **({"messages": languages[0]} if len(languages) == 1 else {}),
        "timezone": "Asia/Almaty",
        "rules": "kz-2023",
        "authorities": {"authority": authority},
        "forge": {"kind": forge} if forge == "none" else {"kind": forge, "url": UNWRITTEN},
    }


def forge_plan(kind: str) -> Iterator[Create | Binary]:
    """Plan the workflows of a forge, what they install, and their guide; nothing for `none`."""
    if kind not in _PLACES:
        return
    folder, target = _PLACES[kind]
    shipped = files("talqy") / "drafts" / "skeleton" / "forges"
    for file in sorted((shipped / folder).iterdir(), key=lambda file: file.name):
        place = _ELSEWHERE.get(file.name, f"{target}/{file.name}")
        yield Create(place, file.read_text("utf-8"))
    wheel, name = own_wheel(), wheel_name()
    yield Binary(f"{WHEELS}/{name}", wheel)
    yield Create("requirements.txt", _requirements(name, wheel))
    yield Create(GUIDE, (shipped / "README.md").read_text("utf-8"))


def _requirements(name: str, wheel: bytes) -> str:
    digest = sha256(wheel).hexdigest()
    return _REQUIREMENTS.format(wheels=WHEELS, wheel=name, digest=digest, lock=shipped_lock())


def _site_names(languages: Sequence[str]) -> dict[str, str]:
    """Return the usual name of such a site, in the languages that come with the tool."""
    folder = shipped_templates() / "messages"
    return {
        language: catalogue(language, [folder])("Discussion of draft standards of public services")
        for language in languages
        if (folder / f"{language}.po").is_file()
    }


def _prose(languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the prose pages that come with the tool, by their path below `pages/`.

    A language that we have none in gets an empty folder, so that its people see where theirs go.
    """
    for language in languages:
        pages = sorted((shipped_templates() / "pages" / language).glob("*.md"))
        for page in pages:
            yield f"{language}/{page.name}", page.read_text("utf-8")
        if not pages:
            yield f"{language}/.gitkeep", ""
