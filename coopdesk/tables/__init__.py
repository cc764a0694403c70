"""Tables: a list of records as a spreadsheet (XLSX) or as CSV, written and read."""

import os

# Said before openpyxl is imported: lxml would be a little quicker, but tells of a full disk by an error of its own.
os.environ.setdefault("OPENPYXL_LXML", "False")

from coopdesk.tables.lines import Line
from coopdesk.tables.read import read_sheet
from coopdesk.tables.table import Cell, Table
from coopdesk.tables.write import as_csv, as_xlsx

__all__ = ["Cell", "Line", "Table", "as_csv", "as_xlsx", "read_sheet"]
