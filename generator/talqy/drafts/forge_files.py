"""Plans for the workflows of a forge: which files, and where each forge looks for them.

The files are data (`skeleton/forges/`); `docs/forges/` shows the same ones, and says how to switch
them on.
"""

from collections.abc import Iterator
from importlib.resources import files

from talqy import __version__
from talqy.project.plan import Create

_PLACES = {
    "github": ("github", ".github/workflows"),
    "gitlab": ("gitlab", ""),
    "forgejo": ("forgejo", ".forgejo/workflows"),
    "gitea": ("forgejo", ".gitea/workflows"),
}
FORGES = ("none", *_PLACES)
GUIDE = "docs/forges.md"
_NAMES = {"gitlab-ci.yml": ".gitlab-ci.yml"}
_REQUIREMENTS = """\
# The tool that the workflows install, by its exact version. If no index that you trust has it, keep
# its wheel here, and name that instead: ./wheels/talqy-{version}-py3-none-any.whl
talqy=={version}
"""


def forge_plan(kind: str) -> Iterator[Create]:
    """Plan the workflows of a forge, what they install, and their guide; nothing for `none`."""
    if kind not in _PLACES:
        return
    folder, place = _PLACES[kind]
    shipped = files("talqy") / "drafts" / "skeleton" / "forges"
    for file in sorted((shipped / folder).iterdir(), key=lambda file: file.name):
        name = _NAMES.get(file.name, file.name)
        yield Create(f"{place}/{name}".lstrip("/"), file.read_text("utf-8"))
    yield Create("requirements.txt", _REQUIREMENTS.format(version=__version__))
    yield Create(GUIDE, (shipped / "README.md").read_text("utf-8"))
