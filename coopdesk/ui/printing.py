"""Printing a paper: the very pages of its file, one at a time, at the printer's fineness up to 300 dots an inch."""

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from coopdesk.errors import CoopDeskError
from coopdesk.files import write_whole
from coopdesk.papers import FiledPaper, Paper, Picture, Sheets
from coopdesk.ui.pages.page import Page
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.print_bar import PrintBar, PrintJob

MOST_PPI = 300
"""Finer than that nobody sees, and four times the memory."""

_GONE = (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)
_END = 1_024  # bytes of a PDF in which the mark of its end stands


def print_images(page: Page, session: Session, paper: Paper | FiledPaper) -> None:
    """Ask for the printer, and print the paper off the GUI thread; the page that asked says how it goes."""
    page.show_trouble(None)
    session.runner.run(
        page,
        lambda: _counted(paper),
        lambda made: _ask(page, session, paper.title, *made),
        page.show_trouble,
        lane="side",
        key="print",
    )


def _counted(paper: Paper | FiledPaper) -> tuple[Sheets, int]:
    sheets = paper.sheets()
    return sheets, len(sheets)


def _ask(page: Page, session: Session, title: str, sheets: Sheets, count: int) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))  # the paper's own; Legal where it is chosen
    dialog = QPrintDialog(printer, page)
    dialog.setMinMax(1, count)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        start(page, session, printer, sheets)
    dialog.deleteLater()


def start(page: Page, session: Session, printer: QPrinter, sheets: Sheets) -> None:
    """Print on a printer as it was set, while a bar on the page tells how far it is."""
    bar = PrintBar(page, session)
    job = bar.job
    session.runner.run(session, lambda: print_all(printer, sheets, job), bar.on_done, bar.on_failed, lane="side")


def print_all(printer: QPrinter, sheets: Sheets, job: PrintJob) -> str:
    """Print, and return what it was printed on: the printer's name, or that of the file.

    A file (of a printer that makes one) is written whole or not at all.

    Raises:
        CoopDeskError: no page was chosen, the printer could not begin or went away (`printing.…`); the disk refuses.
    """
    try:
        if file := printer.outputFileName():
            _print_into(printer, Path(file), sheets, job)
            return Path(file).name
        paint(printer, sheets, job)
        return printer.printerName()
    finally:
        job.ended.emit()


def _print_into(printer: QPrinter, target: Path, sheets: Sheets, job: PrintJob) -> None:
    def write(beside: Path) -> None:
        beside.touch()  # the disk says why it refuses; a printer does not
        printer.setOutputFileName(str(beside))
        paint(printer, sheets, job)
        if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat and not _ended(beside):
            raise CoopDeskError("printing.unwritten", file=str(target))

    write_whole(target, write)


def paint(printer: QPrinter, sheets: Sheets, job: PrintJob) -> None:
    """Paint pages on a printer: those that were chosen, in the middle of the sheet, in their size where it holds them.

    Raises:
        CoopDeskError: as `print_all`.
    """
    order = sides(printer, len(sheets))
    if not order:
        raise CoopDeskError("printing.no_pages", count=len(sheets))
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise CoopDeskError("printing.not_begun", printer=printer.printerName())
    try:
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for done, number in enumerate(order):
            job.tell(done + 1, len(order))
            if done and not printer.newPage():
                raise _broken_off(printer, done, order)
            if number is not None:
                _draw(painter, printer, sheets.picture(number, min(printer.resolution(), MOST_PPI)))
            if job.stopped.is_set():
                raise CoopDeskError("printing.stopped", done=done, count=len(order))
            if printer.printerState() in _GONE:
                raise _broken_off(printer, done, order)
    except CoopDeskError:
        printer.abort()
        raise
    finally:
        painter.end()


def sides(printer: QPrinter, count: int) -> list[int | None]:
    """Return the pages (from 0) of a paper of `count` in the order they are printed, None for an empty back."""
    pages: list[int | None] = [number for number in range(count) if _is_chosen(printer, number + 1)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    both_sides = printer.duplex() is not QPrinter.DuplexMode.DuplexNone
    if not printer.collateCopies() and not both_sides:
        return [page for page in pages for _ in range(copies)]
    # On both sides of the sheet no copy begins on the back of the one before.
    blank: list[int | None] = [None] if both_sides and len(pages) % 2 else []
    return [*(pages + blank) * (copies - 1), *pages]


def _is_chosen(printer: QPrinter, page: int) -> bool:
    # Where the print server picks the pages, the dialogue leaves all of them to it.
    return printer.printRange() is not QPrinter.PrintRange.PageRange or printer.pageRanges().contains(page)


def _draw(painter: QPainter, printer: QPrinter, picture: Picture) -> None:
    image = QImage(picture.pixels, picture.width, picture.height, 3 * picture.width, QImage.Format.Format_RGB888)
    if printer.colorMode() is QPrinter.ColorMode.GrayScale:
        image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    size = QSizeF(image.size()) * (printer.resolution() / picture.ppi)
    if size.width() > sheet.width() or size.height() > sheet.height():
        size.scale(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(QPointF(), size)
    place.moveCenter(sheet.center())
    painter.drawImage(place, image)


def _broken_off(printer: QPrinter, done: int, order: list[int | None]) -> CoopDeskError:
    return CoopDeskError("printing.broken_off", printer=printer.printerName(), done=done, count=len(order))


def _ended(file: Path) -> bool:
    return b"%%EOF" in file.read_bytes()[-_END:]
