"""CoopDesk's window, and others that hold a register, as processes of their own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 30
"""Seconds."""

_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QObject, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QSystemTrayIcon
from coopdesk import app
from coopdesk.ui.qt import qt_application

QSystemTrayIcon.isSystemTrayAvailable = staticmethod(lambda: True)
told = set()

def tell(*words):
    if words not in told:
        told.add(words)
        print(*words, flush=True)

def look():
    shell = next((w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow)), None)
    if shell is not None and shell._session.is_open:
        tell("OPEN", "read" if shell._session.holding.read_only else "write")
        if "type" in sys.argv and shell._session.snapshot.facts is not None and ("TYPED",) not in told:
            shell.show_account(None, "address")
            line = next(w for w in shell.page.findChildren(QLineEdit) if w.objectName())
            line.setText("https://x.com/half_typed")
            tell("TYPED")
    if shell is not None and shell.isVisible():
        tell("VISIBLE")

qt_application()
timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
sys.exit(app.open_window(Path(sys.argv[1]), background="background" in sys.argv))
"""
_HOLDER = """
import sys
from pathlib import Path
from coopdesk.ui.instance import Hold
hold = Hold(Path(sys.argv[1]))
print("FREE" if (held := hold.take()) is None else held.by.upper(), flush=True)
if "note" in sys.argv:
    hold.write_note()
    print("NOTED", flush=True)
sys.stdin.read()
hold.release()
"""


def heard(process: subprocess.Popen[str], word: str) -> str:
    """Wait for a line that begins with `word`, and return it; "" where the process ends without one."""
    assert process.stdout
    return next((line.strip() for line in process.stdout if line.startswith(word)), "")


@contextmanager
def window(folder: Path | str, *how: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """Run CoopDesk's window, which says OPEN (write or read) and VISIBLE; `how` is "background", "type"."""
    with _running(_WINDOW, folder, how, environment) as process:
        yield process


@contextmanager
def holder(folder: Path, *how: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """Run what takes the register as a window does, and holds it until its input ends; `how` is "note"."""
    with _running(_HOLDER, folder, how, environment) as process:
        yield process


@contextmanager
def _running(
    script: str, folder: Path | str, how: tuple[str, ...], environment: dict[str, str]
) -> Iterator[subprocess.Popen[str]]:
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(folder), *how],
        env={**os.environ, **environment}, stdin=pipe, stdout=pipe, stderr=pipe, text=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=PATIENCE)
