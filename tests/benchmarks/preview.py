"""The first page of a paper in the window, from the click on it to its pixels being there; each time a new program."""

import statistics
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import run

from tests.benchmarks.examples import example
from tests.benchmarks.figure import Figure

ROUNDS = 5
FIRST_PAGE = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QLabel
from coopdesk.desk.opening import open_desk
from coopdesk.ui.application import Application
from coopdesk.ui.qt import qt_application
from coopdesk.ui.widgets.preview import Preview

def until(true):
    while not true():
        loop = QEventLoop()
        QTimer.singleShot(2, loop.quit)
        loop.exec()

def page_is_seen():
    preview = window.page.findChild(Preview)
    return any(not one.pixmap().isNull() for one in preview.findChildren(QLabel) if one.isVisible())

qt_application()
application = Application(Path(sys.argv[1]), open_desk)
window, session = application.window, application.session
until(lambda: session.is_open and not session.runner.is_busy)
began = time.perf_counter()
window.show_page("certificates")
until(page_is_seen)
print(time.perf_counter() - began)
until(lambda: not session.runner.is_busy)
window.close()
"""


def figures(folder: Path) -> Iterator[Figure]:
    """Yield the figure of the preview."""
    register = example(folder, 2)

    def once() -> float:
        done = run([sys.executable, "-c", FIRST_PAGE, register], check=True, capture_output=True, text=True)
        return float(done.stdout.split()[-1])

    once()
    yield Figure("first page in the window", statistics.median(once() for _ in range(ROUNDS)), 0.3, "s")
