"""Walks through a CoopDesk of its own process by real key events, station by station as the walk was written down."""

import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import groupby
from pathlib import Path

from PIL import Image

from tests.packages.keyboard import Keyboard
from tests.packages.screen import Alike, alike, grab, roughly_alike, wait_for, wait_until_still
from tests.packages.steps import Step, steps_in

_PATIENCE = 30.0  # seconds for one station: much more than it takes
_SOON = 3.0  # seconds in which it is most often reached


class LostWay(AssertionError):
    """The screen did not come to look as it does on the way; the message names the picture that was kept of it."""


class Walker:
    """Repeats a recorded walk on a display, knowing nothing of the program but what is seen on the screen."""

    def __init__(
        self, recorded: Path, display: str, kept: Path, path_of: Callable[[Path], str] = str, *, wine: bool = False
    ) -> None:
        """Take the walk in `recorded`; pictures of the screen go to `kept`.

        `path_of` tells how the program names a file of this machine. Under `wine` letters are smoothed otherwise, lines
        end elsewhere, it hears only the keys that an English keyboard has, and at first no control has the focus.
        """
        self._recorded, self._display, self._kept, self._path_of = recorded, display, kept, path_of
        self.steps = steps_in(recorded)
        self._wine = wine
        self.patience = _PATIENCE
        self._keyboard = Keyboard(display, "".join(step.value for step in self.steps if step.kind == "text"))

    def walk(self) -> None:
        """Walk from the first page to the end.

        Raises:
            LostWay: a station was not reached.
        """
        self._take_the_keys()
        for kind, steps in groupby(self.steps, lambda step: step.kind):
            if kind == "key":
                self._keyboard.press(*(step.value for step in steps))
                continue
            for step in steps:
                match kind:
                    case "text":
                        self._write(step.value)
                    case "file":
                        self._choose(self._recorded / step.value)
                    case "seen":
                        self._wait_for(step)

    def _take_the_keys(self) -> None:
        """Wait for the first page, and give its window the focus: where no window manager does, nobody has it."""
        self._window = self._wait_for_window(set())
        self._keyboard.move_to_the_corner(self._window)
        self._wait_for(next(step for step in self.steps if step.kind == "seen"), roughly_alike)
        self._others = set(self._keyboard.windows())
        self._keyboard.focus(self._window)
        if self._wine:
            self._tab_into_the_page()

    def _tab_into_the_page(self) -> None:
        """Press Tab until it is seen: what comes before the window has the focus is lost."""
        before = wait_until_still(self._display, self.patience)
        until = time.monotonic() + self.patience
        while alike(before, wait_until_still(self._display, self.patience)):
            if time.monotonic() > until:
                raise self._lost("the window does not hear the keyboard")
            self._keyboard.press("Tab")

    def _write(self, text: str) -> None:
        if self._wine and not text.isascii():
            self._keyboard.paste(text)
        else:
            self._keyboard.type(text)

    def _choose(self, file: Path) -> None:
        """Answer the question for a file in the window that asks it, the system's own: type its path, and Enter."""
        asking = self._wait_for_window(self._others)
        self._keyboard.focus(asking)
        wait_until_still(self._display, self.patience)
        if self._wine:
            self._keyboard.press("alt+n")  # to the file's name
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

    def _wait_for(self, station: Step, same: Alike | None = None) -> None:
        """Wait until the screen looks as it did when the walk was written down, and keep a picture of it."""
        ways: list[tuple[Alike, float]] = [(same or alike, self.patience)]
        if self._wine:
            # Where a line ends elsewhere, what is below it stands elsewhere: then only the heading tells the page.
            ways = [(roughly_alike, _SOON), (partial(_same_headings, station), self.patience)]
        for like, seconds in ways:
            with suppress(TimeoutError):
                seen = wait_for(self._display, self._recorded / station.value, seconds, like)
                seen.save(self._kept / station.value, compress_level=1)
                return
        raise self._lost(f"the screen did not come to look like {station.value}")

    def _lost(self, why: str) -> LostWay:
        picture = self._kept / "lost.png"
        grab(self._display).save(picture)
        return LostWay(f"{why}; see {picture}")


def _same_headings(station: Step, one: Image.Image, other: Image.Image) -> bool:
    return all(roughly_alike(one.crop(box), other.crop(box)) for box in station.headings)
