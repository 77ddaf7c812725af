"""The one door for saved pages: bytes in, a tree out, bounded; nothing in it is fetched or run."""

from typing import Any

from lxml import etree, html

from talqy.office.page_letters import page_text
from talqy.office.sound import TooBigError, UnsoundError

MOST_SIGNS = 1 << 24


def page_tree(data: bytes) -> Any:  # noqa: ANN401 - a tree of lxml
    """Return the tree of a page, whatever its letters are; raise UnsoundError where it has none."""
    return tree_of_text(page_text(data))


def tree_of_text(text: str) -> Any:  # noqa: ANN401 - a tree of lxml
    """Return the tree of a page whose letters were read; raise UnsoundError where it has none."""
    if len(text) > MOST_SIGNS:
        raise TooBigError
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnsoundError from error
