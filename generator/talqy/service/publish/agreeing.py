"""Two persons: who has said the same of the same words, since they last changed."""

from collections.abc import Iterable

from talqy.service.taken import Act, Logged, State


def agreed(log: Iterable[Logged], act: Act) -> frozenset[str]:
    """Return the names of those who say what `act` does, for its reason, of these very bytes.

    What was said before the comment last moved counts no more; that somebody looked is no move.
    """
    wanted = (act.what, act.reason, act.values.get("digest"))
    return frozenset(
        said.by
        for said in said_so_far(log)
        if (said.what, said.reason, said.values.get("digest")) == wanted
    )


def said_so_far(log: Iterable[Logged]) -> list[Act]:
    """Return what officials have said is to be done since the comment last moved."""
    said = list[Act]()
    for line in log:
        if line.to not in {None, State.LOOKED_AT}:
            said.clear()
        elif line.act.is_said:
            said.append(line.act)
    return said
