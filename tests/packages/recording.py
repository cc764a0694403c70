"""The walk made once in this process, and written down for a keyboard outside: strokes, texts, files, sights."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from tests.packages.screen import grab
from tests.packages.steps import Box, Step, write_steps
from tests.ui import walk
from tests.ui.conftest import Desk
from tests.ui.keys import Keyboard

_KEYS = {
    Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_A: "a",
}


def record_the_walk(desk: Desk, folder: Path, display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Walk on a desk from the empty register to the certificate, and write down in `folder` what is done and seen."""
    QApplication.setCursorFlashTime(0)
    keys = _Recorder(desk, folder, display)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(keys.next_picture()), ""))
    keys.settle()
    walk.facebook_page(keys)
    write_steps(folder, keys.steps)


class _Recorder(Keyboard):
    """A keyboard that writes down what it does, and looks at the screen whenever the work is done."""

    def __init__(self, desk: Desk, folder: Path, display: str) -> None:
        super().__init__(desk)
        self.steps: list[Step] = []
        self._folder, self._display, self._pictures = folder, display, 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        control = "ctrl+" if modifier is Qt.KeyboardModifier.ControlModifier else ""
        self.steps.append(Step("key", control + _KEYS[key]))
        super().press(key, modifier)

    def write(self, field: QWidget, text: str) -> None:
        self.steps.append(Step("text", text))
        super().write(field, text)
        self.settle()

    def choose(self, name: str, text: str) -> None:
        super().choose(name, text)
        self.settle()

    def tick(self, name: str) -> None:
        super().tick(name)
        self.settle()

    def settle(self) -> None:
        super().settle()
        seen = self._folder / f"seen-{sum(step.kind == 'seen' for step in self.steps):03}.png"
        grab(self._display).save(seen, compress_level=1)
        headings = tuple(self._box(found) for found in self.desk.window.findChildren(QLabel) if _is_heading(found))
        self.steps.append(Step("seen", seen.name, headings))

    def next_picture(self) -> Path:
        """Make the next picture that is asked for, unlike those before it, and return its file."""
        self._pictures += 1
        file = self._folder / f"picture-{self._pictures}.png"
        Image.new("RGB", (320, 160), (0, 106, 78 + self._pictures)).save(file)
        self.steps.append(Step("file", file.name))
        return file

    def _box(self, found: QLabel) -> Box:
        corner = found.mapTo(self.desk.window, QPoint(0, 0))
        return corner.x(), corner.y(), corner.x() + found.width(), corner.y() + found.height()


def _is_heading(found: QLabel) -> bool:
    return found.isVisible() and found.objectName() == "title" and bool(found.text())
