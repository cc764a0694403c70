"""The Windows setup under wine: put in, walked through, renewed, broken off, taken out; and all that can go wrong."""

import json
import random
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.packages.checks import check_certificate, check_picture
from tests.packages.packages import Packages
from tests.packages.roots import digest, small_disk, system
from tests.packages.walker import Walker
from tests.packages.wine import DRIVE, PACKAGES, PREFIX, Wine, until

USERS = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\CoopDesk"
EVERYONES = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\CoopDesk"
MOMENTS = 20
MENDED = 4  # after each of so many moments, the setup is run again to its end
# The setup's exit codes, as packaging/README.md names them.
OLD_WINDOWS, NO_ROOM, RUNNING, TRIAL_FAILED, NO_RIGHT, NEWER = 3, 4, 5, 6, 7, 8
READ = 0x80000000  # GENERIC_READ: whoever holds a file so lets others read it, and nobody change it
# A secret into Windows' own store and out again, through the backend that CoopDesk would take there.
KEYRING = """
import keyring
print(type(keyring.get_keyring()).__module__)
keyring.set_password("CoopDesk test", "office", "গোপন-Xy7!")
print(keyring.get_password("CoopDesk test", "office"))
keyring.delete_password("CoopDesk test", "office")
print(keyring.get_password("CoopDesk test", "office"))
"""


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory, display: str) -> Path:
    """Return what there is to lay over a clean Debian 13: wine, and a person's Windows that was never used."""
    place = tmp_path_factory.mktemp("windows")
    with system("trixie", place) as root:
        root.apt("update")
        root.apt("install", "--no-install-recommends", *PACKAGES)
        wine = Wine(root, display)
        wine.start()
        wine.stop()
    return place / "changes"


@pytest.fixture
def wine(windows: Path, display: str, tmp_path: Path) -> Iterator[Wine]:
    """Return a Windows where CoopDesk never was."""
    with _windows(display, tmp_path, windows) as made:
        yield made


