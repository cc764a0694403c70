"""A table as a spreadsheet shows it: real days, a head that stays, and never a formula."""

import csv
import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from coopdesk.tables import Table, as_csv, as_xlsx
from coopdesk.texts import Language

DAY, MOMENT = date(2026, 11, 24), datetime(2026, 11, 24, 15, 7)
HEADS = ("নাম", "তারিখ", "সময়", "সংখ্যা", "আছে", "ফোন")
ROW = ("জেলা সমবায় কার্যালয়, গোপালগঞ্জ", DAY, MOMENT, 12, True, "01712-000001")
FORMULAS = (
    '=HYPERLINK("https://example.com","x")', "=1+1", "+8801712000001", "-2+3", "@SUM(A1)", "\tx", "\rx", " =1+1",
    "'=1+1", "＝1+1", "\n=1+1", "=", "#N/A", "=cmd|' /C calc'!A0",
)  # fmt: skip


def _table(*rows: tuple[object, ...], language: Language = "bn") -> Table:
    return Table("একাউন্ট", HEADS, rows, language)  # type: ignore[arg-type]


def _sheet(data: bytes) -> Worksheet:
    sheet = load_workbook(io.BytesIO(data)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def _shown(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_spreadsheet_holds_real_values_under_its_heads() -> None:
    sheet = _sheet(as_xlsx(_table(ROW)))
    assert sheet.title == "একাউন্ট"
    assert [cell.value for cell in sheet[1]] == list(HEADS)
    assert all(cell.font.b and cell.font.name == "Nirmala UI" for cell in sheet[1])
    assert [cell.value for cell in sheet[2]] == [ROW[0], datetime(2026, 11, 24), MOMENT, 12, True, ROW[5]]
    assert [cell.is_date for cell in sheet[2]] == [False, True, True, False, False, False]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:F2"
    assert all(9 <= sheet.column_dimensions[letter].width <= 48 for letter in "ABCDEF")
    assert sheet.column_dimensions["A"].width > sheet.column_dimensions["D"].width


@pytest.mark.parametrize(("language", "digits"), [("bn", "[$-5000845]"), ("en", "")])
def test_days_and_numbers_are_shown_in_the_language_s_digits(language: Language, digits: str) -> None:
    day, number = (_sheet(as_xlsx(_table(ROW, language=language))).cell(2, column) for column in (2, 4))
    assert (day.number_format, number.number_format) == (f"{digits}dd/mm/yyyy", f"{digits}0")


def test_csv_begins_with_its_mark_and_writes_days_as_every_program_reads_them() -> None:
    data = as_csv(_table(ROW))
    assert data.startswith(b"\xef\xbb\xbf" + "নাম,".encode())
    assert data.endswith(b"\r\n")
    assert _shown(data)[1] == [str(ROW[0]), "2026-11-24", "2026-11-24 15:07", "12", "TRUE", "01712-000001"]
    assert as_csv(_table(ROW)) == data


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula(text: str) -> None:
    table = _table((text, None, None, 1, False, ""))
    with zipfile.ZipFile(io.BytesIO(as_xlsx(table))) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    cell = _sheet(as_xlsx(table)).cell(2, 1)
    assert (cell.data_type, unescape(str(cell.value))) == ("s", text)
    assert cell.quotePrefix == (text != "#N/A")
    shown = _shown(as_csv(table))[1][0]
    assert shown == (text if text == "#N/A" else f"'{text}")


def test_a_head_becomes_no_formula_either() -> None:
    table = Table("x", ("=1+1",), [], "en")
    assert _sheet(as_xlsx(table)).cell(1, 1).data_type == "s"
    assert _shown(as_csv(table)) == [["'=1+1"]]


def test_an_empty_table_has_its_heads() -> None:
    assert [cell.value for cell in _sheet(as_xlsx(_table()))[1]] == list(HEADS)
    assert len(_shown(as_csv(_table()))) == 1


def test_what_no_file_can_hold_is_shown_as_missing() -> None:
    table = _table(("ক\x00\ud800খ", None, None, None, None, "_x0041_"))
    assert _sheet(as_xlsx(table)).cell(2, 1).value == "ক\ufffd\ufffdখ"
    assert "�" not in as_csv(table).decode("utf-8")  # CSV writes what is no letter as a question mark
