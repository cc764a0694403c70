"""A printer that makes a PDF, and pages beside pages."""

from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageOps
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from coopdesk.papers import Sheets
from coopdesk.ui.printing import print_all
from coopdesk.ui.widgets.print_bar import PrintJob

SEEN_PPI = 60
A4, LEGAL = QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Legal


def seen(pdf: bytes | Path) -> list[Image.Image]:
    """Return each page of a file as PDFium draws it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=SEEN_PPI / 72).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def alike(one: Image.Image, other: Image.Image) -> bool:
    """Tell whether two pages look the same but for what drawing them in dots does to the edges of letters."""
    if any(abs(a - b) > 1 for a, b in zip(one.size, other.size, strict=True)):
        return False
    soft = [picture.resize(one.size).filter(ImageFilter.GaussianBlur(2)) for picture in (one, other)]
    return max(high for _, high in ImageChops.difference(*soft).getextrema()) < 40


def ink(page: Image.Image) -> tuple[int, ...] | None:
    """Return the box around all that is printed on a page."""
    return ImageChops.invert(page.convert("L")).point(lambda grey: 255 * (grey > 60)).getbbox()


def placed(page: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Return a page in the middle of a white sheet, in its own size where the sheet holds it."""
    held = ImageOps.contain(page, size) if page.width > size[0] or page.height > size[1] else page
    sheet = Image.new("RGB", size, "white")
    sheet.paste(held, ((sheet.width - held.width) // 2, (sheet.height - held.height) // 2))
    return sheet


class Printer(QPrinter):
    """A printer that makes a PDF; on demand it has no more paper after some sheets."""

    def __init__(self, file: Path, size: QPageSize.PageSizeId = A4, resolution: int = 150) -> None:
        """Print into a file, on sheets of a size."""
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(file))
        self.setPageSize(QPageSize(size))
        self.setResolution(resolution)
        self.file, self.left, self.state = file, 1_000, None

    def newPage(self) -> bool:  # noqa: N802 - Qt's name
        """Take the next sheet, if there is one."""
        self.left -= 1
        return self.left > 0 and super().newPage()

    def printerState(self) -> QPrinter.PrinterState:  # noqa: N802 - Qt's name
        """Say how the printer is."""
        return self.state or super().printerState()

    def printed(self, sheets: Sheets) -> list[Image.Image]:
        """Print, and return the pages that came out."""
        print_all(self, sheets, PrintJob())
        return seen(self.file)


def assert_alike(printed: list[Image.Image], expected: list[Image.Image]) -> None:
    assert len(printed) == len(expected)
    assert [number for number, pair in enumerate(zip(printed, expected, strict=True)) if not alike(*pair)] == []
