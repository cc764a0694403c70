"""Whether this program can open a register: tried on a copy, before it takes an older one's place."""

from contextlib import closing
from pathlib import Path

from coopdesk import __version__
from coopdesk.desk.opening import open_desk
from coopdesk.order.assess import assess
from coopdesk.register.backup import backup, on_a_copy
from coopdesk.register.schema import stamp


def try_register(folder: Path) -> Path | None:
    """Back the register of `folder` up, then open a copy of it, upgrade that, read all of it and judge the office.

    The register itself is left alone; another program may have it open.

    Returns:
        The backup, or None where there is no register yet.

    Raises:
        CoopDeskError: this program cannot open the register, or the disk refuses.
    """
    with on_a_copy(folder) as copy:
        if copy is None:
            return None
        kept = folder / "backups" / f"before-{__version__}-{stamp()}.zip"
        backup(folder, kept)
        parts = open_desk(copy)
        with closing(parts.register):
            facts = parts.register.facts()
            for read in (parts.register.certificates, parts.register.kept_papers, parts.register.password_history):
                read()
            parts.register.journal(None)
            if facts is not None:
                assess(facts, parts.rulebook, parts.today())
    return kept
