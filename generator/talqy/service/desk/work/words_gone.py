"""Words that are gone from what is public stay so: no save taken back, no answer says them anew."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from talqy.comments.still_said import given_words_gone, places_said
from talqy.comments.taken_out import as_given, only_takes_out
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import Record, Register
from talqy.project.branches import content, tree_with
from talqy.project.git import ChangedFile, changed_files
from talqy.project.pull_request import MOST_CHANGES
from talqy.project.versions import versions
from talqy.project.yaml_read import MAX_BYTES
from talqy.service.desk.work.redactions import is_comment, redactions, still_said_at


def public_already(root: Path, main: str, modified: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Return the saves that took words out of comments alone, which are gone from public ones, too.

    They went out apart from the rest of their work, and are no saves of it any more. `modified`
    are the files that each save has modified.
    """
    return frozenset(
        save
        for save, files in modified.items()
        if any(map(is_comment, files)) and _is_public(root, main, save)
    )


def with_words_gone(root: Path, main: str, tip: str, tree: str) -> str:
    """Return a tree that was made of a work, without words that are gone from what is public.

    Such a comment stays as the work has it.
    """
    files = redactions(changed_files(root, tip, tree, MOST_CHANGES))
    back = [file for file in files if _says_less(root, main, tree, file)]
    stays = {file: content(root, tip, file) for file in back}
    return tree_with(root, tree, stays) if stays else tree


def said_anew(
    root: Path, main: str, changed: Sequence[ChangedFile], public: Register, now: Register
) -> Iterator[Problem]:
    """Yield a question for each place where words come to stand that were taken out before.

    What a comment said is known by the history of the repository, as far as that has it.
    """
    going = redactions(changed)
    files = [one.path for one in changed if one.new and one.path not in going]
    for record in now.records:
        folders = tuple(f"{one}/" for one in paths.folders_of(record.id))
        own = frozenset(file for file in files if file.startswith(folders))
        before = public.record(record.id) if own else None
        if before is None:
            continue
        for name, words in _gone_before(root, main, public, before).items():
            was, is_now = before.comment(name), record.comment(name)
            if was is None or is_now is None or was.path.file in going:
                continue
            there = places_said(public, before, was, words, own)
            places = places_said(now, record, is_now, words, own)
            yield from still_said_at(name, [one for one in places if one not in there])


def _gone_before(root: Path, main: str, public: Register, record: Record) -> dict[str, list[str]]:
    """Return the words that were taken out of the comments on a standard, by their ids."""
    own = [one for one in record.comments if one.redacted]
    known = versions(root, [one.path.file for one in own], MAX_BYTES, main)
    given = ((one, as_given(one, known[one.path.file])) for one in own)
    return {one.id: given_words_gone(public, one, data) for one, data in given if data}


def _is_public(root: Path, main: str, save: str) -> bool:
    changed = changed_files(root, f"{save}^1", save, MOST_CHANGES)
    return len(redactions(changed)) == len(changed) and not any(
        _says_less(root, save, main, one.path) for one in changed
    )


def _says_less(root: Path, one: str, other: str, file: str) -> bool:
    """Return whether a comment says less in one commit or tree than in another one."""
    less, more = content(root, one, file), content(root, other, file)
    return less is not None and more is not None and less != more and only_takes_out(more, less)
