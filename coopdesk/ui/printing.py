"""Printing a paper: the very pages that are saved and shown, at 300 dots an inch."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from coopdesk.papers import FiledPaper, Paper
from coopdesk.ui.session import Session

PPI = 300.0


def print_images(parent: QWidget, session: Session, paper: Paper | FiledPaper) -> None:
    """Ask for the printer, set the pages off the GUI thread, and print them."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(paper.title)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        session.runner.run(parent, lambda: paint(printer, paper.pages(PPI)), _printed, lane="side")
    dialog.deleteLater()


def paint(printer: QPrinter, pages: tuple[bytes, ...]) -> None:
    """Paint pages (PNG) on a printer, each filling its sheet; the page range that was chosen is kept."""
    first = printer.fromPage() or 1
    last = printer.toPage() or len(pages)
    painter = QPainter(printer)
    for number, page in enumerate(pages[first - 1 : last]):
        if number:
            printer.newPage()
        image = QImage.fromData(page)
        sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        size = image.size().scaled(sheet.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), image)
    painter.end()


def _printed(_nothing: object) -> None:
    """Hear of nothing: the printer shows its own progress."""
