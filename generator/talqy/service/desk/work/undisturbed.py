"""Reading very much without a look for circles of objects on the way.

Of tens of thousands of values that come all at once hardly one is in a circle, and to look at them
again and again takes as long as to read them.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class Undisturbed:
    """Puts off the looks for circles until all who read at once are done."""

    def __init__(self) -> None:
        self._lock, self._reading, self._was_on = Lock(), 0, True

    @contextmanager
    def __call__(self) -> Iterator[None]:
        """Put them off while the body runs."""
        with self._lock:
            if not self._reading:
                self._was_on = gc.isenabled()
            self._reading += 1
            gc.disable()
        try:
            yield
        finally:
            with self._lock:
                self._reading -= 1
                if not self._reading and self._was_on:
                    gc.enable()


undisturbed = Undisturbed()
