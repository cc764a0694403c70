"""What the meter costs beside plain zxcvbn, its word lists when they are first used, and unlocking the secrets."""

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

from zxcvbn import zxcvbn

from coopdesk.passwords import words
from coopdesk.passwords.strength import judge
from coopdesk.vault.seal import close_box, open_box
from tests.benchmarks.figure import Figure, in_turn

TYPICAL = (
    "Gopalganj@2024", "samabay123", "xK9#mQ2$vL7pq", "rahimuddin1971dhaka", "Rahim@12345", "গোপালগঞ্জ২০২৪",
    "সমবায় অফিস ১২৩", "nouka lebu janala 47", "26march1971", "01712345678", "AmarSonarBangla71", "vT5q-Hx2mWz8kPd3nRt6",
)  # fmt: skip

_PASSPHRASE = "seven blue geese by a river"


def figures(folder: Path) -> Iterator[Figure]:
    """Yield the figures of judging passwords; `folder` is not needed."""
    del folder
    took = in_turn(30, ours=lambda: [judge(one) for one in TYPICAL], plain=lambda: [zxcvbn(one) for one in TYPICAL])
    detail = f"{1000 * took['ours'] / len(TYPICAL):.2f} ms each"
    yield Figure("a verdict", took["ours"] / took["plain"], 2, "× zxcvbn", detail)
    yield Figure("word lists, read", 1000 * in_turn(9, read=_read)["read"], 30, "ms")
    box = close_box({"key": b"k" * 32}, "key", _PASSPHRASE, "here")
    unlocked = in_turn(5, unlock=lambda: open_box(box, _PASSPHRASE, "here"))["unlock"]
    yield Figure("unlocking the desk passphrase", unlocked, 0.75, "s", "about half a second is meant")
    tracemalloc.start()
    _read()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    yield Figure("word lists, held", held / 2**20, 15, "MB")


def _read() -> None:
    words.words.cache_clear()
    words.ranks.cache_clear()
    words.words()
    words.ranks("numbers")
    words.ranks("endings")
