"""The comments of a portal's page, with the replies below them: elements in, values out.

A reply is known by its sign (`fa-tags`); whatever else stands below a comment is a comment, too.
"""

import re
from collections.abc import Iterator
from typing import Any

from talqy.office.portal_values import DayOfYear, PortalComment, PortalMark, PortalReply

_TIME = re.compile(r"(\d{2})/(\d{2}) ?- ?\d{2}:\d{2}")
_ID = re.compile(r"\d{1,18}")
_MARKS = {"fa-times-circle": PortalMark.NO, "fa-check-square": PortalMark.YES}
_TITLES = {
    **dict.fromkeys(("не принято", "қабылданбады"), PortalMark.NO),
    **dict.fromkeys(("принято", "қабылданды"), PortalMark.YES),
}
_MOST_SAID = 500


def comments_of(place: Any, *, is_whole: bool) -> tuple[PortalComment, ...]:  # noqa: ANN401 - an element of lxml
    """Return all comments in their order; where the page breaks off, the last one may be cut."""
    said: dict[Any, list[PortalReply]] = {}
    for body in _found(place):
        if not _is_reply(body):
            said[body] = []
        elif (answered := _answered(body)) in said:
            said[answered].append(PortalReply(_id(body), _day(_heads(body)), _text(body)))
    last = next(reversed(said), None)
    return tuple(
        _comment(body, replies, is_whole=is_whole or body is not last)
        for body, replies in said.items()
    )


def _found(place: Any) -> Iterator[Any]:  # noqa: ANN401 - elements of lxml
    """Yield the bodies of comments and replies, the outer ones first."""
    for one in place.iter("div"):
        classes = _classes(one)
        around = one.getparent()
        if "media-body" in classes and around is not None and "media" in _classes(around):
            yield one


def _comment(
    body: Any,  # noqa: ANN401 - an element of lxml
    replies: list[PortalReply],
    *,
    is_whole: bool,
) -> PortalComment:
    heads = _heads(body)
    link = next((one for head in heads for one in head.iter("a") if _is_part(one)), None)
    return PortalComment(
        id=_id(body),
        author=_own(heads[0]) if heads else "",
        label=None if link is None else _said(link)[:_MOST_SAID],
        part=_number(link),
        day=_day(heads),
        mark=_mark(heads),
        text=_text(body),
        replies=tuple(replies),
        is_whole=is_whole,
    )


def _answered(reply: Any) -> Any:  # noqa: ANN401 - elements of lxml
    """Return the body of the comment that a reply, or a reply to a reply, stands below."""
    for one in reply.iterancestors("div"):
        if "media-body" in _classes(one) and not _is_reply(one):
            return one
    return None


def _is_reply(body: Any) -> bool:  # noqa: ANN401 - an element of lxml
    return any("fa-tags" in _classes(sign) for head in _heads(body) for sign in head.iter("i"))


def _heads(body: Any) -> list[Any]:  # noqa: ANN401 - elements of lxml
    return [one for one in body if one.tag == "h4" and "media-heading" in _classes(one)]


def _paragraph(body: Any) -> Any:  # noqa: ANN401 - an element of lxml
    words = [one for one in body if one.tag == "p"]
    return next((one for one in words if one.get("id")), words[0] if words else None)


def _id(body: Any) -> str:  # noqa: ANN401 - an element of lxml
    words = _paragraph(body)
    number = str(words.get("id") or "") if words is not None else ""
    return number if _ID.fullmatch(number) else ""


def _text(body: Any) -> str:  # noqa: ANN401 - an element of lxml
    words = _paragraph(body)
    return "" if words is None else _said(words).replace("\r\n", "\n").strip()


def _said(element: Any) -> str:  # noqa: ANN401 - an element of lxml
    """Return the words of an element; a break that a browser has made of a line end is one."""
    parts = []
    for one in element.iter():
        if one is not element and one.tag == "br":
            parts.append("\n")
        elif isinstance(one.tag, str):
            parts.append(one.text or "")
        if one is not element:
            parts.append(one.tail or "")
    return "".join(parts)


def _own(head: Any) -> str:  # noqa: ANN401 - an element of lxml
    """Return the words of a heading without those of spans and signs; translators put in fonts."""
    words = [head.text or ""]
    for one in head:
        words += ["" if one.tag in {"span", "i", "a"} else _said(one), one.tail or ""]
    return " ".join(" ".join(words).split())[:_MOST_SAID]


def _is_part(link: Any) -> bool:  # noqa: ANN401 - an element of lxml
    return "view-comment-part" in _classes(link)


def _number(link: Any) -> str:  # noqa: ANN401 - an element of lxml
    if link is None:
        return ""
    number = link.get("npa-id") or str(link.get("href") or "").rpartition("#")[2]
    return number if _ID.fullmatch(number) else ""


def _day(heads: list[Any]) -> DayOfYear | None:
    """Return the day of a comment; what stands in a link is the label, a stranger's words."""
    for head in heads:
        for one in head.iter():
            is_link = one.tag == "a" or any(up.tag == "a" for up in one.iterancestors())
            words = ("" if is_link else one.text or "", "" if one is head else one.tail or "")
            if not is_link or one.tag == "a":
                for text in words:
                    if said := _TIME.search(text):
                        return DayOfYear(int(said[1]), int(said[2]))
    return None


def _mark(heads: list[Any]) -> PortalMark:
    for head in heads:
        for sign in head.iter("i"):
            title = " ".join(str(sign.get("title") or "").split()).casefold()
            by_class = next((_MARKS[one] for one in _classes(sign) if one in _MARKS), None)
            if mark := _TITLES.get(title) or by_class:
                return mark
    return PortalMark.NONE


def _classes(element: Any) -> list[str]:  # noqa: ANN401 - an element of lxml
    return str(element.get("class") or "").split()
