"""A comparison as Markdown for a comment on a forge: bounded, and safe whatever the texts say.

Rule: a text from a file goes through `escaped`, and never begins a line: it stands behind a label,
in a list or in a quotation. So nothing in it becomes a heading, a mention or a command to a bot.
"""

import re
from collections.abc import Iterator, Sequence

from talqy.diff.view import ChangeWords, DiffView, FactRow, ShownLine
from talqy.language.case_words import CaseRow
from talqy.language.edition import Edition
from talqy.language.screen import on_screen

LONGEST = 60_000
"""Signs in one comment: the forges that people use take 65,536."""

_UNSAFE = re.compile(
    r"[\\`*_\[\]|~$^<>&@#]"  # marks of Markdown, HTML, mentions and numbers of issues
    r"|:(?=//)|(?<=www)\."  # addresses
    r"|:(?=[\w+-]+:)",  # names of small pictures
    re.IGNORECASE | re.ASCII,
)
# A space of no width follows these: forges look for them in the finished text as well.
_CUT = {"@": "@&#8203;", "#": "#&#8203;", ":": ":&#8203;"}
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_LIST = re.compile(r"^(\d{1,9})([.)])|^([-+=])")
_FENCES = {"removed": "~~", "added": "**"}
_CUT_OFF = "&#8203;"


def markdown(views: Sequence[DiffView], longest: int = LONGEST) -> str:
    """Print a comparison in one language after the other; each has its share of the room."""
    room = longest // max(len(views), 1)
    sections = (
        fitted(list(blocks(view)), room - 2, rest(view.edition, view.command)) for view in views
    )
    return "\n\n".join(sections) + "\n"


def blocks(view: DiffView, level: int = 2, place: str = "") -> Iterator[str]:
    """Yield the parts of a comparison, each of which stands alone; `place` names the file."""
    words = view.edition.locale.words
    head = [
        f"{'#' * level} {escaped(view.title)}",
        *([escaped(place)] if place else []),
        f"{escaped(view.older)} → {escaped(view.newer)}",
        f"{words('Marks')}: ~~{words('removed')}~~, **{words('added')}**",
        "- " + "; ".join(f"{name}: {count}" for count, name in view.summary),
    ]
    if not view.changes and not view.for_you.ends:
        head.append(words("The texts say the same."))
    yield "\n\n".join(head)
    yield from ("\n\n".join(part) for part in [list(_for_you(view, level + 1))] if part)
    for change in view.changes:
        yield "\n\n".join(_change(view, change, level + 1))
    if view.shifted:
        shifted = "\n".join(
            f"- {escaped(shift.title)} ({', '.join(shift.actions)})" for shift in view.shifted
        )
        yield f"{'#' * (level + 1)} {words('Only moved or renumbered')}\n\n{shifted}"


def rest(edition: Edition, command: str) -> str:
    """Say that `{n}` parts are left out, and which command shows them."""
    words = edition.locale.words
    left_out = words("Left out for its length, parts: {n}.")
    return f"{left_out} {words('To see everything')}: `{command}`"


def fitted(parts: Sequence[str], room: int, rest: str, between: str = "\n\n") -> str:
    """Join parts while there is room; `rest` says that `{n}` more are left out."""
    kept, left = list[str](), len(parts)
    reserved = len(rest) + 10  # with the figures of the number, and what stands between
    for part in parts:
        if len(part) + 2 > room - (reserved if left > 1 else 0):
            return "\n\n".join((between.join(kept), rest.replace("{n}", str(left)))).strip()
        kept.append(part)
        room -= len(part) + 2
        left -= 1
    return between.join(kept)


def escaped(text: str) -> str:
    """Print a text so that it stays the very text, on one line."""
    return _LIST.sub(_plain_start, _inside(" ".join(text.split())))


def _inside(text: str) -> str:
    """Escape what does not begin a line, and keep its spaces."""
    return _UNSAFE.sub(_plain_sign, on_screen(text))


def _plain_sign(found: re.Match[str]) -> str:
    sign = found[0]
    return _ENTITIES.get(sign) or _CUT.get(sign) or f"\\{sign}"


def _plain_start(found: re.Match[str]) -> str:
    return f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}"


# --- the parts of a comparison --------------------------------------------------------------------


