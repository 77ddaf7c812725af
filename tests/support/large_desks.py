"""A desk over a draft with very many comments, and a queue with as many again."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desks import TODAY, ADesk, a_desk
from discussions import an_open_discussion
from publishing import a_comment_of
from repositories import a_repository, git
from serving import settings_of
from sites import ROOT
from talqy.comments.new_comment import comment_text
from talqy.model.digest import digest_of_text_file
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.works import Works
from talqy.service.parts import Service
from talqy.service.store.rows import as_act, as_comment
from talqy.service.store.store import Store
from talqy.service.store.tables import ACTS, COMMENTS
from talqy.service.taken import Act, State, Taken

NOW = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
_FIRST = 10_000_000


@contextmanager
def a_large_desk(folder: Path, published: int, queued: int) -> Iterator[ADesk]:
    """Open a desk with so many comments on the open draft, and so many in the queue.

    Nobody has signed in yet, so nothing of the project was read.
    """
    root = folder / "project"
    root.mkdir()
    an_open_discussion(root, published)
    (root / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8"), "utf-8")
    a_repository(root)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Very many")
    opened = Service.opened(settings_of(folder))
    service = Service(opened.settings, opened.store, opened.project, lambda: NOW)
    fill(service.store, queued)
    works = Works(DeskPlace(root, "main"), folder / "desk", TODAY)
    with a_desk(folder, works, service=service) as desk:
        yield desk
    service.close()


def fill(store: Store, many: int) -> None:
    """Put so many comments into a queue, all in one transaction, as the form has taken them."""
    comments = [a_taken(number) for number in range(many)]
    act = Act("taken", NOW, "form")
    with store.engines.writing() as connection:
        rows = [{**as_comment(one), "changed_at": one.taken_at} for one in comments]
        connection.execute(COMMENTS.insert(), rows)
        acts = [as_act(act, one.id, None, State.RECEIVED) for one in comments]
        connection.execute(ACTS.insert(), acts)


def a_taken(number: int) -> Taken:
    """Return a comment as the form has taken it."""
    said = a_comment_of(_FIRST + number)
    data = comment_text(said).encode()
    return Taken(
        id=said.id,
        standard=said.standard,
        revision=said.revision,
        text=data,
        digest=digest_of_text_file(data),
        received=said.received,
        taken_at=NOW + timedelta(seconds=number),
        posted=f"{number:064}",
        key_hash="k" * 64,
    )
