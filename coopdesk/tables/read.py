"""Reading a spreadsheet that somebody else made: XLSX or CSV, told by its content, never by its name."""

from pathlib import Path

from coopdesk.errors import CoopDeskError
from coopdesk.tables import delimited, workbook
from coopdesk.tables.lines import Line

MOST_BYTES = 20 * 1024**2
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_sheet(source: Path) -> tuple[Line, ...]:
    """Return the rows of the first sheet that are not empty; all are as long as the longest one.

    Raises:
        CoopDeskError: the file cannot be read (`tables.unreadable`), is too large (`tables.huge`, `tables.too_many`,
            `tables.too_wide`), is of no kind that can be read (`tables.foreign`, `tables.old`, `tables.not_unicode`),
            is damaged, harmful or locked (`tables.damaged`, `tables.harmful`, `tables.locked`), or empty
            (`tables.empty`).
    """
    name = source.name
    try:
        with source.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CoopDeskError("tables.unreadable", file=name) from error
    if len(data) > MOST_BYTES:
        raise CoopDeskError("tables.huge", file=name, most=MOST_BYTES // 1024**2)
    lines = _lines(data, name)
    if not lines:
        raise CoopDeskError("tables.empty", file=name)
    width = max(len(line.cells) for line in lines)
    return tuple(Line(line.number, line.cells + ("",) * (width - len(line.cells))) for line in lines)


def _lines(data: bytes, name: str) -> list[Line]:
    if data.startswith(_OLE):
        raise CoopDeskError("tables.locked" if _ENCRYPTED in data else "tables.old", file=name)
    return workbook.lines(data, name) if data.startswith(b"PK") else delimited.lines(data, name)
