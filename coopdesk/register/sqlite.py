"""All that only SQLite has: its pragmas, the mark in its header, its backup API and its error codes."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from time import sleep
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError

from coopdesk.errors import CoopDeskError
from coopdesk.files import disk_troubles, write_whole

APPLICATION_ID = 0x436F6F70  # "Coop": the mark by which a register is known from another program's file
BUSY_MS = 5_000
WRITING = "writing"  # the execution option of a connection whose next transaction will write

_MAGIC = b"SQLite format 3\0"
_TRIES, _PAUSE = 20, 0.1  # how often a copy is begun anew while somebody writes; seconds between
_CHEAP_TO_CHECK = 1 << 20  # bytes; a quick_check of so small a file takes a few milliseconds
_TROUBLES = {
    sqlite3.SQLITE_FULL: "register.full",
    sqlite3.SQLITE_READONLY: "register.not_writable",
    sqlite3.SQLITE_CANTOPEN: "register.not_writable",
    sqlite3.SQLITE_PERM: "register.not_writable",
    sqlite3.SQLITE_BUSY: "register.locked",
    sqlite3.SQLITE_LOCKED: "register.locked",
    sqlite3.SQLITE_CORRUPT: "register.damaged",
    sqlite3.SQLITE_NOTADB: "register.damaged",
    sqlite3.SQLITE_IOERR: "register.disk",
}


@contextmanager
def troubles(path: Path) -> Iterator[None]:
    """Turn SQLite's known troubles with the register `path`, anywhere inside, into a `CoopDeskError`.

    An error that tells of a wrong statement is a bug and passes as it is.
    """
    try:
        yield
    except sqlite3.Error as error:
        if key := _key(error):
            raise CoopDeskError(key, path=str(path)) from error
        raise
    except DBAPIError as error:
        if key := _key(error.orig):
            raise CoopDeskError(key, path=str(path)) from error
        raise


def engine(path: Path, *, upgrading: bool = False) -> Engine:
    """Return an engine with one connection to the register `path`, safe to hand from thread to thread.

    While `upgrading`, foreign keys are off (a table may be made anew) and the journal mode stays as it is.
    """

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(path, timeout=BUSY_MS / 1000, check_same_thread=False, isolation_level=None)
        connection.execute(f"PRAGMA foreign_keys = {'OFF' if upgrading else 'ON'}")
        if not upgrading:
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA trusted_schema = OFF")
        return connection

    made = create_engine(
        "sqlite://",
        creator=connect,
        poolclass=StaticPool,
        json_serializer=partial(json.dumps, ensure_ascii=False),
        hide_parameters=True,  # an error goes to the log, and the register's names do not
    )
    event.listen(made, "begin", _begin)
    return made


def mark(connection: Connection) -> None:
    """Write the register's mark into the file's header, in the transaction that stands."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def broken_links(connection: Connection) -> list[Any]:
    """Return the rows that point to a row that isn't there."""
    return list(connection.exec_driver_sql("PRAGMA foreign_key_check"))