@pytest.fixture(scope="module")
def installed(
    windows: Path, setups: Packages, display: str, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """Return what there is to lay over it: the old version, and an example register."""
    place = tmp_path_factory.mktemp("installed")
    with _windows(display, place, windows) as made:
        made.run(made.put(setups.old), "/S")
        made.run(rf"{_home(made)}\coopdesk.exe", "demo", made.data)
    return place / "changes", windows


@pytest.fixture
def used(installed: tuple[Path, Path], display: str, tmp_path: Path) -> Iterator[Wine]:
    """Return a Windows with the old version and a register."""
    with _windows(display, tmp_path, *installed) as made:
        yield made


def test_the_life_of_an_installation(wine: Wine, setups: Packages, recorded: Path, display: str, kept: Path) -> None:
    begun = time.monotonic()
    wine.run(wine.put(setups.old), "/S")
    took = time.monotonic() - begun
    assert took < 20, f"the silent installation took {took:.1f} s"
    home = _home(wine)
    _see_entries(wine, USERS, home, setups.old_version)

    _walk(wine, home, recorded, display, kept)
    _see_commands(wine, home)
    said = wine.run(rf"{home}\{setups.old_version}\python.exe", "-X", "utf8", "-c", KEYRING).split()
    assert said == ["keyring.backends.Windows", "গোপন-Xy7!", "None"]

    before = digest(wine.path(wine.data))
    wine.run(wine.put(setups.new), "/S")
    assert _version(wine, home) == setups.new_version
    assert _copies(wine, home) == [setups.new_version]
    assert wine.registered(USERS, "DisplayVersion") == setups.new_version
    after = digest(wine.path(wine.data))
    assert _papers(after) == _papers(before)
    assert [name for name in after if name.startswith(f"backups/before-{setups.new_version}-")]
    wine.run(rf"{home}\coopdesk.exe", "check")

    _uninstall(wine, home)
    assert not wine.path(home).exists()
    assert wine.registered(USERS, "DisplayVersion") == ""
    assert not list(wine.path(r"C:\users").rglob("*CoopDesk*.lnk"))
    assert _papers(digest(wine.path(wine.data))) == _papers(before)


def test_for_everyone_on_the_computer(wine: Wine, setups: Packages) -> None:
    wine.run(wine.put(setups.old), "/S", "/ALLUSERS")
    home = r"C:\Program Files\CoopDesk"
    _see_entries(wine, EVERYONES, home, setups.old_version)
    assert wine.registered(USERS, "DisplayVersion") == ""
    assert _version(wine, home) == setups.old_version
    wine.run(wine.put(setups.new), "/S", "/ALLUSERS")
    assert _version(wine, home) == setups.new_version
    _uninstall(wine, home)
    assert not wine.path(home).exists()
    assert wine.registered(EVERYONES, "DisplayVersion") == ""


def test_a_folder_with_a_space_and_bangla_letters(wine: Wine, setups: Packages) -> None:
    home = r"C:\সমবায় অফিস\কুপ ডেস্ক"
    wine.run(wine.put(setups.old), "/S", *f"/D={home}".split(" "))  # NSIS wants no quotes there
    assert _version(wine, home) == setups.old_version
    wine.run(rf"{home}\coopdesk.exe", "demo", wine.data)
    wine.run(rf"{home}\coopdesk.exe", "check")
    # The next version finds it there.
    wine.run(wine.put(setups.new), "/S")
    assert _version(wine, home) == setups.new_version
    _uninstall(wine, home)
    assert not wine.path(home).exists()


def test_a_person_whose_name_is_bangla(windows: Path, setups: Packages, display: str, tmp_path: Path) -> None:
    with system("trixie", tmp_path, windows) as root:
        shutil.rmtree(root.path(PREFIX))
        # Debian's tools want plain names; who came from elsewhere may have another.
        for name in ("passwd", "shadow", "group"):
            file = root.path(f"/etc/{name}")
            file.write_text(file.read_text("utf-8").replace("desk:", "রহিমা:", 1), "utf-8")
        made = Wine(root, display, "রহিমা")
        made.start()
        try:
            made.run(made.put(setups.old), "/S")
            home = _home(made)
            assert "রহিমা" in home
            made.run(rf"{home}\coopdesk.exe", "demo", made.data)
            made.run(rf"{home}\coopdesk.exe", "check")
            made.run(rf"{home}\coopdesk.exe", "certificate", rf"{made.local}\সনদ.pdf")
            check_text = made.path(rf"{made.local}\সনদ.pdf")
            assert check_text.stat().st_size > 10_000
        finally:
            made.stop()


def test_an_older_windows(wine: Wine, setups: Packages) -> None:
    wine.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win81", "/f")
    wine.run(wine.put(setups.old), "/S", code=OLD_WINDOWS)
    assert not wine.path(_home(wine)).exists()


def test_no_room(wine: Wine, setups: Packages) -> None:
    disk = wine.path(r"C:\small")
    disk.mkdir()
    setup = wine.put(setups.old)
    with small_disk(disk, 100):
        shutil.chown(disk, *wine.root.ids())
        wine.run(setup, "/S", r"/D=C:\small\CoopDesk", code=NO_ROOM)
        assert list(disk.iterdir()) == []


@pytest.mark.parametrize("part", [0.01, 0.5, 0.99])
def test_half_a_setup(wine: Wine, setups: Packages, tmp_path: Path, part: float) -> None:
    half = tmp_path / "setup.exe"
    half.write_bytes(setups.old.read_bytes()[: int(setups.old.stat().st_size * part)])
    assert wine.ran(wine.put(half), "/S").returncode != 0
    assert not wine.path(_home(wine)).exists()


def test_no_right_to_write(wine: Wine, setups: Packages) -> None:
    """As where a person without an administrator's rights names a folder of the system's."""
    wine.run(wine.put(setups.old), "/S", r"/D=Z:\usr\CoopDesk", code=NO_RIGHT)
    assert not wine.root.path("/usr/CoopDesk").exists()


def test_an_older_version_after_a_newer_one(used: Wine, setups: Packages) -> None:
    home = _home(used)
    used.run(used.put(setups.new), "/S")
    used.run(used.put(setups.old), "/S", code=NEWER)
    assert _version(used, home) == setups.new_version


def test_the_same_version_again(used: Wine, setups: Packages) -> None:
    """As a repair: beside the one that is in use, then in its place."""
    home = _home(used)
    for _ in range(2):
        used.run(used.put(setups.old), "/S")
        assert _version(used, home) == setups.old_version
        assert len(_copies(used, home)) == 1
    used.run(rf"{home}\coopdesk.exe", "check")


def test_a_register_newer_than_the_program(used: Wine, setups: Packages) -> None:
    """The new version can't open it: the old one stays, and nothing is changed."""
    home, register = _home(used), used.path(rf"{used.data}\register.sqlite")
    subprocess.run(["sqlite3", register, "UPDATE alembic_version SET version_num = '9999'"], check=True)
    before = digest(used.path(used.data))
    used.run(used.put(setups.new), "/S", code=TRIAL_FAILED)
    assert _version(used, home) == setups.old_version
    assert _copies(used, home) == [setups.old_version]
    assert _papers(digest(used.path(used.data))) == _papers(before)


def test_a_file_that_another_program_holds(used: Wine, setups: Packages) -> None:
    """As a virus scanner does: the setup waits, then gives up, and what was there works."""
    home = _home(used)
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
    assert _version(used, home) == setups.old_version
    used.run(rf"{home}\coopdesk.exe", "check")
    used.run(used.put(setups.new), "/S")
    assert _version(used, home) == setups.new_version
    assert len(_copies(used, home)) == 1


def test_a_window_that_is_open_is_closed_first(used: Wine, setups: Packages, display: str) -> None:
    home = _home(used)
    with used.window(home):
        until("the window is there", lambda: "python" in used.run("tasklist"))
        time.sleep(3)
        used.run(used.put(setups.new), "/S")
    assert _version(used, home) == setups.new_version


def test_power_lost_at_any_moment(installed: tuple[Path, Path], setups: Packages, display: str, tmp_path: Path) -> None:
    """Whatever the moment: a version works, the register is whole, and the setup finds to the new version."""
    with _windows(display, tmp_path / "whole", *installed) as made:
        setup, begun = made.put(setups.new), time.monotonic()
        made.run(setup, "/S")
        whole = time.monotonic() - begun
    chance, killed, seen = random.Random(), 0, []
    for number in range(MOMENTS):
        moment = whole * (number + chance.random()) / MOMENTS
        with _windows(display, tmp_path / str(number), *installed) as made:
            home, setup, before = _home(made), made.put(setups.new), digest(made.path(made.data))
            program = made.begin(setup, "/S")
            time.sleep(moment)
            killed += program.poll() is None
            made.cut_power()
            program.wait(30)
            made.start()
            seen.append(_version(made, home))
            assert seen[-1] in (setups.old_version, setups.new_version), f"killed after {moment:.2f} s"
            made.run(rf"{home}\coopdesk.exe", "check")
            if number % MENDED == 0:
                made.run(setup, "/S")
                assert _version(made, home) == setups.new_version, f"killed after {moment:.2f} s"
                assert len(_copies(made, home)) == 1
            assert _papers(digest(made.path(made.data))) == _papers(before)
        shutil.rmtree(tmp_path / str(number))
    assert killed >= MOMENTS // 2
    assert seen == sorted(seen, key=lambda version: version == setups.new_version), "once new, new for good"


@contextmanager
def _windows(display: str, place: Path, *below: Path) -> Iterator[Wine]:
    with system("trixie", place, *below) as root:
        made = Wine(root, display)
        made.start()
        try:
            yield made
        finally:
            made.stop()


def _home(wine: Wine) -> str:
    return rf"{wine.local}\Programs\CoopDesk"


def _version(wine: Wine, home: str) -> str:
    return wine.run(rf"{home}\coopdesk.exe", "--version").split()[-1]


def _copies(wine: Wine, home: str) -> list[str]:
    return sorted(mark.parent.name for mark in wine.path(home).glob("*/coopdesk-copy.txt"))


def _papers(found: dict[str, str]) -> dict[str, str]:
    """Return what matters in a data folder: the register, its evidence and its papers."""
    matters = ("register.sqlite", "papers/", "evidence/", "certificates/")
    return {
        name: kept for name, kept in found.items() if name.startswith(matters) and not name.endswith(("-wal", "-shm"))
    }


def _see_entries(wine: Wine, key: str, home: str, version: str) -> None:
    """See that Windows' list of apps and its start menu know of it."""
    assert wine.registered(key, "DisplayVersion") == version
    assert wine.registered(key, "Publisher") == "CoopDesk"
    assert wine.registered(key, "InstallLocation") == home
    assert wine.path(rf"{home}\coopdesk.ico").is_file()
    links = [link.as_posix() for link in wine.root.path(DRIVE).rglob("*CoopDesk*.lnk")]
    assert sorted("Start Menu" in link for link in links) == [False, True]


def _see_commands(wine: Wine, home: str) -> None:
    """See that the commands do what they say, and end with the code that they name."""
    program = rf"{home}\coopdesk.exe"
    told = json.loads(wine.run(program, "check", "--json"))
    assert told["compliant"] is True
    folder = rf"{wine.local}\unmet"
    wine.run(program, "demo", "--unmet", folder)
    assert "০৩" in wine.run(program, "--data-dir", folder, "check", code=1)
    wine.run(program, "no-such-command", code=2)
    wine.run(program, "verify", rf"{wine.local}\none.pdf", code=2)
    wine.run(program, "backup", rf"{wine.local}\backup.zip")


def _walk(wine: Wine, home: str, recorded: Path, display: str, kept: Path) -> None:
    here = wine.path(r"C:\walk")
    here.mkdir(mode=0o755)
    for picture in recorded.glob("picture-*"):
        shutil.copyfile(picture, here / picture.name)

    def path_of(file: Path) -> str:
        return wine.windows_path(here / file.name)

    walker = Walker(recorded, display, kept, path_of, wine=True)
    with wine.window(home):
        walker.walk()
    for step in walker.steps:
        if step.headings:
            check_picture(kept / step.value, recorded / step.value, step.headings)
    (certificate,) = wine.path(rf"{wine.data}\papers").glob("সনদ-*.pdf")
    check_certificate(certificate)


def _uninstall(wine: Wine, home: str) -> None:
    # It works from a copy of itself, so as to remove itself too.
    wine.run(rf"{home}\uninstall.exe", "/S")
    until("all is removed", lambda: not wine.path(rf"{home}\uninstall.exe").exists())
