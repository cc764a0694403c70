"""What a benchmark says."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured figure beside the most that is allowed, and what it comes from."""

    what: str
    measured: float
    allowed: float
    unit: str
    detail: str = ""

    @property
    def holds(self) -> bool:
        """Whether no more was measured than is allowed."""
        return self.measured <= self.allowed


def in_turn(rounds: int, **deeds: Callable[[], object]) -> dict[str, float]:
    """Return the median seconds of each deed. They take turns, so that a slow minute is slow for all."""
    took: dict[str, list[float]] = {name: [] for name in deeds}
    for number in range(rounds + 1):
        for name, deed in deeds.items():
            gc.collect()
            began = time.perf_counter()
            deed()
            if number:
                took[name].append(time.perf_counter() - began)
    return {name: statistics.median(seconds) for name, seconds in took.items()}
