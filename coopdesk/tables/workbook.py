"""Reading the first sheet of an XLSX file, which may be damaged or made to do harm."""

import warnings
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from io import BytesIO
from struct import error as StructError  # noqa: N812 - a class, but for its name
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from coopdesk.errors import CoopDeskError
from coopdesk.tables.lines import MOST_COLUMNS, Line, filled

MOST_UNPACKED = 64 * 1024**2
MOST_PARTS = 1_000
_LAST_ROW = 1_048_576  # of a sheet, by the format
_BOOK = "xl/workbook.xml"
_DAMAGED = (
    BadZipFile, zlib.error, StructError, EOFError, OSError, SyntaxError, ArithmeticError, LookupError, ValueError,
    TypeError, AttributeError, AssertionError, RuntimeError,
)  # fmt: skip
"""What zipfile, openpyxl and the XML parsers raise over a damaged file."""
# A spreadsheet never declares a document type: who does means to have entities opened, or files read.
_DOCTYPES = tuple("<!DOCTYPE".encode(coding) for coding in ("ascii", "utf-16-le", "utf-16-be"))


def lines(data: bytes, name: str) -> list[Line]:
    """Return the rows of the first sheet that are not empty.

    Raises:
        CoopDeskError: it is another kind of file (`tables.foreign`), damaged (`tables.damaged`), made to do harm
            (`tables.harmful`), or too large (`tables.too_many`, `tables.too_wide`).
    """
    with _damage_named(name):
        with ZipFile(BytesIO(data)) as archive:
            _look_through(archive, name)
        with warnings.catch_warnings():
            # Of what openpyxl warns that it leaves out (pictures, lists to choose from) nothing is needed.
            warnings.simplefilter("ignore")
            return list(filled(_rows(data, name), name))


def _look_through(archive: ZipFile, name: str) -> None:
    parts = archive.infolist()
    if _BOOK not in archive.namelist():
        raise CoopDeskError("tables.foreign", file=name)
    # No more of a part is unpacked than it says it has, so that these sizes are the most there can be.
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise CoopDeskError("tables.harmful", file=name)
    for part in parts:
        if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise BadZipFile(part.filename)
        if part.filename.endswith((".xml", ".rels")):
            content = archive.read(part)
            if any(mark in content for mark in _DOCTYPES):
                raise CoopDeskError("tables.harmful", file=name)


def _rows(data: bytes, name: str) -> Iterator[Iterable[str]]:
    from openpyxl import load_workbook  # noqa: PLC0415 - only who takes a table in needs it

    book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    if not book.worksheets:
        raise CoopDeskError("tables.empty", file=name)
    sheet: Any = book.worksheets[0]
    sheet.reset_dimensions()  # some programs write down a size that is not the sheet's
    for cells in sheet.iter_rows(max_row=_LAST_ROW, max_col=MOST_COLUMNS + 1, values_only=True):
        yield () if cells.count(None) == len(cells) else map(_plain, cells)  # many are empty where a far one is not


def _plain(value: object) -> str:
    from openpyxl.utils.escape import unescape  # noqa: PLC0415 - loaded by now

    match value:
        case None:
            return ""
        case str():
            return str(unescape(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M")
        case date():
            return value.isoformat()
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case _:
            return str(value)


@contextmanager
def _damage_named(name: str) -> Iterator[None]:
    try:
        yield
    except CoopDeskError:
        raise
    except _DAMAGED as error:
        raise CoopDeskError("tables.damaged", file=name) from error
