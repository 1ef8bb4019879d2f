"""The schema: opening a database file, and bringing it forward to the version this code reads."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from time import monotonic, sleep

from onrecord.errors import NewerStore, StoreError

APPLICATION_ID = 0x6F6E7263
"""What SQLite files of onrecord carry in their header: "onrc"."""
BUSY_SECONDS = 60.0
"""How long a writer waits for another one to finish its batch."""
CACHE_KIB = 64 * 1024
"""Pages kept in memory, so that a batch is written once; and what is left of the write-ahead log after a large one."""


@cache
def migrations() -> tuple[str, ...]:
    """The SQL that leads from version n to n + 1, for n = 0, 1 …: the numbered files beside this one, in order."""
    folder = files("onrecord.store") / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple((folder / name).read_text("utf-8") for name in names)


@contextmanager
def errors_named(path: str) -> Iterator[None]:
    """Turns SQLite's errors into StoreErrors that name the file."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{path}: {error}") from error


@contextmanager
def transaction(connection: sqlite3.Connection, mode: str = "DEFERRED") -> Iterator[None]:
    """All or nothing: commits at the end, takes everything back on any exception.

    A DEFERRED transaction reads one state of the database throughout; an IMMEDIATE one is the only writer.
    """
    connection.execute(f"BEGIN {mode}")
    try:
        yield
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


def connect(path: str, *, create: bool) -> sqlite3.Connection:
    """An open database of the current version.

    WAL lets other processes read while one writes.  With synchronous=FULL every commit is on the disk before `add`
    returns: a killed process and a power cut lose no committed batch, at the cost of one fsync a batch, not an article.

    Raises StoreError where the file cannot be opened, is missing (unless `create`), or is not onrecord's; NewerStore.
    """
    if not create and not Path(path).exists():
        raise StoreError(f"{path}: no such database; `onrecord add --db {path} PATH` makes one")
    with errors_named(path):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            _check_owner(connection, path)
            _use_wal(connection)
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            connection.execute(f"PRAGMA journal_size_limit = {CACHE_KIB * 1024}")
            migrate(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def migrate(connection: sqlite3.Connection, path: str, steps: tuple[str, ...] | None = None) -> None:
    """Brings the database forward to the newest of the steps, all of them in one transaction.

    Raises NewerStore, and changes nothing, where the database is ahead of them.
    """
    steps = migrations() if steps is None else steps
    if _version(connection, path, len(steps)) == len(steps):
        return
    with transaction(connection, "IMMEDIATE"):
        for step in steps[_version(connection, path, len(steps)) :]:  # asked again: another process may have been first
            for command in _commands(step):
                connection.execute(command)
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def tables(connection: sqlite3.Connection) -> list[str]:
    """The names of the tables that hold records: neither the full-text indexes nor what SQLite keeps for itself."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in rows if "_fts" not in name and not name.startswith("sqlite_")]


def _use_wal(connection: sqlite3.Connection) -> None:
    """Waits for others itself: two processes that turn a new file to WAL at once are not made to wait by SQLite."""
    deadline = monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > deadline:
                raise
            sleep(0.01)


def _version(connection: sqlite3.Connection, path: str, newest: int) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > newest:
        raise NewerStore(f"{path}: schema version {version}, and this onrecord reads up to {newest}; upgrade onrecord")
    return version


def _check_owner(connection: sqlite3.Connection, path: str) -> None:
    """Leaves other programs' databases alone: a file with tables must carry our application id."""
    (filled,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()  # behind: both came in one transaction
    if filled and application != APPLICATION_ID:
        raise StoreError(f"{path}: a SQLite database, but not one of onrecord's")


def _commands(script: str) -> Iterator[str]:
    """The single commands of a script; `executescript` would commit before it starts."""
    command = ""
    for line in script.splitlines(keepends=True):
        command += line
        if sqlite3.complete_statement(command):
            yield command
            command = ""
