"""A page of the state's portal that an official has saved, as values; nothing is fetched.

Read is what marks the elements (classes, numbers, titles), in either language of the portal, as
the server sends the page and as browsers save it. The words of strangers are text, whatever they
look like.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from email import message_from_bytes, policy
from typing import Any

from talqy.office.page_letters import page_text
from talqy.office.page_tree import tree_of_text
from talqy.office.portal_comments import comments_of
from talqy.office.portal_values import PortalPage, PortalPart
from talqy.office.sound import UnsoundError

_TABS = re.compile(r"tab-(\d{1,3})")
_DAY = re.compile(r"(\d{2})/(\d{2})/(\d{4})")
_ADDRESS = re.compile(r"/npa/view\?[^\s\"'<>]{0,500}")
_ASKED = {
    "id": re.compile(r"[?&](?:amp;)?id=(\d{1,18})"),
    "tab": re.compile(r"[?&](?:amp;)?typeComment=(\d{1,3})"),
    "page": re.compile(r"[?&](?:amp;)?pageComment=(\d{1,4})"),
}
_SAVED_FROM = re.compile(r"saved from url=\(\d{1,6}\)(\S{1,500})")
_PAGES = re.compile(r"twbsPagination\(\{.{0,400}?totalPages\s{0,9}:\s{0,9}(\d{1,4})", re.DOTALL)
_SCRIPT_TAB = re.compile(r"typeComment=(\d{1,3})&(?:amp;)?pageComment=\{\{")
_COUNTED = re.compile(r"(?:like|dislike)Count-(\d{1,18})-\d")
_PART_TAGS = frozenset({"p", "li", "div", "h1", "h2", "h3", "h4", "h5", "table"})
_PART_ID = re.compile(r"\d{1,7}")
_CREATED = ("дата создания", "құру күні")
_CLOSES = ("публичное обсуждение до", "қоғамдық талқылаудың мерзімі")
_VERSION = ("версия проекта", "жоба нұсқасы")
_COUNT = re.compile(r"\d{1,7}")
_NUMBER = re.compile(r"\d{1,4}")
_MOST_PARTS, _HEAD = 20_000, 20_000
_IN_ONE_FILE = re.compile(
    rb"(?:from|mime-version|content-type|subject|date|snapshot)\b", re.IGNORECASE
)


def read_portal_page(data: bytes) -> PortalPage | None:
    """Return what stands on a page; None where it is no page of a draft on the portal.

    Raises UnsoundError where it cannot be read safely.
    """
    data, address = _opened(data)
    text = page_text(data)
    tree = tree_of_text(text)
    comments = _first(tree, "div", "comments")
    if comments is None or _first(tree, "div", "commentsTab") is None:
        return None
    saved = _SAVED_FROM.search(text[:_HEAD])
    asked = _asked(saved[1] if saved else address)
    scripts = "\n".join(one.text or "" for one in tree.iter("script"))
    shown = _shown_pages(tree)
    tab, tab_name = _tab(tree, comments, asked, scripts)
    fields = dict(_fields(tree))
    total = _PAGES.search(scripts)
    page = shown[0] or int(asked.get("page", 1)) or 1
    return PortalPage(
        draft=_draft(tree) or asked.get("id", ""),
        version=_version(fields),
        created=_day(fields, _CREATED),
        closes=_day(fields, _CLOSES),
        tab=tab,
        tab_name=tab_name,
        page=page,
        pages=max(page, shown[1], int(total[1]) if total else 1),
        entries=_entries(tree),
        comments=comments_of(comments, is_whole="</html" in text.lower()),
        parts=tuple(_parts(tree)),
    )


def _opened(data: bytes) -> tuple[bytes, str]:
    """Return the page of a file, and its address; a browser may save all in one file (MHTML)."""
    if not _IN_ONE_FILE.match(data[:200]):
        return data, ""
    message = message_from_bytes(data, policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html" and isinstance(
            page := part.get_payload(decode=True), bytes
        ):
            return page, str(part.get("Content-Location") or "")
    raise UnsoundError


def _asked(address: str) -> Mapping[str, str]:
    """Return what an address asks the portal for; nothing of another address."""
    found = _ADDRESS.search(address)
    asked = {key: sign.search(found[0]) for key, sign in _ASKED.items()} if found else {}
    return {key: match[1] for key, match in asked.items() if match}


# --- what the page says of the draft --------------------------------------------------------------


def _fields(tree: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - a tree of lxml
    for small in tree.iter("small"):
        label = small.find("b")
        if label is not None:
            name = " ".join("".join(label.itertext()).split()).rstrip(":").casefold()
            behind = [label.tail or "", *("".join(one.itertext()) for one in label.itersiblings())]
            yield name, " ".join(" ".join(behind).split())


def _day(fields: Mapping[str, str], names: tuple[str, ...]) -> date | None:
    said = _DAY.match(next(filter(None, (fields.get(name, "") for name in names)), ""))
    try:
        return date(int(said[3]), int(said[2]), int(said[1])) if said else None
    except ValueError:
        return None


def _version(fields: Mapping[str, str]) -> int:
    said = next(filter(None, (fields.get(name, "") for name in _VERSION)), "")
    number = _NUMBER.search(said)
    return int(number[0]) if number else 1


def _draft(tree: Any) -> str:  # noqa: ANN401 - a tree of lxml
    """Return the number of the draft: its counters carry it."""
    for counters in _of_class(tree, "ul", "blog-info"):
        for one in counters.iter("span"):
            if counted := _COUNTED.search(str(one.get("class") or "")):
                return counted[1]
    return ""


def _entries(tree: Any) -> int | None:  # noqa: ANN401 - a tree of lxml
    for counters in _of_class(tree, "ul", "blog-info"):
        for sign in _of_class(counters, "i", "fa-comments"):
            digits = re.sub(r"\s", "", sign.tail or "")
            return int(digits) if _COUNT.fullmatch(digits) else None
    return None


def _parts(tree: Any) -> Iterator[PortalPart]:  # noqa: ANN401 - a tree of lxml
    """Yield the parts that the page's script has numbered, in their order."""
    text = _first(tree, "div", "commentable-div")
    if text is None:
        return
    for count, one in enumerate(text.iterdescendants()):
        if count > _MOST_PARTS:
            return
        number = str(one.get("id") or "") if one.tag in _PART_TAGS else ""
        if _PART_ID.fullmatch(number):
            yield PortalPart(number, " ".join("".join(one.itertext()).split()))


