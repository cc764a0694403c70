"""Writing a table: XLSX with real days and a head that stays in sight, or CSV that Excel shows in Bangla."""

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from coopdesk.tables.table import Cell, Table, harmless, looks_like_a_formula

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell

FONT = "Nirmala UI"
"""Every Windows since 8 has it, and it draws Bangla and Latin letters; elsewhere a program takes one of its own."""

_NARROWEST, _WIDEST = 9, 48  # in letters
_A4 = 9  # as XLSX numbers papers
_MEASURED = 300  # rows that are looked at for a column's width
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
# [$-5000845] has Excel write a number or a day in Bangla digits; the value stays a number or a day.
_BANGLA_DIGITS = {"bn": "[$-5000845]", "en": ""}


def as_csv(table: Table) -> bytes:
    """Return the table as CSV: UTF-8 with a byte order mark, days as 2026-11-24, no cell a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(map(harmless, table.heads))
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return codecs.BOM_UTF8 + out.getvalue().encode("utf-8", "replace")


def as_xlsx(table: Table) -> bytes:
    """Return the table as XLSX.

    Raises:
        OSError: the system's folder for temporary files refuses.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - only who takes a table along needs it
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above
    from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415 - as above

    book = Workbook(write_only=True)
    book.properties.creator, book.properties.title = "CoopDesk", table.title
    sheet: Any = book.create_sheet(table.title)
    sheet.freeze_panes = "A2"
    for place, width in enumerate(_widths(table), start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight = True, 0
    heads = [_Pen(sheet, {str: "@"}, bold=True) for _ in table.heads]
    pens = [_Pen(sheet, _formats(table)) for _ in table.heads]
    sheet.append([pen.write(text) for pen, text in zip(heads, table.heads, strict=True)])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.heads))}{len(table.rows) + 1}"
    out = io.BytesIO()
    try:
        for row in table.rows:
            sheet.append([pen.write(cell) for pen, cell in zip(pens, row, strict=True)])
        with ZipFile(out, "w", ZIP_DEFLATED) as archive:  # `save` leaves it open where the disk is full
            ExcelWriter(book, archive).write_data()
    except OSError:
        with suppress(OSError, StopIteration):  # openpyxl puts a sheet together on the disk, which is full
            sheet.close()
        raise
    return out.getvalue()


class _Pen:
    """Writes cells of one column: a cell for each kind of value is dressed once, and used again for every row."""

    def __init__(self, sheet: Any, formats: dict[type, str], *, bold: bool = False) -> None:
        self._cells = {kind: _dressed(sheet, form, bold) for kind, form in formats.items()}
        self._quoted = _dressed(sheet, "@", bold)
        self._quoted.quotePrefix = True  # it stays a text when a person edits it

    def write(self, value: Cell) -> "WriteOnlyCell | None":
        """Return the cell with a value, which holds until the next one; None where there is nothing to write."""
        if value is None:
            return None
        if not isinstance(value, str):
            cell = self._cells[type(value)]
            cell.value = value
            return cell
        cell = self._quoted if looks_like_a_formula(value) else self._cells[str]
        cell.value = _escaped(value)
        cell.data_type = "s"  # never a formula, and never an error such as #N/A
        return cell


def _escaped(text: str) -> str:
    """Return a text as XLSX writes it: a carriage return, which XML would lose, has a code."""
    return _ESCAPE.sub("_x005F_", _NO_XML.sub("\ufffd", text)).replace("\r", "_x000D_")


def _formats(table: Table) -> dict[type, str]:
    digits = _BANGLA_DIGITS[table.language]
    return {
        str: "@",
        int: f"{digits}0",
        bool: "General",
        date: f"{digits}dd/mm/yyyy",
        datetime: f"{digits}dd/mm/yyyy hh:mm",
    }


def _dressed(sheet: Any, form: str, bold: bool) -> "WriteOnlyCell":
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - as above
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415 - as above

    cell = WriteOnlyCell(sheet)
    cell.font = Font(name=FONT, size=10, bold=bold)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.number_format = form
    if bold:
        cell.fill = PatternFill("solid", start_color="E3F1EC")
    return cell


def _widths(table: Table) -> Iterator[float]:
    for place, head in enumerate(table.heads):
        cells = (row[place] for row in table.rows[:_MEASURED])
        longest = max((_length(cell) for cell in cells), default=0)
        yield min(max(longest + 2, _length(head) + 4, _NARROWEST), _WIDEST)


def _length(cell: Cell) -> int:
    """Return how many letters wide a cell is; signs above and below a letter take no room of their own."""
    match cell:
        case datetime():
            return 16
        case date():
            return 10
        case str():
            lines = cell.splitlines() or [""]
            return max(sum(unicodedata.category(letter)[0] not in "MC" for letter in line) for line in lines)
        case _:
            return len(str(cell))


def _plain(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return harmless(cell)
        case bool():
            return "TRUE" if cell else "FALSE"
        case datetime():
            return cell.strftime("%Y-%m-%d %H:%M")
        case date():
            return cell.isoformat()
        case _:
            return str(cell)
