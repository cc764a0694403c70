"""Opening the desk: the register in a folder, and the parts around it."""

from datetime import date, datetime
from pathlib import Path

from coopdesk.desk import books
from coopdesk.desk.parts import Parts


def open_desk(folder: Path, *, rulebook: str = books.CURRENT, read_only: bool = False) -> Parts:
    """Open the register in `folder`, or a copy of it that can be read only, and put the parts together.

    Raises:
        CoopDeskError: the register cannot be opened; it is left as it was.
    """
    from coopdesk.register.store import Register  # noqa: PLC0415 - SQLAlchemy takes a quarter of a second
    from coopdesk.vault.vaults import Vaults  # noqa: PLC0415 - stands beside it

    return Parts(
        register=Register.open_copy(folder) if read_only else Register.open(folder),
        rulebook=books.rulebook(rulebook),
        gazetteer=books.gazetteer(),
        vaults=Vaults(folder),
        today=date.today,
        now=lambda: datetime.now().astimezone().replace(microsecond=0),
    )
