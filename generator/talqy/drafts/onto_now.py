"""What files made of an earlier wording change, put onto the text as it is by now.

The judge is that of a save at the desk (`project/taken_in.py`). What it looks at are commits: those
that are made here are objects without a branch, which git lets go by itself.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from talqy.drafts.earlier_text import EarlierText
from talqy.project.branches import CommitRole, commit_on, content, is_in
from talqy.project.commits import resolved
from talqy.project.files import text_of
from talqy.project.keeps import Keeps
from talqy.project.taken_in import put_onto, tree_taking_in, whole_files
from talqy.project.write import Replace, Step

_ROLE = CommitRole("Talqy", "talqy@example.invalid")
_MESSAGE = "A working copy of an earlier wording"


@dataclass(frozen=True, slots=True)
class TwoVersions:
    """A file that two have changed in one place: as it was, as it is by now, and as it was brought.

    `yours` has all that was changed elsewhere since; where they are `whole`, that goes, too.
    """

    path: str
    was: str
    now: str
    yours: str
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class OntoNow:
    """The files that change, or those in which somebody has to choose first."""

    steps: Sequence[Step] = ()
    differing: Sequence[TwoVersions] = ()


def onto_now(
    root: Path, earlier: EarlierText, steps: Sequence[Step], keeps: Keeps | None = None
) -> OntoNow:
    """Return what files change that were made of an earlier wording, with what came since.

    Of places that both have changed the version stays that `keeps` names.
    """
    files = {step.path: step.text.encode() for step in steps}
    there = {path: text_of(root / path).encode() for path in files}
    seen, now = _ends(root, earlier, there)
    own = commit_on(root, seen, files, _MESSAGE, _ROLE)
    onto = put_onto(root, (seen, now, own), files, keeps)
    if onto.differing:
        return OntoNow(differing=_differing(root, (seen, now, own), sorted(onto.differing)))
    made = {path: content(root, onto.tree, path) or b"" for path in files}
    return OntoNow([Replace(p, data.decode()) for p, data in made.items() if data != there[p]])


def _ends(root: Path, earlier: EarlierText, there: Mapping[str, bytes]) -> tuple[str, str]:
    """Return the commit that files were made of, and one of what lies in the folder.

    What lies on another branch alone is taken for the file that it is, not for all of that branch.
    """
    head = resolved(root, "HEAD")
    if is_in(root, earlier.commit, head):
        return earlier.commit, commit_on(root, head, there, _MESSAGE, _ROLE)
    seen = commit_on(root, head, earlier.files, _MESSAGE, _ROLE)
    return seen, commit_on(root, seen, there, _MESSAGE, _ROLE)


def _differing(
    root: Path, commits: tuple[str, str, str], files: Collection[str]
) -> Sequence[TwoVersions]:
    was, now, own = commits
    whole = whole_files(root, own, now)
    yours = tree_taking_in(root, own, now, Keeps.OWN)

    def said(commit: str, path: str) -> str:
        return (content(root, commit, path) or b"").decode()

    return [
        TwoVersions(path, said(was, path), said(now, path), said(yours, path), path in whole)
        for path in files
    ]
