"""What a person would find wrong at a glance: words cut off, words not translated, controls without a name."""

import re
from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTableView,
    QWidget,
)

_CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractSpinBox, QTableView)
# What stays in Latin letters in a Bangla window: addresses, handles, serial numbers, file names, short forms in use.
_LATIN_IS_RIGHT = re.compile(
    r"https?://\S*|\S+@\S+|\S+\.(?:com|gov|bd|log|zip|pdf|json|png)\S*|/\S+|[A-Z]:\\\S+|COOP-\S+|GRS\S*|PDF|JSON|ZIP|English|CoopDesk"
    r"|\(Grievance Redress System\)|dcogopalganj\d*|dco\.gopalganj\d*|root|coop-2016"
)


def visible(page: QWidget) -> Iterator[QWidget]:
    """Yield what a person sees of a page, the page itself left out."""
    return (widget for widget in page.findChildren(QWidget) if widget.isVisibleTo(page) and widget.isVisible())


def cut_off(page: QWidget) -> list[str]:
    """Return what does not fit its place: single lines too wide, wrapped ones too low, controls beyond their page."""
    found = []
    for widget in visible(page):
        text = text_of(widget)
        match widget:
            case QLabel() if text and widget.wordWrap():
                if widget.heightForWidth(widget.width()) > widget.height() + 1:
                    found.append(f"too low: {text}")
            case QLabel() | QPushButton() | QCheckBox() | QRadioButton() if text:
                if widget.sizeHint().width() > widget.width() + 1:
                    found.append(f"too narrow: {text}")
            case QComboBox() | QLineEdit():
                if widget.height() < widget.minimumSizeHint().height():
                    found.append(f"too low: {widget.accessibleName()}")
        area = _scrolled_in(widget)
        if area is not None and widget.mapTo(area.viewport(), widget.rect().topRight()).x() > area.viewport().width():
            found.append(f"beyond the edge: {text or widget.accessibleName() or type(widget).__name__}")
    return found


def untranslated(page: QWidget) -> list[str]:
    """Return the texts with Latin words in them where Bangla ones belong."""
    texts = [text_of(widget) for widget in visible(page)]
    for table in (widget for widget in visible(page) if isinstance(widget, QTableView)):
        model = table.model()
        for column in range(model.columnCount()):
            texts.append(str(model.headerData(column, table.horizontalHeader().orientation())))
            texts += [str(model.index(row, column).data()) for row in range(min(model.rowCount(), 50))]
    return [text for text in texts if re.search(r"[A-Za-z]{2,}", _LATIN_IS_RIGHT.sub("", text))]


def nameless(page: QWidget) -> list[str]:
    """Return the controls that a screen reader has no name for."""
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in visible(page)
        # Qt takes a button's own text for its name.
        if isinstance(widget, _CONTROLS) and not (widget.accessibleName() or _own_text(widget) or _is_inner(widget))
    ]


def _is_inner(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit | QTableView) or widget.objectName().startswith(
        "qt_"
    )


def _own_text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def text_of(widget: QWidget) -> str:
    """Return what is written on a widget, or nothing."""
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return ""


def _scrolled_in(widget: QWidget) -> QScrollArea | None:
    """Return the area in which a widget is scrolled, None where it is in none, or is a part of the area itself."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return parent if parent.widget() is not None and parent.widget().isAncestorOf(widget) else None
        parent = parent.parentWidget()
    return None
