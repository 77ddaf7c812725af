"""Which part of a saved page holds its text, and what only leads through the page.

The state portal of drafts marks the text by a class, the legal database by `article`; other pages
by `main`, or not at all: then all is text but menus, heads and feet of the page.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from talqy.office.page_elements import UNSEEN, is_around_the_text, is_not_read

_PORTAL = "commentable-div"
_ENDS_OF_PAGE = frozenset({"header", "footer"})
_LEAST_PART, _LEAST_SHARE = 1 / 10, 1 / 2
_LEAST_LINKS = 3
_MOST_PARTS = 500


def main_part(tree: Any) -> Any:  # noqa: ANN401 - elements of lxml
    """Return the element that holds the text of a page: the whole page where none is marked."""
    for element in tree.iter("div"):
        if _PORTAL in str(element.get("class") or "").split():
            return element
    whole = _weight(tree)
    for marked in (_elements(tree, "article"), _elements(tree, "main")):
        weights = {one: _weight(one) for one in marked}
        most = max(weights.values(), default=0)
        parts = [one for one, weight in weights.items() if weight and weight >= most * _LEAST_PART]
        if parts and (part := _around(parts)) is not None and _weight(part) >= whole * _LEAST_SHARE:
            return part
    return tree


def is_left_out(element: Any, main: Any) -> bool:  # noqa: ANN401 - elements of lxml
    """Return whether an element of the main part is no text of it.

    Heads and feet of sections belong to the text, those of the whole page do not.
    """
    role, classes = str(element.get("role") or ""), str(element.get("class") or "")
    if is_around_the_text(element.tag, role, classes):
        return True
    if main.getparent() is not None:
        return False
    return element.tag in _ENDS_OF_PAGE or (element.tag in {"ul", "ol"} and _is_menu(element))


def _is_menu(element: Any) -> bool:  # noqa: ANN401 - an element of lxml
    """Return whether all words of a list are links, one for each item."""
    items = [one for one in element if one.tag == "li"]
    return len(items) >= _LEAST_LINKS and all(
        next(item.iter("a"), None) is not None and not _weight(item) for item in items
    )


def _elements(tree: Any, name: str) -> Sequence[Any]:  # noqa: ANN401 - elements of lxml
    found = (
        one
        for one in tree.iter()
        if one.tag == name or (name == one.get("role"))
        if isinstance(one.tag, str)
    )
    outer = (one for one in found if not any(up.tag == name for up in one.iterancestors()))
    return [one for one, _ in zip(outer, range(_MOST_PARTS), strict=False)]


def _around(parts: Sequence[Any]) -> Any:  # noqa: ANN401 - elements of lxml
    """Return the innermost element around all parts."""
    first, *others = parts
    if not others:
        return first
    ways = [set(part.iterancestors()) for part in others]
    return next((up for up in first.iterancestors() if all(up in way for way in ways)), None)


def _weight(element: Any) -> int:  # noqa: ANN401 - an element of lxml
    """Return how many signs an element says outside of links and fields."""
    return sum(len(words.strip()) for words in _said(element))


def _said(element: Any) -> Iterator[str]:  # noqa: ANN401 - an element of lxml
    depth = 0
    for event, one in etree.iterwalk(element, events=("start", "end")):
        is_mute = isinstance(one.tag, str) and (
            one.tag in UNSEEN or one.tag == "a" or is_not_read(one.tag, "", "")
        )
        if event == "start":
            depth += is_mute
            if not depth and one.text and isinstance(one.tag, str):
                yield one.text
        else:
            depth -= is_mute
            if not depth and one.tail and one is not element:
                yield one.tail
