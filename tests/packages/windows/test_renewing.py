"""The setup under wine on a Windows with an older CoopDesk and a register: renewed, broken off, held up."""

import shutil
import time
from pathlib import Path

import pytest

from tests.packages.moments import break_off, until
from tests.packages.packages import Packages
from tests.packages.windows.installed import (
    NEWER,
    RUNNING,
    TRIAL_FAILED,
    a_windows,
    copies_at,
    home_of,
    make_newer,
    register_of,
    uninstall,
    version_at,
)
from tests.packages.wine import Wine

MOMENTS = 20
MENDED = 4  # after each of so many moments, the setup is run again to its end
READ = 0x80000000  # GENERIC_READ: whoever holds a file so lets others read it, and nobody change it


def test_an_older_version_after_a_newer_one(used: Wine, setups: Packages) -> None:
    home = home_of(used)
    used.run(used.put(setups.new), "/S")
    used.run(used.put(setups.old), "/S", code=NEWER)
    assert version_at(used, home) == setups.new_version


def test_the_same_version_again(used: Wine, setups: Packages) -> None:
    """As a repair: beside the one that is in use, then in its place."""
    home = home_of(used)
    for _ in range(2):
        used.run(used.put(setups.old), "/S")
        assert version_at(used, home) == setups.old_version
        assert len(copies_at(used, home)) == 1
    used.run(rf"{home}\coopdesk.exe", "check")


def test_a_register_newer_than_the_program(used: Wine, setups: Packages) -> None:
    """The new version can't open it: the old one stays, and nothing is changed."""
    home, register = home_of(used), used.path(rf"{used.data}\register.sqlite")
    make_newer(register)
    before = register_of(used)
    used.run(used.put(setups.new), "/S", code=TRIAL_FAILED)
    assert version_at(used, home) == setups.old_version
    assert copies_at(used, home) == [setups.old_version]
    assert register_of(used) == before
    assert "newer CoopDesk" in used.path(rf"{used.data}\log\coopdesk.log").read_text("utf-8")


def test_a_file_that_another_program_holds(used: Wine, setups: Packages) -> None:
    """As a virus scanner does: the setup waits, then gives up, and what was there works."""
    home = home_of(used)
    held = repr(rf"{home}\coopdesk.exe")
    holds = (
        f"import ctypes, time; ctypes.windll.kernel32.CreateFileW({held}, {READ}, 1, None, 3, 0, None); time.sleep(600)"
    )
    holder = used.path(r"C:\holder")
    shutil.copytree(used.path(rf"{home}\{setups.old_version}"), holder)
    program = used.begin(r"C:\holder\python.exe", "-c", holds)
    try:
        time.sleep(3)
        used.run(used.put(setups.new), "/S", code=RUNNING)
    finally:
        used.ran("taskkill", "/f", "/im", "python.exe")
        program.wait(30)
    assert version_at(used, home) == setups.old_version
    used.run(rf"{home}\coopdesk.exe", "check")
    used.run(used.put(setups.new), "/S")
    assert version_at(used, home) == setups.new_version
    assert len(copies_at(used, home)) == 1


def test_a_window_that_is_open_is_closed_first(used: Wine, setups: Packages, display: str) -> None:
    home = home_of(used)
    with used.window(home):
        until("the window is there", lambda: "python" in used.run("tasklist"))
        time.sleep(3)
        used.run(used.put(setups.new), "/S")
    assert version_at(used, home) == setups.new_version


@pytest.mark.flaky(reruns=0)
def test_power_lost_at_any_moment(
    used_windows: tuple[Path, Path], setups: Packages, display: str, tmp_path: Path
) -> None:
    """Whatever the moment: a version works, the register is whole, and the setup finds to the new version."""
    with a_windows(display, tmp_path / "whole", *used_windows) as made:
        setup, begun = made.put(setups.new), time.monotonic()
        made.run(setup, "/S")
        whole = time.monotonic() - begun
    seen = []

    def attempt(number: int, moment: float) -> bool:
        place = tmp_path / f"{number}"
        with a_windows(display, place, *used_windows) as made:
            home, setup, before = home_of(made), made.put(setups.new), register_of(made)
            program = made.begin(setup, "/S")
            time.sleep(moment)
            in_time = program.poll() is None
            made.cut_power()
            program.wait(30)
            made.start()
            if in_time:
                seen.append(version_at(made, home))
                assert seen[-1] in (setups.old_version, setups.new_version)
                made.run(rf"{home}\coopdesk.exe", "check")
                if number % MENDED == 0:
                    made.run(setup, "/S")
                    assert version_at(made, home) == setups.new_version
                    [left] = copies_at(made, home)
                    # Beside the one that was broken off, where a launcher might have named that already.
                    assert left in (setups.new_version, f"{setups.new_version}-2")
                assert register_of(made) == before
                if number % MENDED == 0:
                    uninstall(made, home)
        shutil.rmtree(place)
        return in_time

    break_off(MOMENTS, whole, attempt)
    assert setups.old_version in seen, "the old one works until the very end"