# --- which tab, which page ------------------------------------------------------------------------


def _tab(
    tree: Any,  # noqa: ANN401 - a tree of lxml
    comments: Any,  # noqa: ANN401 - an element of lxml
    asked: Mapping[str, str],
    scripts: str,
) -> tuple[int | None, str]:
    """Return number and name of the tab that is shown.

    A browser saves which one is active; a page as it was sent has its name above the comments.
    """
    names = dict(_tab_names(tree))
    active = [
        int(number[1])
        for one in _of_class(tree, "li", "active")
        if (number := _TABS.fullmatch(str(one.get("id") or "")))
    ]
    heading = next((" ".join("".join(h.itertext()).split()) for h in _headings(comments)), "")
    named = [number for number, name in names.items() if name and name == heading]
    by_script = [int(one) for one in _SCRIPT_TAB.findall(scripts)]
    by_address = [int(asked["tab"])] if "tab" in asked else []
    found = next(iter((*named, *active, *by_address, *by_script)), None)
    return found, heading or names.get(found or 0, "")


def _tab_names(tree: Any) -> Iterator[tuple[int, str]]:  # noqa: ANN401 - a tree of lxml
    for one in tree.iter("li"):
        if number := _TABS.fullmatch(str(one.get("id") or "")):
            yield int(number[1]), " ".join("".join(one.itertext()).split())


def _headings(comments: Any) -> Iterator[Any]:  # noqa: ANN401 - an element of lxml
    return (one for one in comments.itersiblings(preceding=True) if one.tag == "h2")


def _shown_pages(tree: Any) -> tuple[int, int]:  # noqa: ANN401 - a tree of lxml
    """Return the page that a browser shows as the present one, and the last it names; 0 of none."""
    present, last = 0, 0
    for place in tree.iter("div"):
        if place.get("id") != "pagination2":
            continue
        for one in place.iter("li"):
            number = "".join(one.itertext()).strip()
            if _NUMBER.fullmatch(number):
                last = max(last, int(number))
                is_present = "active" in str(one.get("class") or "").split()
                present = int(number) if is_present else present
    return present, last


def _of_class(root: Any, tag: str, name: str) -> Iterator[Any]:  # noqa: ANN401 - elements of lxml
    return (one for one in root.iter(tag) if name in str(one.get("class") or "").split())


def _first(root: Any, tag: str, name: str) -> Any:  # noqa: ANN401 - an element of lxml
    return next(_of_class(root, tag, name), None)
