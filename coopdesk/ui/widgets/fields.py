"""A question's field: what is asked, where the answer goes, and what is wrong with it, right there."""

from collections.abc import Iterable

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from coopdesk.ui import words
from coopdesk.ui.widgets.basics import label


class Field(QWidget):
    """A labelled input with a line for its error below."""

    def __init__(self, caption: str, control: QWidget, hint: str = "", name: str = "") -> None:
        """Label `control`; `name` names it among the page's inputs, whose half-typed content is kept."""
        super().__init__()
        self.control = control
        self._error = label("", "error")
        self._error.hide()
        control.setAccessibleName(caption)
        control.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QLabel(caption)
        head.setBuddy(control)
        column.addWidget(head)
        column.addWidget(control)
        if hint:
            column.addWidget(label(hint, "muted"))
            control.setAccessibleDescription(hint)
        column.addWidget(self._error)
        column.addStretch(1)  # beside a taller field the controls still stand in one line

    def show_error(self, text: str) -> None:
        """Say what is wrong, and put the hand there; an empty text takes it away."""
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self.control.setProperty("wrong", bool(text))
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)
        if text:
            self.control.setFocus()


def line(text: str = "", placeholder: str = "", limit: int = 300) -> QLineEdit:
    """Return a one-line input that takes `limit` characters."""
    made = QLineEdit(text)
    made.setPlaceholderText(placeholder)
    made.setMaxLength(limit)
    return made


def lines(text: str = "", height: int = 72) -> QPlainTextEdit:
    """Return an input of several lines, `height` pixels high; Tab goes on to the next field."""
    made = QPlainTextEdit(text)
    made.setTabChangesFocus(True)
    made.setFixedHeight(height)
    return made


def choice(options: Iterable[tuple[str, str]], chosen: str = "", prompt: str = "") -> QComboBox:
    """Return a box to choose from (key, text); `prompt` stands there until something is chosen."""
    made = QComboBox()
    if prompt:
        made.addItem(prompt, "")
    for key, text in options:
        made.addItem(text, key)
    made.setCurrentIndex(max(0, made.findData(chosen)))
    made.setMaxVisibleItems(14)
    made.setItemDelegate(QStyledItemDelegate(made))  # the style sheet's line height holds in the list too
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(12)
    return made


def number(least: int, most: int, value: int) -> QSpinBox:
    """Return an input for a number, in the digits of the window's language; the arrow keys count up and down."""
    made = QSpinBox()
    made.setRange(least, most)
    made.setValue(value)
    made.setMaximumWidth(140)
    made.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
    made.setLocale(_locale())
    return made


class DateField(QDateEdit):
    """A day, written as the window's language writes it."""

    picked = Signal()

    def __init__(self, day: QDate) -> None:
        super().__init__(day)
        self.setLocale(_locale())
        self.setDisplayFormat("d MMMM yyyy")
        self.setCalendarPopup(True)
        self.setMinimumDate(QDate(1971, 12, 16))
        self.setMaximumDate(QDate(2100, 1, 1))


def _locale() -> QLocale:
    bangla = words.language() == "bn"
    return QLocale(QLocale.Language.Bengali if bangla else QLocale.Language.English)
