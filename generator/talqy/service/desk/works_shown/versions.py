"""Both versions of what two have saved, place by place, as people read them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from starlette.responses import Response

from talqy.language.clause_sayings import plain_clause_name
from talqy.model import paths
from talqy.model.revision import Revision
from talqy.project.yaml_read import parse
from talqy.service.desk.pages import DeskVisit, typed_of
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.work.values import Conflict, ConflictedFile
from talqy.service.desk.works_shown.places import FaultView, fault_view, place_of_file

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
    """A file in words, and the places in which its versions differ."""

    title: str
    href: str
    places: Sequence[PlaceVersions]


@dataclass(frozen=True, slots=True)
class VersionsPage:
    """What `desk/two_versions.html` may use.

    `hidden` is what was typed, to be saved all the same at `action`; empty where that cannot be
    asked for. `takes_in` is where one of two saved versions is chosen: of `seen`, and of what is
    `published`. `back` leads to the page as it is now.
    """

    by: str
    files: Sequence[FileVersions]
    faults: Sequence[FaultView]
    typed: Sequence[tuple[str, str]]
    action: str
    hidden: Sequence[tuple[str, str]]
    back: str
    takes_in: str = ""
    seen: str = ""
    published: str = ""


def two_versions(
    visit: DeskVisit, conflict: Conflict, posted: DeskPosted | None = None, back: str = ""
) -> Response:
    """Show both versions, with all that was typed; nothing was saved, and nothing is lost.

    What was `posted` can be saved all the same by its own page: made anew of what is there now.
    """
    can_again = posted is not None and bool(conflict.tip) and not posted.files
    page = VersionsPage(
        by=conflict.by,
        files=[_file(visit, one) for one in conflict.files],
        faults=[fault_view(visit, one) for one in conflict.problems],
        typed=typed_of(posted) if posted else (),
        action=str(visit.request.scope["path"]) if can_again else "",
        hidden=list(_hidden(posted, conflict.tip)) if posted and can_again else (),
        back=back or visit.path(),
    )
    title = visit.say("Two versions")
    return visit.shown("two_versions.html", page, title=title, status=HTTPStatus.CONFLICT)


def two_published(visit: DeskVisit, conflict: Conflict, seen: str, here: str) -> Response:
    """Show both versions of what is saved and of what was published; `here` is the work's page.

    One of them is chosen for all places that both have changed, and then gone on with.
    """
    page = VersionsPage(
        by=conflict.by,
        files=[_file(visit, one) for one in conflict.files],
        faults=[fault_view(visit, one) for one in conflict.problems],
        typed=(),
        action="",
        hidden=(),
        back=here,
        takes_in=f"{here}take-in/" if conflict.files else "",
        seen=seen,
        published=conflict.tip,
    )
    title = visit.say("Two versions")
    return visit.shown("two_versions.html", page, title=title, status=HTTPStatus.CONFLICT)


def _hidden(posted: DeskPosted, tip: str) -> Iterator[tuple[str, str]]:
    yield "seen", tip
    for name, texts in posted.said.items():
        if name not in {"csrf", "seen"}:
            yield from ((name, text) for text in texts)


def _file(visit: DeskVisit, file: ConflictedFile) -> FileVersions:
    place = place_of_file(visit, file.path)
    return FileVersions(place.words, place.href, list(_places(visit, file))[:_MOST])


def _places(visit: DeskVisit, file: ConflictedFile) -> Iterator[PlaceVersions]:
    was, theirs, yours = (_leaves(text) for text in (file.was, file.theirs, file.yours))
    text = _text_of(visit, file.path)
    for path in dict.fromkeys((*theirs, *yours, *was)):
        if path[:1] == ("amendments",) and path[2:3] == ("clauses",):
            continue  # which clauses a reason is of follows from the text
        old, other, own = (one.get(path, "") for one in (was, theirs, yours))
        if old == other == own:
            continue
        is_both = other != own and old not in {other, own}
        parts = [_part(visit, one, text) for one in path if one != "clauses"]
        name = " › ".join(parts) or visit.say("The whole file")
        yield PlaceVersions(name, old, other, own, is_both)


def _text_of(visit: DeskVisit, file: str) -> Revision | None:
    """Return the text of which a file is, or the newest of its standard: for names of clauses."""
    of = paths.StandardPath.parse(file)
    record = visit.edition.register.record(of.standard) if of else None
    if of is None or record is None:
        return None
    return record.revision(of.revision) or next(reversed(record.revisions), None)


def _part(visit: DeskVisit, key: str, text: Revision | None) -> str:
    """Return a part of the way to a place in words: a field, a language; else as it stands."""
    locale, register = visit.edition.locale, visit.edition.register
    if key in register.project.languages:
        return locale.language_name(key)
    if text and text.clause(key):
        return plain_clause_name(locale, text, key)
    words = {
        "amendments": visit.say("Reasons of the changes"),
        "reason": visit.say("Reason"),
        "outcome": visit.say("Outcome"),
        "text": visit.say("Text"),
        "heading": visit.say("Heading"),
        "landed": visit.say("Where it landed"),
        "consultation": visit.say("Discussion"),
        "title": visit.say("Title"),
    }
    return words.get(key, key)


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
