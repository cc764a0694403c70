"""What a person would find wrong at a glance: words cut off, words not translated, controls without a name."""

import re
from collections.abc import Iterator

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTableView,
    QWidget,
)

from coopdesk.ui import theme
from coopdesk.ui.models.table import STATUS_ROLE
from coopdesk.ui.widgets.chip import StatusChip

CHIP_SIGN = 38
"""What a chip's sign and margins take of its width, in pixels."""

_CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractSpinBox, QTableView)
# What stays in Latin letters in a Bangla window: addresses, handles, serial numbers, file names, short forms in use.
_LATIN_IS_RIGHT = re.compile(
    r"https?://\S*|\S+@\S+|\S+\.(?:com|gov|bd|log|zip|pdf|json|png|xlsx|csv|deb|exe)\S*|/\S+|[A-Z]:\\\S+|COOP-\S+|GRS\S*|PDF|JSON|ZIP|English|KeePass|CoopDesk"
    r"|“git pull”|“make run”|pip|sudo \S+apt-get .*"
    r"|\(Grievance Redress System\)|dcogopalganj\d*|dco\.gopalganj\d*|root|coop-2016|(?:[0-9A-F]{4} ?){8}"
)


def visible(page: QWidget) -> Iterator[QWidget]:
    """Yield what a person sees of a page, the page itself left out."""
    return (widget for widget in page.findChildren(QWidget) if widget.isVisibleTo(page) and widget.isVisible())


def said(page: QWidget) -> str:
    """Return all that is written on a page."""
    return " ".join(text_of(widget) for widget in visible(page))


def named(page: QWidget, name: str) -> QWidget:
    """Return the one control of an object name that a person sees."""
    (found,) = (widget for widget in visible(page) if widget.objectName() == name)
    return found


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
                if text and _advance(text, widget.font()) > _room(widget):
                    found.append(f"too narrow: {text}")
            case QDateEdit():
                if widget.sizeHint().width() > widget.width() + 1:
                    found.append(f"too narrow: {widget.text()}")
            case StatusChip():
                if _advance(widget.accessibleName(), _chip_font(widget)) > widget.width() - CHIP_SIGN:
                    found.append(f"too narrow: {widget.accessibleName()}")
            case QTableView():
                found += _cut_off_cells(widget)
        area = _scrolled_in(widget)
        room = area.viewport() if area is not None else page
        if widget.mapTo(room, widget.rect().topRight()).x() > room.width():
            found.append(f"beyond the edge: {text or widget.accessibleName() or type(widget).__name__}")
    return found


def _cut_off_cells(table: QTableView) -> list[str]:
    """Return heads and statuses that do not fit their column; a long text may end in dots, and is read as a tip."""
    found = []
    model, header = table.model(), table.horizontalHeader()
    if header.length() > table.viewport().width() and not table.horizontalScrollBar().isVisible():
        found.append(f"beyond the edge: columns of {table.accessibleName()}")
    for column in range(model.columnCount()):
        head = str(model.headerData(column, header.orientation()))
        if header.sectionSizeFromContents(column).width() > table.columnWidth(column) + 1:
            found.append(f"too narrow: {head}")
        for row in range(min(model.rowCount(), 50)):
            index = model.index(row, column)
            room = table.columnWidth(column) - 16 - CHIP_SIGN
            if index.data(STATUS_ROLE) and _advance(str(index.data()), _chip_font(table)) > room:
                found.append(f"too narrow: {head}: {index.data()}")
    return found


def _chip_font(widget: QWidget) -> QFont:
    font = QFont(widget.font())
    font.setBold(True)
    font.setPointSizeF(theme.BODY_POINTS - 1)
    return font


def _advance(text: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(text)


def _room(widget: QWidget) -> int:
    """Return the room for text in a box or a line: its padding, frame and arrow are taken off."""
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        return widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, widget).width()
    return widget.width() - 24


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
    if isinstance(widget, QLineEdit) and not widget.text():
        return widget.placeholderText()
    return ""


def _scrolled_in(widget: QWidget) -> QScrollArea | None:
    """Return the area in which a widget is scrolled, None where it is in none, or is a part of the area itself."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return parent if parent.widget() is not None and parent.widget().isAncestorOf(widget) else None
        parent = parent.parentWidget()
    return None
