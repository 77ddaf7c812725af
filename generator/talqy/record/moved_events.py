"""What a draft says that its hearings were moved from, held to the days that an older state had."""

from collections.abc import Iterator

from talqy.model.problem import Kind, Level, Problem
from talqy.model.revision import DraftEvent, Revision

MOVED_FROM_ELSEWHERE = Kind(
    "V20",
    "by “moved”, event № {number} of r{revision} was to be on {said}; it was to be on {was}",
    "write under “moved” the day and hour that were posted",
    Level.WARNING,
)


def moved_from_elsewhere(file: str, old: Revision, new: Revision) -> Iterator[Problem]:
    """Yield the events whose first new move does not name the day and hour that they had."""
    for number, (was, now) in enumerate(zip(old.events, new.events, strict=False), 1):
        moves = now.moved[len(was.moved) :]
        if was.kind != now.kind or not moves or (moves[0].was, moves[0].at) == (was.on, was.at):
            continue
        said = " ".join(filter(None, (moves[0].was.isoformat(), moves[0].at)))
        yield MOVED_FROM_ELSEWHERE.at(
            file, number=number, revision=new.revision, said=said, was=_posted(was)
        )


def _posted(event: DraftEvent) -> str:
    return " ".join(filter(None, (event.on.isoformat(), event.at)))
