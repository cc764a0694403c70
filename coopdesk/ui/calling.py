"""How a second start finds this person's window on the same register, and how it is asked to close.

It loads Qt's network module: the window imports it once it is painted, a second start where the register is held.
"""

import sys
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from coopdesk.log import LOGGER
from coopdesk.ui.instance import Held, Hold

SHOW, CLOSE, HELLO = "show", "close", "hello"  # come to the front; close; only answer
PATIENCE = 3.0
"""Seconds in which a window that runs must answer."""

_HEARD = b"heard\n"
_PAUSE = 0.1  # seconds between two tries
_LONGEST = 100  # bytes of a call


class Bell(QObject):
    """Hears the calls for one window. Only this person's programs can ring it."""

    rung = Signal(str)
    """Somebody calls: SHOW, CLOSE or HELLO."""

    def __init__(self, name: str, parent: QObject) -> None:
        """Answer to `name` from now on; the caller has seen that nobody else does."""
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(name)  # what a crash left
        if not self._server.listen(name):
            LOGGER.warning("no second start will find this window: %s", self._server.errorString())
        self._server.newConnection.connect(self._on_connection)

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(self._on_ready)
            self._hear(socket)  # it may have spoken already

    def _on_ready(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        word = bytes(socket.readLine(_LONGEST).data()).decode("utf-8", "replace").strip()
        if word in (SHOW, CLOSE, HELLO):
            socket.write(_HEARD)
            socket.flush()
            self.rung.emit(word)


def first_answers(hold: Hold, held: Held, word: str, patience: float = PATIENCE) -> bool:
    """Call this person's window on the register; tell whether there is one that answers.

    Where this person holds the register, the window is there, or comes just now, and is waited for; another's register
    this person may have open to be read.
    """
    until, now = monotonic() + patience, held
    while not _answers(hold.name, word, until):
        if now.by != "me" or monotonic() >= until or (again := hold.take()) is None:
            return False
        now = again
        sleep(_PAUSE)
    return True


def close_window(folder: Path, patience: float) -> bool:
    """Ask this person's window on the register of `folder` to close; tell whether none is open after `patience`."""
    if not folder.exists():
        return True
    hold, until = Hold(folder), monotonic() + patience
    while True:
        answered = _answers(hold.name, CLOSE, until)
        held = None if answered else hold.take()
        if not answered and (held is None or held.by != "me"):
            hold.release()
            return True
        if monotonic() >= until:
            return False
        sleep(_PAUSE)


def _answers(name: str, word: str, until: float) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_left(until)):
        return False
    if sys.platform == "win32":
        _let_it_come_forward()
    socket.write(f"{word}\n".encode())
    socket.waitForBytesWritten(_left(until))
    while not socket.canReadLine():
        if not socket.waitForReadyRead(_left(until)):
            return False
    return bytes(socket.readLine().data()) == _HEARD


def _left(until: float) -> int:
    """Return the milliseconds left; at least some, so that who is there can answer."""
    return max(100, int((until - monotonic()) * 1000))


if sys.platform == "win32":
    import ctypes

    def _let_it_come_forward() -> None:
        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # ASFW_ANY: else Windows only blinks in the taskbar
