"""What this computer knows of where a register's secrets lie. It stands beside the register, and holds no secret.

It goes into no backup and no handover: another computer has its own keyring.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from time import time

from coopdesk.errors import CoopDeskError
from coopdesk.files import disk_troubles, write_whole
from coopdesk.log import LOGGER

FILE = "vault.json"
MINUTES = 10
"""How long the secrets stay unlocked while nobody touches the computer, unless the office sets another time."""

_FREE_TRIES, _LONGEST = 3, 300  # wrong tries without a wait; seconds of the longest wait


@dataclass(frozen=True, slots=True)
class Place:
    """`keepass` is the KeePass file in the keyring's place, empty for the keyring.

    `sealed` says that a desk passphrase is on: without its keys nothing is written then. `minutes` of idle time lock
    the secrets. `wrong` tries were made since the last right one, the last at `wrong_at` (seconds since 1970).
    """

    keepass: str = ""
    sealed: bool = False
    minutes: int = MINUTES
    wrong: int = 0
    wrong_at: float = 0.0


def place_in(folder: Path) -> Place:
    """Return what is known of the register in `folder`.

    Raises:
        CoopDeskError: the disk refuses.
    """
    file = folder / FILE
    with disk_troubles(file):
        if not file.exists():
            return Place()
        source = file.read_bytes()
    try:
        kept = json.loads(source)
        return Place(
            str(kept["keepass"]),
            bool(kept["sealed"]),
            int(kept["minutes"]),
            int(kept["wrong"]),
            float(kept["wrong_at"]),
        )
    except (ValueError, KeyError, TypeError):
        # The secrets are where they were; in the settings the person names the place again.
        LOGGER.warning("%s cannot be read", file)
        return Place()


def put_place(folder: Path, place: Place) -> None:
    """Keep what is known.

    Raises:
        CoopDeskError: the disk refuses.
    """
    text = json.dumps(asdict(place))
    write_whole(folder / FILE, lambda beside: _write(beside, text))


class Patience:
    """Makes wrong tries slow: after the third each waits twice as long as the one before, also after a new start."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time) -> None:
        """Count the tries of the register in `folder`; `clock` gives seconds since 1970."""
        self._folder, self._clock = folder, clock

    def ask(self) -> None:
        """See that a try may be made now.

        Raises:
            CoopDeskError: `vault.wait`, not yet.
        """
        place, now = place_in(self._folder), self._clock()
        if now < place.wrong_at:  # the clock was set back: the wait is no longer than it was
            place = replace(place, wrong_at=now)
            put_place(self._folder, place)
        left = place.wrong_at + _wait(place.wrong) - now
        if left > 0:
            raise CoopDeskError("vault.wait", seconds=int(left) + 1)

    def note(self, *, right: bool) -> None:
        """Count a try."""
        place = place_in(self._folder)
        if not right:
            put_place(self._folder, replace(place, wrong=place.wrong + 1, wrong_at=self._clock()))
        elif place.wrong:
            put_place(self._folder, replace(place, wrong=0, wrong_at=0.0))


def _wait(wrong: int) -> float:
    """Return the seconds to wait after so many wrong tries."""
    return 0.0 if wrong < _FREE_TRIES else float(min(_LONGEST, 2 ** (wrong - _FREE_TRIES + 1)))


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
