"""The wording that a working copy was made of, where the text says something else by now.

Its stamp has a digest; the repository has every wording that the text ever had on a branch. What
came back is compared with its own wording, and then joined with what was changed since.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from talqy.drafts.word_files import WordFiles, stamps
from talqy.model import paths
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.office.text_marks import short_digest
from talqy.project.file_versions import file_versions
from talqy.project.validate import shaped
from talqy.project.yaml_read import parse
from talqy.record.digests import digest_of

_MOST = 400


@dataclass(frozen=True, slots=True)
class EarlierWording:
    """A wording that a text had in a commit, and its file; `is_back`: see `FileVersion`."""

    commit: str
    text: Revision
    file: bytes
    is_back: bool


def stamped_wording(files: WordFiles, standard: str, text: Revision) -> str:
    """Return the digest of the wording of a text that files were made of; "" where it is of none.

    Files that say several things are of no wording.
    """
    said = {(one.standard, one.revision, one.digest) for _, one in stamps(files)}
    if len(said) != 1:
        return ""
    of, number, digest = said.pop()
    return digest if (of, number) == (standard, text.revision) else ""


def is_wording(digest: str, text: Revision) -> bool:
    """Return whether a text says what a stamp with a digest was made of."""
    return digest == short_digest(digest_of(text))


def made_of(  # noqa: PLR0913, PLR0917 - where a text is looked for, and what is there
    root: Path,
    tips: Sequence[str],
    known: Mapping[str, Any],
    record: Record,
    now: Revision,
    files: WordFiles,
) -> EarlierWording | None:
    """Return the newest commit up to some tips with the wording that files were made of.

    The line of the first tip comes first: another one may have the same wording by another way.
    None where that is what the text says now, and said all the time, or where nobody knows it. Of a
    wording that came back, it is the commit that had it first: a copy may be as old as that. Files
    of the text that this one starts from were made of it as it was begun, with the same clauses.
    """
    is_it = _told_by(files, record, now)
    if is_it is None:
        return None
    path = paths.revision_file(record.id, now.revision)
    own_line_first = chain.from_iterable(
        _wordings(root, some, known, path) for some in (tips[:1], tips[1:]) if some
    )
    found = next((one for one in own_line_first if is_it(one.text)), None)
    return found if found and (found.is_back or not is_it(now)) else None


def _told_by(files: WordFiles, record: Record, now: Revision) -> Callable[[Revision], bool] | None:
    """Return what the stamps of files tell a wording by; None where they are of no such text."""
    if digest := stamped_wording(files, record.id, now):
        return lambda text: is_wording(digest, text)
    base = record.base_of(now)
    if base and is_wording(stamped_wording(files, record.id, base), base):
        return lambda text: text.clauses == base.clauses
    return None


def _wordings(
    root: Path, tips: Sequence[str], known: Mapping[str, Any], path: str
) -> Iterator[EarlierWording]:
    for one in file_versions(root, tips, path, _MOST):
        text = shaped(Revision, parse(one.data, path).tree, path, known)[0]
        if text is not None:
            yield EarlierWording(one.commit, text, one.data, one.is_back)
