"""A comment of the queue on a terminal: in a line of a list, and whole."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from talqy.cli.speech import say
from talqy.language.locale import Locale
from talqy.language.screen import on_screen
from talqy.model.comment import Comment

if TYPE_CHECKING:
    from talqy.service.publish.seen import SeenComment
    from talqy.service.taken import Logged

_SHOWN, _MOST_NAMED = 80, 20


def line_shown(one: "SeenComment", locale: Locale) -> str:
    """Return a comment in short: its state, first words, codes, who says the same."""
    taken, said = one.taken, one.comment
    words = on_screen(said.text, " ")[:_SHOWN] if said else say("(it cannot be read)")
    codes = " ".join(dict.fromkeys(problem.code for problem in one.problems))
    alike = _alike(one.alike)
    about = f"{taken.standard} r{taken.revision}"
    state = locale.coded("queue-state", taken.state)
    head = f"{taken.id}  {taken.received.isoformat()}  {about}  [{state}]"
    return "\n    ".join(filter(None, (head, words, codes, alike)))


def together(found: Sequence["SeenComment"]) -> Iterator[Sequence["SeenComment"]]:
    """Yield comments in their order, those that say the same as one of them together, each once."""
    known, gone = {one.taken.id: one for one in found}, set[str]()
    for one in found:
        if one.taken.id in gone:
            continue
        like = [known[name] for name in one.alike if name in known and name not in gone]
        gone.update((one.taken.id, *(other.taken.id for other in like)))
        yield (one, *like)


def group_shown(alike: Sequence["SeenComment"], locale: Locale) -> str:
    """Return comments that say the same: the first one whole, of the others what differs."""
    first, *others = alike
    names = {one.taken.id for one in alike}
    public = tuple(name for name in first.alike if name not in names)
    lines = [line_shown(replace(first, alike=public), locale)]
    if others:
        lines.append(say("says the same: {comments}", comments="").rstrip())
    for one in others:
        codes = " ".join(dict.fromkeys(problem.code for problem in one.problems))
        state = locale.coded("queue-state", one.taken.state)
        lines.append(
            f"  {one.taken.id}  {one.taken.received.isoformat()}  [{state}]  {codes}".rstrip()
        )
    return "\n    ".join(lines)


def _alike(names: Sequence[str]) -> str:
    if not names:
        return ""
    more = f" … +{len(names) - _MOST_NAMED}" if len(names) > _MOST_NAMED else ""
    return say("says the same: {comments}", comments=", ".join(names[:_MOST_NAMED]) + more)


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
    parts = (f"{act.at:%Y-%m-%d %H:%M}", act.by, act.written, act.reason, values)
    return "  ".join(filter(None, map(on_screen, parts)))
