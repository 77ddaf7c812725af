"""What has no room in one file or on one page, shared out in its order."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def shared_out(
    items: Iterable[T], weigh: Callable[[T], int], room: int, most: int | None = None
) -> Sequence[Sequence[T]]:
    """Share items out to parts: each is full before the next one begins.

    A part has room for so much weight, and for so many items at most. What is heavier than that
    stands in a part alone; of no items there is one part, which is empty.
    """
    parts: list[list[T]] = [[]]
    left = room
    for item in items:
        weight = weigh(item)
        if parts[-1] and (len(parts[-1]) == most or weight > left):
            parts.append([])
            left = room
        parts[-1].append(item)
        left -= weight
    return parts
