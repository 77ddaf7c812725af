"""Two persons: who has said the same of the same words, since they last changed."""

from collections.abc import Iterable

from talqy.service.taken import Act, Logged, State

SAYS = "says: "
"""How a line of the log begins by which somebody only says what is to be done."""


def agreed(log: Iterable[Logged], act: Act) -> frozenset[str]:
    """Return the names of those who say what `act` does, for its reason, of these very bytes.

    What was said before the comment last moved counts no more; that somebody looked is no move.
    """
    names = set[str]()
    for line in log:
        said = line.act
        if line.to not in {None, State.LOOKED_AT}:
            names.clear()
        elif (said.what, said.reason, said.values.get("digest")) == (
            f"{SAYS}{act.what}",
            act.reason,
            act.values.get("digest"),
        ):
            names.add(said.by)
    return frozenset(names)
