"""The log: a rotating file in the data folder, for whoever helps the person. No secret comes into it."""

import logging
from pathlib import Path

LOGGER = logging.getLogger("coopdesk")
_TEMPORARY = "coopdesk-log-"


def log_file(folder: Path) -> Path:
    """Return where the log of the data folder lies."""
    return folder / "log" / "coopdesk.log"


def crash_file(folder: Path) -> Path:
    """Return where a crash of the program itself is written down."""
    return folder / "log" / "crash.log"


def log_files(folder: Path) -> tuple[Path, ...]:
    """Return the log's files that there are: in the data folder, and the temporary one where that is not writable."""
    own = log_file(folder).parent
    kept = [file for kind in ("coopdesk.log*", "crash.log*") for file in sorted(own.glob(kind))]
    handled = (Path(getattr(handler, "baseFilename", own)) for handler in LOGGER.handlers)
    kept += [file for file in handled if file.parent.name.startswith(_TEMPORARY)]
    return tuple(file for file in kept if file.is_file() and file.stat().st_size)


def keep_log(folder: Path) -> Path:
    """Keep the log from now on, in the data folder or, where that cannot be written, in a temporary one; say where."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - off the GUI thread, once the window stands
    from tempfile import mkdtemp  # noqa: PLC0415 - as above

    def handler(file: Path) -> RotatingFileHandler:
        return RotatingFileHandler(file, maxBytes=500_000, backupCount=3, encoding="utf-8")

    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        log_file(folder).parent.mkdir(mode=0o700, exist_ok=True)
        kept = handler(log_file(folder))
    except OSError:
        kept = handler(Path(mkdtemp(prefix=_TEMPORARY)) / "coopdesk.log")
    logging.raiseExceptions = False  # a full disk is told once, by the deed, not by the log on standard error
    kept.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(kept)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    return Path(kept.baseFilename)
