"""Locking the secrets while nobody is at the computer: after idle minutes, and when the screen locks."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from coopdesk.desk.parts import Parts
from coopdesk.ui.screen_lock import ScreenLock
from coopdesk.ui.session import Session

_MINUTE = 60_000  # milliseconds
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class IdleLock(QObject):
    """Watches for input while the secrets are unlocked; without a passphrase it does nothing."""

    def __init__(self, session: Session) -> None:
        """Watch over `session`."""
        super().__init__(session)
        self._session = session
        self._screen: ScreenLock | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.lock)
        # Unlocked, turned on, moved to a file, taken over: whatever opened them, the session was told of it.
        session.waiting.unlocked.connect(self._look)
        session.changed.connect(self._look)
        self._look()

    def lock(self) -> None:
        """Lock the secrets now."""
        self._timer.stop()
        self._app().removeEventFilter(self)
        self._session.lock()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin to count anew with each input; nothing is kept from anybody."""
        if event.type() in _INPUT:
            self._timer.start()
        return False

    def _look(self) -> None:
        if self._session.is_open and self._session.parts.vaults.are_open():
            self._session.ask(self, _minutes, self._watch)

    def _watch(self, minutes: int) -> None:
        if self._screen is None:  # made once: only who unlocks needs it
            self._screen = ScreenLock(self)
            self._screen.locked.connect(self.lock)
        if self._timer.isActive() and self._timer.interval() == minutes * _MINUTE:
            return
        self._timer.start(minutes * _MINUTE)
        self._app().installEventFilter(self)

    def _app(self) -> QApplication:
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101
        return app


def _minutes(parts: Parts) -> int:
    return parts.vault().home.minutes
