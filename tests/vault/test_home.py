"""A register's home for secrets: the keyring with its desk passphrase, and what this computer notes of it."""

from pathlib import Path

import pytest

from coopdesk.errors import CoopDeskError, Locked
from coopdesk.vault import seal
from coopdesk.vault.home import Home, Key
from coopdesk.vault.place import FILE, Patience, Place, place_in, put_place
from coopdesk.vault.stores import KeyringStore
from coopdesk.vault.vault import Vault, entries_of
from tests.keyring_fixture import GnomeKeyring

OLD, WRONG = "নদীর ধারে সাতটি নীল হাঁস", "something else altogether"
SECRETS = {"page": "Vq7#mulberry", "page.next": "সমবায়-৯১-নতুন"}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys quickly: how long it takes is measured elsewhere."""
    monkeypatch.setattr(seal, "MEMORY_KIB", 8)
    monkeypatch.setattr(seal, "PASSES", 1)


def test_a_real_keyring_holds_nothing_readable(gnome_keyring: GnomeKeyring, tmp_path: Path) -> None:
    home = Home("3f0c", tmp_path)
    vault, entries = Vault(home), entries_of(["page"])
    vault.keep("page", SECRETS["page"])
    vault.begin_change("page", SECRETS["page.next"])
    home.turn_on(OLD, entries)

    assert home.test().key is Key.DESK
    held = b" ".join(gnome_keyring.entries().values())
    assert not any(secret.encode() in held for secret in SECRETS.values())
    # Another program at the same login, with the same keyring.
    assert KeyringStore("CoopDesk/3f0c").read("page") != SECRETS["page"]
    other = Vault(Home("3f0c", tmp_path))
    with pytest.raises(Locked):
        other.reveal("page")
    other.home.unlock(OLD, entries)
    other.accept_change("page")
    assert other.reveal("page") == SECRETS["page.next"]
    assert other.used_before(SECRETS["page"], ["page"]) == "page"
    home.turn_off(OLD, entries)
    assert KeyringStore("CoopDesk/3f0c").read("page") == SECRETS["page.next"]
    assert vault.home.test().key is Key.NONE


def test_wrong_tries_slow_down_also_after_a_new_start(tmp_path: Path) -> None:
    now = [1000.0]

    def patience() -> Patience:
        return Patience(tmp_path, lambda: now[0])

    def waits() -> bool:
        try:
            patience().ask()
        except CoopDeskError as error:
            return error.key == "vault.wait"
        return False

    for _ in range(3):
        assert not waits()
        patience().note(right=False)
    assert waits()
    now[0] += 2
    assert not waits()
    patience().note(right=False)
    now[0] += 2
    assert waits()
    now[0] -= 500  # the clock is set back: the wait does not grow by it
    assert waits()
    now[0] += 4
    assert not waits()
    patience().note(right=True)
    assert place_in(tmp_path) == Place()


def test_a_wrong_passphrase_is_said_and_counted(gnome_keyring: GnomeKeyring, tmp_path: Path) -> None:
    home = Home("3f0c", tmp_path)
    home.turn_on(OLD, ())
    home.lock()

    with pytest.raises(CoopDeskError) as wrong:
        home.unlock(WRONG, ())
    assert wrong.value.key == "vault.passphrase"
    assert place_in(tmp_path).wrong == 1
    home.unlock(OLD, ())
    assert home.is_open()
    assert place_in(tmp_path).wrong == 0


def test_this_computer_notes_that_a_passphrase_is_on(gnome_keyring: GnomeKeyring, tmp_path: Path) -> None:
    home = Home("3f0c", tmp_path)
    home.turn_on(OLD, ())
    assert place_in(tmp_path).sealed
    with pytest.raises(CoopDeskError):
        home.turn_off(WRONG, ())
    assert place_in(tmp_path).sealed
    home.turn_off(OLD, ())
    with pytest.raises(CoopDeskError):
        Home("3f0c", tmp_path).turn_off(OLD, ())  # another window still offered it
    assert not place_in(tmp_path).sealed
    assert home.status().key is Key.NONE
    Vault(home).keep("page", "kept plain")


def test_a_note_that_cannot_be_read_is_no_empty_one(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()

    with pytest.raises(CoopDeskError):
        place_in(tmp_path)


@pytest.mark.parametrize("kept", ["", "[]", '{"keepass": 3}', "\x00"])
def test_a_damaged_note_of_the_place_is_the_keyring(tmp_path: Path, kept: str) -> None:
    (tmp_path / FILE).write_text(kept)

    assert place_in(tmp_path) == Place()
    put_place(tmp_path, Place(minutes=3))
    assert place_in(tmp_path).minutes == 3
