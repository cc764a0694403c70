"""The setup under wine where CoopDesk never was: put in, walked through, taken out; and all that can go wrong."""

import json
import shutil
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest

from coopdesk.release import WINDOWS, read_release
from tests.packages.checks import check_certificate, check_picture
from tests.packages.moments import until
from tests.packages.packages import Packages
from tests.packages.roots import small_disk, system
from tests.packages.walker import Walker
from tests.packages.windows.installed import (
    EVERYONES,
    NO_RIGHT,
    NO_ROOM,
    OLD_WINDOWS,
    RUNNING,
    USERS,
    copies_at,
    home_of,
    register_of,
    see_entries,
    uninstall,
    version_at,
)
from tests.packages.wine import PREFIX, Wine

RUN = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
MOST_INSTALLED = 190_000_000
# A secret into Windows' own store and out again, through the backend that CoopDesk would take there.
KEYRING = """
import keyring
print(type(keyring.get_keyring()).__module__)
keyring.set_password("CoopDesk test", "office", "গোপন-Xy7!")
print(keyring.get_password("CoopDesk test", "office"))
keyring.delete_password("CoopDesk test", "office")
print(keyring.get_password("CoopDesk test", "office"))
"""

# The person's list of what starts with the computer, and what Task Manager notes down where it is switched off there.
AUTOSTART = r"""
import winreg
from pathlib import Path
from coopdesk import autostart
folder, current = Path(r"C:\my desk"), winreg.HKEY_CURRENT_USER
windows = "Software\\Microsoft\\Windows\\CurrentVersion\\"
list_, noted = windows + "Run", windows + "Explorer\\StartupApproved\\Run"
told = [autostart.is_on()]
autostart.switch(True, folder)
told.append(autostart.is_on())
print(winreg.QueryValueEx(winreg.OpenKey(current, list_), "CoopDesk")[0])
with winreg.CreateKeyEx(current, noted, 0, winreg.KEY_SET_VALUE) as key:
    winreg.SetValueEx(key, "CoopDesk", 0, winreg.REG_BINARY, bytes([3, *[0] * 11]))
told.append(autostart.is_on())
autostart.switch(True, folder)
told.append(autostart.is_on())
for _ in range(2):
    autostart.switch(False, folder)
    told.append(autostart.is_on())
autostart.switch(True, folder)
print(told)
"""


def test_the_life_of_an_installation(wine: Wine, setups: Packages, recorded: Path, display: str, kept: Path) -> None:
    wine.run(wine.put(setups.old), "/S")
    home = home_of(wine)
    see_entries(wine, USERS, home, setups.old_version)
    installed = sum(file.stat().st_size for file in wine.path(home).rglob("*") if file.is_file())
    assert installed <= MOST_INSTALLED, f"{installed / 1e6:.1f} MB are installed"

    _walk(wine, home, recorded, display, kept)
    _see_commands(wine, home)
    said = wine.run(rf"{home}\{setups.old_version}\python.exe", "-X", "utf8", "-c", KEYRING).split()
    assert said == ["keyring.backends.Windows", "গোপন-Xy7!", "None"]

    listed, told = wine.run(rf"{home}\{setups.old_version}\python.exe", "-X", "utf8", "-c", AUTOSTART).splitlines()
    assert listed == rf'{home}\coopdeskw.exe --data-dir "C:\my desk" --background'
    assert told == "[False, True, False, True, False, False]"

    before = register_of(wine)
    wine.run(wine.put(setups.new), "/S")
    assert version_at(wine, home) == setups.new_version
    assert copies_at(wine, home) == [setups.new_version]
    assert wine.registered(USERS, "DisplayVersion") == setups.new_version
    assert register_of(wine) == before
    assert list(wine.path(rf"{wine.data}\backups").glob(f"before-{setups.new_version}-*.zip"))
    wine.run(rf"{home}\coopdesk.exe", "check")

    uninstall(wine, home)
    assert wine.registered(USERS, "DisplayVersion") == ""
    assert wine.registered(RUN, "CoopDesk") == ""
    assert not list(wine.path(r"C:\users").rglob("*CoopDesk*.lnk"))
    assert register_of(wine) == before


def test_for_everyone_on_the_computer(wine: Wine, setups: Packages) -> None:
    wine.run(wine.put(setups.old), "/S", "/ALLUSERS")
    home = r"C:\Program Files\CoopDesk"
    see_entries(wine, EVERYONES, home, setups.old_version)
    assert wine.registered(USERS, "DisplayVersion") == ""
    assert version_at(wine, home) == setups.old_version
    # Whoever renews it need not remember for whom it was installed.
    wine.run(wine.put(setups.new), "/S")
    assert version_at(wine, home) == setups.new_version
    assert wine.registered(EVERYONES, "DisplayVersion") == setups.new_version
    assert wine.registered(USERS, "DisplayVersion") == ""
    uninstall(wine, home)
    assert wine.registered(EVERYONES, "DisplayVersion") == ""


def test_for_everyone_in_a_folder_that_others_can_change(wine: Wine, setups: Packages) -> None:
    setup = wine.put(setups.old)
    for home in (r"C:\shared\CoopDesk", r"C:\Program Files 2\CoopDesk"):
        wine.run(setup, "/S", "/ALLUSERS", *f"/D={home}".split(" "), code=NO_RIGHT)
        assert not wine.path(home).parent.exists()


