"""What may take only so long, measured with nothing beside it: the setup, and the installed program's start."""

import logging
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from tests.benchmarks.figure import Figure
from tests.benchmarks.window import Screen, screen
from tests.packages.packages import SOURCE, Packages
from tests.packages.roots import HOME, system
from tests.packages.windows.installed import a_windows, home_of
from tests.packages.wine import Wine

ROUNDS = 5
INSTALLED_START = 1.3  # times the start from the source tree
SILENT = 20  # seconds

Start = Callable[[], AbstractContextManager[object]]


def test_a_silent_installation(wine: Wine, setups: Packages) -> None:
    setup, begun = wine.put(setups.old), time.monotonic()
    wine.run(setup, "/S")
    _see(Figure("silent setup under wine", time.monotonic() - begun, SILENT, "s"))


def test_the_installed_start_on_debian(packages: Packages, tmp_path: Path) -> None:
    register = tmp_path / "register"
    subprocess.run([Path(sys.executable).parent / "coopdesk", "demo", register], check=True, stdout=subprocess.DEVNULL)
    with system("bookworm", tmp_path / "system") as root, screen(tmp_path) as seen:
        root.apt("update")
        root.apt("install", "--no-install-recommends", root.put(packages.old, "/var/tmp"))
        theirs = f"{HOME}/register"
        root.as_person("coopdesk", "demo", theirs)
        environment = os.environ | {"DISPLAY": seen.display}
        source = [str(Path(sys.executable).parent / "coopdesk"), "--data-dir", str(register)]
        installed = root.persons_command("coopdesk", "--data-dir", theirs)
        _compare(
            "installed start on Debian",
            seen,
            installed=lambda: _running(installed, root.persons() | {"DISPLAY": seen.display}),
            source=lambda: _running(source, environment),
        )


def test_the_installed_start_on_windows(used_windows: tuple[Path, Path], setups: Packages, tmp_path: Path) -> None:
    """Both by the same small launcher, as pip lays one beside a source tree's Python too."""
    with screen(tmp_path) as seen, a_windows(seen.display, tmp_path / "system", *used_windows) as wine:
        home, beside = home_of(wine), r"C:\source"
        _put_the_source_tree(wine.path(home), wine.path(beside), setups.old_version)
        _compare(
            "installed start under wine",
            seen,
            installed=lambda: wine.window(home),
            source=lambda: wine.window(beside),
        )


def _compare(what: str, seen: Screen, installed: Start, source: Start) -> None:
    """See that the one start is about as quick as the other. They take turns; the first round is not counted."""
    took: dict[str, list[float]] = {"installed": [], "source": []}
    for _ in range(ROUNDS + 1):
        for name, start in (("installed", installed), ("source", source)):
            with seen.first_pixels(start()) as seconds:
                took[name].append(seconds)
    one, other = (statistics.median(took[name][1:]) for name in ("installed", "source"))
    _see(Figure(what, one / other, INSTALLED_START, "× source", f"{one:.2f} s, the source tree {other:.2f} s"))


def _see(figure: Figure) -> None:
    logging.getLogger(__name__).info("%s", figure)
    assert figure.holds, figure


@contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[None]:
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as program:
        try:
            yield
        finally:
            program.terminate()


def _put_the_source_tree(home: Path, beside: Path, version: str) -> None:
    """Lay this checkout beside an installation's Python and libraries, in place of the CoopDesk among them."""
    shutil.copytree(home, beside)
    copy = beside / version
    shutil.rmtree(copy / "lib" / "coopdesk")
    tree = copy / "tree"
    for folder in ("coopdesk", "resources", "translations"):
        shutil.copytree(SOURCE / folder, tree / folder, ignore=shutil.ignore_patterns("__pycache__"))
    paths = copy / "python313._pth"
    paths.write_bytes(paths.read_bytes() + b"tree\r\n")
    # Whoever owns the installation compiles the tree at its first start.
    owner = home.stat()
    for path in (beside, *beside.rglob("*")):
        os.chown(path, owner.st_uid, owner.st_gid)
