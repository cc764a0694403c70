"""Moments: those at which something is broken off, and the one when something has come about."""

import random
import time
from collections.abc import Callable

_TRIES = 5
_FASTER = 0.85  # how much of the way's seconds are counted on, where a moment came too late


def break_off(count: int, seconds: float, attempt: Callable[[int, float], bool]) -> None:
    """Break something off at `count` moments, by chance one in each part of its way, which takes about so many seconds.

    `attempt(number, moment)` does it once, and returns whether the moment was in time; one that came too late, as where
    the machine has become faster since the way was measured, is tried again.

    Raises:
        AssertionError: it was through before its moment came, again and again.
    """
    seed = random.randrange(2**32)
    chance = random.Random(seed)
    for number in range(count):
        for _ in range(_TRIES):
            moment = seconds * (number + chance.random()) / count
            try:
                in_time = attempt(number, moment)
            except AssertionError as error:
                error.add_note(f"moment {number + 1} of {count}, after {moment:.2f} s; seed {seed}")
                raise
            if in_time:
                break
            seconds *= _FASTER
        else:
            raise AssertionError(f"moment {number + 1} of {count} came too late {_TRIES} times")


def until(what: str, true: Callable[[], object], seconds: float = 60) -> None:
    """Wait until a function says yes.

    Raises:
        AssertionError: it does not within the time.
    """
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"{what} is still not so after {seconds} s"
        time.sleep(0.1)
