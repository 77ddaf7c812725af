"""The picture of a standard that is shown with a shared link: drawn as SVG, line by line.

Texts of people are escaped here, and what cannot be drawn as a letter is left out. How wide a
letter is, is known roughly and never too little: a line may end early, and never runs out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from talqy.office.drawing import FAMILY, drawable

WIDTH, HEIGHT = 1200, 630
"""What messengers and networks ask for, in pixels."""
_LEFT, _ROOM = 64, WIDTH - 2 * 64
# Widths of letters in hundredths of their size, rounded up.
_WIDTHS = {
    20: " ",
    30: "іІijlI.,:;'·\u00a0",
    35: "f!-()/",
    40: "rt",
    45: "гғsz?",
    50: 'зстухэұүcvxyJ–«»"',
    55: "авеёкочьяәөГЕЁТУХҒҰҮaegkoEFLSTVXYZ0123456789−₸",
    60: "бдийлнпрцқңһАБВЗРСЬЭЯbdhnpquABCKPR",
    65: "мъКЛЧҚҺDG→",
    70: "ДИЙНОПЦӘҢӨHNOQU",
    75: "жыМФЪwM",
    80: "фшщюW—",
    85: "ЖЫm%",
    90: "ШЩ",
}
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_WIDEST = 100
# Icon of the site, as in site_templates/theme/assets/talqy.svg.
_ICON = Markup(
    '<g transform="translate(64 30) scale(1.6)">'
    '<path d="M3 4h26v17H13l-7 7v-7H3z" fill="#fff"/>'
    '<path d="M8 10h16M8 15h11" stroke="#c8922b" stroke-width="2.5"/></g>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareText:
    """What the picture says; `rows` are what changes for people, `stage` where the draft stands."""

    site: str
    stage: str
    title: str
    rows: tuple[str, ...]
    address: str


def share_svg(of: ShareText) -> str:
    """Draw the picture."""
    title = _lines(of.title, 58, 3)
    top = 240 + 66 * len(title)
    head = next((size for size in (32, 28) if _width(of.site, size) <= _ROOM - 74), 24)
    most = max(1, (HEIGHT - 70 - top) // 46)
    body = [
        Markup('<rect width="{}" height="{}" fill="#ffffff"/>').format(WIDTH, HEIGHT),
        Markup('<rect width="{}" height="108" fill="#0b4f5c"/>').format(WIDTH),
        Markup('<rect y="108" width="{}" height="6" fill="#c8922b"/>').format(WIDTH),
        _ICON,
        _text(138, 66, head, _fitted(of.site, head, _ROOM - 74), "#ffffff", bold=True),
        _text(_LEFT, 178, 32, _fitted(of.stage, 32), "#0b4f5c", bold=True),
        *(_text(_LEFT, 250 + 66 * at, 58, line, bold=True) for at, line in enumerate(title)),
        *_rows(of.rows, top, most),
        _text(_LEFT, HEIGHT - 32, 26, _fitted(of.address, 26), "#4c5d63"),
    ]
    size = Markup('width="{}" height="{}"').format(WIDTH, HEIGHT)
    start = Markup('<svg xmlns="http://www.w3.org/2000/svg" {} font-family="{}">')
    return Markup("").join([start.format(size, FAMILY), *body, Markup("</svg>")])


def _rows(rows: Sequence[str], top: int, most: int) -> Iterator[Markup]:
    """Print each row with its sign; a row has three lines at most, and none is shown in part."""
    at = 0
    for row in rows:
        lines = _lines(row, 34, 3, _ROOM - 34)
        if at + len(lines) > most:
            return
        yield Markup('<rect x="{}" y="{}" width="12" height="12" fill="#c8922b"/>').format(
            _LEFT, top + 46 * at - 6
        )
        for line in lines:
            yield _text(_LEFT + 34, top + 46 * at + 12, 34, line)
            at += 1


def _text(  # noqa: PLR0913 - where a line stands, how it looks, and what it says
    x: int, y: int, size: int, words: str, colour: str = "#17262b", *, bold: bool = False
) -> Markup:
    line = Markup('<text x="{}" y="{}" font-size="{}" font-weight="{}" fill="{}">{}</text>')
    return line.format(x, y, size, 600 if bold else 400, colour, words)


def _width(text: str, size: int) -> float:
    return sum(_WIDTH_OF.get(letter, _WIDEST) for letter in text) * size / 100


def _fitted(text: str, size: int, room: int = _ROOM) -> str:
    return next(iter(_lines(text, size, 1, room)), "")


def _lines(text: str, size: int, most: int, room: int = _ROOM) -> list[str]:
    """Break a text into lines; where there is no room for more, the last one says so by a sign."""
    every = _broken(_drawable(text), size, room)
    lines = list(islice(every, most))
    if next(every, None) is not None:
        last = lines[-1]
        while last and _width(f"{last}…", size) > room:
            last = last.rpartition(" ")[0] or last[:-1]
        lines[-1] = f"{last.rstrip(' ,;:–—')}…"
    return lines


def _broken(text: str, size: int, room: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if line and _width(longer, size) > room:
            yield line
            longer = word
        line = longer
        while _width(line, size) > room:
            cut = next(
                n for n in range(len(line), 0, -1) if n == 1 or _width(line[:n], size) <= room
            )
            yield line[:cut]
            line = line[cut:]
    if line:
        yield line


def _drawable(text: str) -> str:
    """Leave out what cannot be drawn as a letter, with the room that it had."""
    return " ".join(part for part in drawable(text.replace("\n", " ")).split(" ") if part)
