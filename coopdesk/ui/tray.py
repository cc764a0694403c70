"""The tray: reminds ahead of what falls due, while the program runs, and brings the window back."""

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from coopdesk import resources
from coopdesk.desk.reminders import reminders
from coopdesk.ui import words
from coopdesk.ui.application import qt_application
from coopdesk.ui.session import Session

PATIENCE = 30_000
"""Milliseconds in which the desktop may still put its tray up: at a login CoopDesk may be the first to start."""
_LOOK = 500  # milliseconds between two looks


class Tray(QObject):
    """Shows what is to be reminded of, once a day; where there is no tray, nothing."""

    ended = Signal()
    """The person wants the program to end."""

    def __init__(self, session: Session, window: QWidget) -> None:
        """Watch `session`; a click on the tray's icon brings `window` to the front."""
        super().__init__(window)
        self._session, self._window = session, window
        self._told: set[str] = set()
        self._icon = QSystemTrayIcon(QIcon(str(resources.path("icons", "coopdesk.svg"))), self)
        self._icon.activated.connect(self._on_click)
        self._icon.messageClicked.connect(self._on_open)
        self._icon.setToolTip(self.tr("CoopDesk"))
        self._menu = QMenu()
        self._menu.addAction(self.tr("Open CoopDesk"), self._on_open)
        self._menu.addAction(self.tr("End CoopDesk"), self.ended.emit)
        self._icon.setContextMenu(self._menu)
        session.changed.connect(self.remind)
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._icon.show()

    def notices(self) -> list[str]:
        """Return what is to be reminded of today."""
        facts, assessment = self._session.snapshot.facts, self._session.snapshot.assessment
        if facts is None or assessment is None:
            return []
        return [words.say(said) for said in reminders(facts, assessment, self._session.parts.rulebook)]

    def remind(self) -> None:
        """Show the notices of today that were not shown yet."""
        today = self._session.snapshot.today.isoformat()
        new = [said for said in self.notices() if f"{today} {said}" not in self._told]
        if new and self._icon.isVisible():
            self._icon.showMessage(self.tr("CoopDesk"), "\n".join(new), self._icon.icon())
        self._told.update(f"{today} {said}" for said in new)

    def _on_click(self, why: QSystemTrayIcon.ActivationReason) -> None:
        if why is not QSystemTrayIcon.ActivationReason.Context:  # that opens the menu
            self._on_open()

    def _on_open(self) -> None:
        self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()


def tray_comes() -> bool:
    """Wait a moment for the desktop's tray; tell whether there is one."""
    qt_application()
    if QSystemTrayIcon.isSystemTrayAvailable() or PATIENCE <= 0:
        return QSystemTrayIcon.isSystemTrayAvailable()
    loop, look = QEventLoop(), QTimer()
    look.timeout.connect(lambda: loop.quit() if QSystemTrayIcon.isSystemTrayAvailable() else None)
    look.start(_LOOK)
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()
    return QSystemTrayIcon.isSystemTrayAvailable()
