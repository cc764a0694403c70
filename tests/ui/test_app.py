"""The window as a process of its own: it opens, tells of a bug, and ends when it is asked to."""

import os
import signal
import subprocess
import sys
from pathlib import Path

PATIENCE = 60
"""Seconds."""

_OPEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from coopdesk import app
from coopdesk.ui.qt import qt_application

def shell():
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow)), None)

def fail():
    1 // 0

def tell():
    if shell() is not None and shell()._session.is_open:
        look.stop()
        if "bug" in sys.argv:
            QTimer.singleShot(0, fail)
        QTimer.singleShot(300, say)

def say():
    told = (one for one in shell().findChildren(QLabel) if one.objectName() == "told" and one.isVisible())
    print("NOTICE", *(one.text() for one in told), flush=True)

qt_application()
look = QTimer()
look.timeout.connect(tell)
look.start(20)
sys.exit(app.open_window(Path(sys.argv[1])))
"""


def _open(folder: Path, *how: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _OPEN, str(folder), *how]
    return subprocess.Popen(command, env=os.environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _notice(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return next((line for line in process.stdout if line.startswith("NOTICE")), "")


def test_it_opens_and_ends_when_it_is_asked_to(example: Path) -> None:
    with _open(example) as process:
        assert _notice(process).split() == ["NOTICE"]
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, errors) == (0, "")
    assert not list(example.glob("register.sqlite-*")), "the register was not closed"


def test_a_bug_is_told_and_logged_and_the_window_goes_on(example: Path) -> None:
    with _open(example, "bug") as process:
        notice = _notice(process)
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=PATIENCE)
    assert "কিছু হারায়নি" in notice or "কিছুই হারায়নি" in notice
    assert "ZeroDivisionError" not in notice + errors
    assert "ZeroDivisionError" in "".join(file.read_text("utf-8") for file in example.rglob("*.log"))
    assert process.returncode == 0


def test_what_was_killed_is_told_of_at_the_next_start_and_once_only(example: Path) -> None:
    told = []
    for ending in (signal.SIGKILL, signal.SIGTERM, signal.SIGTERM):
        with _open(example) as process:
            told.append(_notice(process))
            process.send_signal(ending)
            process.communicate(timeout=PATIENCE)
    assert ["হঠাৎ বন্ধ" in notice for notice in told] == [False, True, False]
