"""Both versions of what two have saved, place by place, as people read them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from starlette.responses import Response

from talqy.compare.comparison import compare
from talqy.language.edition import Edition
from talqy.model import addresses, paths
from talqy.model.revision import Revision
from talqy.project.keeps import Keeps
from talqy.project.validate import shaped
from talqy.project.yaml_read import parse
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.typed_words import NOTHING_TYPED, TypedBack, typed_back
from talqy.service.desk.work.values import Conflict, ConflictedFile
from talqy.service.desk.works_shown.begun import office_of
from talqy.service.desk.works_shown.places import FaultView, fault_views, place_of_file
from talqy.service.desk.works_shown.texts import editions_after
from talqy.service.desk.works_shown.version_places import VersionPlaces
from talqy.site.pages.changes import EntryView, entry_views

_MOST = 200
_Leaves = Mapping[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class PlaceVersions:
    """One place that differs: as it was, as it is saved now, as it was to be saved."""

    name: str
    was: str
    theirs: str
    yours: str
    is_both: bool


@dataclass(frozen=True, slots=True)
class FileVersions:
    """A file in words, and where its versions differ.

    `entries` are the clauses of a text with marks: what yours would make of what is saved now.
    `others` are places that have no words of people, for the technical person. `is_whole`: of this
    file one version stays as it is, whichever is chosen, and what the other has changed goes.
    """

    title: str
    href: str
    entries: Sequence[EntryView]
    places: Sequence[PlaceVersions]
    others: Sequence[PlaceVersions]
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class VersionsPage:
    """What `desk/two_versions.html` may use.

    `hidden` is what was typed, to be saved all the same at `action`; empty where that cannot be
    asked for. `takes_in` is where one of two saved versions is chosen: of `seen`, and of what is
    `published`. `choices` are those of both versions that can be chosen there; those that were
    `tried` make no sense with the rest. `back` leads to the page as it is now, `alone` to
    redactions that need not wait.
    """

    by: str
    files: Sequence[FileVersions]
    faults: Sequence[FaultView]
    typed: TypedBack
    action: str
    hidden: Sequence[tuple[str, str]]
    back: str
    choices: Sequence[Keeps] = ()
    tried: Sequence[Keeps] = ()
    takes_in: str = ""
    seen: str = ""
    published: str = ""
    alone: str = ""


def two_versions(
    visit: DeskVisit,
    conflict: Conflict,
    posted: DeskPosted | None = None,
    back: str = "",
    *,
    chooses: bool = False,
) -> Response:
    """Show both versions, with all that was typed; nothing was saved, and nothing is lost.

    What was `posted` can be saved all the same by its own page: made anew of what is there now, or
    where it `chooses`, of what it was made of, with one of both versions in each place.
    """
    edition = _edition_of(visit, conflict.tip)
    can_again = posted is not None and bool(conflict.tip) and not posted.files
    tried = tried_of(conflict, posted) if posted else ()
    # Where both make no sense together whatever is chosen, a choice would lead here again.
    is_open = bool(conflict.files and (not conflict.problems or tried))
    choices = [one for one in Keeps if one not in tried] if chooses and is_open else []
    can_again = can_again and (not chooses or bool(choices))
    page = VersionsPage(
        by=office_of(visit, conflict.message, conflict.by),
        files=[_file(visit, edition, one) for one in conflict.files],
        faults=fault_views(visit, conflict.problems, edition),
        typed=typed_back(visit.edition, (posted,)) if posted else NOTHING_TYPED,
        action=str(visit.request.scope["path"]) if can_again else "",
        hidden=list(_hidden(posted, conflict.tip, chooses)) if posted and can_again else (),
        back=back or visit.path(),
        choices=choices,
        tried=tried,
    )
    title = visit.say("Two versions")
    return visit.shown("two_versions.html", page, title=title, status=HTTPStatus.CONFLICT)


def tried_of(conflict: Conflict, posted: DeskPosted) -> Sequence[Keeps]:
    """Return which of two versions were chosen before, where what that made was wrong."""
    said = {*posted.all("tried"), posted.of("keeps")} if conflict.problems else set()
    return [one for one in Keeps if one in said]


def two_published(  # noqa: PLR0913 - what differs, where one of both is chosen, what goes on alone
    visit: DeskVisit,
    conflict: Conflict,
    seen: str,
    here: str,
    *,
    alone: str = "",
    tried: Sequence[Keeps] = (),
) -> Response:
    """Show both versions of what is saved and of what was published; `here` is the work's page.

    One of them is chosen for all places that both have changed, and then gone on with. Meanwhile
    words that are to go from public comments go `alone`, where that leads.
    """
    choices = [one for one in Keeps if one not in tried] if conflict.files else []
    edition = _edition_of(visit, conflict.tip)
    page = VersionsPage(
        by=office_of(visit, conflict.message, conflict.by),
        files=[_file(visit, edition, one) for one in conflict.files],
        faults=fault_views(visit, conflict.problems, edition),
        typed=NOTHING_TYPED,
        action="",
        hidden=(),
        back=here,
        choices=choices,
        tried=tried,
        takes_in=f"{here}take-in/" if choices else "",
        seen=seen,
        published=conflict.tip,
        alone=alone,
    )
    title = visit.say("Two versions")
    return visit.shown("two_versions.html", page, title=title, status=HTTPStatus.CONFLICT)


def _hidden(
    posted: DeskPosted,
    tip: str,
    chooses: bool,  # noqa: FBT001
) -> Iterator[tuple[str, str]]:
    yield from (("seen", posted.seen), ("over", tip)) if chooses else (("seen", tip),)
    for name, texts in posted.said.items():
        if name not in {"csrf", "seen", "over", "keeps", "tried"}:
            yield from ((name, text) for text in texts)


def _edition_of(visit: DeskVisit, tip: str) -> Edition:
    """Return what stands there now, in the language of the page; else what is published."""
    spoken = editions_after(visit, visit.context.works.reading(tip)) if tip else ()
    return spoken[0] if spoken else visit.edition


def _file(visit: DeskVisit, edition: Edition, file: ConflictedFile) -> FileVersions:
    place = place_of_file(visit, file.path)
    theirs, yours = (_text_in(edition, file.path, text) for text in (file.theirs, file.yours))
    entries = _entries(edition, file.path, theirs, yours) if theirs and yours else ()
    said = VersionPlaces(edition, yours or theirs or _text_of(edition, file.path))
    places, others = list[PlaceVersions](), list[PlaceVersions]()
    for path, versions in _differing(file):
        if entries and path[:1] == ("clauses",):
            continue  # the marks show it
        name = said.name(path)
        was, own, mine = (said.value(path, one) if name else one for one in versions)
        is_both = own != mine and was not in {own, mine}
        place_of = PlaceVersions(name or " › ".join(path), was, own, mine, is_both)
        (places if name else others).append(place_of)
    shown = places[:_MOST], others[:_MOST]
    return FileVersions(place.words, place.href, entries, *shown, is_whole=file.is_whole)


def _entries(edition: Edition, file: str, theirs: Revision, yours: Revision) -> Sequence[EntryView]:
    """Return the clauses that differ, with marks: what yours would make of what is saved now."""
    of = paths.StandardPath.parse(file)
    record = edition.register.record(of.standard) if of else None
    if record is None or record.revision(theirs.revision) is None:
        return ()
    compared = compare(record, theirs, yours, edition.register.project.languages)
    return entry_views(edition, edition.at(addresses.standard(record.id)), compared)[:_MOST]


def _text_in(edition: Edition, file: str, text: str | None) -> Revision | None:
    """Return the text that a version of a file says; None where it is none, or cannot be read."""
    of = paths.StandardPath.parse(file)
    if of is None or not of.revision or not text:
        return None
    register = edition.register
    context = {"languages": register.project.languages, "codes": register.codes.lists}
    return shaped(Revision, parse(text.encode(), file).tree, file, context)[0]


def _differing(
    file: ConflictedFile,
) -> Iterator[tuple[tuple[str, ...], tuple[str, str, str]]]:
    """Yield each place in which the versions differ: as it was, as it is saved, and yours."""
    was, theirs, yours = (_leaves(text) for text in (file.was, file.theirs, file.yours))
    for path in dict.fromkeys((*theirs, *yours, *was)):
        old, other, own = (one.get(path, "") for one in (was, theirs, yours))
        if not old == other == own:
            yield path, (old, other, own)


def _text_of(edition: Edition, file: str) -> Revision | None:
    """Return the text of which a file is, or the newest of its standard: for names of clauses."""
    of, comment = paths.StandardPath.parse(file), paths.CommentPath.parse(file)
    standard = of.standard if of else comment.standard if comment else ""
    record = edition.register.record(standard)
    if record is None:
        return None
    number = of.revision if of else 0
    return record.revision(number) or next(reversed(record.revisions), None)


def _leaves(text: str | None) -> _Leaves:
    """Return all texts of a file by where they stand; a broken one is one text."""
    tree = parse(text.encode(), "").tree if text else None
    found = dict(_below(tree, ())) if isinstance(tree, Mapping | list) else {}
    return found or ({(): text} if text else {})


def _below(tree: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:  # noqa: ANN401
    if isinstance(tree, Mapping):
        for key, value in tree.items():
            yield from _below(value, (*path, str(key)))
    elif isinstance(tree, list):
        for number, value in enumerate(tree):
            named = value.get("id") if isinstance(value, Mapping) else None
            yield from _below(value, (*path, str(named or number + 1)))
    elif tree is not None:
        yield path, str(tree)
