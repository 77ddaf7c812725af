"""What a page says at its top while it is served for work: what is wrong with the files.

Published pages have nothing of this: it is put into the finished page on its way to the browser.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from talqy.errors import Saying, TalqyError
from talqy.model.problem import Problem

_BODY = re.compile(rb"<body[^>]*>")
_BOX = Markup(
    '<aside id="_live" role="status" style="{style}">'
    "<details{open}><summary><strong>{tally}</strong></summary>{old}<ul>{items}</ul></details>"
    "</aside>"
)
_STYLE = (
    "margin:0;padding:.75rem 1rem;background:#fff4ce;color:#201f1e;border-bottom:3px solid #b3261e;"
    "font:1rem/1.4 sans-serif;overflow-wrap:anywhere;max-height:50vh;overflow:auto"
)
_ITEM = Markup("<li><code>{place}</code> {code} {said}{hint}</li>")
_HINT, _PART = Markup("<br><em>{}</em>"), Markup("<p>{}</p>")
_MOST = 50
_OLD = Saying("a file cannot be read: what could be read last is shown")
_TALLY = "errors: {errors}, warnings: {warnings}"


@dataclass(frozen=True, slots=True)
class WhatIsWrong:
    """What the last survey has found; `ended` is why no page can be made of it.

    With `has_old` pages show what could be read last.
    """

    problems: Sequence[Problem] = ()
    has_old: bool = False
    ended: TalqyError | None = None


NO_BOX = WhatIsWrong()


def box(wrong: WhatIsWrong, translate: Callable[[str], str]) -> Markup:
    """Say what is wrong; nothing where nothing is. Errors come first, and open the box."""
    errors = [one for one in wrong.problems if one.is_error]
    others = [one for one in wrong.problems if not one.is_error]
    if not wrong.problems and not wrong.ended:
        return Markup()
    said = {"errors": len(errors), "warnings": len(others)}
    items = [_item(one, translate) for one in (*errors, *others)[:_MOST]]
    if wrong.ended:
        items.insert(0, Markup("<li>{}</li>").format(wrong.ended.said(translate)))
    is_open = bool(errors or wrong.ended)
    return _BOX.format(
        style=_STYLE,
        open=Markup(" open") if is_open else "",
        tally=Saying(_TALLY, said).said(translate),
        old=_PART.format(_OLD.said(translate)) if wrong.has_old or wrong.ended else "",
        items=Markup().join(items),
    )


def _item(one: Problem, translate: Callable[[str], str]) -> Markup:
    place = f"{one.file}:{one.line}" if one.line else one.file
    advice = one.advised(translate)
    hint = _HINT.format(advice) if advice else ""
    return _ITEM.format(place=place, code=one.code, said=one.said(translate), hint=hint)


def with_box(page: bytes, told: Markup) -> bytes:
    """Return a page with what is said put to the top of its body."""
    found = _BODY.search(page)
    at = found.end() if found else 0
    return page[:at] + str(told).encode() + page[at:] if told else page
