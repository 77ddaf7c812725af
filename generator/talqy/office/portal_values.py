"""What stands on a page of a draft on the state's portal, as values: nothing is judged yet."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PortalMark(StrEnum):
    """What the authority has marked a comment with; no mark: nothing is decided yet."""

    YES = "yes"
    NO = "no"
    NONE = ""


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day as the portal writes it beside a comment: without its year."""

    day: int
    month: int


@dataclass(frozen=True, slots=True)
class PortalReply:
    """What the authority has said to a comment, under its number on the portal."""

    id: str
    day: DayOfYear | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalComment:
    """One comment. `label` is the begin of the part it stands at; None where it stands at none.

    `part` is the number of that part, which only a page saved by a browser tells apart. `replies`
    stand in the order of the page; `is_whole` is false where the page may break off in it.
    """

    id: str
    author: str
    label: str | None
    part: str
    day: DayOfYear | None
    mark: PortalMark
    text: str
    replies: tuple[PortalReply, ...] = ()
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class PortalPart:
    """A part of the draft's text that can be commented on, under the number the script gives it."""

    number: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalPage:
    """A page of a draft: which tab and which of its pages, and what the portal counts in all.

    `tab` is None where the page does not tell; `entries` counts comments and replies of all tabs.
    """

    draft: str = ""
    version: int = 1
    created: date | None = None
    closes: date | None = None
    tab: int | None = None
    tab_name: str = ""
    page: int = 1
    pages: int = 1
    entries: int | None = None
    comments: tuple[PortalComment, ...] = ()
    parts: tuple[PortalPart, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The numbers of all comments and replies that stand here."""
        replies = (reply.id for one in self.comments for reply in one.replies)
        return frozenset({*(one.id for one in self.comments), *replies} - {""})
