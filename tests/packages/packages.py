"""The packages under test: the one that is handed out, and one that says it is newer."""

from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Packages:
    """The package that is handed out, and its successor."""

    old: Path
    new: Path

    @property
    def old_version(self) -> str:
        """The version of the one handed out."""
        return _version(self.old)

    @property
    def new_version(self) -> str:
        """The version of its successor."""
        return _version(self.new)


def debian_packages() -> Packages:
    """Return the packages for Debian.

    Raises:
        FileNotFoundError: they are not built (`make successors`).
    """
    return _packages("coopdesk_*_amd64.deb")


def windows_setups() -> Packages:
    """Return the setups for Windows.

    Raises:
        FileNotFoundError: they are not built (`make successors`).
    """
    return _packages("CoopDesk-*-setup.exe")


def _packages(name: str) -> Packages:
    return Packages(*(_the_one(SOURCE / folder, name) for folder in ("dist", "build/packages")))


def _the_one(folder: Path, name: str) -> Path:
    found = list(folder.glob(name))
    if len(found) != 1:
        raise FileNotFoundError(f"one {name} is wanted in {folder}, there are {len(found)}: make successors")
    return found[0]


def _version(package: Path) -> str:
    return package.name.split("-" if package.suffix == ".exe" else "_")[1]
