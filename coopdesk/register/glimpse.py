"""The certificates of a register, read without opening it: a check of a file shall not wait for SQLAlchemy."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from coopdesk.order.facts import IssuedCertificate

_FILE = "register.sqlite"
_BUSY = 5.0  # seconds
_DAYS = frozenset({"valid_until", "withdrawn_on"})


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What a register holds of certificates, and whether it is an example."""

    certificates: tuple[IssuedCertificate, ...]
    example: bool


def glimpse(folder: Path) -> Glimpse | None:
    """Return the certificates of the register in `folder`, the newest first; None where they want it opened first.

    Nothing is changed. A folder without a register has none. What cannot be read so (an older register, a damaged one,
    one in the middle of an upgrade) is for `Register.open` to bring up to date or to say what is wrong with it.
    """
    file = folder / _FILE
    if not file.exists():
        return Glimpse((), example=False)
    names = [field.name for field in fields(IssuedCertificate)]
    plain = file.resolve().as_posix()
    uri = f"file://{'' if plain.startswith('/') else '/'}{quote(plain)}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=_BUSY)) as connection:
            # With its table before it: SQLite takes a quoted name that is no column for a text.
            columns = ", ".join(f'certificate."{name}"' for name in names)
            order = 'ORDER BY certificate."issued_at" DESC, certificate."row" DESC'
            rows = connection.execute(f"SELECT {columns} FROM certificate {order}").fetchall()  # noqa: S608 - our names
            example = connection.execute("SELECT max(example) FROM office").fetchone()
        return Glimpse(tuple(_certificate(names, row) for row in rows), bool(example[0]))
    except (sqlite3.Error, ValueError, TypeError):
        return None


def _certificate(names: list[str], row: tuple[str | None, ...]) -> IssuedCertificate:
    read: dict[str, Any] = {name: _read(name, value) for name, value in zip(names, row, strict=True)}
    return IssuedCertificate(**read)


def _read(name: str, value: str | None) -> object:
    if name == "issued_at":
        return datetime.fromisoformat(value or "")
    return date.fromisoformat(value) if name in _DAYS and value else value
