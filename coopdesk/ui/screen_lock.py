"""Hearing that the screen was locked, or that the computer goes to sleep."""

import sys
from typing import cast

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QMainWindow

_SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
_LOGIN = "org.freedesktop.login1"
_WM_POWERBROADCAST, _PBT_APMSUSPEND = 0x0218, 0x0004
_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK = 0x02B1, 0x0007


class ScreenLock(QObject):
    """Says when the screen locks: over D-Bus on Linux, by the session's messages on Windows."""

    locked = Signal()

    def __init__(self, parent: QObject) -> None:
        """Begin to listen."""
        super().__init__(parent)
        if sys.platform == "win32":
            self._messages = _SessionMessages(self)
        else:
            self._listen()

    @Slot(bool)
    def on_active(self, active: bool) -> None:
        """Hear of a screen saver, or of the computer going to sleep."""
        if active:
            self.locked.emit()

    @Slot()
    def on_lock(self) -> None:
        """Hear of the session being locked."""
        self.locked.emit()

    def _listen(self) -> None:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - only who unlocks needs it

        session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        # PySide takes the text of SLOT(), though its annotations name bytes.
        active, lock = cast("bytes", SLOT("on_active(bool)")), cast("bytes", SLOT("on_lock()"))
        for saver in _SCREEN_SAVERS:
            session.connect("", "", saver, "ActiveChanged", self, active)
        system.connect(_LOGIN, "", f"{_LOGIN}.Session", "Lock", self, lock)
        system.connect(_LOGIN, "", f"{_LOGIN}.Manager", "PrepareForSleep", self, active)


class _SessionMessages(QAbstractNativeEventFilter):
    """Windows tells each window that asked for it (WTSRegisterSessionNotification)."""

    def __init__(self, owner: ScreenLock) -> None:
        super().__init__()
        self._owner = owner
        if sys.platform == "win32":
            import ctypes  # noqa: PLC0415 - Windows alone

            # The shell, also while it is hidden: another window, such as a dialog, would take the messages along.
            for window in (one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow)):
                ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(window.winId()), 0)
        app = QApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self)

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Look at each message; keep none from anybody."""
        if sys.platform == "win32" and bytes(kind) == b"windows_generic_MSG":
            from ctypes import wintypes  # noqa: PLC0415 - Windows alone

            told = wintypes.MSG.from_address(int(message))
            if (told.message, told.wParam) in {
                (_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK),
                (_WM_POWERBROADCAST, _PBT_APMSUSPEND),
            }:
                self._owner.locked.emit()
        return False, 0
