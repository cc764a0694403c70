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
        return _field(self.old, "Version")

    @property
    def new_version(self) -> str:
        """The version of its successor."""
        return _field(self.new, "Version")


def debian_packages() -> Packages:
    """Return the packages, made anew where the one that is handed out is newer than its successor.

    Raises:
        FileNotFoundError: none was built (`make packages`).
        subprocess.CalledProcessError: its successor can't be built.
    """
    found = sorted((SOURCE / "dist").glob("coopdesk_*_amd64.deb"))
    if not found:
        raise FileNotFoundError("no package in dist/: make packages")
    old, out = found[-1], SOURCE / "build/packages"
    new = out / f"coopdesk_{NEWER}_amd64.deb"
    if not new.exists() or new.stat().st_mtime < old.stat().st_mtime:
        build = [sys.executable, SOURCE / "packaging/build.py", "--quick", "--as", NEWER, "--out", out, "deb"]
        subprocess.run(build, check=True)
    return Packages(old, new)


def _field(package: Path, name: str) -> str:
    command = ["dpkg-deb", "--field", package, name]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
