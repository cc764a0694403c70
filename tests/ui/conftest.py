"""Real windows on real registers, under the screen that the test command provides."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coopdesk.desk.example import make_example
from coopdesk.desk.opening import open_desk
from coopdesk.ui.application import Application
from coopdesk.ui.qt import qt_application
from coopdesk.ui.start import TroublePage

PATIENCE = 20_000
"""Milliseconds that a test waits for work: much more than it takes, so that a busy machine fails no test."""


A_MOMENT = 1_000
"""Milliseconds: what waits no longer than this is waited for."""


class Desk:
    """A running application on a register, as a person has it before them."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        """Open the window on `folder`, and wait until the register is open."""
        self.qtbot = qtbot
        self.application = Application(folder, open_desk)
        self.window, self.session = self.application.window, self.application.session
        qtbot.waitUntil(lambda: self.session.is_open or isinstance(self.page, TroublePage), timeout=PATIENCE)
        self.settle()

    def settle(self) -> None:
        """Wait until all work is done, and all that waits a moment for it."""
        for _ in range(3):
            self.qtbot.waitUntil(self._is_still, timeout=PATIENCE)
            _turn(20)

    def _is_still(self) -> bool:
        waiting = (timer for timer in self.window.findChildren(QTimer) if timer.isActive() and timer.isSingleShot())
        return not self.session.runner.is_busy and not any(timer.remainingTime() < A_MOMENT for timer in waiting)

    @property
    def page(self) -> QWidget:
        """The page that is open."""
        return self.window.page

    def close(self) -> None:
        """Close the window, as a person does."""
        if self.session.is_open:
            self.window.close()
        self.window.deleteLater()
        _turn(10)


def _turn(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@pytest.fixture(scope="session")
def qapp() -> object:
    """Return the dressed application, in place of pytest-qt's bare one."""
    return qt_application()


@pytest.fixture
def open_on(qtbot: QtBot) -> Iterator[object]:
    """Return a function that opens the desk on a folder; every desk is closed in the end."""
    # The desks of earlier tests go here: a worker's thread that came upon them would end their timers from there.
    gc.collect()
    opened: list[Desk] = []

    def open_desk_on(folder: Path) -> Desk:
        opened.append(Desk(folder, qtbot))
        return opened[-1]

    yield open_desk_on
    for desk in opened:
        desk.close()


@pytest.fixture
def example(data_dir: Path) -> Path:
    """Return the folder of an example register in which all is met."""
    make_example(data_dir).register.close()
    return data_dir


@pytest.fixture
def unmet_example(data_dir: Path) -> Path:
    """Return the folder of an example register in which something is left to do."""
    make_example(data_dir, unmet=True).register.close()
    return data_dir
