"""Whether this program can open a register: tried on a copy, before it takes an older one's place."""

import shutil
import time
from contextlib import closing, suppress
from pathlib import Path

from coopdesk import __version__
from coopdesk.desk.opening import open_desk
from coopdesk.files import temporary_folder
from coopdesk.order.assess import assess
from coopdesk.register.backup import backup, on_a_copy
from coopdesk.register.schema import stamp

_KEPT = 3  # backups made before another version took over
_AN_HOUR = 3600  # seconds: no backup takes that long


def try_register(folder: Path) -> Path | None:
    """Back the register of `folder` up, then open a copy of it, upgrade that, read all of it and judge the office.

    The register itself is left alone; another program may have it open. Of the backups made so, the last three stay.

    Returns:
        The backup, or None where there is no register yet; a new, empty one is tried then.

    Raises:
        CoopDeskError: this program cannot open the register, or the disk refuses.
    """
    with on_a_copy(folder) as copy:
        if copy is None:
            with temporary_folder("coopdesk-") as empty:
                _open_and_read(empty)
            return None
        kept = folder / "backups" / f"before-{__version__}-{stamp()}.zip"
        backup(folder, kept)
        _tidy(kept.parent)
        _open_and_read(copy)
    return kept


def _open_and_read(folder: Path) -> None:
    parts = open_desk(folder)
    with closing(parts.register):
        facts = parts.register.facts()
        for read in (parts.register.certificates, parts.register.kept_papers, parts.register.password_history):
            read()
        parts.register.journal(None)
        if facts is not None:
            assess(facts, parts.rulebook, parts.today())


def _tidy(backups: Path) -> None:
    """Take away the older backups of this kind, and what a power cut left of one that was being made."""
    with suppress(OSError):  # another program holds one, or was faster: it goes next time
        made = sorted(backups.glob("before-*.zip"), key=lambda file: file.stat().st_mtime)
        for file in made[:-_KEPT]:
            file.unlink()
        for folder in backups.glob(".backup-*"):
            if time.time() - folder.stat().st_mtime > _AN_HOUR:
                shutil.rmtree(folder)
