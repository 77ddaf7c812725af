"""Queues of earlier versions, as they were written then: tests/golden/queues.

Of versions that are not kept there the steps make them from the one before, and any of them can
have so many comments as one likes.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
from sqlalchemy import text

from queues import taken
from sites import ROOT
from talqy.service.store.engines import engines, transaction
from talqy.service.store.rows import as_comment
from talqy.service.store.versions import _STEPS

_FOLDER = ROOT / "tests" / "golden" / "queues"


def an_old_queue(address: str | Path, version: int) -> None:
    """Make the queue of a version at an address: two comments, one of them refused."""
    is_sqlite = isinstance(address, Path)
    kind = "sqlite" if is_sqlite else "postgresql"
    script = (_FOLDER / f"version-{version}.{kind}.sql").read_text("utf-8")
    if is_sqlite:
        with closing(sqlite3.connect(address)) as connection:
            connection.executescript(script)
    else:
        with psycopg.connect(str(address), autocommit=True) as there:
            there.execute(script.encode())


def an_old_queue_of_many(address: str | Path, version: int, many: int) -> None:
    """Make the queue of a version with so many comments more, each with two lines of its log."""
    kept = max(one for one in KEPT if one <= version)
    an_old_queue(address, kept)
    with closing(engines(address)) as ways, transaction(ways.durable) as connection:
        said = [as_comment(taken(_FIRST + number)) for number in range(many)]
        rows = [
            {**row, "received": "2026-11-04", "taken_at": _AT, "changed_at": _AT, "lane": "usual"}
            | {"state": "refused", "reason": "insult"}
            for row in said
        ]
        connection.execute(text(_COMMENTS), rows)
        for what, was, to in (("taken", None, "received"), ("refuse", "received", "refused")):
            acts = [
                {"id": row["id"], "at": _AT, "what": what, "was": was, "to": to} for row in rows
            ]
            connection.execute(text(_ACTS), acts)
        for at in range(kept, version):
            _STEPS[at](connection)
        connection.execute(text("UPDATE talqy_version SET version = :v"), {"v": version})


KEPT = (1, 4)
"""Versions of which a queue was kept."""
_FIRST, _AT = 1_000, "2026-11-04T08:00:00.000000Z"
_COMMENTS = """
INSERT INTO comments (id, standard, revision, text, digest, received, taken_at, posted, key_hash,
lane, state, reason, changed_at) VALUES (:id, :standard, :revision, :text, :digest, :received,
:taken_at, :posted, :key_hash, :lane, :state, :reason, :changed_at)"""
_ACTS = """
INSERT INTO acts (comment, at, "by", what, was, "to", reason, "values")
VALUES (:id, :at, 'form', :what, :was, :to, '', '{}')"""


def said_of_schema(address: str | Path) -> set[tuple[str, ...]]:
    """Return all that a database says of its tables, their columns, indexes and triggers."""
    if isinstance(address, Path):
        asked = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
        with closing(sqlite3.connect(address)) as connection:
            rows = list(connection.execute(asked))
    else:
        with psycopg.connect(address) as there:
            rows = [row for said in _ASKED for row in there.execute(said)]
    return {tuple(" ".join(str(value).split()) for value in row) for row in rows}


_ASKED = (
    b"""
SELECT 'column', table_name, column_name, data_type, character_maximum_length, is_nullable,
column_default FROM information_schema.columns WHERE table_schema = 'public'""",
    b"""
SELECT 'index', tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'""",
    b"""
SELECT 'trigger', event_object_table, trigger_name, event_manipulation, action_statement
FROM information_schema.triggers WHERE trigger_schema = 'public'""",
)
