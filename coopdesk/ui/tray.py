"""The tray: reminds ahead of what falls due, while the program runs, and brings the window back."""

from PySide6.QtCore import QEventLoop, QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from coopdesk import resources
from coopdesk.desk.reminders import Reminder, reminders
from coopdesk.ui import words
from coopdesk.ui.qt import qt_application
from coopdesk.ui.session import Session

PATIENCE = 30_000
"""Milliseconds in which the desktop may still put its tray up: at a login CoopDesk may be the first to start."""
_LOOK = 500  # milliseconds between two looks
_TOLD = "reminded"


class Tray(QObject):
    """Shows each reminder once, also over a new start; where there is no tray, nothing, and it is still to be shown."""

    ended = Signal()
    """The person wants the program to end."""

    def __init__(self, session: Session, window: QWidget) -> None:
        """Watch `session`; a click on the tray's icon brings `window` to the front."""
        super().__init__(window)
        self._session, self._window = session, window
        self._shown = ""
        self._settings = QSettings(str(session.folder / "desk.ini"), QSettings.Format.IniFormat)
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

    def remind(self) -> None:
        """Show what was not shown yet."""
        if not self._icon.isVisible():
            return
        told, all_of_now = self._told(), self._reminders()
        new = [one for one in all_of_now if one.key not in told]
        if new:
            said = "\n".join(words.say(one.said) for one in new)
            self._icon.showMessage(self.tr("CoopDesk"), said, self._icon.icon())
            self._shown = "\n".join(one.key for one in all_of_now)
            if not self._session.holding.read_only:
                self._settings.setValue(_TOLD, self._shown)

    def _reminders(self) -> tuple[Reminder, ...]:
        facts, assessment = self._session.snapshot.facts, self._session.snapshot.assessment
        if facts is None or assessment is None:
            return ()
        return reminders(facts, assessment, self._session.parts.rulebook)

    def _told(self) -> frozenset[str]:
        return frozenset(f"{self._settings.value(_TOLD, '')}\n{self._shown}".split("\n"))

    def _on_click(self, why: QSystemTrayIcon.ActivationReason) -> None:
        if why is not QSystemTrayIcon.ActivationReason.Context:  # that opens the menu
            self._on_open()

    def _on_open(self) -> None:
        bring_to_front(self._window)


def bring_to_front(window: QWidget) -> None:
    """Show a window before all others, from the tray or the taskbar too; as large as it was."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


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
