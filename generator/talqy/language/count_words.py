"""How figures are said: sums that add up before the reader's eyes, shares with what they are of.

One table says what each figure counts (`grounds`); every page that shows some leads to it.
"""

from collections.abc import Iterable, Iterator

from talqy.language.locale import Locale
from talqy.record.counts import ENOUGH, CountPart, Counts, percent


def part_name(locale: Locale, part: CountPart) -> str:
    """Return how the comments of a part are called."""
    words = locale.words
    return {
        CountPart.DECIDED: words("Decided"),
        CountPart.WAITING: words("Waiting for an answer"),
        CountPart.REPEATED: words("Repeated"),
        CountPart.LATE: words("Late"),
        CountPart.WITHDRAWN: words("Withdrawn"),
        CountPart.LEFT: words("Left without an answer"),
    }[part]


def sum_line(locale: Locale, counts: Counts) -> str:
    """Say how many comments came, and the parts that add up to them."""
    parts = ((part_name(locale, part), count) for part, count in counts.parts.items())
    total = locale.number(counts.received)
    return locale.words("Comments: {n} ({parts}).", n=total, parts=parts_said(locale, parts) or "–")


def parts_said(locale: Locale, parts: Iterable[tuple[str, int]]) -> str:
    """Say the parts of a sum by their names, but for empty ones; no line begins with a number."""
    said = (
        locale.words("{name} – {n}", name=name.lower(), n=locale.number(count))
        for name, count in parts
        if count
    )
    return ", ".join(said)


def share_said(locale: Locale, part: int, whole: int) -> str:
    """Say a share in percent; of none or of too few, that it is none."""
    if not whole:
        return locale.words("no decision yet")
    if whole < ENOUGH:
        return locale.words("too little data: fewer than {n}", n=ENOUGH)
    return locale.words("{n} %", n=percent(part, whole))


def share_line(locale: Locale, counts: Counts) -> str:
    """Say how many of the proposals decided were accepted; nothing where none was decided."""
    if not counts.proposals:
        return ""
    return locale.words(
        "Of the proposals and objections decided ({m}), accepted in full or in part: {n} "
        "({share}).",
        m=locale.number(counts.proposals),
        n=locale.number(counts.accepted),
        share=share_said(locale, counts.accepted, counts.proposals),
    )


def grounds(locale: Locale) -> Iterator[tuple[frozenset[CountPart], str, str]]:
    """Yield what figures count, all that came and each part of it: its name, and what it means."""
    words = locale.words
    meaning = {
        CountPart.DECIDED: words(
            "The authority has decided on its merits: accepted, accepted in part, not accepted, "
            "noted or out of scope."
        ),
        CountPart.WAITING: words("It came in time, and there is no answer yet."),
        CountPart.REPEATED: words("It says what another one says, and was joined with that one."),
        CountPart.LATE: words(
            "It came after the last day; the law asks for no answer, and whatever was answered, it "
            "counts here."
        ),
        CountPart.WITHDRAWN: words("Its author took it back; its words are no longer shown."),
        CountPart.LEFT: words(
            "The draft was withdrawn before it was answered; no day is set for an answer any more."
        ),
    }
    yield (
        frozenset(CountPart),
        words("Received and published"),
        words("Every comment that came, each once; the six parts below add up to them."),
    )
    for part in CountPart:
        yield frozenset({part}), part_name(locale, part), meaning[part]
