"""How CoopDesk ends: a note that it runs, taken away at a clean end, and a log of the program's own crashes."""

import faulthandler
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QLockFile

from coopdesk.folders import PRIVATE
from coopdesk.log import crash_file

_FATAL = b"Fatal Python error"  # Windows notes there what it got over, too
_LOOKED_AT = 1_000_000  # bytes


class Ending:
    """Knows at a start whether the last run ended by itself, and writes down how this one crashes."""

    def __init__(self, folder: Path) -> None:
        """Look after the register in `folder`."""
        self._crashes = crash_file(folder)
        self._note = self._crashes.with_name("running")
        self._lock = QLockFile(str(self._note))
        self._lock.setStaleLockTime(0)  # a note is stale once its process is gone, however old it is
        self._file: BinaryIO | None = None

    def begin(self) -> bool:
        """Return whether the last run ended unexpectedly; from now on a crash is written down. On any thread.

        Where another CoopDesk runs on the register, or the folder cannot be written, nothing is known of the last run.
        """
        with suppress(OSError):
            self._crashes.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
            left = self._note.exists()
            if not self._lock.tryLock(0):
                return False
            crashed = self._put_aside()
            self._file = self._crashes.open("wb")
            faulthandler.enable(self._file)
            return left or crashed
        return False

    def end(self) -> None:
        """Note the clean end."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
        self._lock.unlock()

    def _put_aside(self) -> bool:
        """Keep the last crash beside this run's, and none before it; return whether there is one."""
        if not self._crashes.exists() or not self._crashes.stat().st_size:
            return False
        with self._crashes.open("rb") as file:
            crashed = _FATAL in file.read(_LOOKED_AT)
        self._crashes.replace(self._crashes.with_name(f"{self._crashes.name}.1"))
        return crashed
