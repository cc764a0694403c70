"""The few plain things that every page is built from."""

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

GAP = 12
_PLAIN = 0  # Qt.TextFormat.PlainText: naming it would load the whole Qt namespace before the first window, 20 ms


class Card(QFrame):
    """A white card with rounded corners; widgets go into `body`."""

    def __init__(self, heading: str = "") -> None:
        super().__init__()
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(8)
        if heading:
            self.body.addWidget(label(heading, "heading"))


def label(text: str = "", kind: str = "", *, wrap: bool = True) -> QLabel:
    """Return a label; `kind` is a name of the style sheet ("title", "heading", "muted", "error")."""
    made = QLabel(text)
    made.setObjectName(kind)
    made.setWordWrap(wrap)
    made.setProperty("textFormat", _PLAIN)
    return made


def button(text: str, kind: str = "") -> QPushButton:
    """Return a button; `kind` is "primary" for the page's main deed, "quiet" for a small one."""
    made = QPushButton(text)
    made.setObjectName(kind)
    made.setAccessibleName(text)
    return made


def rule() -> QFrame:
    """Return a thin line."""
    made = QFrame()
    made.setObjectName("rule")
    return made


def row(*widgets: QWidget | None, stretch: int | None = None) -> QHBoxLayout:
    """Return the widgets side by side; None is a spring, `stretch` the place of the one that grows."""
    layout = QHBoxLayout()
    layout.setSpacing(GAP)
    for place, widget in enumerate(widgets):
        if widget is None:
            layout.addStretch(1)
        else:
            layout.addWidget(widget, 1 if place == stretch else 0)
    return layout


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, and free it."""
    for item in _items(layout):
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


def _items(layout: QLayout) -> Iterator[QLayoutItem]:
    while layout.count():
        item = layout.takeAt(0)
        if item is not None:
            yield item
