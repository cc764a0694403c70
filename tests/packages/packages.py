"""The packages under test: the one that is handed out, and one that says it is newer."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
NEWER = "99.0.0"


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
        FileNotFoundError: none was built (`make packages`).
        subprocess.CalledProcessError: its successor can't be built.
    """
    return _packages("coopdesk_{}_amd64.deb", "deb")


def windows_setups() -> Packages:
    """Return the setups for Windows.

    Raises:
        FileNotFoundError: none was built (`make packages`).
        subprocess.CalledProcessError: its successor can't be built.
    """
    return _packages("CoopDesk-{}-setup.exe", "setup")


def _packages(name: str, part: str) -> Packages:
    """Return what is handed out of a part, and its successor, made anew where it is the older one."""
    found = sorted((SOURCE / "dist").glob(name.format("*")))
    if not found:
        raise FileNotFoundError(f"no {name.format('*')} in dist/: make packages")
    old, out = found[-1], SOURCE / "build/packages"
    new = out / name.format(NEWER)
    if not new.exists() or new.stat().st_mtime < old.stat().st_mtime:
        build = [sys.executable, SOURCE / "packaging/build.py", "--quick", "--as", NEWER, "--out", out, part]
        subprocess.run(build, check=True)
    return Packages(old, new)


def _version(package: Path) -> str:
    return package.name.split("-" if package.suffix == ".exe" else "_")[1]
