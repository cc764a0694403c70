"""How this copy of CoopDesk is started: from outside, and by an entry that outlives an update."""

import sys
from pathlib import Path

COPY_MARK = "coopdesk-copy.txt"
"""Lies in the folder of an installed copy's version, beside or above its Python."""


def start_command() -> list[str]:
    """Return the command that opens this copy's window.

    An installed copy is started by a launcher, which stays where it is while the versions beside it come and go; a
    checkout, or what pip installed, by its own Python.
    """
    python = Path(sys.executable)
    windowless = python.with_name("pythonw.exe")
    if (Path(sys.prefix) / COPY_MARK).exists():
        on_windows = windowless.exists()
        return [str(Path(sys.prefix).parent / "coopdeskw.exe") if on_windows else "/usr/bin/coopdesk"]
    return [str(windowless if windowless.exists() else python), "-m", "coopdesk"]
