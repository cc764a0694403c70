"""CoopDesk starts in the background with the computer: a real entry here, Windows' own list by a stand-in."""

import re
import subprocess
import sys
from collections.abc import Iterator
from configparser import RawConfigParser
from importlib import reload
from pathlib import Path
from types import ModuleType

import pytest

from coopdesk import autostart
from coopdesk.errors import CoopDeskError


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the person's settings."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config"


def _command(entry: Path) -> list[str]:
    parser = RawConfigParser()
    parser.read(entry, "utf-8")
    written = parser["Desktop Entry"]["Exec"]
    # A desktop entry takes its own backslashes off first, then the command's; %% is a per cent sign.
    words = re.findall(r'"((?:\\.|[^"\\])*)"', written.replace("\\\\", "\\").replace("%%", "%"))
    return [re.sub(r"\\(.)", r"\1", word) for word in words]


def test_it_is_switched_on_and_off(config: Path, tmp_path: Path) -> None:
    assert not autostart.is_on()
    autostart.switch(True, tmp_path / "desk")
    autostart.switch(True, tmp_path / "desk")
    assert autostart.is_on()
    entry = config / "autostart" / "coopdesk.desktop"
    command = _command(entry)
    assert command == [sys.executable, "-m", "coopdesk", "--data-dir", str(tmp_path / "desk"), "--background"]
    done = subprocess.run([*command[:3], "--help"], capture_output=True, check=True)
    assert b"--background" in done.stdout
    autostart.switch(False, tmp_path / "desk")
    autostart.switch(False, tmp_path / "desk")
    assert not autostart.is_on()
    assert not entry.exists()


@pytest.mark.parametrize("name", ["সমবায় ডেস্ক", "100% own", 'say "hi"', "a\\b$HOME`id`"])
def test_any_folder_comes_back_from_the_entry(config: Path, tmp_path: Path, name: str) -> None:
    autostart.switch(True, tmp_path / name)
    assert _command(config / "autostart" / "coopdesk.desktop")[4] == str(tmp_path / name)


def test_a_place_that_may_not_be_written_is_said(config: Path, tmp_path: Path) -> None:
    config.write_text("a file where the folder should be")
    with pytest.raises(CoopDeskError) as refused:
        autostart.switch(True, tmp_path)
    assert refused.value.key == "autostart.refused"


class _Key(dict[str, str]):
    def __enter__(self) -> "_Key":
        return self

    def __exit__(self, *_: object) -> None:
        """Close nothing."""


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Key]:
    """Return the person's list of Windows, in a stand-in for its registry."""
    run, winreg = _Key(), ModuleType("winreg")
    winreg.HKEY_CURRENT_USER, winreg.KEY_SET_VALUE, winreg.REG_SZ = "person", 2, 1  # type: ignore[attr-defined]

    def opened(root: str, path: str, *_: int) -> _Key:
        assert (root, path) == ("person", r"Software\Microsoft\Windows\CurrentVersion\Run")
        return run

    def query(key: _Key, name: str) -> str:
        if name not in key:
            raise FileNotFoundError(name)
        return key[name]

    winreg.OpenKey = winreg.CreateKeyEx = opened  # type: ignore[attr-defined]
    winreg.QueryValueEx = query  # type: ignore[attr-defined]
    winreg.SetValueEx = lambda key, name, _, kind, value: key.__setitem__(name, value)  # type: ignore[attr-defined]
    winreg.DeleteValue = _Key.__delitem__  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "winreg", winreg)
    with monkeypatch.context() as patched:
        patched.setattr(sys, "platform", "win32")
        reload(autostart)
        yield run
    reload(autostart)


def test_windows_keeps_it_in_the_persons_own_list(windows: _Key, tmp_path: Path) -> None:
    assert not autostart.is_on()
    autostart.switch(True, tmp_path / "my desk")
    assert autostart.is_on()
    assert windows["CoopDesk"] == f'{sys.executable} -m coopdesk --data-dir "{tmp_path / "my desk"}" --background'
    autostart.switch(False, tmp_path)
    autostart.switch(False, tmp_path)
    assert not autostart.is_on()
