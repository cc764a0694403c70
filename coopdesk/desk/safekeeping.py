"""Backing the register up, and putting a backup back."""

from pathlib import Path

from coopdesk.register.backup import backup, restore

__all__ = ["backup", "restore", "save_backup"]


def save_backup(folder: Path, target: Path) -> Path:
    """Back the register of `folder` up into `target`, which gets the ending .zip where it has none; return its path.

    Raises:
        CoopDeskError: there is no register, it is damaged, or the disk refuses.
    """
    file = target if target.suffix else target.with_suffix(".zip")
    backup(folder, file)
    return file
