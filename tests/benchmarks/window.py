"""The first window beside a bare PySide6 window, as an onlooker sees them: by the pixels of one screen."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.examples import COMMAND, example
from tests.benchmarks.figure import Figure

ROUNDS = 7
PATIENCE = 20  # seconds
STILL = 0.8  # seconds without a changed pixel: all is painted
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("bare"))
window.resize(900, 600)
window.show()
app.exec()
"""


@dataclass(frozen=True)
class Sight:
    """What was seen of one start: seconds to the first pixels and to the last, and megabytes in memory then."""

    first: float
    painted: float
    memory: float


class Screen:
    """A screen of its own whose pixels can be read as a file."""

    def __init__(self, display: str, pixels: Path) -> None:
        """Take the display's name and the file of its pixels."""
        self.display = display
        self._environment = {**os.environ, "DISPLAY": display}
        self._pixels = pixels

    @contextmanager
    def first_pixels(self, started: AbstractContextManager[object]) -> Iterator[float]:
        """Enter what starts a program, and give the seconds until its window is seen; leave it, and see it gone."""
        empty, began = self._pixels.read_bytes(), time.perf_counter()
        with started:
            while self._pixels.read_bytes() == empty:
                assert time.perf_counter() - began < PATIENCE, "no window is seen"
                time.sleep(0.003)
            yield time.perf_counter() - began
        self._wait_for(empty)

    def watch(self, command: Sequence[str | Path]) -> Sight:
        """Start a program, watch until its window stands still, and end it."""
        empty = before = self._pixels.read_bytes()
        began = changed = time.perf_counter()
        first = None
        with subprocess.Popen(command, env=self._environment, stderr=subprocess.PIPE) as process:
            while (now := time.perf_counter()) - (changed if first else began) < (STILL if first else PATIENCE):
                seen = self._pixels.read_bytes()
                if seen != before:
                    before, changed = seen, now
                    first = first or now
                time.sleep(0.003)
            memory = resident(process.pid)
            process.terminate()
        if first is None:
            sys.exit(f"{command} showed no window")
        self._wait_for(empty)
        return Sight(first - began, changed - began, memory)

    def _wait_for(self, pixels: bytes) -> None:
        until = time.perf_counter() + 10
        while self._pixels.read_bytes() != pixels and time.perf_counter() < until:
            time.sleep(0.01)


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """Run a screen and end it."""
    number, written = os.pipe()
    command = ["Xvfb", "-displayfd", str(written), "-fbdir", folder, "-screen", "0", "1366x768x24", "-noreset"]
    with subprocess.Popen(command, pass_fds=[written], stderr=subprocess.DEVNULL) as process:
        os.close(written)
        with os.fdopen(number) as told:
            display = told.readline().strip()
        try:
            yield Screen(f":{display}", folder / "Xvfb_screen0")
        finally:
            process.terminate()


def resident(pid: int) -> float:
    """Return the resident megabytes of a process and of those it started."""
    status = Path(f"/proc/{pid}/status").read_text()
    own = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return own / 1024 + sum(resident(int(child)) for child in children)


def figures(folder: Path) -> Iterator[Figure]:
    """Yield the figures of the window."""
    commands: dict[str, Sequence[str | Path]] = {
        "bare": [sys.executable, "-c", BARE],
        "small": [COMMAND, "--data-dir", example(folder, 2)],
        "large": [COMMAND, "--data-dir", example(folder, 1_000)],
    }
    seen: dict[str, list[Sight]] = {name: [] for name in commands}
    with screen(folder) as one:
        for number in range(ROUNDS + 1):
            for name, command in commands.items():
                sight = one.watch(command)
                if number:
                    seen[name].append(sight)

    def median(name: str, what: str) -> float:
        return statistics.median(getattr(sight, what) for sight in seen[name])

    bare, small, large = median("bare", "first"), median("small", "first"), median("large", "painted")
    yield Figure("first window", small / bare, 1.4, "× bare", f"{small:.2f} s, bare PySide6 {bare:.2f} s")
    yield Figure("window with 1,000 accounts painted", large / bare, 3, "× bare", f"{large:.2f} s")
    yield Figure("memory with the example open", median("small", "memory"), 150, "MB")
