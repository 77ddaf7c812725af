"""How standards of the made-up corpus live: how many texts, and the days of each."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

TODAY = date(2026, 11, 20)
COUNTRY = 1300
ROLES = {
    "answered": 25,
    "open": 40,
    "planned": 20,
    "considering": 25,
    "withdrawn": 10,
    "repealed": 30,
}
"""Of a country's standards, so many have a newest text at this stage; the others are in force."""
_SINCE = date(2023, 7, 10)
"""Since when the wording holds by which the days of a discussion are counted."""
_LEAST = 140
"""Days between two texts: the first is discussed, adopted and in force before the second opens."""
_DISCUSSED = 21
_REPORTED = 10
_SATURDAY = 5


@dataclass(frozen=True)
class Phase:
    """The days of one text, as far as it has got."""

    opens: date
    closes: date
    report: date | None = None
    adopted: date | None = None
    in_force: date | None = None
    withdrawn: date | None = None


def lives(chance: random.Random, standards: int) -> list[str]:
    """Return the role of each standard; each role is there where the number allows it."""
    roles = [
        role
        for role, share in ROLES.items()
        for _ in range(max(1, round(standards * share / COUNTRY)))
    ]
    if len(roles) >= standards:  # of a handful, half are in force
        roles = roles[: (standards + 1) // 2]
    roles += ["in force"] * (standards - len(roles))
    chance.shuffle(roles)
    return roles


def phases(chance: random.Random, role: str, texts: int) -> list[Phase]:
    """Return the days of each text of a standard."""
    last = _newest(chance, role)
    found = [last]
    room = (last.opens - _SINCE).days // max(1, texts - 1)
    for _ in range(texts - 1):
        opens = _weekday(found[0].opens - timedelta(days=chance.randint(_LEAST, room)))
        found.insert(0, _finished(chance, opens))
    return found


def _newest(chance: random.Random, role: str) -> Phase:
    ago = {
        "open": (0, _DISCUSSED - 1),
        "planned": (-25, -5),
        "considering": (_DISCUSSED + 1, _DISCUSSED + 8),
        "answered": (_DISCUSSED + 25, _DISCUSSED + 60),
        "withdrawn": (_DISCUSSED + 25, _DISCUSSED + 400),
    }
    opens = _weekday(TODAY - timedelta(days=chance.randint(*ago.get(role, (220, 500)))))
    closes = opens + timedelta(days=_DISCUSSED)
    report = _weekday(closes + timedelta(days=_REPORTED))
    match role:
        case "open" | "planned" | "considering":
            return Phase(opens, closes)
        case "answered":
            return Phase(opens, closes, report)
        case "withdrawn":
            return Phase(opens, closes, report, withdrawn=report + timedelta(days=12))
        case _:
            return _finished(chance, opens)


def _finished(chance: random.Random, opens: date) -> Phase:
    closes = opens + timedelta(days=_DISCUSSED)
    report = _weekday(closes + timedelta(days=_REPORTED))
    adopted = _weekday(report + timedelta(days=chance.randint(20, 40)))
    return Phase(opens, closes, report, adopted, adopted + timedelta(days=chance.randint(15, 60)))


def _weekday(day: date) -> date:
    """Return the day, or the Friday before where it is at a week's end."""
    return day - timedelta(days=max(0, day.weekday() - _SATURDAY + 1))


def posted(phase: Phase) -> Iterator[tuple[str, date]]:
    """Yield where a draft was posted, and when."""
    if phase.opens <= TODAY:
        yield "internet", phase.opens
        yield "egov", phase.opens
        yield "print", min(TODAY, phase.opens + timedelta(days=1))
