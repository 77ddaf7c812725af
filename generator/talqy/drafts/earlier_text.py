"""A text as it was in the commit that a working copy was made of, for who has a folder and git.

The commit is looked for up to the one that the folder shows, then on all branches: what was saved
at a desk lies on a branch of its own until it is published.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from talqy.drafts.earlier_wordings import made_of
from talqy.drafts.word_files import WordFiles
from talqy.model import paths
from talqy.model.register import Record, Register
from talqy.model.revision import Revision
from talqy.model.standard import Standard
from talqy.project.branches import content, every_tip
from talqy.project.commits import NoCommitError, resolved
from talqy.project.git import is_repository
from talqy.project.validate import shaped
from talqy.project.write import Step
from talqy.project.yaml_read import parse


@dataclass(frozen=True, slots=True)
class EarlierText:
    """A text as it was in a commit: its standard with it, and the files of both by their paths.

    `now` is the text as it is here.
    """

    commit: str
    record: Record
    text: Revision
    now: Revision
    files: Mapping[str, bytes]


def earlier_text(
    root: Path, register: Register, record: Record, now: Revision, files: WordFiles
) -> EarlierText | None:
    """Return the earlier wording of a text that files were made of; None where it is that of now.

    None too where git does not know it: then their stamp is a fault (`stamp_faults`).
    """
    if not is_repository(root):
        return None
    known = {"languages": register.project.languages, "codes": register.codes.lists}
    of = record.id, now.revision
    for tips in _tips(root):
        if found := made_of(root, tips, known, record, now, files):
            own = paths.standard_file(record.id)
            said = content(root, found.commit, own)
            standard = said and shaped(Standard, parse(said, own).tree, own, known)[0]
            then = replace(_with_text(record, found.text), standard=standard or record.standard)
            texts = {paths.revision_file(*of): found.file, **({own: said} if said else {})}
            return EarlierText(found.commit, then, found.text, now, texts)
    return None


def _tips(root: Path) -> Iterator[Sequence[str]]:
    try:
        yield (resolved(root, "HEAD"),)
    except NoCommitError:
        return
    yield every_tip(root)


def with_steps(register: Register, record: Record, steps: Sequence[Step]) -> Record:
    """Return a standard as files say it that were not written yet."""
    known = {"languages": register.project.languages, "codes": register.codes.lists}
    for step in steps:
        tree, of = parse(step.text.encode(), step.path).tree, paths.StandardPath.parse(step.path)
        if of and of.revision:
            text = shaped(Revision, tree, step.path, known)[0]
            record = _with_text(record, text) if text else record
        else:
            standard = shaped(Standard, tree, step.path, known)[0]
            record = replace(record, standard=standard) if standard else record
    return record


def _with_text(record: Record, text: Revision) -> Record:
    texts = (text if one.revision == text.revision else one for one in record.revisions)
    return replace(record, revisions=tuple(texts))
