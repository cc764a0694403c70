"""When what is revealed hides: the window loses the focus, or the secrets lock. And what may be secret at all."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from coopdesk.ui.session import Session

_MARK = "mayTell"


class Cover(QObject):
    """Tells the widget that shows a secret to hide it."""

    wanted = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        """Watch over `session` for as long as `parent` lives."""
        super().__init__(parent)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # noqa: S101
        app.applicationStateChanged.connect(self._on_state)
        session.waiting.hidden.connect(self.wanted)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self.wanted.emit()


def mark_secret(*widgets: QWidget) -> None:
    """Say that widgets may show something secret: no picture of the window shows them."""
    for widget in widgets:
        widget.setProperty(_MARK, True)


def is_secret(widget: QWidget) -> bool:
    """Tell whether a widget may show something secret."""
    return bool(widget.property(_MARK))
