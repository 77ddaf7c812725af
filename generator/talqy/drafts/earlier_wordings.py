"""The wording that a working copy was made of, where the text says something else by now.

Its stamp has a digest; the repository has every wording that the text ever had on a branch. What
came back is compared with its own wording, and then joined with what was changed since.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from talqy.drafts.word_files import WordFiles, stamps
from talqy.model import paths
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


def earlier_wording(
    root: Path, tips: Sequence[str], known: Mapping[str, Any], place: tuple[str, int], digest: str
) -> EarlierWording | None:
    """Return the newest commit up to some tips in which a text has a wording; None for none.

    Of a wording that came back, it is the one that had it first: a copy may be as old as that.
    `place` is its standard and its number; `known` are the languages and codes it is read with.
    """
    path = paths.revision_file(*place)
    found = _wordings(root, tips, known, path)
    return next((one for one in found if is_wording(digest, one.text)), None)


def made_of(  # noqa: PLR0913, PLR0917 - as `earlier_wording`, and what is there
    root: Path,
    tips: Sequence[str],
    known: Mapping[str, Any],
    place: tuple[str, int],
    digest: str,
    now: Revision,
) -> EarlierWording | None:
    """Return the earlier wording that a copy was made of; None where it was made of that of now.

    Of `now` it was made only if the text said nothing else meanwhile.
    """
    found = earlier_wording(root, tips, known, place, digest)
    return found if found and (found.is_back or not is_wording(digest, now)) else None


def _wordings(
    root: Path, tips: Sequence[str], known: Mapping[str, Any], path: str
) -> Iterator[EarlierWording]:
    for one in file_versions(root, tips, path, _MOST):
        text = shaped(Revision, parse(one.data, path).tree, path, known)[0]
        if text is not None:
            yield EarlierWording(one.commit, text, one.data, one.is_back)
