"""Whether this program can open a register: tried on a copy, before it takes an older one's place."""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from coopdesk import __version__
from coopdesk.desk.opening import open_desk
from coopdesk.order.assess import assess
from coopdesk.register.backup import backup, on_a_copy
from coopdesk.register.schema import stamp


def try_register(folder: Path) -> Path | None:
    """Back the register of `folder` up, then open a copy of it, upgrade that, read all of it and judge the office.

    The register itself is left alone; another program may have it open.

    Returns:
        The backup, or None where there is no register yet; a new, empty one is tried then.

    Raises:
        CoopDeskError: this program cannot open the register, or the disk refuses.
    """
    with on_a_copy(folder) as copy:
        if copy is None:
            with TemporaryDirectory(prefix="coopdesk-") as empty:
                _open_and_read(Path(empty))
            return None
        kept = folder / "backups" / f"before-{__version__}-{stamp()}.zip"
        backup(folder, kept)
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
