"""Reading CSV, however the program that wrote it separates cells and codes letters."""

import codecs
import csv
import io
import re
from collections import Counter
from itertools import islice

from coopdesk.errors import CoopDeskError
from coopdesk.tables.lines import Line, filled
from coopdesk.tables.table import as_meant

_SEPARATORS = (",", ";", "\t")
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_SEP_LINE = re.compile(r"sep=([,;\t])(?:\r\n|\r|\n)")  # with this line Excel tells itself what separates cells
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f]")
_WEB_PAGE = re.compile(r"\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)
_LOOKED_AT = 4096  # bytes, or letters times ten, from which coding and separator are told


def lines(data: bytes, name: str) -> list[Line]:
    """Return the rows of a CSV file that are not empty.

    Raises:
        CoopDeskError: it is no text (`tables.foreign`), its letters are not Unicode's (`tables.not_unicode`), its
            quotes do not fit (`tables.damaged`), or it is too large (`tables.too_many`, `tables.too_wide`).
    """
    text = _text(data, name)
    if _NO_TEXT.search(text) or _WEB_PAGE.match(text):
        raise CoopDeskError("tables.foreign", file=name)
    told = _SEP_LINE.match(text)
    separator = told[1] if told else _separator(text)
    source = io.StringIO(text[told.end() :] if told else text, newline="")
    try:
        rows = csv.reader(source, delimiter=separator)
        return list(filled((map(as_meant, row) for row in rows), name, first=2 if told else 1))
    except csv.Error as error:
        raise CoopDeskError("tables.damaged", file=name) from error


def _text(data: bytes, name: str) -> str:
    head = data[:_LOOKED_AT]
    coding = next((coding for mark, coding in _MARKS.items() if data.startswith(mark)), "")
    # In UTF-16 without its mark each comma, digit and line end has a zero byte beside it.
    before, behind = head[::2].count(0), head[1::2].count(0)
    try:
        return data.decode(coding or ("utf-16-le" if behind > before else "utf-16-be" if before else "utf-8"))
    except UnicodeDecodeError as error:
        binary = _NO_TEXT.search(head.decode("latin-1"))
        raise CoopDeskError("tables.foreign" if binary else "tables.not_unicode", file=name) from error


def _separator(text: str) -> str:
    """Return what separates the cells: the sign by which the most rows have as many cells as one another."""

    def agreement(separator: str) -> tuple[int, int]:
        try:
            found = list(islice(filter(None, csv.reader(begun, delimiter=separator)), 20))
        except csv.Error:
            return 0, 0
        ((width, count),) = Counter(map(len, found)).most_common(1) or [(0, 0)]
        return (count, width) if width > 1 else (0, 0)

    begun = text[: 10 * _LOOKED_AT].splitlines(keepends=True)
    return max(_SEPARATORS, key=agreement)
