"""What went wrong, told above the pages; and the page for a problem file, laid over the one that is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from coopdesk.launch import is_replaced
from coopdesk.log import log_file
from coopdesk.ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from coopdesk.ui.problem import ProblemBar, ProblemPage


class Problems(QObject):
    """Tells of problems in a window that may be built anew, in another language, at any moment."""

    replaced = Signal()
    """What went wrong did so since another version was installed under this one."""

    def __init__(self, session: Session, parent: QObject) -> None:
        """Tell of what goes wrong with `session`."""
        super().__init__(parent)
        self._session = session
        self._say: Callable[[], str] | None = None
        self._bar: ProblemBar | None = None
        self._page: ProblemPage | None = None
        session.runner.bug_found.connect(self.tell_of_bug)

    @property
    def picture(self) -> QImage | None:
        """The picture that the page shows, where it is open."""
        return self._page.picture if self._page is not None else None

    def lay_in(self, column: QVBoxLayout, stack: QStackedWidget, picture: QImage | None) -> None:
        """Tell from now on in `column`, above and over the `stack` of pages; what was told stands there again.

        Where the page was open, it opens again with its `picture`.
        """
        self._column, self._stack = column, stack
        self._bar = self._page = None
        if self._say is not None:
            self._tell(self._say)
        if picture is not None:
            self._open(picture)

    def tell_of_bug(self) -> None:
        """Say that something unexpected went wrong."""
        if is_replaced():
            self.replaced.emit()
        else:
            self._tell(self._say_bug)

    def tell_of_bad_end(self) -> None:
        """Say that CoopDesk did not end by itself last time."""
        self._tell(self._say_bad_end)

    def show_page(self) -> None:
        """Take a picture of what stands there, without secrets, and open the page that makes a problem file of it."""
        from coopdesk.ui.screen import picture_of_windows  # noqa: PLC0415 - only where something went wrong

        if self._page is None:
            self._session.waiting.hidden.emit()
            self._open(picture_of_windows())

    def leave_page(self) -> None:
        """Show what stood there before, as it was."""
        if self._page is not None:
            page, self._page = self._page, None
            page.hide()
            page.deleteLater()
            self._stack.show()

    def _say_bug(self) -> str:
        told = self.tr("Something unexpected went wrong; nothing is lost. The details are in {0}.")
        return told.format(log_file(self._session.folder))

    def _say_bad_end(self) -> str:
        return self.tr(
            "CoopDesk ended unexpectedly last time. What was saved is all there. Would you like to report it?"
        )

    def _tell(self, say: Callable[[], str]) -> None:
        from coopdesk.ui.problem import ProblemBar  # noqa: PLC0415 - only where something went wrong

        if self._bar is None:
            self._bar = ProblemBar()
            self._bar.wanted.connect(self.show_page)
            self._bar.left.connect(self._leave_bar)
            self._column.insertWidget(self._column.indexOf(self._stack), self._bar)
        self._say = say
        self._bar.tell(say())

    def _leave_bar(self) -> None:
        self._say = None
        if self._bar is not None:
            self._bar.hide()

    def _open(self, picture: QImage) -> None:
        from coopdesk.ui.problem import ProblemPage  # noqa: PLC0415 - only where something went wrong

        self._leave_bar()
        self._page = ProblemPage(self._session, picture)
        self._page.left.connect(self.leave_page)
        self._stack.hide()
        self._column.addWidget(self._page, 1)
        self._page.take_hand()
