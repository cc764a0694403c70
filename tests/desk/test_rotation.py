"""A password changes in the right order: both stay until the platform has taken the new one."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from coopdesk.desk.check import assess_office
from coopdesk.desk.example import make_example
from coopdesk.desk.opening import open_desk
from coopdesk.desk.parts import Parts
from coopdesk.desk.password import retire_password, set_password, under_way
from coopdesk.desk.rotation import begin_change, confirm_change, drop_change, reveal_new
from coopdesk.errors import CoopDeskError
from coopdesk.passwords.judge import Judge
from coopdesk.register.store import Register
from coopdesk.vault.vault import Vault
from tests.keyring_fixture import GnomeKeyring

WHO = "রেহানা পারভীন"
OLD, NEW = "Vq7#mulberry-Trombone%91", "kettle-9-Orbit-plume-Zest"


@pytest.fixture
def desk(data_dir: Path, gnome_keyring: GnomeKeyring) -> Parts:
    """Return the desk of an office whose second account has a password in the keyring."""
    parts = make_example(data_dir)
    with parts.register.deed("describe_office", "tester") as writer:
        writer.put(replace(parts.facts().office, example=False))
    parts.vault().keep(_account(parts), OLD)
    return parts


def _account(parts: Parts) -> str:
    return parts.facts().accounts[1].id


@pytest.fixture
def judge() -> Judge:
    return Judge()


def test_both_stay_until_it_is_confirmed(desk: Parts, judge: Judge) -> None:
    account, vault = _account(desk), desk.vault()
    before = desk.facts().passwords
    begin_change(desk, judge, account, NEW, WHO, WHO)
    assert (vault.reveal(account), vault.pending(account)) == (OLD, NEW)
    assert desk.facts().passwords == before
    assert under_way(desk) == {account}
    assert reveal_new(desk, account, WHO) == NEW
    fact = confirm_change(desk, judge, account, WHO)
    assert (fact.set_on, fact.by, fact.stored) == (desk.today(), WHO, True)
    assert (vault.reveal(account), vault.pending(account)) == (NEW, None)
    assert under_way(desk) == frozenset()
    judge.close()


def test_it_may_be_dropped(desk: Parts, judge: Judge) -> None:
    account, vault = _account(desk), desk.vault()
    before = desk.facts().passwords
    begin_change(desk, judge, account, NEW, WHO, WHO)
    drop_change(desk, account, WHO)
    assert (vault.reveal(account), vault.pending(account), under_way(desk)) == (OLD, None, frozenset())
    assert desk.facts().passwords == before
    judge.close()


def test_a_crash_between_leaves_the_question(desk: Parts, judge: Judge) -> None:
    account = _account(desk)
    begin_change(desk, judge, account, NEW, WHO, WHO)
    # Killed in the middle of the confirmation: the keyring has the new one in both places.
    desk.vault().keep(account, NEW)
    folder = desk.register.folder
    desk.register.close()
    again = open_desk(folder)
    assert under_way(again) == {account}
    confirm_change(again, judge, account, WHO)
    assert (again.vault().reveal(account), under_way(again)) == (NEW, frozenset())
    again.register.close()
    judge.close()


def test_an_old_password_is_known_again(desk: Parts, judge: Judge, gnome_keyring: GnomeKeyring) -> None:
    account = _account(desk)
    begin_change(desk, judge, account, NEW, WHO, WHO)
    confirm_change(desk, judge, account, WHO)
    with pytest.raises(CoopDeskError) as refused:
        begin_change(desk, judge, account, OLD, WHO, WHO)
    assert refused.value.key == "desk.used_before"
    other = desk.facts().accounts[0].id
    with pytest.raises(CoopDeskError) as refused:
        set_password(desk, judge, other, OLD, WHO, WHO)
    assert refused.value.key == "desk.reused"
    # The hash stays in the keyring; register and keyring hold the old secret itself no more.
    assert OLD.encode() not in gnome_keyring.entries().values()
    assert any(secret.startswith(b"$argon2id$") for secret in gnome_keyring.entries().values())
    assert not any(b"$argon2id$" in file.read_bytes() for file in desk.register.folder.rglob("*") if file.is_file())
    judge.close()


def test_a_change_makes_the_clause_hold_again(desk: Parts, judge: Judge) -> None:
    account = _account(desk)
    later = desk.today() + timedelta(days=79)
    assert "03.5" in [f.clause for f in assess_office(desk, later)[1].unmet]
    begin_change(desk, judge, account, NEW, WHO, WHO)
    confirm_change(desk, judge, account, WHO)
    assert "03.5" not in [f.clause for f in assess_office(desk, later)[1].unmet]
    judge.close()


def test_a_crash_after_the_keyring_took_it_is_made_good(
    desk: Parts, judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    account, before = _account(desk), desk.facts().passwords
    begin_change(desk, judge, account, NEW, WHO, WHO)
    with monkeypatch.context() as broken:
        broken.setattr(Register, "deed", _refuse)
        with pytest.raises(CoopDeskError):
            confirm_change(desk, judge, account, WHO)
    assert (desk.vault().reveal(account), desk.vault().pending(account), under_way(desk)) == (NEW, None, {account})
    with pytest.raises(CoopDeskError) as refused:
        drop_change(desk, account, "another")
    assert refused.value.key == "desk.change_taken"
    assert desk.facts().passwords == before
    desk.vault().begin_change(account, NEW)  # as though it had been ended one step earlier
    with pytest.raises(CoopDeskError) as refused:
        drop_change(desk, account, "another")
    assert refused.value.key == "desk.change_taken"
    desk.vault().drop_change(account)
    fact = confirm_change(desk, judge, account, "another")
    assert desk.facts().passwords == (fact,)
    assert (fact.by, fact.length, under_way(desk)) == (WHO, len(NEW), frozenset())
    with pytest.raises(CoopDeskError) as refused:
        confirm_change(desk, judge, account, WHO)
    assert refused.value.key == "vault.gone"
    judge.close()


def _refuse(*_: object, **_named: object) -> None:
    raise CoopDeskError("register.full", path="")


def test_what_the_keyring_refused_leaves_no_note(desk: Parts, judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    account = _account(desk)
    with monkeypatch.context() as broken:
        broken.setattr(Vault, "begin_change", _refuse)
        with pytest.raises(CoopDeskError):
            begin_change(desk, judge, account, NEW, WHO, WHO)
    assert under_way(desk) == frozenset()
    begin_change(desk, judge, account, NEW, WHO, WHO)
    with monkeypatch.context() as broken:
        broken.setattr(Vault, "begin_change", _refuse)
        with pytest.raises(CoopDeskError):
            begin_change(desk, judge, account, "another-9-Orbit-plume-Zest", WHO, WHO)
    assert under_way(desk) == {account}, "the first one still waits"
    judge.close()


def test_out_of_use_ends_the_change_too(desk: Parts, judge: Judge) -> None:
    account = _account(desk)
    begin_change(desk, judge, account, NEW, WHO, WHO)
    retire_password(desk, account, WHO)
    assert (desk.vault().pending(account), under_way(desk)) == (None, frozenset())
    judge.close()


def test_what_waits_for_another_account_is_reused_too(desk: Parts, judge: Judge) -> None:
    account, other = _account(desk), desk.facts().accounts[0].id
    begin_change(desk, judge, account, NEW, WHO, WHO)
    with pytest.raises(CoopDeskError) as refused:
        set_password(desk, judge, other, NEW, WHO, WHO)
    assert refused.value.key == "desk.reused"
    assert desk.facts().accounts[1].name in refused.value.said.bn
    begin_change(desk, judge, account, NEW, WHO, WHO)  # its own may be begun again
    set_password(desk, judge, other, "walnut-3-Ferry-quiet-Loom", WHO, WHO)
    desk.vault().keep(other, NEW)  # as another window may have done meanwhile
    with pytest.raises(CoopDeskError) as refused:
        confirm_change(desk, judge, account, WHO)
    assert refused.value.key == "desk.reused"
    assert (desk.vault().pending(account), under_way(desk)) == (NEW, {account})
    judge.close()
