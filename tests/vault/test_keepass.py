"""Secrets in a KeePass file, where a computer has no keyring: there, back, and what can go wrong with the file."""

import subprocess
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as FailKeyring

from coopdesk.errors import CoopDeskError, Locked
from coopdesk.vault import keepass
from coopdesk.vault.home import Home, Key
from coopdesk.vault.keepass import KeePassStore
from coopdesk.vault.place import place_in
from coopdesk.vault.stores import KeyringStore
from coopdesk.vault.vault import Vault, entries_of
from tests.keyring_fixture import GnomeKeyring
from tests.small_disk import small_disk

PASSPHRASE, SECRET = "নদীর ধারে সাতটি নীল হাঁস", "Vq7#mulberry-বক"
ENTRIES = entries_of(["page", "group"])
SERVICE, GROUP = "CoopDesk/3f0c", "CoopDesk 3f0c"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "stick" / "পাসওয়ার্ড.kdbx"


@pytest.fixture
def home(tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """Return the home of a register on a computer without a keyring, in a KeePass file that is open."""
    monkeypatch.setattr(keyring.core, "_keyring_backend", FailKeyring())
    home = Home("3f0c", tmp_path)
    home.move_to_file(file, PASSPHRASE, ENTRIES)
    return home


def key_of(deed: object, *args: object) -> str:
    """Return the key of the trouble that a deed ends in, having seen that it shows no secret."""
    with pytest.raises(CoopDeskError) as caught:
        deed(*args)  # type: ignore[operator]
    said = f"{caught.value!r} {caught.value.said.bn} {caught.value.said.en}"
    assert SECRET not in said
    assert PASSPHRASE not in said
    return caught.value.key


def keepassxc(file: Path, verb: str, *options: str, typed: str = "") -> str:
    command = ["keepassxc-cli", verb, "--quiet", *options, str(file), f"{GROUP}/page"]
    done = subprocess.run(command, input=f"{PASSPHRASE}\n{typed}", capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_computer_without_a_keyring_keeps_secrets_in_the_file(home: Home, file: Path, tmp_path: Path) -> None:
    Vault(home).keep("page", SECRET)
    Vault(home).keep_recovery("page", "4471-0093")

    status = home.test()
    assert status.usable
    assert status.key is Key.FILE
    assert status.keyring
    assert file.name in status.keyring.bn
    again = Home("3f0c", tmp_path)
    assert key_of(Vault(again).reveal, "page") == "vault.file_locked"
    again.unlock(PASSPHRASE, ENTRIES)
    assert Vault(again).reveal("page") == SECRET
    assert Vault(again).recovery("page") == "4471-0093"
    assert SECRET.encode() not in file.read_bytes()
    Vault(again).forget("page")
    assert Vault(home).reveal("page") is None


def test_keepassxc_reads_it_and_what_keepassxc_writes_is_read(home: Home, file: Path) -> None:
    Vault(home).keep("page", SECRET)

    assert keepassxc(file, "show", "--show-protected", "--attributes", "Password") == SECRET
    keepassxc(file, "edit", "--password-prompt", typed="changed in KeePassXC\n")
    assert Vault(home).reveal("page") == "changed in KeePassXC"


def test_a_file_whose_passphrase_was_changed_elsewhere_asks_for_it(home: Home, file: Path) -> None:
    Vault(home).keep("page", SECRET)
    file.unlink()
    KeePassStore(file, GROUP).create("another passphrase by now")

    assert key_of(Vault(home).reveal, "page") == "vault.file_locked"
    assert not home.is_open()


def test_every_letter_that_is_text_comes_back_and_no_other_is_taken(home: Home, file: Path, tmp_path: Path) -> None:
    letters = "a\t\"\n'\r&<]]>\x7f\x85\u2028\ud7ff\ue000\ufffd\U00010000\U0010ffff"
    Vault(home).keep("page", letters)
    again = Home("3f0c", tmp_path)
    again.unlock(PASSPHRASE, ENTRIES)
    assert Vault(again).reveal("page") == letters
    for letter in "\0\x01\x1f\ud800\ufffe":
        assert key_of(home.store.write, "page", f"{SECRET}{letter}") == "vault.not_text"
        assert key_of(Vault(home).keep, "page", f"{SECRET}{letter}") == "vault.not_text"


def test_locking_forgets_and_a_wrong_passphrase_opens_nothing(home: Home, tmp_path: Path) -> None:
    Vault(home).keep("page", SECRET)
    home.lock()

    assert not home.is_open()
    for deed in (Vault(home).reveal, Vault(home).forget):
        with pytest.raises(Locked):
            deed("page")
    assert key_of(home.unlock, "something else", ENTRIES) == "vault.passphrase"
    assert place_in(tmp_path).wrong == 1
    assert home.status().trouble
    assert home.status().key is Key.FILE


@pytest.mark.parametrize("spoil", ["gone", "cut", "foreign", "older"])
def test_a_file_that_is_no_good_is_said_to_be(
    home: Home, file: Path, monkeypatch: pytest.MonkeyPatch, spoil: str
) -> None:
    Vault(home).keep("page", SECRET)
    home.lock()
    match spoil:
        case "gone":
            file.unlink()
        case "cut":
            file.write_bytes(file.read_bytes()[:300])
        case "foreign":
            file.write_bytes(b"no database at all " * 40)
        case "older":
            monkeypatch.setattr(keepass, "_VERSION", (4, 9))
    keys = {"gone": "keepass.unreadable", "older": "keepass.older"}
    assert key_of(home.unlock, PASSPHRASE, ENTRIES) == keys.get(spoil, "keepass.damaged")


def test_a_disk_that_fills_leaves_the_old_file(home: Home, file: Path) -> None:
    Vault(home).keep("page", SECRET)
    before = file.read_bytes()
    with small_disk(1_000):
        assert key_of(Vault(home).keep, "page", "new") == "register.full"
    assert file.read_bytes() == before
    assert not home.is_open()
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_secrets_move_to_the_file_and_back(gnome_keyring: GnomeKeyring, tmp_path: Path, file: Path) -> None:
    home = Home("3f0c", tmp_path)
    vault = Vault(home)
    vault.keep("page", SECRET)
    vault.keep("group.recovery", "4471-0093")
    home.turn_on("seven blue geese by a river", ENTRIES)
    home.move_to_file(file, PASSPHRASE, ENTRIES)

    assert gnome_keyring.entries() == {}
    assert vault.reveal("page") == SECRET
    assert key_of(home.turn_on, "seven blue geese", ENTRIES) == "vault.file_has_one"
    home.lock()
    assert key_of(home.move_to_keyring, ENTRIES) == "vault.file_locked"
    home.unlock(PASSPHRASE, ENTRIES)
    home.move_to_keyring(ENTRIES)
    assert KeyringStore(SERVICE).read("page") == SECRET
    assert vault.recovery("group") == "4471-0093"
    store = KeePassStore(file, GROUP)
    assert store.unlock(PASSPHRASE)
    assert store.read("page") is None
    assert home.status().key is Key.NONE


def test_a_file_that_is_there_wants_its_own_passphrase(
    home: Home, file: Path, tmp_path: Path, gnome_keyring: GnomeKeyring
) -> None:
    other = Home("77aa", tmp_path / "other")
    Vault(other).keep("page", SECRET)

    assert key_of(other.move_to_file, file, "not that one", ENTRIES) == "keepass.passphrase"
    assert Vault(other).reveal("page") == SECRET
    other.move_to_file(file, PASSPHRASE, ENTRIES)
    assert Vault(other).reveal("page") == SECRET
    assert Vault(home).reveal("page") is None
