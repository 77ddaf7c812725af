"""An act tried out: by the same functions, on a copy of the comment that nobody keeps."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from talqy.service.publish.acts import ActDone, Acts
from talqy.service.publish.moving import found
from talqy.service.store.store import Store
from talqy.service.taken import Act, ActName, State


def tried(acts: Acts, comment: str, act: Callable[[Acts, str], ActDone]) -> ActDone:
    """Return what an act would do; the queue stays as it is."""
    service = acts.service
    taken = found(service, comment)
    with TemporaryDirectory() as folder:
        store = Store.opened(Path(folder) / "queue.sqlite")
        try:
            store.take(taken, Act(ActName.TAKEN, service.now(), acts.who.name))
            for line in service.store.log_of(comment):
                if line.to is None:
                    store.note(line.act, comment)
                else:
                    store.move(comment, tuple(State), line.to, line.act)
            return act(replace(acts, service=replace(service, store=store)), comment)
        finally:
            store.close()
