"""The problem file: the log, the versions and a picture, for whoever helps. It is sent nowhere, and holds no secret."""

import getpass
import os
import platform
import re
import shutil
import sys
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from coopdesk import __version__
from coopdesk.files import write_whole
from coopdesk.folders import data_folder
from coopdesk.log import crash_file, log_files
from coopdesk.register.figures import figures
from coopdesk.texts import say

VERSIONS, PICTURE = "versions.txt", "screen.png"
_MOST = 2_000_000  # bytes of one log file, the last ones


def save_problem(folder: Path, target: Path, seen: Mapping[str, str], picture: bytes | None = None) -> Path:
    """Write the problem file of the register in `folder`, with .zip at its end; return its path.

    Args:
        folder: the register's; it may be missing, damaged, or unreadable.
        target: the file the person chose.
        seen: what only the window knows, such as its screens; by name.
        picture: the window, as PNG.

    Raises:
        CoopDeskError: the disk refuses. A file that stood there is as it was.
    """
    file = target if target.suffix.casefold() == ".zip" else target.with_name(f"{target.name}.zip")
    logs = {_name(log, folder): _last(log) for log in log_files(folder)}
    facts = "\n".join(f"{name}: {value}" for name, value in {**versions(folder), **seen}.items())
    told = f"{say('cli', 'problem.head').en}\n{say('cli', 'problem.head').bn}\n\n{facts}\n"
    write_whole(file, partial(_write, {VERSIONS: without_names(told), **logs}, picture))
    return file


def versions(folder: Path) -> dict[str, str]:
    """Return what runs where, by name: versions and figures, and no word of what the register holds."""
    from coopdesk.desk.components import components  # noqa: PLC0415 - reads each package's file

    parts = {part.name: part.version for part in components()}
    own = ("Python", "Qt", "SQLite", "OpenSSL")
    register = figures(folder)
    return {
        "Made": datetime.now().astimezone().isoformat(timespec="seconds"),
        "CoopDesk": __version__,
        **{name: parts.pop(name, "?") for name in own},
        "System": platform.platform(),
        "Distribution": _distribution(),
        "Desktop": _named("XDG_CURRENT_DESKTOP", "DESKTOP_SESSION"),
        "Session": _named("XDG_SESSION_TYPE") or sys.platform,
        "Place of the data": f"{folder} ({'the usual place' if _is_usual(folder) else 'another place'})",
        "Free there": _free(folder),
        "Register": "none" if register.size is None else f"{register.size} bytes, version {register.version or '?'}",
        "Trouble with it": register.trouble or "none",
        "Rows": ", ".join(f"{table} {count}" for table, count in register.rows.items()) or "none",
        "Logs": ", ".join(_name(log, folder) for log in log_files(folder)) or "none",
        "Parts": ", ".join(f"{name} {version}" for name, version in parts.items()),
    }


def without_names(text: str) -> str:
    """Return the text with the person's home as ~, however it is written, and their login out of other paths."""
    home = Path.home()
    if len(home.parts) > 1:
        ways = {str(home), home.as_posix(), str(home).replace("\\", "\\\\")}
        anyhow = "|".join(re.escape(way) for way in sorted(ways, key=len, reverse=True))
        text = re.sub(rf"(?:{anyhow})(?![\w.-])", "~", text, flags=re.IGNORECASE if os.name == "nt" else 0)
    try:
        login = getpass.getuser()
    except (KeyError, OSError):  # KeyError up to Python 3.12
        return text
    return re.sub(rf"(?<=[/\\]){re.escape(login)}(?=[/\\])", "~", text)


def _write(texts: Mapping[str, str], picture: bytes | None, target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
        if picture is not None:
            archive.writestr(PICTURE, picture)


def _name(log: Path, folder: Path) -> str:
    return log.name if log.parent == crash_file(folder).parent else f"temporary-{log.name}"


def _last(log: Path) -> str:
    """Return the end of a log, or why there is none: a log that cannot be read does not keep the others back."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - _MOST))
            return without_names(file.read().decode("utf-8", "replace"))
    except OSError as error:
        return f"{type(error).__name__}\n"


def _distribution() -> str:
    if sys.platform != "linux":
        return platform.version()
    try:
        return platform.freedesktop_os_release().get("PRETTY_NAME", "?")
    except OSError:
        return "?"


def _named(*variables: str) -> str:
    return next(filter(None, map(os.environ.get, variables)), "")


def _is_usual(folder: Path) -> bool:
    named = os.environ.get("COOPDESK_DATA_DIR")
    return not named and folder.absolute() == data_folder().absolute()


def _free(folder: Path) -> str:
    for place in _with_those_above(folder.absolute()):
        try:
            return f"{shutil.disk_usage(place).free // 1_000_000} MB"
        except OSError:
            continue
    return "?"


def _with_those_above(folder: Path) -> Iterable[Path]:
    return (folder, *folder.parents)
