"""The plan for `upgrade`: what an earlier edition of the tool wrote, brought up to date.

What people write (standards, comments, prose, settings) is read as it is and never touched. Files
that are wholly the tool's are made anew. A workflow is replaced where it is as it was shipped; one
that people have changed is theirs, and named.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from talqy.drafts.new_project import WHEELS, forge_plan, project_plan
from talqy.drafts.new_texts import SCHEMAS
from talqy.model import paths
from talqy.model.project import Project
from talqy.project.shipped_files import shipped_templates
from talqy.project.write import Binary, Create, Replace, Step

Read = Callable[[str], bytes | None]
"""A file's bytes by its path in the project; None where there is none."""

_OF_PEOPLE_TOO = (".gitattributes", ".gitignore")
# Lines of these files that an earlier edition shipped, and that would undo what this one says.
_TAKEN_BACK = frozenset(
    {
        (
            "# repository that everybody can read. What is written in standards/ and "
            "site_templates/ is published."
        ),
        "!/standards/**",
        "!/site_templates/**",
    }
)
_OURS_ALONE = (f"{SCHEMAS}/", f"{paths.TEMPLATES}/README.md")
# sha256 of what the first edition shipped, with line ends LF: workflows, their guide, and
# requirements.txt. A later edition adds what this one ships.
_SHIPPED_BEFORE = frozenset(
    {
        "85ae2a5af5b4f7f54e3eccd285bf50064815d0bc57809ecb95453587cc16b2d5",  # github/check.yml
        "57f3a8e6591b3e3b3e61e50935e23eb807d9732036a59105f8446a03e5c079ee",  # github/comment.yml
        "a70256c781f3131fdbde21e70eab2f787d39e701e2902712021c06c0ba7750a6",  # github/gate.yml
        "c191c57251d7f3f1372368408430d06253831c8f4d2d84e373abfe958e4a374f",  # github/pages.yml
        "c172946ac917cc1dddc17592ec1e041288e04eb758f3d154f470097e56850bf7",  # .gitlab-ci.yml
        "ad69266c4bb39a734d7ea949f7e3e779b3f816a0721c53aed1ac66bc3e9f2db8",  # forgejo/check.yml
        "2d962039b3da0b9c044112e23003fda653443bd8db87fa4dc9c4dcb6371a8dd9",  # forgejo/gate.yml
        "ba6623afcc2bed21e37ac034437721606f4ea12294d43bde8cd864d484d804b1",  # forgejo/pages.yml
        "98533c4f344f9f7f96f5ef03d77dc51ef0bd8b0a9e9c3d14f50344279ae9b6f9",  # docs/forges.md
        "906da9f632ab77cca98222b85908ab25e9ae4256b7a2be3860a433a50ab51ab9",  # requirements.txt
    }
)


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What is to be written, and by path what people have changed and templates of their own."""

    steps: tuple[Step, ...]
    theirs: tuple[str, ...]
    templates: tuple[str, ...]


def upgrade_plan(project: Project, schemas: Iterable[tuple[str, str]], read: Read) -> Upgrade:
    """Plan what brings a project up to date; a project that is so already gets no steps."""
    shipped = {step.path: step for step in project_plan(project.languages, schemas=schemas)}
    steps = [_with_our_lines(shipped[path], read(path)) for path in _OF_PEOPLE_TOO]
    steps += [
        step if read(path) is None else Replace(path, step.text)
        for path, step in shipped.items()
        if path.startswith(_OURS_ALONE)
    ]
    workflows, theirs = _workflows(project, read)
    due = [step for step in [*steps, *workflows] if not _is_there(step, read(step.path))]
    return Upgrade(tuple(due), tuple(theirs), tuple(_templates(read)))


def _with_our_lines(step: Step, found: bytes | None) -> Step:
    """Put our lines before those of people: in these files the last line that fits decides."""
    if found is None:
        return step
    ours, theirs = step.text.splitlines(), _text(found).splitlines()
    if set(ours) <= {*theirs, ""} and not _TAKEN_BACK & set(theirs):
        return Replace(step.path, _text(found))
    kept = [line for line in theirs if not line or line not in {*ours, *_TAKEN_BACK}]
    return Replace(step.path, "\n".join([*ours, *kept]).rstrip("\n") + "\n")


def _workflows(project: Project, read: Read) -> tuple[list[Step], list[str]]:
    """Return what is to be written for the forge, and what people have changed.

    A project that has none of the workflows has chosen so. Their wheel comes along with the
    requirements that name its digest, and not without them.
    """
    plan = list(forge_plan(project.forge.kind))
    texts = [step for step in plan if isinstance(step, Create)]
    if not any(read(step.path) is not None for step in texts if step.path.endswith(".yml")):
        return [], []
    theirs = [step.path for step in texts if not _is_ours(step, read(step.path))]
    steps: list[Step] = [
        step if read(step.path) is None else Replace(step.path, step.text)
        for step in texts
        if step.path not in theirs
    ]
    if "requirements.txt" not in theirs:
        steps += [
            Binary(step.path, step.content, replaces=True)
            for step in plan
            if isinstance(step, Binary)
        ]
    return steps, theirs


def _templates(read: Read) -> Iterator[str]:
    """Yield the project's templates and words that stand in the place of others of ours."""
    shipped = shipped_templates()
    for file in sorted(shipped.glob("[!p]*/**/*")):
        path = f"{paths.TEMPLATES}/{file.relative_to(shipped).as_posix()}"
        if file.is_file() and (own := read(path)) is not None and own != file.read_bytes():
            yield path


def _is_ours(step: Create, found: bytes | None) -> bool:
    """Return whether a file is as some edition has shipped it, or is not there."""
    if found is None:
        return True
    text = _without_wheel(_text(found))
    known = sha256(text.encode()).hexdigest() in _SHIPPED_BEFORE
    return known or text == _without_wheel(step.text)


def _without_wheel(text: str) -> str:
    """Leave out the line of the wheel: it names a digest that no edition can know of itself."""
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(f"./{WHEELS}/"))


def _is_there(step: Step, found: bytes | None) -> bool:
    if found is None:
        return False
    return found == step.content if isinstance(step, Binary) else _text(found) == step.text


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace").replace("\r\n", "\n")
