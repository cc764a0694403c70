"""Taking the register along as JSON, and taking one in."""

from pathlib import Path

from coopdesk.desk.certify import save_copy
from coopdesk.desk.parts import Parts
from coopdesk.errors import CoopDeskError
from coopdesk.register.exchange import ImportRefused, Known, export_register, import_register
from coopdesk.texts import Said, say

__all__ = ["ImportRefused", "export_file", "import_file"]

_MOST_BYTES = 200 * 1024 * 1024


def export_file(parts: Parts, target: Path) -> None:
    """Write the register, but for secrets and pictures, to `target`.

    Raises:
        CoopDeskError: there is nothing to write, or the disk refuses.
    """
    save_copy(export_register(parts.register).encode(), target)


def import_file(parts: Parts, source: Path, who: str, *, dry_run: bool = False) -> Said:
    """Take in an exported register: all of it or nothing; return what was done, in words.

    Raises:
        ImportRefused: the file has faults.
        CoopDeskError: the file cannot be read (`import.unreadable`), or the register not written.
    """
    try:
        with source.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise CoopDeskError("import.unreadable", path=str(source)) from error
    if len(data) > _MOST_BYTES:
        raise CoopDeskError("import.huge", path=str(source))
    summary = import_register(parts.register, data, who, Known.of(parts.rulebook, parts.gazetteer), dry_run=dry_run)
    return say(
        "cli",
        "import.checked" if dry_run else "import.done",
        added=sum(summary.added.values()),
        changed=sum(summary.changed.values()),
        unchanged=summary.unchanged,
    )
