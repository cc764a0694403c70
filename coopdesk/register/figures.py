"""The register in figures alone, for who helps from afar: no name, no word of what stands in it.

It is read without opening it, so that a register that does not open can be told of too.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

_FILE = "register.sqlite"
_BUSY = 2.0  # seconds


@dataclass(frozen=True, slots=True)
class Figures:
    """Its file's size (None: there is none), its version, how many rows each table has, and what is wrong."""

    size: int | None
    version: str = ""
    rows: dict[str, int] = field(default_factory=dict)
    trouble: str = ""


def sqlite_version() -> str:
    """Return the version of SQLite that CoopDesk works with."""
    return sqlite3.sqlite_version


def figures(folder: Path) -> Figures:
    """Return the figures of the register in `folder`. Nothing is changed or raised: trouble is a figure too."""
    file = folder / _FILE
    try:
        size = file.stat().st_size
    except FileNotFoundError:
        return Figures(None)
    except OSError as error:
        return Figures(None, trouble=type(error).__name__)
    plain = file.resolve().as_posix()
    uri = f"file://{'' if plain.startswith('/') else '/'}{quote(plain)}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=_BUSY)) as connection:
            tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            rows = {name: _count(connection, name) for name in sorted(tables) if not name.startswith("sqlite_")}
            version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        return Figures(size, trouble=f"{type(error).__name__}: {getattr(error, 'sqlite_errorname', '')}")
    return Figures(size, str(version[0]) if version else "", rows)


def _count(connection: sqlite3.Connection, table: str) -> int:
    quoted = table.replace('"', '""')
    (count,) = connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()  # noqa: S608 - its own name, quoted
    return int(count)
