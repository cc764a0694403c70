"""How a copy of CoopDesk is started: by its launcher where it is installed, by its own Python elsewhere."""

import subprocess
import sys
from pathlib import Path

import pytest

from coopdesk import launch
from coopdesk.launch import start_command, typed_command


def test_a_checkout_is_started_by_its_own_python() -> None:
    command = start_command()
    assert command == [sys.executable, "-m", "coopdesk"]
    assert subprocess.run([*command, "--version"], capture_output=True, check=True).stdout.startswith(b"CoopDesk")


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of an installed copy's version, which this Python is in from now on."""
    (tmp_path / "0.1.0").mkdir()
    monkeypatch.setattr(launch, "_INSTALLED", True)
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "0.1.0"))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "0.1.0" / "python.exe"))
    return tmp_path / "0.1.0"


def test_what_is_installed_on_windows_is_started_by_what_outlives_the_version(copy: Path) -> None:
    (copy / "pythonw.exe").touch()
    assert start_command() == [str(copy.parent / "coopdeskw.exe")]


@pytest.mark.usefixtures("copy")
def test_what_is_installed_on_debian_is_started_by_what_outlives_the_version() -> None:
    assert start_command() == ["/usr/bin/coopdesk"]


def test_a_command_is_typed_by_its_path_where_windows_finds_it_by_that_alone(copy: Path) -> None:
    assert typed_command() == "coopdesk"
    (copy.parent / "coopdesk.exe").touch()
    assert typed_command() == str(copy.parent / "coopdesk.exe")
