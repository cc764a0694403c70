"""The log: a rotating file in the data folder, for whoever helps the person. No secret comes into it."""

import logging
from pathlib import Path

LOGGER = logging.getLogger("coopdesk")


def log_file(folder: Path) -> Path:
    """Return where the log of the data folder lies."""
    return folder / "log" / "coopdesk.log"


def keep_log(folder: Path) -> None:
    """Keep the log in the data folder from now on; where the folder cannot be written, on standard error."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - off the GUI thread, once the window stands

    handler: logging.Handler
    try:
        log_file(folder).parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(log_file(folder), maxBytes=500_000, backupCount=3, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
