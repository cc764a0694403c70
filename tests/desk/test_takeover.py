"""Taking over: register and secrets stand on the next PC, or nothing has changed."""

import errno
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as FailKeyring

from coopdesk.desk import takeover
from coopdesk.desk.check import assess_office
from coopdesk.desk.handover import Handover
from coopdesk.desk.opening import open_desk
from coopdesk.desk.parts import Parts
from coopdesk.desk.recovery import recovery_of
from coopdesk.desk.takeover import Instead, take_over
from coopdesk.errors import CoopDeskError
from coopdesk.passwords.codes import spoken_code
from coopdesk.passwords.judge import Judge
from coopdesk.vault.handover import write_file
from coopdesk.vault.home import Key
from coopdesk.vault.vault import Vault
from tests.desk.handed import RECOVERY, SECRET, TAKER
from tests.keyring_fixture import GnomeKeyring


def test_who_takes_over_has_register_and_secrets(given: Handover, desk: Parts, tmp_path: Path) -> None:
    before = desk.facts()
    desk.vault().forget(before.accounts[1].id)
    parts = take_over(given.file, given.passphrase.lower().replace("-", " "), tmp_path / "other", TAKER)
    assert parts.facts().accounts == before.accounts
    assert parts.vault().reveal(before.accounts[1].id) == SECRET
    assert recovery_of(parts, before.accounts[1].id, TAKER) == RECOVERY
    (reason,) = [f.reason("bn") for f in assess_office(parts)[1].unmet if f.clause == "03.5"]
    assert "সন্দেহ" in reason
    assert parts.register.evidence.files()
    parts.register.close()


def test_a_wrong_file_or_code_or_a_locked_keyring_changes_nothing(
    given: Handover, gnome_keyring: GnomeKeyring, tmp_path: Path, recwarn: pytest.WarningsRecorder
) -> None:
    cut, foreign, database = (tmp_path / f"{name}.kdbx" for name in ("cut", "foreign", "database"))
    cut.write_bytes(given.file.read_bytes()[:300])
    foreign.write_bytes(b"no database at all " * 40)
    write_file(database, given.passphrase, (), b"")
    gnome_keyring.lock()
    for file, code, key in (
        (given.file, spoken_code(), "handover.passphrase"),
        (cut, given.passphrase, "handover.damaged"),
        (foreign, given.passphrase, "handover.damaged"),
        (database, given.passphrase, "backup.foreign"),
        (tmp_path / "nothing.kdbx", given.passphrase, "handover.unreadable"),
        (given.file, given.passphrase, "vault.locked"),
    ):
        with pytest.raises(CoopDeskError) as refused:
            take_over(file, code, tmp_path / "other", TAKER)
        assert refused.value.key == key
        assert not (tmp_path / "other" / "register.sqlite").exists()


def test_on_a_computer_without_a_keyring_a_keepass_file_takes_the_secrets(
    given: Handover, desk: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = desk.facts().accounts[1].id
    monkeypatch.setattr(keyring.core, "_keyring_backend", FailKeyring())
    with pytest.raises(CoopDeskError) as refused:
        take_over(given.file, given.passphrase, tmp_path / "other", TAKER)
    assert refused.value.key == "vault.none"
    with Judge() as judge:
        for passphrase, key in (("1234", "desk.weak_passphrase"), ("seven blue geese by a river", "")):
            instead = Instead(tmp_path / "office.kdbx", passphrase, judge)
            if key:
                with pytest.raises(CoopDeskError) as refused:
                    take_over(given.file, given.passphrase, tmp_path / "other", TAKER, instead)
                assert refused.value.key == key
                assert not (tmp_path / "other" / "register.sqlite").exists()
            else:
                parts = take_over(given.file, given.passphrase, tmp_path / "other", TAKER, instead)
    assert parts.vault().reveal(account) == SECRET
    assert parts.vault().home.status().key is Key.FILE
    parts.register.close()


@pytest.mark.parametrize("fails", ["the second secret", "the register"])
def test_a_take_over_that_fails_on_the_way_changes_nothing(
    given: Handover, gnome_keyring: GnomeKeyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    before, folder = gnome_keyring.entries(), tmp_path / "other"
    open_desk(folder).register.close()

    def refuse(*_: object) -> None:
        raise CoopDeskError("vault.refused") if fails == "the second secret" else OSError(errno.ENOSPC, "full")

    if fails == "the second secret":
        monkeypatch.setattr(Vault, "keep_recovery", refuse)
    else:
        restore = takeover.restore
        monkeypatch.setattr(takeover, "restore", lambda file, to: refuse() if to == folder else restore(file, to))
    with pytest.raises(CoopDeskError) as refused:
        take_over(given.file, given.passphrase, folder, TAKER)
    assert refused.value.key == ("vault.refused" if fails == "the second secret" else "register.full")
    assert gnome_keyring.entries() == before
    assert not list(folder.glob(".*"))
    still = open_desk(folder)
    assert still.register.facts() is None
    still.register.close()
