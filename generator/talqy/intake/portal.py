"""Saved pages of the state's portal in, submissions out: each comment under its own number.

What the page does not say stays unknown. Accounts' names are in nobody's comment: they only tell
apart who says the same twice.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from talqy.comments.new_comment import derived_id
from talqy.comments.table_heads import Columns
from talqy.intake import import_kinds, portal_kinds
from talqy.intake.author_words import public_name
from talqy.intake.mail_end import EndLine, end_of
from talqy.intake.portal_days import day_of_comment
from talqy.intake.submission import Submission
from talqy.intake.table import ReadTable
from talqy.model.comment import EGOV_CONSENT, CommentSource
from talqy.model.problem import Problem
from talqy.office.grids import Place, at
from talqy.office.portal_values import PortalComment, PortalPage
from talqy.office.sound import TooBigError, UnsoundError

TABS: Mapping[int, str] = MappingProxyType(
    {
        6: "",
        3: "atameken",
        1: "councils",
        8: "anti-corruption",
        9: "legal-expertise",
        10: "economic-expertise",
        7: "commission",
        4: "accredited",
    }
)
"""The tabs of the portal by their numbers: whose voice each is; "" is everybody's."""
SOURCE = "portal"
_ADDRESS = "https://legalacts.egov.kz/npa/view?id={draft}&typeComment={tab}"


def read_portal(data: bytes, file: str, _: str, columns: Columns | None = None) -> ReadTable:
    """Read a saved page; heads of columns say nothing here."""
    del columns
    place = Place(file)
    # Loaded late, as all that is made with the libraries for office files.
    from talqy.office.portal_page import read_portal_page  # noqa: PLC0415

    try:
        page = read_portal_page(data)
    except TooBigError:
        return ReadTable(problems=(at(import_kinds.TOO_BIG, place),))
    except UnsoundError:
        return ReadTable(problems=(at(import_kinds.NOT_READABLE, place, form="HTML"),))
    if page is None:
        return ReadTable(problems=(portal_kinds.of_page(place, portal_kinds.NO_DRAFT_THERE),))
    count = len(page.comments)
    if page.tab not in TABS and count:
        reason = portal_kinds.tab_unknown(count)
        unknown = portal_kinds.of_page(place, reason)
        return ReadTable(problems=(unknown,), not_read=count, page=page)
    rows = tuple(_submission(one, page, file) for one in page.comments)
    return ReadTable(rows, facts=_facts(page), page=page)


def _facts(page: PortalPage) -> Mapping[str, str]:
    facts = {"tab of the page": page.tab_name, "page of the tab": f"{page.page} / {page.pages}"}
    return facts | ({"version of the draft": str(page.version)} if page.version > 1 else {})


def comment_id(number: str) -> str:
    """Return the id of a comment of the portal: the same wherever and however often it is read."""
    return derived_id((SOURCE, number))


def _submission(one: PortalComment, page: PortalPage, file: str) -> Submission:
    place = Place(file, int(one.id or 0))
    own, left_out = _own_words(one.text)
    day = day_of_comment(one.day, page)
    said = {"text": own} | ({"received": day.isoformat()} if day else {})
    who = " ".join(public_name(one.author).split()).casefold() or one.id
    return Submission(
        place=place,
        said=said,
        source=SOURCE,
        origin=hashlib.sha256(who.encode()).hexdigest(),
        notes=tuple(_notes(one, place, own, left_out, is_dated=day is not None)),
        left_out=left_out,
        id=comment_id(one.id) if one.id else "",
        agreed_to=EGOV_CONSENT,
        made_at=_source(one, page) if one.id else None,
        group=TABS.get(page.tab or 0, ""),
    )


def _source(one: PortalComment, page: PortalPage) -> CommentSource:
    url = _ADDRESS.format(draft=page.draft, tab=page.tab) if page.draft else None
    return CommentSource(id=one.id, tab=page.tab, url=url)


def _notes(
    one: PortalComment, place: Place, own: str, left_out: Sequence[str], *, is_dated: bool
) -> Iterator[Problem]:
    if not one.id:
        yield portal_kinds.of_page(place, portal_kinds.NO_NUMBER)
    if not one.is_whole:
        yield portal_kinds.of_page(place, portal_kinds.BREAKS_OFF)
    if not own:
        yield at(import_kinds.NO_WORDS, place)
    if not is_dated:
        value = f"{one.day.day:02}/{one.day.month:02}" if one.day else "?"
        yield at(portal_kinds.YEAR_UNCLEAR, place, value=value)
    if left_out:
        yield at(import_kinds.LEFT_OUT, place, count=len(left_out))


def _own_words(text: str) -> tuple[str, tuple[str, ...]]:
    """Part the words of an author from the farewell below them, with names and numbers."""
    lines = [line.rstrip() for line in text.split("\n")]
    filled = [number for number, line in enumerate(lines) if line.strip()]
    ends = [EndLine(lines[n].strip(), is_apart=n > 0 and not lines[n - 1].strip()) for n in filled]
    count = end_of(ends).count
    if count >= len(filled):
        return text.strip(), ()
    kept = filled[count - 1] + 1 if count else 0
    return "\n".join(lines[:kept]).strip(), tuple(lines[n].strip() for n in filled[count:])
