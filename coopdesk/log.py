"""The log: a rotating file in the data folder, for whoever helps the person. No secret comes into it."""

import logging
from pathlib import Path

from coopdesk.folders import PRIVATE

LOGGER = logging.getLogger("coopdesk")


def log_file(folder: Path) -> Path:
    """Return where the log of the data folder lies: where it is kept now, or would be."""
    kept = [Path(one.baseFilename) for one in LOGGER.handlers if isinstance(one, logging.FileHandler)]
    return kept[-1] if kept else _file_in(folder)


def crash_file(folder: Path) -> Path:
    """Return where a crash of the program itself is written down."""
    return folder / "log" / "crash.log"


def log_files(folder: Path) -> tuple[Path, ...]:
    """Return the log's files that there are: in the data folder, and where it is kept now."""
    places = dict.fromkeys((_file_in(folder).parent, log_file(folder).parent))
    kept = [file for place in places for kind in ("coopdesk.log*", "crash.log*") for file in sorted(place.glob(kind))]
    return tuple(file for file in kept if file.is_file() and file.stat().st_size)


def keep_log(folder: Path | None) -> Path:
    """Keep the log from now on; say where.

    It lies in the data folder or, where nothing may be written there (None), in the person's own place for logs. What
    cannot be written lies in a temporary folder.
    """
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - off the GUI thread, once the window stands
    from tempfile import mkdtemp  # noqa: PLC0415 - as above

    def handler(file: Path) -> RotatingFileHandler:
        return RotatingFileHandler(file, maxBytes=500_000, backupCount=3, encoding="utf-8")

    file = _file_in(folder) if folder is not None else _own_file()
    try:
        file.parent.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        file.parent.mkdir(mode=PRIVATE, exist_ok=True)
        kept = handler(file)
    except OSError:
        kept = handler(Path(mkdtemp(prefix="coopdesk-")) / "coopdesk.log")
    logging.raiseExceptions = False  # a full disk is told once, by the deed, not by the log on standard error
    kept.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    for former in (one for one in tuple(LOGGER.handlers) if isinstance(one, logging.FileHandler)):
        LOGGER.removeHandler(former)
        former.close()
    LOGGER.addHandler(kept)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    return Path(kept.baseFilename)


def _file_in(folder: Path) -> Path:
    return folder / "log" / "coopdesk.log"


def _own_file() -> Path:
    import platformdirs  # noqa: PLC0415 - only where the data folder is not to be written

    return Path(platformdirs.user_log_dir("CoopDesk", appauthor=False)) / "coopdesk.log"
