"""Records that were there, and the folder of the project has not: nobody deletes one unseen.

Asked of git is which records the history of its last commit ever had. A site that was built here
knows, without git too, of which records it was made. Where neither is there, nothing is said; where
git has a part of the history alone, what it took away before is not known.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import LostStandard, Record, Register
from talqy.model.values import is_slug
from talqy.project.faults import HISTORY_GONE, HISTORY_PUBLISHED
from talqy.project.load import ReadProject
from talqy.project.records_known import Past, records_built, records_gone


def with_gone(read: ReadProject, root: Path, past: Past | None = None) -> ReadProject:
    """Return a project with the records named that git has, and that do not lie in its folder.

    `past` is where git has them, where the folder is a copy of a commit.
    """
    if read.register is None:
        return read
    gone, built = frozenset(filter(is_slug, records_gone(root, past))), _built(read.register, root)
    if not gone and not built:
        return read
    found = (*read.problems, *_problems(gone, built))
    marked = _marked(read.register, gone | built.keys())
    return replace(read, register=marked, problems=found)


def _problems(gone: Iterable[str], built: Mapping[str, str]) -> Iterator[Problem]:
    for standard in sorted(built.keys() - set(gone)):
        yield HISTORY_PUBLISHED.at(paths.history_file(standard), site=built[standard])
    for standard in sorted(gone):
        yield HISTORY_GONE.at(paths.history_file(standard), record=paths.history_file(standard))


def _built(register: Register, root: Path) -> dict[str, str]:
    """Return the standards without a record of which a site in this folder was made with one."""
    there = {r.id for r in register.records if r.history or r.broken_history}
    there |= {lost.id for lost in register.lost if (root / paths.history_file(lost.id)).is_file()}
    found: dict[str, str] = {}
    for site, standards in records_built(root).items():
        for standard in standards:
            if standard not in there and is_slug(standard):
                found.setdefault(standard, site)
    return found


def _marked(register: Register, gone: frozenset[str]) -> Register:
    def marked(record: Record) -> Record:
        return replace(record, gone_history=True) if record.id in gone else record

    known = {record.id for record in register.records} | {lost.id for lost in register.lost}
    lost = (
        LostStandard(name, None, (), paths.history_file(name), is_gone=True)
        for name in sorted(gone - known)
    )
    return replace(
        register,
        records=tuple(map(marked, register.records)),
        lost=(*register.lost, *lost),
    )
