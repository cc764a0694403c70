"""The setup as a person sees it under wine: its pages, in Bangla, and what is open when it has ended."""

import shutil
import subprocess
import time
from pathlib import Path

from PIL import Image, ImageGrab

from tests.packages.keyboard import Keyboard
from tests.packages.moments import until
from tests.packages.packages import Packages
from tests.packages.screen import alike, grab, wait_until_still
from tests.packages.windows.fonts import lend_bangla
from tests.packages.windows.installed import (
    EVERYONES,
    NO_RIGHT,
    USERS,
    home_of,
    make_newer,
    register_of,
    version_at,
)
from tests.packages.wine import Wine

_PATIENCE = 60  # seconds
_MOMENT = 0.5  # seconds in which a page that stands there does not change


class _Pages:
    """The windows of a setup on a display, one after the other."""

    def __init__(self, display: str, kept: Path) -> None:
        self._display, self._kept = display, kept
        self._keyboard = Keyboard(display, "")
        self._before = grab(display)

    def see(self, name: str) -> None:
        """Wait for the next page, keep a picture of it, and give it the keyboard."""
        until(f"there is a page after {self._kept}/…", self._is_another, _PATIENCE)
        self._before = wait_until_still(self._display, _PATIENCE, _MOMENT)
        ImageGrab.grab(xdisplay=self._display).save(self._kept / f"{name}.png")
        self._keyboard.focus(self.windows()[-1])

    def windows(self) -> list[str]:
        """Return the windows that are seen, the topmost last."""
        return self._keyboard.windows()

    def press(self, *keys: str) -> None:
        """Press keys on the page that was seen."""
        self._keyboard.press(*keys)

    def _is_another(self) -> bool:
        now = grab(self._display)
        return not alike(self._before, now) and _shows_something(now) and bool(self._keyboard.windows())


def _shows_something(picture: Image.Image) -> bool:
    low, high = picture.getextrema()
    return low != high


def test_by_double_click(wine: Wine, setups: Packages, display: str, kept: Path, tmp_path: Path) -> None:
    """Enter on every page, from the language to CoopDesk's own first page."""
    lend_bangla(wine, tmp_path)
    home, pages = home_of(wine), _Pages(display, kept)
    program = wine.begin(wine.put(setups.old))
    for page in ("1-language", "2-for-whom", "3-where"):
        pages.see(page)
        pages.press("Return")
    until("all is copied", lambda: wine.path(rf"{home}\uninstall.exe").exists(), _PATIENCE)
    time.sleep(1)
    pages.see("4-ready")
    pages.press("Return")
    assert program.wait(_PATIENCE) == 0
    until("CoopDesk is open", lambda: _is_open(wine), _PATIENCE)
    pages.see("5-coopdesk")
    wine.run(rf"{home}\coopdesk.exe", "close")
    until("CoopDesk is closed", lambda: not _is_open(wine), _PATIENCE)

    before = register_of(wine)
    assert before, "the window has made a register"
    program = wine.begin(rf"{home}\uninstall.exe")
    pages.see("6-remove")
    pages.press("Return")
    until("all is removed", lambda: not wine.path(rf"{home}\uninstall.exe").exists(), _PATIENCE)
    time.sleep(1)
    pages.see("7-what-stays")
    pages.press("Return")
    pages.see("8-removed")
    pages.press("Return")
    program.wait(_PATIENCE)
    assert register_of(wine) == before


def test_an_update_as_the_window_starts_it(used: Wine, setups: Packages, display: str, kept: Path) -> None:
    home = home_of(used)
    with used.window(home):
        until("CoopDesk is open", lambda: _is_open(used), _PATIENCE)
        wait_until_still(display, _PATIENCE, _MOMENT)
        pages = _Pages(display, kept)
        setup = _begin_update(used, setups)
        used.run(rf"{home}\coopdesk.exe", "close")  # as it does itself once the setup has started
    _see_renewed(used, setups, pages, setup, USERS)
    assert version_at(used, home) == setups.new_version


def test_an_update_that_does_not_open_the_register(
    used: Wine, setups: Packages, display: str, kept: Path, tmp_path: Path
) -> None:
    """The person is told, and the version that stays is open again."""
    lend_bangla(used, tmp_path)
    home = home_of(used)
    make_newer(used.path(rf"{used.data}\register.sqlite"))
    before, pages = register_of(used), _Pages(display, kept)
    setup = _begin_update(used, setups)
    pages.see("copying")
    until("it is told", lambda: len(pages.windows()) > 1, 2 * _PATIENCE)
    pages.see("told")
    pages.press("Return")
    setup.wait(_PATIENCE)
    assert version_at(used, home) == setups.old_version
    assert register_of(used) == before
    until("the old version is open", lambda: _is_open(used), _PATIENCE)


def test_who_is_no_administrator_renews_what_everyone_has(
    wine: Wine, setups: Packages, display: str, kept: Path, tmp_path: Path
) -> None:
    """Silently not at all; by hand Windows asks for an administrator, whose setup does it, and the person goes on."""
    lend_bangla(wine, tmp_path)
    wine.run(wine.put(setups.old), "/S", "/ALLUSERS")
    home, register = r"C:\Program Files\CoopDesk", wine.data
    wine.run(rf"{home}\coopdesk.exe", "demo", register)
    # A Python of its own: the setup would wait for the one that is installed.
    shutil.copytree(wine.path(rf"{home}\{setups.old_version}"), wine.path(r"C:\limited"))
    limited = (r"C:\limited\python.exe", wine.put(Path(__file__).with_name("limited.py")))
    wine.run(*limited, wine.put(setups.new), "/S", code=NO_RIGHT)
    assert version_at(wine, home) == setups.old_version

    pages = _Pages(display, kept)
    setup = wine.begin(*limited, *_update(wine, setups))
    pages.see("trying")
    _see_renewed(wine, setups, pages, setup, EVERYONES)
    assert version_at(wine, home) == setups.new_version
    # The register is the person's: it was tried with the person's own rights, by the person's own setup, once.
    assert len(list(wine.path(rf"{wine.data}\backups").glob(f"before-{setups.new_version}-*.zip"))) == 1


def _begin_update(wine: Wine, setups: Packages) -> subprocess.Popen[bytes]:
    return wine.begin(*_update(wine, setups))


def _see_renewed(wine: Wine, setups: Packages, pages: _Pages, setup: subprocess.Popen[bytes], whose: str) -> None:
    """Press the last page's button once the new version is in place, and see that it opens."""
    until("it is renewed", lambda: wine.registered(whose, "DisplayVersion") == setups.new_version, 2 * _PATIENCE)
    time.sleep(2)
    pages.see("ready")
    pages.press("Return")
    assert setup.wait(_PATIENCE) == 0
    until("the new version is open", lambda: _is_open(wine), _PATIENCE)


def _update(wine: Wine, setups: Packages) -> tuple[str, ...]:
    """Return how CoopDesk starts the setup of its next version."""
    return wine.put(setups.new), "/UPDATE", "/LANG=2117", f"/DATA={wine.data}"


def _is_open(wine: Wine) -> bool:
    return "pythonw.exe" in wine.run("tasklist")
