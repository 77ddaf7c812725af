"""How a comment of the queue moves, and what is said where it cannot."""

from collections.abc import Collection

from talqy.errors import TalqyError
from talqy.service.parts import Service
from talqy.service.taken import Act, State, Taken

MOST_WORDS = 2_000


class ActRefusedError(TalqyError):
    """An act does not fit the comment as it stands now."""


def found(service: Service, comment: str) -> Taken:
    """Return a comment of the queue whose words are still kept."""
    taken = service.store.of(comment)
    if taken is None or taken.is_forgotten:
        raise ActRefusedError("there is no comment “{comment}” in the queue", comment=comment)
    return taken


def moved(service: Service, comment: str, states: Collection[State], to: State, act: Act) -> Taken:
    """Move a comment on, and return it; who comes second finds it where it was to go."""
    has_moved = service.store.move(comment, states, to, act)
    taken = found(service, comment)
    if not has_moved and taken.state is not to:
        raise not_so(taken)
    return taken


def not_so(taken: Taken) -> ActRefusedError:
    """Return why an act was refused: the comment is elsewhere by now."""
    return ActRefusedError(
        "the comment {comment} is in the state “{state}” now, and this cannot be done with it",
        comment=taken.id,
        state=taken.state,
    )


def bounded(words: str) -> str:
    """Return words of a person without spaces around them; refuse none, and too many."""
    bare = words.strip()
    if not bare or len(bare) > MOST_WORDS:
        raise ActRefusedError("write between 1 and {most} characters", most=MOST_WORDS)
    return bare
