"""Who holds a register: one window at a time, or one tray, may write to it.

The lock lies beside the register, so that it is seen from other computers too; a note beside it says whose it is. A
lock whose program has ended on this computer holds nobody back.
"""

import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtCore import QLockFile, QSysInfo

from coopdesk.errors import CoopDeskError
from coopdesk.folders import PRIVATE
from coopdesk.log import LOGGER
from coopdesk.login import login_name

LOCK, NOTE = "register.lock", "register.held.json"
# As Qt writes it into the lock: on Windows in capitals, without asking the network.
_HERE = os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else QSysInfo.machineHostName()
_LONGEST = 100  # letters of a name in a note


class Held(NamedTuple):
    """Why a register is not this window's to write, and whose it is; what is not known is empty.

    `by` is "me" (another window of this person), "user" (another person on this computer), "computer" (another
    computer), or "folder" (nobody: nothing can be written into the folder).
    """

    by: Literal["me", "user", "computer", "folder"]
    login: str = ""
    computer: str = ""
    since: datetime | None = None


class Hold:
    """The right to write to the register of a folder, from `take` to `release`. It may be used off the GUI thread."""

    def __init__(self, folder: Path) -> None:
        """Name the folder, however it is spelled."""
        self.folder = Path(os.path.realpath(folder))
        self._note = self.folder / NOTE
        self._lock = _lock(self.folder)

    @property
    def name(self) -> str:
        """What this person's window on this register is called by."""
        import hashlib  # noqa: PLC0415 - asked for once the window stands

        whose = f"{login_name()}\n{os.path.normcase(self.folder)}"
        return f"coopdesk-{hashlib.sha256(whose.encode(errors='surrogateescape')).hexdigest()[:16]}"

    def take(self) -> Held | None:
        """Take the register for writing, or say whose it is. One that was taken before may have been lost meanwhile."""
        if self._lock.isLocked():
            return None if self._is_ours() else self._holder()
        note = _read(self._note)
        if note is not None and note.by == "computer" and (self.folder / LOCK).exists():
            return note  # asked before the lock is: cloned computers bear one number, and Qt would think it ours
        with suppress(OSError):  # opening the register will say it
            self.folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        if self._lock.tryLock(0):
            with suppress(OSError):  # of who held it last
                self._note.unlink(missing_ok=True)
            return None
        if self._lock.error() is QLockFile.LockError.LockFailedError:
            return self._holder()
        return Held("folder") if (self.folder / "register.sqlite").exists() else None

    def take_over(self) -> Held | None:
        """Take the register although another computer's lock lies there: that computer is off."""
        with suppress(OSError):
            (self.folder / LOCK).unlink(missing_ok=True)
            self._note.unlink(missing_ok=True)
        return self.take()

    def write_note(self) -> None:
        """Say beside the lock whose it is. Where the disk refuses, the lock alone must do."""
        import json  # noqa: PLC0415 - off the GUI thread, once the window stands

        from coopdesk.files import write_whole  # noqa: PLC0415 - as above

        told = {"login": login_name(), "computer": _HERE, "since": datetime.now().astimezone().isoformat()}
        try:
            if self._lock.isLocked():
                write_whole(self._note, lambda beside: _write(beside, json.dumps(told, ensure_ascii=False)))
        except CoopDeskError:
            LOGGER.warning("whose the register is could not be written down", exc_info=True)

    def release(self) -> None:
        """Let others write."""
        if not self._lock.isLocked():
            return
        if self._is_ours():
            with suppress(OSError):
                self._note.unlink(missing_ok=True)
            self._lock.unlock()
            return
        # Taken over from us: Qt takes the file away all the same, so it is put back.
        with suppress(OSError):
            theirs = (self.folder / LOCK).read_bytes()
            self._lock.unlock()
            (self.folder / LOCK).write_bytes(theirs)

    def _is_ours(self) -> bool:
        pid, computer, _ = _owner(self._lock)
        note = _read(self._note)
        return (pid, computer) == (os.getpid(), _HERE) and (note is None or note.by == "me")

    def _holder(self) -> Held:
        """Say whose the register is that is not ours: by the note, else by what Qt wrote into the lock."""
        if (note := _read(self._note)) is not None:
            return note
        _, computer, _ = _owner(self._lock)
        if computer and computer != _HERE:
            return Held("computer", computer=computer)
        # The note is still to be written, or is damaged. Whose a file is, Linux tells; elsewhere it may be this person.
        login = _login_of(self.folder / LOCK)
        return Held("user", login) if login not in ("", login_name()) else Held("me", login)


def _lock(folder: Path) -> QLockFile:
    made = QLockFile(str(folder / LOCK))
    made.setStaleLockTime(0)  # age alone makes no lock stale: a window may stay open for weeks
    return made


def _owner(lock: QLockFile) -> tuple[int, str, str]:
    found = lock.getLockInfo()
    return found if isinstance(found, tuple) and len(found) == 3 else (0, "", "")


def _read(note: Path) -> Held | None:
    """Return whose a note says the register is; None where there is none, or a damaged one."""
    try:
        source = note.read_text("utf-8")
        import json  # noqa: PLC0415 - at most starts nobody left a note

        told = json.loads(source)
        login, computer = str(told["login"])[:_LONGEST], str(told["computer"])[:_LONGEST]
        since = datetime.fromisoformat(told["since"]).astimezone()
    except (OSError, ValueError, TypeError, KeyError, OverflowError):
        return None
    if computer != _HERE:
        return Held("computer", login, computer, since)
    return Held("me" if login == login_name() else "user", login, computer, since)


def _login_of(file: Path) -> str:
    try:
        return file.owner()
    except (OSError, KeyError, NotImplementedError):  # gone, a login without a name, or Windows
        return ""


def _write(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")
