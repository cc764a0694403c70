"""How this copy of CoopDesk is started: from outside, and by an entry that outlives an update."""

import sys
from pathlib import Path
from subprocess import list2cmdline

COPY_MARK = "coopdesk-copy.txt"
"""Lies in the folder of an installed copy's version, beside or above its Python."""

COMMAND = "/usr/bin/coopdesk"
"""What starts an installed copy on Linux, whichever version is there."""

_MARK = Path(sys.prefix) / COPY_MARK
_INSTALLED = _MARK.exists()  # asked once, at the start: another version's installation takes the files away


def is_replaced() -> bool:
    """Tell whether this installed copy's files were taken away under it, as another version's installation does."""
    return _INSTALLED and not _MARK.exists()


def start_command() -> list[str]:
    """Return the command that opens this copy's window.

    An installed copy is started by a launcher, which stays where it is while the versions beside it come and go; a
    checkout, or what pip installed, by its own Python.
    """
    python = Path(sys.executable)
    windowless = python.with_name("pythonw.exe")
    if _INSTALLED:
        return [str(Path(sys.prefix).parent / "coopdeskw.exe") if windowless.exists() else COMMAND]
    return [str(windowless if windowless.exists() else python), "-m", "coopdesk"]


def typed_command() -> str:
    """Return how a command of this copy is begun in a terminal: Windows does not find an installed one by its name."""
    launcher = Path(sys.prefix).parent / "coopdesk.exe"
    return list2cmdline([str(launcher)]) if launcher.exists() else "coopdesk"
