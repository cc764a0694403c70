"""When what is revealed hides: the window loses the focus, or the secrets lock."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from coopdesk.ui.session import Session


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
