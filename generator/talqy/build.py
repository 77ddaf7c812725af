"""The whole tool on one screen: read, check, derive, render, publish.

Effects are at the two ends (reading files, writing files); between them everything is a value.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from talqy.language.edition import Edition, editions, next_editions
from talqy.law.publication import public_part
from talqy.law.sameness import stands_as
from talqy.model import paths
from talqy.model.digest import key_of
from talqy.model.register import Assessment, Record, Register
from talqy.project.sources import Sources, tool_digest
from talqy.project.survey import ProjectState
from talqy.record.missing import all_missing
from talqy.search.pages import ProsePage
from talqy.site.archive_files import archive_files
from talqy.site.attached import attached_files
from talqy.site.output import write_files
from talqy.site.parts import EarlierSite, SitePart, files_of_parts
from talqy.site.share import share_files, share_files_of_site
from talqy.site.shell import Shells, said_of_preview
from talqy.site.site import NOTHING_KNOWN, PartsKnown, file_of_site, parts
from talqy.site.statistics_files import statistics_pictures


@dataclass(frozen=True, slots=True)
class Site:
    """A surveyed project, ready to be rendered in all its languages."""

    root: Path
    editions: tuple[Edition, ...]
    site_url: str
    before: EarlierSite | None = None
    """The site that was built before, if there is one: what is dear is taken from it."""
    sources: Sources | None = None
    """Of what it is made, if that is known: what was made of the same need not be made again."""


def site(root: Path, of: ProjectState, site_url: str, before: Site | None = None) -> Site:
    """Prepare the site of what could be read, with the texts that are still being prepared.

    Wrong files are left out, and named in problems; of what is on record the pages say so.
    `before` is the site as it was: what was found of its standards is not looked for again.
    """
    url = site_url.rstrip("/") + "/"
    made = next_editions(before.editions, *of.known) if before and before.site_url == url else ()
    return Site(root, made, url) if made else _site(root, *of.known, url)


def public_site(root: Path, of: ProjectState, site_url: str, *, leave_out: bool = False) -> Site:
    """Prepare the site that is published: without texts that are still being prepared.

    It never says less than the record in silence, and nothing else: raise `RecordIncompleteError`
    where something on record cannot be shown, unless that is to be left out, and `RecordBentError`
    where a file is not what is on record.
    """
    register, assessment = of.known
    if not leave_out:
        of.require_whole_record()
    of.require_true_record()
    public = public_part(register, assessment)
    return _site(root, public, assessment, site_url.rstrip("/") + "/")


def preview_site(root: Path, of: ProjectState, site_url: str) -> Site:
    """Prepare the site as `talqy serve` shows it; each page says that it is not published.

    It is one that search engines pass over, as a demonstration is.
    """
    made = site(root, of, site_url)
    words = {one.code: said_of_preview(one) for one in made.editions}
    register, assessment = of.known
    project = register.project.model_copy(update={"demonstration": words})
    return _site(root, replace(register, project=project), assessment, made.site_url)


def _site(root: Path, register: Register, assessment: Assessment, site_url: str) -> Site:
    return Site(root, editions(root, register, assessment, site_url=site_url), site_url)


def site_parts(of: Site, shells: Shells, prose: Sequence[ProsePage]) -> Iterator[SitePart]:
    """Yield the parts of the site but the host's own; `prose` are the pages that the host makes."""
    register = of.editions[0].register
    frames = (text for _, shell in sorted(shells.items()) for text in (*shell.pieces, *shell.slots))
    today = of.editions[0].assessment.today.isoformat()
    day = "" if all(shell.can_bear_another_day for shell in shells.values()) else today
    public = (record.id for record in register.records)  # what a text leads to may not be there yet
    shared = key_of(tool_digest(), of.site_url, day, *public, "", *frames)

    return parts(of.editions, shells, of.site_url, prose, _known(of, of.sources, shared, prose))


def _known(
    of: Site, made_of: Sources | None, shared: str, prose: Sequence[ProsePage]
) -> PartsKnown:
    """Return what is known of the parts of a site; `shared` is of what all its pages show."""
    beside, register = partial(_beside, of), of.editions[0].register
    if made_of is None:
        return PartsKnown("", {}, beside, before=of.before)
    today = of.editions[0].assessment.today.isoformat()
    keys = {one.id: _key(of, made_of, shared, one) for one in register.records}
    rest = (today, *keys.values(), repr(register.lost), *map(repr, prose))
    whole = key_of(shared, made_of.shared, made_of.records, *rest)
    many = (shared, *_shared(of, made_of), "", today, repr(all_missing(register)))
    authorities = {
        name: key_of(*many, *(keys[one.id] for one in register.records_of(name)))
        for name in register.developers
    }
    own = _has_own_templates(of)
    return PartsKnown(whole, keys, beside, made_of.records, of.before, authorities, own)


def _key(of: Site, made_of: Sources, shared: str, record: Record) -> str:
    """Return the digest of all that the part of a standard is made of."""
    # An id that several standards use is decided over all of them: what is left is part of the key.
    ids = [comment.id for comment in record.comments], sorted(record.broken_comments)
    flags = repr((record.id, record.broken_history, record.gone_history, *ids))
    stands = stands_as(record, of.editions[0].still(record).assessment)
    return key_of(shared, *_shared(of, made_of), "", made_of.own[record.id], flags, stands)


def _shared(of: Site, made_of: Sources) -> tuple[str, ...]:
    """Return the digests of what all standards share.

    Templates of the project may show a receipt on any page: then all pages lead to all records.
    """
    return (made_of.shared, made_of.records) if _has_own_templates(of) else (made_of.shared,)


def _has_own_templates(of: Site) -> bool:
    """Return whether the project has templates of its own for pages of standards."""
    names = of.editions[0].register.templates
    return any(paths.is_in(path, paths.OWN_TEMPLATES) for path in names)


def site_file(of: Site, shells: Shells, prose: Sequence[ProsePage], path: str) -> bytes | None:
    """Make one file of the site but the host's own; None where the site has none of that path."""
    known = replace(NOTHING_KNOWN, beside=partial(_beside, of))
    return file_of_site(of.editions, shells, path, prose, known)


def _beside(of: Site, record: Record | None) -> Iterator[tuple[str, bytes]]:
    """Make the files that are shown as they are: of a standard, else of the whole site."""
    if record is None:
        yield from statistics_pictures(of.editions, of.before)
        yield from share_files_of_site(of.editions, of.before)
        yield from archive_files(of.root, of.editions, of.site_url)
    else:
        still = [edition.still(record) for edition in of.editions]
        yield from attached_files(of.root, record)
        yield from share_files(still, record, of.before)


def publish(folder: Path, made: Iterator[SitePart]) -> int:
    """Write the files of parts beside what the host has written; return how many there are."""
    return len(write_files(folder, files_of_parts(made)))
