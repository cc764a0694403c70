"""What is looked for in a Windows where CoopDesk was installed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.packages.moments import until
from tests.packages.roots import digest, system
from tests.packages.wine import DRIVE, Wine

USERS = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\CoopDesk"
EVERYONES = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\CoopDesk"
# The setup's exit codes, as packaging/README.md names them.
_BESIDE = {"coopdesk.exe", "coopdeskw.exe", "coopdesk.ico", "uninstall.exe"}
STOPPED, OLD_WINDOWS, NO_ROOM, RUNNING, TRIAL_FAILED, NO_RIGHT, NEWER = 1, 3, 4, 5, 6, 7, 8


@contextmanager
def a_windows(display: str, place: Path, *below: Path) -> Iterator[Wine]:
    """Run a Windows in a Debian 13 with what lies `below`, and shut it down in the end."""
    with system("trixie", place, *below, archives="windows") as root:
        made = Wine(root, display)
        made.start()
        try:
            yield made
        finally:
            made.stop()


def home_of(wine: Wine) -> str:
    """Return the folder that a person's own CoopDesk is installed in."""
    return rf"{wine.local}\Programs\CoopDesk"


def version_at(wine: Wine, home: str) -> str:
    """Return the version that the CoopDesk in a folder says it is."""
    return wine.run(rf"{home}\coopdesk.exe", "--version").split()[-1]


def copies_at(wine: Wine, home: str) -> list[str]:
    """Return what is in that folder: the versions, and whatever is neither a launcher nor the uninstaller."""
    return sorted({entry.name for entry in wine.path(home).iterdir()} - _BESIDE)


def register_of(wine: Wine) -> dict[str, str]:
    """Return the digests of what matters in a person's data folder: the register, its evidence and its papers."""
    matters = ("register.sqlite", "papers/", "evidence/", "certificates/")
    return {
        name: kept
        for name, kept in digest(wine.path(wine.data)).items()
        if name.startswith(matters) and not name.endswith(("-wal", "-shm"))
    }


def make_newer(register: Path) -> None:
    """Let a register say that a later CoopDesk wrote it."""
    with closing(sqlite3.connect(register, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def see_entries(wine: Wine, key: str, home: str, version: str) -> None:
    """See that Windows' list of apps, its start menu and its desktop know of it."""
    assert wine.registered(key, "DisplayVersion") == version
    assert wine.registered(key, "Publisher") == "CoopDesk"
    assert wine.registered(key, "InstallLocation") == home
    assert wine.path(rf"{home}\coopdesk.ico").is_file()
    links = [link.as_posix() for link in wine.root.path(DRIVE).rglob("*CoopDesk*.lnk")]
    assert sorted("Start Menu" in link for link in links) == [False, True]


def uninstall(wine: Wine, home: str) -> None:
    """Take CoopDesk out of Windows, and see that nothing of it is left in its folder."""
    # It works from a copy of itself, so as to remove itself too.
    wine.run(rf"{home}\uninstall.exe", "/S")
    until("all is removed", lambda: not wine.path(home).exists())
