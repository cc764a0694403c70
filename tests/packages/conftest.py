"""The walk, made once on the source tree for all tests here; they repeat it on programs of their own processes."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.keyring_fixture import GnomeKeyring
from tests.packages.packages import Packages, debian_packages, windows_setups
from tests.packages.recording import record_the_walk
from tests.packages.screen import grab
from tests.ui.conftest import Desk, open_on, qapp  # noqa: F401 - the desk that the walk is made on

SCREEN = (1366, 768)


@pytest.fixture(scope="session")
def display() -> str:
    """Return the name of the display, which is the office's: 1366×768."""
    name = os.environ.get("DISPLAY", "")
    size = grab(name).size if name else None
    if size != SCREEN:
        pytest.fail(
            f"the walk wants a screen of {SCREEN}, not {size}: use packaging/linux/desktop and pytest --no-xvfb"
        )
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


@pytest.fixture
def kept(request: pytest.FixtureRequest) -> Path:
    """Return the folder for the pictures that a test leaves behind for a person to look at."""
    folder = request.config.rootpath / "build" / "walks" / request.node.name
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    return folder
