"""Above a page: how far printing is, and the button that stops it."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from coopdesk.ui import words
from coopdesk.ui.widgets.basics import button, label, row

if TYPE_CHECKING:
    from coopdesk.errors import CoopDeskError
    from coopdesk.ui.pages.page import Page
    from coopdesk.ui.session import Session


class PrintJob(QObject):
    """What the printing thread and the window tell one another. It outlives the page that asked."""

    advanced = Signal(int, int)
    """The side that is printed now, and how many there are."""
    ended = Signal()
    """Printing has come to its end, good or bad."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stopped = Event()

    def tell(self, side: int, count: int) -> None:
        """Say how far it is; on any thread."""
        self.advanced.emit(side, count)


class PrintBar(QWidget):
    """Stands below a page's title while something is printed, and goes when that ends."""

    def __init__(self, page: Page, session: Session) -> None:
        """Put a bar on the page, for a job that is about to begin."""
        super().__init__(page)
        self._page, self._session = page, session
        self.job = PrintJob(session)
        self._told = label(self.tr("Printing…"))
        stop = button(self.tr("Stop printing"), "quiet")
        stop.clicked.connect(self._on_stop)
        line = row(self._told, stop, stretch=0)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        page.column.insertWidget(page.column.indexOf(page.notice), self)
        self.job.advanced.connect(self._on_advanced)
        self.job.ended.connect(self.hide)
        self.job.ended.connect(self.job.deleteLater)

    def on_done(self, printed_on: str) -> None:
        """Say on the page what it was printed on."""
        if isValid(self):
            self._page.show_notice(self.tr("Printing is done: {0}.").format(printed_on))
            self.deleteLater()

    def on_failed(self, trouble: CoopDeskError) -> None:
        """Say on the page what went wrong, or in the window where the page is gone."""
        if isValid(self):
            self._page.show_trouble(trouble)
            self.deleteLater()
        else:
            self._session.runner.troubled.emit(trouble)

    def _on_advanced(self, side: int, count: int) -> None:
        self._told.setText(self.tr("Printing page {0} of {1}…").format(words.number(side), words.number(count)))

    def _on_stop(self) -> None:
        self.job.stopped.set()
        self._told.setText(self.tr("Printing is being stopped…"))
