"""The walk, made once on the source tree for all tests here; they repeat it on programs of their own processes."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.keyring_fixture import GnomeKeyring
from tests.packages.packages import Packages, debian_packages, windows_setups
from tests.packages.recording import record_the_walk
from tests.packages.roots import system
from tests.packages.screen import grab
from tests.packages.windows.installed import a_windows, home_of
from tests.packages.wine import PACKAGES, Wine
from tests.ui.conftest import Desk, open_on, qapp  # noqa: F401 - the desk that the walk is made on

SCREEN = (1366, 768)


@pytest.fixture(scope="session")
def display() -> str:
    """Return the name of the display, which is the office's: 1366×768."""
    name = os.environ.get("DISPLAY", "")
    size = grab(name).size if name else None
    if size != SCREEN:
        pytest.fail(f"the walk wants a screen of {SCREEN}, not {size}: use packaging/linux/desktop")
    return name


@pytest.fixture(scope="session")
def walk_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that the walk is written down in, once."""
    return tmp_path_factory.mktemp("walk")


@pytest.fixture
def recorded(
    walk_folder: Path,
    display: str,
    data_dir: Path,
    open_on: Callable[[Path], Desk],  # noqa: F811 - the fixture
    gnome_keyring: GnomeKeyring,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """Return the folder of the walk as it is made on this source tree, with a keyring."""
    if not any(walk_folder.iterdir()):
        desk = open_on(data_dir)
        record_the_walk(desk, walk_folder, display, monkeypatch)
        desk.window.hide()
    return walk_folder


@pytest.fixture(scope="session")
def packages() -> Packages:
    """Return the Debian packages under test."""
    return debian_packages()


@pytest.fixture(scope="session")
def setups() -> Packages:
    """Return the Windows setups under test."""
    return windows_setups()


@pytest.fixture(scope="session")
def windows(tmp_path_factory: pytest.TempPathFactory, display: str) -> Path:
    """Return what there is to lay over a clean Debian 13: wine, and a person's Windows that was never used."""
    place = tmp_path_factory.mktemp("windows")
    with system("trixie", place, archives="windows") as root:
        root.apt("update")
        root.apt("install", "--no-install-recommends", *PACKAGES)
        wine = Wine(root, display)
        wine.start()
        wine.stop()
    return place / "changes"


@pytest.fixture
def wine(windows: Path, display: str, tmp_path: Path) -> Iterator[Wine]:
    """Return a Windows where CoopDesk never was."""
    with a_windows(display, tmp_path, windows) as made:
        yield made


@pytest.fixture(scope="session")
def used_windows(
    windows: Path, setups: Packages, display: str, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """Return what there is to lay over a clean Debian 13: a Windows with the old version, and an example register."""
    place = tmp_path_factory.mktemp("used-windows")
    with a_windows(display, place, windows) as made:
        made.run(made.put(setups.old), "/S")
        made.run(rf"{home_of(made)}\coopdesk.exe", "demo", made.data)
    return place / "changes", windows


@pytest.fixture
def used(used_windows: tuple[Path, Path], display: str, tmp_path: Path) -> Iterator[Wine]:
    """Return a Windows with the old version and a register."""
    with a_windows(display, tmp_path, *used_windows) as made:
        yield made


@pytest.fixture
def kept(request: pytest.FixtureRequest) -> Path:
    """Return the folder for the pictures that a test leaves behind for a person to look at."""
    folder = request.config.rootpath / "build" / "walks" / request.node.name.replace("[", "-").rstrip("]")
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    return folder
