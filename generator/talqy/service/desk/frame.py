"""The frame of the desk's pages: where one is, who one is, what was just done."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A subject of the desk: what it is called, and where it is; `is_here`: this page is of it."""

    words: str
    href: str
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """Something that is said once at the top of a page; `is_grave`: something was not done.

    `is_doubt`: it is something to look at.

    `href` and `onward` are a link to what is done about it, and its words; empty without one.
    """

    words: str
    is_grave: bool = False
    href: str = ""
    onward: str = ""
    is_doubt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskFrame:
    """What `desk/frame.html` may use.

    `here` is the path of the desk in this language, `base` that of all of it; both end with a
    stroke. `csrf` goes into each form as its field `csrf`. `official` is who is signed in: the
    name, where they show one, and what they may do.
    """

    language: str
    title: str
    site_name: Markup
    here: str
    base: str
    menu: Sequence[MenuEntry]
    languages: Sequence[tuple[str, str, str]]
    official: str
    csrf: str
    notices: Sequence[NoticeLine]
    demonstration: Markup
    fixed_day: str


@dataclass(frozen=True, slots=True)
class DeskView:
    """What a template of the desk may use: `view.frame`, and what its page shows, `view.page`."""

    frame: DeskFrame
    page: object