def _for_you(view: DiffView, level: int) -> Iterator[str]:
    """Say what changes for people, case by case, or what ends."""
    words, of = view.edition.locale.words, view.for_you
    if of.gist:
        yield f"> {escaped(of.gist)}"
    if of.ends:
        yield f"- **{escaped(of.ends)}**"
        yield f"> {escaped(of.instead)}"
    if of.successor:
        yield f"- {words('Takes its place')}: **{escaped(of.successor)}**"
    if of.changes:
        yield f"{'#' * level} {of.heading}"
        yield "\n".join(f"- {_case(row)}" for row in of.all_changes)
    for line in filter(None, (of.annexes, of.in_words)):
        yield f"- {escaped(line)}"
    if of.is_same:
        yield f"- {words('Terms, fees and documents stay as they are.')}"
    elif of.stays:
        kept = words("Terms, fees, documents and the like without changes: {n}", n=len(of.stays))
        yield f"- {kept}"


def _case(row: CaseRow) -> str:
    effect = f" – {row.effect}" if row.effect else ""
    return f"{escaped(row.name)}: {escaped(row.was)}{row.arrow}{escaped(row.becomes)}{effect}"


def _change(view: DiffView, change: ChangeWords, level: int) -> Iterator[str]:
    words = view.edition.locale.words
    yield f"{'#' * level} {escaped(change.title)}"
    looked = f" – {words('Look twice')}: **{', '.join(change.signs)}**" if change.signs else ""
    yield f"*{', '.join(change.actions)}*{looked}"
    if change.heading or change.text:
        lines = (
            line for row in (*change.heading, *change.text) for line in _row(row, words("moved"))
        )
        yield "\n>\n".join(f"> {line}" for line in lines)
    if change.facts:
        yield "\n".join(f"- {_fact(fact)}" for fact in change.facts)
    if change.is_elsewhere:
        yield words("In this language the words are the same.")
    for reason in change.reasons:
        yield f"{words('Reason')}: {'<br>'.join(map(escaped, reason.splitlines()))}"
    if change.needs_reason and not change.reasons:
        yield words("No amendment gives a reason for this change.")
    if change.comments:
        causes = "; ".join(f"{name} – {escaped(outcome)}" for name, outcome in change.comments)
        yield f"{words('Because of the comments')}: {causes}"


def _fact(fact: FactRow) -> str:
    arrow = " → " if fact.before and fact.after else ""
    sides = [("removed", fact.before), ("kept", arrow), ("added", fact.after)]
    return f"{escaped(fact.label)}: " + marked([side for side in sides if side[1]])


def _row(row: ShownLine, moved: str) -> Iterator[str]:
    if row.line is None:
        yield f"*{row.folded}*"
    elif row.line.kind == "rewritten":
        yield from (marked([piece]) for piece in row.line.pieces)
    else:
        yield marked(row.line.pieces) + (f" *({moved})*" if row.line.is_moved else "")


def marked(pieces: Sequence[tuple[str, str]]) -> str:
    """Mark a line. Inside of a mark no space may touch it, nor a sign that has a letter outside."""
    written, spaced = "", list(_apart(pieces))
    for at, (mark, text) in enumerate(spaced):
        fence, inner = _FENCES.get(mark, ""), _inside(text)
        if not fence:
            written += inner
            continue
        following = spaced[at + 1][1][:1] if at + 1 < len(spaced) else ""
        opening = fence if _stands(written[-1:], text[0]) else _CUT_OFF + fence
        closing = fence if _stands(following, text[-1]) else fence + _CUT_OFF
        written += f"{opening}{inner}{closing}"
    return _LIST.sub(_plain_start, written.strip())


def _apart(pieces: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Keep the spaces at the edges of marked runs outside of them, and neighbours apart."""
    last = "kept"
    for mark, text in pieces:
        inner = text if mark == "kept" else text.strip()
        left, _, right = text.partition(inner) if inner else (text, "", "")
        if mark != "kept" != last and inner and not left:
            left = " "
        yield from (
            (tone, run) for tone, run in (("kept", left), (mark, inner), ("kept", right)) if run
        )
        last = "kept" if right or not inner else mark


def _stands(outside: str, inside: str) -> bool:
    return not outside or outside.isspace() or inside.isalnum()
