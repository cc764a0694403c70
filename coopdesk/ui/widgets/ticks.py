"""A tick whose text wraps: Qt's own check box would cut a long sentence off."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QWidget


class TickLine(QWidget):
    """A check box, `tick`, and its sentence beside it; a click on the sentence ticks too."""

    def __init__(self, text: str, name: str) -> None:
        """Say `text`; `name` names the tick among the page's inputs."""
        super().__init__()
        self.tick = QCheckBox()
        self.tick.setObjectName(name)
        self.tick.setAccessibleName(text)
        self.tick.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        said = _Sentence(text)
        said.clicked.connect(self.tick.toggle)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.tick)
        line.addWidget(said, 1)


class _Sentence(QLabel):
    clicked = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the sentence counts."""
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
