"""What is asked of the store about files of comments. Each call is one transaction."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, func, select, union
from sqlalchemy.engine import Connection, RowMapping

from talqy.office.attached_form import AttachedForm
from talqy.service.sent_file import SentFile
from talqy.service.store.attachment_tables import ASIDE, ATTACHED
from talqy.service.store.engines import Engines
from talqy.service.store.tables import COMMENTS
from talqy.service.taken import State


class AttachedFiles:
    """Names and digests of files; their bytes lie in a folder."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def set_aside(self, page: str, files: Iterable[SentFile], until: datetime) -> None:
        """Keep files for a page up to a moment; who has one already has it longer."""
        rows = [{"page": page, **_row(one), "until": until} for one in files]
        if not rows:
            return
        insert = self._engines.insert(ASIDE).values(rows)
        keys = [ASIDE.c.page, ASIDE.c.digest]
        longer = insert.on_conflict_do_update(index_elements=keys, set_={"until": until})
        with self._engines.writing() as connection:
            connection.execute(longer)

    def aside(self, page: str) -> tuple[SentFile, ...]:
        """Return the files of a page, in no order that means anything."""
        return self._files(select(ASIDE).where(ASIDE.c.page == page).order_by(ASIDE.c.digest))

    def of(self, comment: str) -> tuple[SentFile, ...]:
        """Return the files of a comment, in their order."""
        here = select(ATTACHED).where(ATTACHED.c.comment == comment)
        return self._files(here.order_by(ATTACHED.c.number))

    def counts(self, comments: Collection[str]) -> dict[str, int]:
        """Return how many files each of these comments has, where it has any."""
        here = ATTACHED.c.comment.in_(comments)
        asked = select(ATTACHED.c.comment, func.count()).where(here).group_by(ATTACHED.c.comment)
        with self._engines.reading() as connection:
            return {name: int(many) for name, many in connection.execute(asked)}

    def in_use(self) -> frozenset[str]:
        """Return the digests of all files that a comment or a page has."""
        asked = union(select(ATTACHED.c.digest), select(ASIDE.c.digest))
        with self._engines.reading() as connection:
            return frozenset(digest for (digest,) in connection.execute(asked))

    def of_comments(self) -> frozenset[str]:
        """Return the digests of all files that comments have."""
        with self._engines.reading() as connection:
            return frozenset(connection.execute(select(ATTACHED.c.digest).distinct()).scalars())

    def forget(self, state: State, before: datetime) -> int:
        """Forget the files of comments that are in a state since before a moment."""
        old = select(COMMENTS.c.id).where(COMMENTS.c.state == state, COMMENTS.c.changed_at < before)
        with self._engines.writing() as connection:
            return connection.execute(delete(ATTACHED).where(ATTACHED.c.comment.in_(old))).rowcount

    def forget_aside(self, now: datetime) -> int:
        """Forget the files of pages whose time is over."""
        with self._engines.writing() as connection:
            return connection.execute(delete(ASIDE).where(ASIDE.c.until < now)).rowcount

    def _files(self, asked: Select[Any]) -> tuple[SentFile, ...]:
        with self._engines.reading() as connection:
            return tuple(_file(row) for row in connection.execute(asked).mappings())


def attach(connection: Connection, comment: str, files: Sequence[SentFile]) -> None:
    """Write down the files of a comment that is being taken."""
    rows = [{"comment": comment, "number": at, **_row(one)} for at, one in enumerate(files, 1)]
    if rows:
        connection.execute(ATTACHED.insert(), rows)


def _row(one: SentFile) -> dict[str, Any]:
    return {"name": one.name, "digest": one.digest, "form": str(one.form), "size": one.size}


def _file(row: RowMapping) -> SentFile:
    return SentFile(row["name"], row["digest"], AttachedForm(row["form"]), row["size"])