def look(path: Path) -> str | None:
    """Return the version of the register `path` without changing it; None where there is none yet.

    The header is read as plain bytes first, so SQLite never touches a file that is not ours.

    Raises:
        CoopDeskError: it is not a register of CoopDesk, it is damaged, or it cannot be read.
    """
    with disk_troubles(path):
        if not path.exists():
            return None
        with path.open("rb") as file:
            header = file.read(100)
    if not header and not _beside(path, "-wal").exists():
        return None
    if header and not header.startswith(_MAGIC):
        raise CoopDeskError("register.foreign", path=str(path))
    if header and len(header) < 100:
        raise CoopDeskError("register.damaged", path=str(path))
    if header and int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise CoopDeskError("register.foreign", path=str(path))
    # An upgrade that was cut off leaves a journal, which SQLite can take back only where it may write.
    mode = "rw" if _beside(path, "-journal").exists() else "ro"
    with troubles(path), closing(_connect(path, mode)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            return None
        if _off_or_cheap(path) and connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise CoopDeskError("register.damaged", path=str(path))
        return _version(connection, path)


def check(path: Path) -> None:
    """Read the whole register `path` and see that it holds together.

    Raises:
        CoopDeskError: it is damaged.
    """
    with troubles(path), closing(_connect(path, "ro")) as connection:
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise CoopDeskError("register.damaged", path=str(path))


def copy(source: Path, target: Path) -> None:
    """Copy a register, open or not, through SQLite's backup API into one file that needs no other.

    Raises:
        CoopDeskError: the source is damaged, or the disk refuses.
    """

    def write(beside: Path) -> None:
        with closing(_connect(source, "rw")) as read, closing(sqlite3.connect(beside)) as written:
            read.backup(written)
            written.execute("PRAGMA journal_mode = DELETE")

    with troubles(source):
        write_whole(target, write)


def copy_as_it_lies(source: Path, target: Path) -> None:
    """Copy a register that another program may have open, file by file; no register, no copy.

    Nothing is written beside it, as SQLite does even where it only reads, and nothing is asked of its locks: they mean
    little on a network.

    Raises:
        CoopDeskError: it is being written all the while (`register.locked`), or the disk refuses.
    """
    # First what waits in the log, then the file: folded in meanwhile, it is there twice rather than not at all.
    names = [(_beside(source, ending), _beside(target, ending)) for ending in ("-wal", "-journal", "")]
    with disk_troubles(source):
        for _ in range(_TRIES):
            before = _states(source)
            for path, copied in names:
                copied.unlink(missing_ok=True)
                with suppress(FileNotFoundError):
                    shutil.copyfile(path, copied)
            if _states(source) == before:
                return
            sleep(_PAUSE)
    raise CoopDeskError("register.locked", path=str(source))


def fold_up(path: Path) -> None:
    """Fold the write-ahead log of the register `path` into the file, so that it may be replaced.

    Raises:
        CoopDeskError: another program has it open, or it is damaged.
    """
    with troubles(path), closing(_connect(path, "rw")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if connection.execute("PRAGMA journal_mode = DELETE").fetchone() != ("delete",):
            raise CoopDeskError("register.locked", path=str(path))


def companions(path: Path) -> tuple[Path, ...]:
    """Return the files that SQLite may keep beside the register `path`."""
    return tuple(_beside(path, ending) for ending in ("-wal", "-shm", "-journal"))


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    plain = path.resolve().as_posix()
    uri = f"file://{'' if plain.startswith('/') else '/'}{quote(plain)}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_MS / 1000, isolation_level=None)


def written_elsewhere(connection: Connection) -> int:
    """Return a number that changes when another connection has written."""
    return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())


def _begin(connection: Connection) -> None:
    # A writer takes the lock at once: it waits for its turn rather than fail in the middle.
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _version(connection: sqlite3.Connection, path: Path) -> str:
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        if row and str(row[0]).isdecimal():
            return str(row[0])
    raise CoopDeskError("register.damaged", path=str(path))


def _off_or_cheap(path: Path) -> bool:
    # A log that was left behind tells of a program that ended in the middle.
    wal = _beside(path, "-wal")
    return path.stat().st_size <= _CHEAP_TO_CHECK or (wal.exists() and wal.stat().st_size > 0)


def _states(path: Path) -> list[tuple[int, int] | None]:
    """Return what changes when the register does: the sizes and times of its files."""
    states: list[tuple[int, int] | None] = []
    for ending in ("", "-wal", "-journal"):
        try:
            found = _beside(path, ending).stat()
            states.append((found.st_size, found.st_mtime_ns))
        except FileNotFoundError:
            states.append(None)
    return states


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _key(error: BaseException | None) -> str | None:
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else _TROUBLES.get(code & 0xFF)
