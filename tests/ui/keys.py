"""A person at the keyboard: goes to a control by Tab alone, and types there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QTableView, QWidget

from tests.ui.conftest import Desk

MOST_TABS = 150


class Keyboard:
    """Presses keys on the window that has them."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk's window."""
        self.desk = desk
        desk.window.activateWindow()
        desk.qtbot.waitUntil(desk.window.isActiveWindow, timeout=5000)

    @property
    def focused(self) -> QWidget:
        """The control that has the hand now."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key where the hand is."""
        QTest.keyClick(QApplication.focusWidget() or self.desk.window, key, modifier)

    def go_to(self, name: str) -> QWidget:
        """Go on by Tab until the control of an accessible name (or object name) has the hand."""
        passed = []
        for _ in range(MOST_TABS):
            widget = QApplication.focusWidget()
            passed.append(widget.accessibleName() or widget.objectName() or type(widget).__name__ if widget else "-")
            if widget is not None and name in (widget.accessibleName(), widget.objectName()):
                assert widget.isVisible()
                return widget
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"no Tab leads to {name!r}, only to {list(dict.fromkeys(passed))}")

    def type(self, name: str, text: str) -> None:
        """Replace what stands in a field."""
        field = self.go_to(name)
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.write(field, text)

    def write(self, field: QWidget, text: str) -> None:
        """Type where the hand is."""
        if text.isascii():
            QTest.keyClicks(field, text)
        else:  # a Bangla keyboard hands over whole syllables
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(field, event)

    def settle(self) -> None:
        """Wait until the work is done."""
        self.desk.settle()

    def choose(self, name: str, text: str) -> None:
        """Choose an entry of a box by the arrow keys."""
        box = self.go_to(name)
        assert isinstance(box, QComboBox)
        place = box.findText(text, Qt.MatchFlag.MatchContains)
        way = Qt.Key.Key_Down if place > box.currentIndex() else Qt.Key.Key_Up
        for _ in range(box.count()):
            if text in box.currentText():
                return
            self.press(way)
        raise AssertionError(f"{name!r} offers no {text!r}")

    def tick(self, name: str) -> None:
        """Tick a box by the space bar."""
        self.go_to(name)
        self.press(Qt.Key.Key_Space)

    def push(self, name: str) -> None:
        """Push a button by the space bar, and wait until its work is done."""
        assert isinstance(self.go_to(name), QPushButton)
        self.press(Qt.Key.Key_Space)
        self.settle()

    def press_down(self) -> None:
        """Press the down arrow where the hand is."""
        self.press(Qt.Key.Key_Down)

    def go_to_table(self) -> None:
        """Go on by Tab until a table has the hand."""
        for _ in range(MOST_TABS):
            if isinstance(QApplication.focusWidget(), QTableView):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError("no Tab leads to a table")

    def enter(self) -> None:
        """Go on by Enter, and wait until the work is done."""
        self.press(Qt.Key.Key_Return)
        self.settle()
