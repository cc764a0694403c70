"""CoopDesk starts in the background with the computer: a real entry on Linux (Windows' list: tests/packages)."""

import re
import subprocess
import sys
from configparser import RawConfigParser
from pathlib import Path

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
