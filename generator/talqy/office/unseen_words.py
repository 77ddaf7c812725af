"""What a style of a page says of words: struck out, or not to be seen by a reader.

Styles stand at an element, or in a `<style>` of the page for all elements of a class. Of a selector
its last step counts alone: it may reach more words than the page means, and these are told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_LINE_THROUGH = re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE)
_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|font-size\s*:\s*(?:0(?![.\d])|0?\.\d|1(?:px|pt))|(?<![-\w])opacity\s*:\s*0(?:\.0+)?(?![.\d])"
    r"|(?<![-\w])(?:left|top|right|text-indent|margin-left)\s*:\s*-\d{3,}"
    r"|(?<![-\w])color\s*:\s*transparent|clip\s*:\s*rect\(\s*0",
    re.IGNORECASE,
)
_NO_HEIGHT = re.compile(r"(?<![-\w])(?:max-)?(?:height|width)\s*:\s*0(?![.\d])", re.IGNORECASE)
_CUT_OFF = re.compile(r"overflow\s*:\s*hidden", re.IGNORECASE)
_WHITE = re.compile(
    r"(?<![-\w])color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgba?\(\s*255\s*,\s*255\s*,\s*255\b)",
    re.IGNORECASE,
)
_COLOUR = re.compile(r"(?<![-\w])color\s*:", re.IGNORECASE)
_GROUND = re.compile(
    r"background(?:-color|-image)?\s*:\s*(?!\s*(?:none|transparent|white|#fff(?:fff)?)\b)[^;\s]",
    re.IGNORECASE,
)
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_LAST_STEP = re.compile(r"(?<![\w.#-])([\w-]*)((?:[.#][\w-]+)*)(?::[\w-]+)?$")
_MOST_RULES = 5_000


@dataclass(frozen=True, slots=True)
class Seen:
    """What a style says: struck, unseen, white, of another colour, on a ground of one."""

    is_struck: bool = False
    is_hidden: bool = False
    is_white: bool = False
    has_colour: bool = False
    has_ground: bool = False

    def over(self, other: "Seen") -> "Seen":
        """Return what holds where this one is nearer to the words: its colour beats the other's."""
        return Seen(
            self.is_struck or other.is_struck,
            self.is_hidden or other.is_hidden,
            self.is_white if self.has_colour else other.is_white,
            self.has_colour or other.has_colour,
            self.has_ground or other.has_ground,
        )


NOTHING = Seen()


def seen_by(style: str) -> Seen:
    """Return what a style says of the words below it."""
    if not style:
        return NOTHING
    is_cut_off = _NO_HEIGHT.search(style) and _CUT_OFF.search(style)
    return Seen(
        bool(_LINE_THROUGH.search(style)),
        bool(_UNSEEN.search(style) or is_cut_off),
        bool(_WHITE.search(style)),
        bool(_COLOUR.search(style)),
        bool(_GROUND.search(style)),
    )


@dataclass(frozen=True, slots=True)
class StyleRules:
    """Rules of a page that say something of words: names of elements, classes and ids, by rule."""

    by_name: dict[str, tuple[tuple[str, frozenset[str], Seen], ...]]

    def of(self, element: Any) -> Seen:  # noqa: ANN401 - an element of lxml
        """Return what the rules say of an element."""
        if not self.by_name:
            return NOTHING
        marks = {f".{name}" for name in str(element.get("class") or "").split()}
        marks |= {f"#{element.get('id')}"} if element.get("id") else set()
        found = NOTHING
        for name in (*marks, str(element.tag)):
            for tag, needed, seen in self.by_name.get(name, ()):
                if tag in {"", element.tag} and needed <= marks:
                    found = seen.over(found)
        return found


def rules_of(css: str) -> StyleRules:
    """Return the rules of a page's styles; those for print alone hold for none."""
    by_name: dict[str, tuple[tuple[str, frozenset[str], Seen], ...]] = {}
    for count, (selectors, style) in enumerate(_rules(_REMARK.sub(" ", css))):
        seen = seen_by(style)
        if count > _MOST_RULES or seen == NOTHING:
            continue
        for selector in selectors.split(","):
            step = _LAST_STEP.search(selector.strip())
            marks = frozenset(re.findall(r"[.#][\w-]+", step[2])) if step else frozenset()
            if step and (step[1] or marks):
                key = min(marks, default=step[1].lower())
                by_name[key] = (*by_name.get(key, ()), (step[1].lower(), marks, seen))
    return StyleRules(by_name)


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield selectors and style of each rule that stands in no other one."""
    depth, begins, opened, selectors = 0, 0, 0, ""
    for sign in re.finditer(r"[{}]", css):
        if sign[0] == "{":
            if depth == 0:
                selectors, opened = css[begins : sign.start()], sign.end()
            depth += 1
        elif depth:
            depth -= 1
            begins = sign.end()
            if depth == 0 and "@" not in selectors:
                yield selectors.replace("<!--", ""), css[opened : sign.start()]
