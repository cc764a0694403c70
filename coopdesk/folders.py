"""Where the register lies."""

import os
from pathlib import Path

PRIVATE = 0o777 if os.name == "nt" else 0o700
"""The rights of a folder that is one person's. On Windows those of the folder above hold, which the system keeps to the
person: 0o700 would shut out all others for good, and the person too where an administrator's program made it."""


def data_folder(given: Path | None = None) -> Path:
    """Return the folder of the person's register: the one given, else COOPDESK_DATA_DIR, else the system's place."""
    if given is not None:
        return given
    if named := os.environ.get("COOPDESK_DATA_DIR"):
        return Path(named)
    import platformdirs  # noqa: PLC0415 - not needed where the folder is named

    return Path(platformdirs.user_data_dir("CoopDesk", appauthor=False))
