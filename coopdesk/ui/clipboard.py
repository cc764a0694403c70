"""A secret on the clipboard: marked as one, and taken off again after a moment if it is still ours."""

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

SECONDS = 15
"""How long a secret stays on the clipboard."""

_MARKS = {
    # KDE's clipboard history, and those that follow it, keep nothing that bears this.
    "x-kde-passwordManagerHint": b"secret",
    # Windows' clipboard history and its cloud leave out what bears these formats.
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
}


class SecretClipboard(QObject):
    """Puts a secret on the clipboard for `SECONDS`. `ticked` tells the seconds left, 0 when it is gone."""

    ticked = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left = 0
        self._text = ""
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._on_second)

    def copy(self, secret: str) -> None:
        """Put `secret` on the clipboard, and begin to count."""
        data = QMimeData()
        data.setText(secret)
        for mark, value in _MARKS.items():
            data.setData(mark, value)
        QGuiApplication.clipboard().setMimeData(data)
        self._text, self._left = secret, SECONDS
        self._second.start()
        self.ticked.emit(self._left)

    def clear(self) -> None:
        """Take the secret off now, unless something else was copied since."""
        self._second.stop()
        clipboard = QGuiApplication.clipboard()
        if self._text and clipboard.text() == self._text:
            clipboard.clear()
        self._text, self._left = "", 0
        self.ticked.emit(0)

    def _on_second(self) -> None:
        self._left -= 1
        if self._left > 0:
            self.ticked.emit(self._left)
        else:
            self.clear()
