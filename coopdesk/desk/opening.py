"""Opening the desk: where the register lies, and the parts around it."""

import os
from datetime import date, datetime
from pathlib import Path

import platformdirs

from coopdesk.desk import books
from coopdesk.desk.parts import Parts


def data_folder(given: Path | None = None) -> Path:
    """Return the folder of the person's register: the one given, else COOPDESK_DATA_DIR, else the system's place."""
    if given is not None:
        return given
    if named := os.environ.get("COOPDESK_DATA_DIR"):
        return Path(named)
    return Path(platformdirs.user_data_dir("CoopDesk", appauthor=False))


def open_desk(folder: Path, *, rulebook: str = books.CURRENT) -> Parts:
    """Open the register in `folder` and put the parts together.

    Raises:
        CoopDeskError: the register cannot be opened; it is left as it was.
    """
    from coopdesk.register.store import Register  # noqa: PLC0415 - SQLAlchemy takes a quarter of a second
    from coopdesk.vault.vault import Vault  # noqa: PLC0415 - stands beside it

    return Parts(
        register=Register.open(folder),
        rulebook=books.rulebook(rulebook),
        gazetteer=books.gazetteer(),
        open_vault=Vault,
        today=date.today,
        now=lambda: datetime.now().astimezone().replace(microsecond=0),
    )
