"""A disk that fills: no file of this process grows beyond a few bytes, and the system itself says so."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def small_disk(room: int = 2_000) -> Iterator[None]:
    """Let no file grow beyond `room` bytes meanwhile."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
