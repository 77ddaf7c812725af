"""What each element of HTML does with its words: one table (HTML Living Standard, 4; 16.2).

An element that is named nowhere here stands within a line, and its words are read there.
"""

BLOCKS = frozenset(
    {"p", "div", "li", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"}
    | {"pre", "section", "article", "header", "footer", "dl", "dt", "dd", "hr", "center", "body"}
    | {
        "address",
        "aside",
        "caption",
        "details",
        "dialog",
        "dir",
        "fieldset",
        "figcaption",
        "figure",
    }
    | {"form", "hgroup", "legend", "listing", "main", "menu", "nav", "option", "optgroup", "search"}
    | {"summary", "textarea", "tbody", "tfoot", "thead", "xmp", "plaintext"}
)
"""They begin a line of their own."""

AS_WRITTEN = frozenset({"pre", "listing", "xmp", "plaintext", "textarea"})
"""Breaks of lines count in them."""

UNSEEN = frozenset(
    {"script", "style", "head", "title", "template", "noscript", "meta", "link"}
    | {"datalist", "noembed", "noframes", "param", "rp", "source", "track"}
)
"""Nobody sees their words."""

STRUCK = frozenset({"s", "strike", "del"})
"""Their words are struck out."""

AROUND = {"q": ("«", "»"), "rt": (" (", ")")}
"""Signs that a program shows around their words; a reading above the line stands in brackets."""

_FIELDS = frozenset({"input", "select", "textarea", "button", "meter", "progress", "output"})
_OTHER = frozenset(
    {"svg", "math", "canvas", "object", "embed", "applet", "iframe", "frame", "audio", "video"}
)
_NO_WORDS = frozenset({"hidden"})


def is_not_read(tag: str, kind: str, direction: str) -> bool:
    """Return whether an element shows words otherwise than as text: fields, drawings, other pages.

    `kind` is the type of an input; `direction` that in which an element sets its letters.
    """
    if tag == "input" and kind.lower() in _NO_WORDS:
        return False
    return tag in _FIELDS or tag in _OTHER or (tag == "bdo" and direction.lower() == "rtl")


_AROUND_THE_TEXT = frozenset({"nav", "aside", "menu", "search", "dialog"})
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar"}
    | {"dialog", "alertdialog", "toolbar", "tablist"}
)
_FOR_SCREEN_READERS = frozenset({"sr-only", "visually-hidden", "d-none", "hidden"})


def is_around_the_text(tag: str, role: str, classes: str) -> bool:
    """Return whether an element only leads through a page, or is not seen on it.

    `role` is what the element says of itself (WAI-ARIA 1.2, 5.3.4), `classes` are its classes:
    some names say the same thing everywhere, and their rules stand in files of their own.
    """
    if tag in _AROUND_THE_TEXT or role.strip().lower() in _ROLES:
        return True
    return not _FOR_SCREEN_READERS.isdisjoint(classes.lower().split())
