"""The setup as a person sees it under wine: its pages, in Bangla, and what is open when it has ended."""

import subprocess
import time
from pathlib import Path

from PIL import Image

from tests.packages.keyboard import Keyboard
from tests.packages.moments import until
from tests.packages.packages import Packages
from tests.packages.screen import alike, grab, wait_until_still
from tests.packages.windows.installed import USERS, home_of, make_newer, register_of, version_at
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
        self._before.save(self._kept / f"{name}.png")
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


def test_by_double_click(wine: Wine, setups: Packages, display: str, kept: Path) -> None:
    """Enter on every page, from the language to CoopDesk's own first page."""
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


def test_an_update_as_the_window_starts_it(used: Wine, setups: Packages, display: str, kept: Path) -> None:
    home = home_of(used)
    with used.window(home):
        until("CoopDesk is open", lambda: _is_open(used), _PATIENCE)
        wait_until_still(display, _PATIENCE, _MOMENT)
        pages = _Pages(display, kept)
        setup = _begin_update(used, setups)
        used.run(rf"{home}\coopdesk.exe", "close")  # as it does itself once the setup has started
    until("it is renewed", lambda: used.registered(USERS, "DisplayVersion") == setups.new_version, 2 * _PATIENCE)
    time.sleep(1)
    pages.see("ready")
    pages.press("Return")
    assert setup.wait(_PATIENCE) == 0
    assert version_at(used, home) == setups.new_version
    until("the new version is open", lambda: _is_open(used), _PATIENCE)


def test_an_update_that_does_not_open_the_register(used: Wine, setups: Packages, display: str, kept: Path) -> None:
    """The person is told, and the version that stays is open again."""
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


def _begin_update(wine: Wine, setups: Packages) -> subprocess.Popen[bytes]:
    return wine.begin(wine.put(setups.new), "/UPDATE", "/LANG=2117", f"/DATA={wine.data}")


def _is_open(wine: Wine) -> bool:
    return "pythonw.exe" in wine.run("tasklist")
