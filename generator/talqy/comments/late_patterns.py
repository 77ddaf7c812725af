"""Patterns that are compiled when they are first asked for something.

The judge has hundreds of them, and to compile them all takes longer than to judge a standard. A
door asks only for what is said there, and a command that judges nothing for none. Short ones,
which take a tenth of a millisecond, may be compiled where they stand.
"""

import re
from typing import cast
from weakref import WeakSet

_WAITING: "WeakSet[LatePattern]" = WeakSet()


class LatePattern:
    """A pattern as it is written; it answers to all that a compiled one answers to."""

    def __init__(self, written: str, flags: int) -> None:
        self._written, self._flags = written, flags
        _WAITING.add(self)

    def __getattr__(self, name: str) -> object:
        """Compile the pattern; its methods are found here from now on, as quickly as there."""
        _WAITING.discard(self)
        compiled = re.compile(self._written, self._flags)
        vars(self).update(
            (method, getattr(compiled, method))
            for method in dir(compiled)
            if not method.startswith("_")
        )
        return getattr(compiled, name)


def late(written: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first asked for something."""
    return cast("re.Pattern[str]", LatePattern(written, flags))


def compile_late() -> None:
    """Compile all patterns that wait, for who judges what others send, before anybody has come."""
    for pattern in tuple(_WAITING):
        pattern.flags  # noqa: B018 - to be asked for something is what they wait for
