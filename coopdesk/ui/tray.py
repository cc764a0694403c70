"""The tray: reminds ahead of what falls due, while the program runs, and brings the window back."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from coopdesk import resources
from coopdesk.desk.diary import WARN_DAYS
from coopdesk.ui import words
from coopdesk.ui.session import Session


class Tray(QObject):
    """Shows a notice for each clause that lapses in 14, 7, 3 or 0 days, once a day; where there is no tray, nothing."""

    def __init__(self, session: Session, window: QWidget) -> None:
        """Watch `session`; a click on the tray's icon brings `window` to the front."""
        super().__init__(window)
        self._session, self._window = session, window
        self._told: set[str] = set()
        self._icon = QSystemTrayIcon(QIcon(str(resources.path("icons", "coopdesk.svg"))), self)
        self._icon.activated.connect(self._on_click)
        self._icon.messageClicked.connect(self._on_click)
        self._icon.setToolTip(self.tr("CoopDesk"))
        session.changed.connect(self.remind)
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._icon.show()

    def notices(self) -> list[str]:
        """Return what is to be reminded of today."""
        snapshot = self._session.snapshot
        if snapshot.assessment is None:
            return []
        said = []
        for finding in snapshot.assessment.lapsing:
            left = (finding.until - snapshot.today).days if finding.until else None
            if left in WARN_DAYS:
                title = words.say(self._session.parts.rulebook.clause(finding.clause).title)
                told = self.tr("Lapses today: {0}") if left == 0 else self.tr("Lapses in {1} days: {0}")
                said.append(told.format(title, words.number(left or 0)))
        return list(dict.fromkeys(said))

    def remind(self) -> None:
        """Show the notices of today that were not shown yet."""
        today = self._session.snapshot.today.isoformat()
        new = [said for said in self.notices() if f"{today} {said}" not in self._told]
        if new and self._icon.isVisible():
            self._icon.showMessage(self.tr("CoopDesk"), "\n".join(new), self._icon.icon())
        self._told.update(f"{today} {said}" for said in new)

    def _on_click(self) -> None:
        self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()
