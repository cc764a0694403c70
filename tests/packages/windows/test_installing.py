"""The setup under wine where CoopDesk never was: put in, walked through, taken out; and all that can go wrong."""

import json
import shutil
from pathlib import Path

import pytest

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
    USERS,
    copies_at,
    home_of,
    register_of,
    see_entries,
    uninstall,
    version_at,
)
from tests.packages.wine import PREFIX, Wine

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

    before = register_of(wine)
    wine.run(wine.put(setups.new), "/S")
    assert version_at(wine, home) == setups.new_version
    assert copies_at(wine, home) == [setups.new_version]
    assert wine.registered(USERS, "DisplayVersion") == setups.new_version
    assert register_of(wine) == before
    assert list(wine.path(rf"{wine.data}\backups").glob(f"before-{setups.new_version}-*.zip"))
    wine.run(rf"{home}\coopdesk.exe", "check")

    uninstall(wine, home)
    assert not wine.path(home).exists()
    assert wine.registered(USERS, "DisplayVersion") == ""
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
    assert not wine.path(home).exists()
    assert wine.registered(EVERYONES, "DisplayVersion") == ""


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


@pytest.mark.parametrize("part", [0.01, 0.5, 0.99])
def test_half_a_setup(wine: Wine, setups: Packages, tmp_path: Path, part: float) -> None:
    half = tmp_path / "setup.exe"
    half.write_bytes(setups.old.read_bytes()[: int(setups.old.stat().st_size * part)])
    assert wine.ran(wine.put(half), "/S").returncode != 0
    assert not wine.path(home_of(wine)).exists()


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