def test_a_folder_with_a_space_and_bangla_letters(wine: Wine, setups: Packages) -> None:
    home = r"C:\সমবায় অফিস\কুপ ডেস্ক"
    wine.run(wine.put(setups.old), "/S", *f"/D={home}".split(" "))  # NSIS wants no quotes there
    assert version_at(wine, home) == setups.old_version
    wine.run(rf"{home}\coopdesk.exe", "demo", wine.data)
    wine.run(rf"{home}\coopdesk.exe", "check")
    # The next version finds it there.
    wine.run(wine.put(setups.new), "/S")
    assert version_at(wine, home) == setups.new_version
    uninstall(wine, home)


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
            home = home_of(made)
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
    assert not wine.path(home_of(wine)).exists()


def test_no_room(wine: Wine, setups: Packages) -> None:
    disk = wine.path(r"C:\small")
    disk.mkdir()
    setup = wine.put(setups.old)
    with small_disk(disk, 100):
        shutil.chown(disk, *wine.root.ids())
        wine.run(setup, "/S", r"/D=C:\small\CoopDesk", code=NO_ROOM)
        assert list(disk.iterdir()) == []


def test_a_disk_that_becomes_full(wine: Wine, setups: Packages) -> None:
    """It had room at first; what was unpacked by then goes again."""
    disk = wine.path(r"C:\small")
    disk.mkdir()
    setup = wine.put(setups.old)
    with small_disk(disk, 300):
        shutil.chown(disk, *wine.root.ids())
        program = wine.begin(setup, "/S", r"/D=C:\small\CoopDesk")
        until("it unpacks", lambda: any(disk.glob("CoopDesk/*/python313.dll")))
        with (disk / "film").open("wb", buffering=0) as film, suppress(OSError):
            while True:
                film.write(bytes(1 << 20))
        assert program.wait(60) == NO_ROOM
        assert [file.name for file in disk.iterdir()] == ["film"]


def test_two_setups_at_once(wine: Wine, setups: Packages) -> None:
    home, setup = home_of(wine), wine.put(setups.old)
    first = wine.begin(setup, "/S")
    until("the first unpacks", lambda: wine.path(home).exists())
    wine.run(setup, "/S", code=RUNNING)
    assert first.wait(120) == 0
    assert version_at(wine, home) == setups.old_version


def test_power_lost_while_it_is_first_installed(wine: Wine, setups: Packages) -> None:
    """The setup finds to its end the next time, and nothing of the first try is left once it is removed."""
    home, setup = home_of(wine), wine.put(setups.new)
    for part in ("PySide6", "typst", "coopdesk"):
        begun, program = time.time(), wine.begin(setup, "/S")
        folder = wine.path(rf"{home}\{setups.new_version}\lib\{part}")
        until("it unpacks", lambda folder=folder, begun=begun: folder.exists() and folder.stat().st_mtime > begun)
        wine.cut_power()
        program.wait(30)
        wine.start()
    wine.run(wine.put(setups.old), "/S")
    assert version_at(wine, home) == setups.old_version
    assert copies_at(wine, home) == [setups.old_version]
    uninstall(wine, home)


@pytest.mark.parametrize("part", [0.01, 0.5, 0.99])
def test_half_a_setup(wine: Wine, setups: Packages, tmp_path: Path, part: float) -> None:
    half = tmp_path / "setup.exe"
    half.write_bytes(setups.old.read_bytes()[: int(setups.old.stat().st_size * part)])
    assert wine.ran(wine.put(half), "/S").returncode != 0
    assert not wine.path(home_of(wine)).exists()


def test_a_setup_that_bears_authenticode_too(wine: Wine, setups: Packages, tmp_path: Path) -> None:
    """As a publisher signs it whom Microsoft knows: it is a setup still, and an update that CoopDesk takes."""
    key, certificate, both = tmp_path / "key.pem", tmp_path / "certificate.pem", tmp_path / "setup.exe"
    words = [
        "-subj",
        "/CN=A publisher",
        "-addext",
        "extendedKeyUsage=codeSigning",
        "-addext",
        "keyUsage=digitalSignature",
    ]
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", *words]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    signed = ["osslsigncode", "sign", "-certs", certificate, "-key", key, "-in", setups.old, "-out", both]
    subprocess.run(signed, check=True, capture_output=True)
    seen = ["osslsigncode", "verify", "-CAfile", certificate, "-in", both]
    assert "Signature verification: ok" in subprocess.run(seen, check=True, capture_output=True, text=True).stdout

    wine.run(wine.put(both), "/S")
    home = home_of(wine)
    assert version_at(wine, home) == setups.old_version
    trusted = wine.path(rf"{home}\{setups.old_version}\lib\coopdesk\_data\publisher.pem").read_bytes()
    assert read_release(both, trusted, WINDOWS) == read_release(setups.old, trusted, WINDOWS)


def test_no_right_to_write(wine: Wine, setups: Packages) -> None:
    """As where a person without an administrator's rights names a folder of the system's."""
    wine.run(wine.put(setups.old), "/S", r"/D=Z:\usr\CoopDesk", code=NO_RIGHT)
    assert not wine.root.path("/usr/CoopDesk").exists()


def _see_commands(wine: Wine, home: str) -> None:
    """See that the commands do what they say, and end with the code that they name."""
    program = rf"{home}\coopdesk.exe"
    told = json.loads(wine.run(program, "check", "--json"))
    assert told["compliant"] is True
    folder = rf"{wine.local}\unmet"
    wine.run(program, "demo", "--unmet", folder)
    assert "03.9" in wine.run(program, "--data-dir", folder, "check", code=1)
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
    papers = wine.path(rf"{wine.data}\papers")
    with wine.window(home):
        walker.walk()
        # What the last page says first stands there before the certificate does.
        until("the certificate is made", lambda: any(papers.glob("সনদ-*.pdf")))
    for step in walker.steps:
        if step.headings:
            check_picture(kept / step.value, recorded / step.value, step.headings)
    (certificate,) = papers.glob("সনদ-*.pdf")
    check_certificate(certificate)
