"""Small Debian packages whose CoopDesk is this checkout's, or one that fails, and a stand-in for who gives rights."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coopdesk import release
from coopdesk.release import LINUX
from tests.release.signed import PUBLIC, ROOT, sign

NEW = "9.9.9"
REFUSES = "import sys\nsys.stderr.write('এই রেজিস্টার খোলা গেল না।\\n')\nsys.exit(2)\n"
"""A new version that cannot open the register."""
BREAKS = "1 // 0\n"
"""A new version that does not run."""
HANGS = "import time\ntime.sleep(600)\n"
"""A new version that never ends."""

_CONTROL = f"""Package: coopdesk
Version: {NEW}
Architecture: amd64
Maintainer: Test <test@example.invalid>
Description: a test
"""


_PYTHON = """#!/bin/sh
shift 3  # -I -m coopdesk
exec {python} -I -c '
import sys
sys.path.insert(0, sys.argv.pop(1))
from coopdesk.__main__ import main
main()' "${{0%/bin/python3}}" "$@"
"""


def package(folder: Path, code: str = "", version: str = NEW, inside: str = "") -> Path:
    """Build and sign a package of a new CoopDesk.

    Its code is this checkout's, or does what `code` says when it is imported. It lies where that of `version` belongs,
    or that of `inside`.
    """
    tree = folder / "tree"
    library = tree / "usr/lib/coopdesk" / (inside or version)
    (library / "bin").mkdir(parents=True)
    python = library / "bin/python3"  # as the real one: this version's code alone is on its path
    python.write_text(_PYTHON.format(python=sys.executable), "utf-8")
    python.chmod(0o755)
    if code:
        (library / "coopdesk").mkdir()
        (library / "coopdesk/__init__.py").write_text(code, "utf-8")
    else:
        (library / "coopdesk").symlink_to(ROOT / "coopdesk")
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(_CONTROL, "utf-8")
    file = folder / f"coopdesk_{version}_amd64.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Znone", "-b", tree, file], check=True, capture_output=True)
    return sign(file, version, LINUX)


class Rights:
    """A stand-in for pkexec: it writes down what it was asked to run, says something, and ends as it is told to."""

    def __init__(self, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Put it first on PATH."""
        self._asked, self._place = place / "asked", place
        monkeypatch.setenv("PATH", f"{place}{os.pathsep}{os.environ['PATH']}")
        self.answer(0)

    def answer(self, code: int, said: str = "", seconds: int = 0) -> None:
        """End with `code` from now on, after some seconds and after having said something."""
        lines = ("#!/bin/sh", f"printf '%s\\n' \"$@\" >'{self._asked}'", f"sleep {seconds}", f"echo '{said}' >&2")
        script = self._place / "pkexec"
        script.write_text("\n".join((*lines, f"exit {code}")), "utf-8")
        script.chmod(0o755)

    @property
    def asked(self) -> list[str]:
        """The words of the command that it was asked to run."""
        return self._asked.read_text("utf-8").splitlines() if self._asked.exists() else []


def install_key(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this program carry the publisher's key, as an installed one does."""
    (place / "_data").mkdir()
    (place / "_data/publisher.pem").write_bytes(PUBLIC)
    monkeypatch.setattr(release, "folder", lambda name: place / "_data" / name)
