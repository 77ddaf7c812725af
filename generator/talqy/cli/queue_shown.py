"""A comment of the queue on a terminal: in a line of a list, and whole."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from talqy.cli.speech import say
from talqy.language.locale import Locale
from talqy.language.screen import on_screen
from talqy.model.comment import Comment

if TYPE_CHECKING:
    from talqy.service.publish.seen import SeenComment
    from talqy.service.taken import Logged

_SHOWN = 80


def line_shown(one: "SeenComment", locale: Locale) -> str:
    """Return a comment in short: its state, first words, codes, who says the same."""
    taken, said = one.taken, one.comment
    words = on_screen(said.text, " ")[:_SHOWN] if said else say("(it cannot be read)")
    codes = " ".join(dict.fromkeys(problem.code for problem in one.problems))
    alike = say("says the same: {comments}", comments=", ".join(one.alike)) if one.alike else ""
    about = f"{taken.standard} r{taken.revision}"
    state = locale.coded("queue-state", taken.state)
    head = f"{taken.id}  {taken.received.isoformat()}  {about}  [{state}]"
    return "\n    ".join(filter(None, (head, words, codes, alike)))


def comment_shown(one: "SeenComment", log: Sequence["Logged"], locale: Locale) -> str:
    """Return a comment whole, with the lines of the log about it."""
    taken = one.taken
    lines = [
        line_shown(one, locale),
        taken.digest,
        "",
        *(_fields(one.comment) if one.comment else ()),
        "",
        *map(_logged, log),
    ]
    return "\n".join(lines)


def _fields(said: Comment) -> Iterator[str]:
    place = said.clause if isinstance(said.clause, str) else f"after:{said.clause.after}"
    shown = {
        "clause": place,
        "language": said.language,
        "kind": said.kind,
        "author": " ".join(filter(None, (said.author.kind, said.author.name))),
        "quote": said.quote,
        "text": said.text,
        "proposal": said.proposal,
        "in_reply_to": said.in_reply_to,
    }
    for name, value in shown.items():
        if value:
            lines = [on_screen(line) for line in str(value).split("\n")]
            yield f"{name}: " + "\n    ".join(lines)
    for number, one in enumerate(said.attachments, 1):
        yield f"attachment {number}: {on_screen(one.name, ' ')}"


def _logged(line: "Logged") -> str:
    act = line.act
    values = "; ".join(f"{name}: {on_screen(value, ' ')}" for name, value in act.values.items())
    parts = (f"{act.at:%Y-%m-%d %H:%M}", act.by, act.what, act.reason, values)
    return "  ".join(filter(None, map(on_screen, parts)))
