"""Queues of earlier versions, as they were written then: tests/golden/queues."""

import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg

from sites import ROOT

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
