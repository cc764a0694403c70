"""Walks through a CoopDesk of its own process by real key events, station by station as the walk was written down."""

import time
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from tests.packages.keyboard import Keyboard
from tests.packages.screen import Alike, alike, grab, roughly_alike, wait_for, wait_until_still
from tests.packages.steps import steps_in

_PATIENCE = 30.0  # seconds for one station: much more than it takes


class LostWay(AssertionError):
    """The screen did not come to look as it does on the way; the message names the picture that was kept of it."""


class Walker:
    """Repeats a recorded walk on a display, knowing nothing of the program but what is seen on the screen."""

    def __init__(self, recorded: Path, display: str, kept: Path, path_of: Callable[[Path], str] = str) -> None:
        """Take the walk in `recorded`; pictures of the screen go to `kept`.

        `path_of` tells how the program names a file of this machine.
        """
        self._recorded, self._display, self._kept, self._path_of = recorded, display, kept, path_of
        self.steps = steps_in(recorded)
        self.same: Alike = alike
        self.patience = _PATIENCE
        self._keyboard = Keyboard(display, "".join(step.value for step in self.steps if step.kind == "text"))

    def walk(self) -> None:
        """Walk from the first page to the end.

        Raises:
            LostWay: a station was not reached.
        """
        self._take_the_keys()
        for kind, steps in groupby(self.steps, lambda step: step.kind):
            values = [step.value for step in steps]
            match kind:
                case "key":
                    self._keyboard.press(*values)
                case "text":
                    for text in values:
                        self._keyboard.type(text)
                case "file":
                    for name in values:
                        self._choose(self._recorded / name)
                case "seen":
                    for name in values:
                        self._wait_for(name)

    def _take_the_keys(self) -> None:
        """Wait for the first page, and give its window the focus: where no window manager does, nobody has it."""
        first = next(step.value for step in self.steps if step.kind == "seen")
        self._wait_for(first, roughly_alike)
        self._window = self._wait_for_window(set())
        self._keyboard.focus(self._window)

    def _choose(self, file: Path) -> None:
        """Answer the question for a file in the window that asks it, the system's own: type its path, and Enter."""
        asking = self._wait_for_window({self._window})
        self._keyboard.focus(asking)
        wait_until_still(self._display, self.patience)
        self._keyboard.type(self._path_of(file))
        self._keyboard.press("Return")
        until = time.monotonic() + self.patience
        while asking in self._keyboard.windows():
            if time.monotonic() > until:
                raise self._lost("the question for a file stays open")
            time.sleep(0.05)
        self._keyboard.focus(self._window)

    def _wait_for_window(self, but: set[str]) -> str:
        until = time.monotonic() + self.patience
        while time.monotonic() < until:
            if others := [window for window in self._keyboard.windows() if window not in but]:
                return others[-1]
            time.sleep(0.05)
        raise self._lost("no window opened")

    def _wait_for(self, name: str, same: Alike | None = None) -> None:
        try:
            seen = wait_for(self._display, self._recorded / name, self.patience, same or self.same)
        except TimeoutError as trouble:
            raise self._lost(str(trouble)) from trouble
        seen.save(self._kept / name, compress_level=1)

    def _lost(self, why: str) -> LostWay:
        picture = self._kept / "lost.png"
        grab(self._display).save(picture)
        return LostWay(f"{why}; see {picture}")
