"""The screen of a display, seen from outside the program, and whether two sights are the same."""

import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageChops, ImageGrab

Alike = Callable[[Image.Image, Image.Image], bool]

CARET = (3, 40)
"""How wide and high a blinking caret may be, in dots."""
_TILE = 24  # dots: about a line of text
_SHADE = 24  # of 255: how much lighter or darker a tile may be; another word is 40


def grab(display: str) -> Image.Image:
    """Return what stands on the screen of `display` now."""
    return ImageGrab.grab(xdisplay=display).convert("L")


def alike(one: Image.Image, other: Image.Image) -> bool:
    """Whether two sights are the same to the dot, but for a caret that blinks."""
    box = ImageChops.difference(one, other).getbbox()
    return box is None or (box[2] - box[0] <= CARET[0] and box[3] - box[1] <= CARET[1])


def roughly_alike(one: Image.Image, other: Image.Image) -> bool:
    """Whether two sights are the same to somebody who does not see how letters are smoothed, nor a dot's shift."""
    difference = ImageChops.difference(one.reduce(_TILE), other.reduce(_TILE))
    return max(difference.tobytes()) <= _SHADE


def wait_until_still(display: str, seconds: float, moment: float = 0.15) -> Image.Image:
    """Wait until the screen has stopped changing, and return what stands there.

    Raises:
        TimeoutError: it did not within `seconds`.
    """
    until, before = time.monotonic() + seconds, grab(display)
    while time.monotonic() < until:
        time.sleep(moment)
        now = grab(display)
        if alike(before, now):
            return now
        before = now
    raise TimeoutError(f"the screen did not stop changing within {seconds} s")


def wait_for(display: str, expected: Path, seconds: float, same: Alike, moment: float = 0.1) -> Image.Image:
    """Wait until the screen looks like the picture in `expected`, twice in turn, and return what stands there.

    Raises:
        TimeoutError: it did not within `seconds`.
    """
    until, wanted, seen = time.monotonic() + seconds, Image.open(expected).convert("L"), 0
    while time.monotonic() < until:
        now = grab(display)
        seen = seen + 1 if same(wanted, now) else 0
        if seen == 2:
            return now
        time.sleep(moment)
    raise TimeoutError(f"the screen did not come to look like {expected.name} within {seconds} s")
