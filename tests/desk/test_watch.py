"""Looking after what the register says is in the keyring (03.5)."""

from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as FailKeyring

from coopdesk.desk.certify import NotCompliant, issue_certificate
from coopdesk.desk.check import assess_office
from coopdesk.desk.example import make_example
from coopdesk.desk.parts import Parts
from coopdesk.desk.reminders import reminders
from coopdesk.desk.watch import Look, look, with_trouble, write_down
from coopdesk.order.assess import assess
from coopdesk.texts import table
from tests.keyring_fixture import GnomeKeyring

SECRET = "Vq7#mulberry-Trombone%91"


@pytest.fixture
def desk(data_dir: Path, gnome_keyring: GnomeKeyring) -> Parts:
    """Return the desk of an office that meets every clause, with its password in the keyring."""
    parts = make_example(data_dir)
    with parts.register.deed("describe_office", "tester") as writer:
        writer.put(replace(parts.facts().office, example=False))
    parts.vault().keep(_account(parts), SECRET)
    return parts


def _account(parts: Parts) -> str:
    (fact,) = parts.facts().passwords
    return fact.account


def _reasons(parts: Parts) -> str:
    return " ".join(finding.reason("en") for finding in assess_office(parts)[1].unmet)


def test_where_all_is_there_nothing_is_said(desk: Parts) -> None:
    assert look(desk) == Look()
    issue_certificate(desk, "bn", "tester")


def test_what_was_deleted_by_hand_is_missed_and_found_again(desk: Parts) -> None:
    account = _account(desk)
    desk.vault().forget(account)
    found = look(desk)
    assert found == Look(gone=frozenset({account}))
    assert _reasons(desk) == "", "a look changes nothing"
    with pytest.raises(NotCompliant):
        issue_certificate(desk, "bn", "tester")
    assert "not in the computer's keyring" in _reasons(desk)
    assert [line.deed for line in desk.register.journal(1)] == ["password_gone"]
    write_down(desk, found, "tester")
    assert [line.deed for line in desk.register.journal(2)].count("password_gone") == 1

    desk.vault().keep(account, SECRET)
    write_down(desk, look(desk), "tester")
    assert _reasons(desk) == ""
    assert look(desk) == Look()


def test_a_keyring_that_is_gone_is_told_and_the_certificate_unsigned(
    desk: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", FailKeyring())
    found = look(desk)
    assert found == Look(trouble="vault.none")
    told = assess(with_trouble(desk.facts(), found.trouble), desk.rulebook, desk.today())
    (finding,) = [one for one in told.lapsing if one.clause == "03.5"]
    assert "কোনো কী-রিং নেই" in finding.reason("bn")
    assert not told.unmet
    assert reminders(desk.facts(), told, desk.rulebook) == ()
    issued, _ = issue_certificate(desk, "bn", "tester")
    assert issued.signed_with == ""


def test_the_offices_own_lock_is_no_trouble(desk: Parts) -> None:
    entries = (_account(desk),)
    desk.vault().home.turn_on("seven blue geese by a river", entries)
    desk.vaults.lock()
    assert look(desk) == Look()
    desk.vault().forget(entries[0])
    assert look(desk).gone == {entries[0]}


@pytest.mark.parametrize("trouble", [key for key in table("errors") if key.split(".")[0] in ("vault", "keepass")])
def test_every_trouble_has_its_words(desk: Parts, trouble: str) -> None:
    (finding,) = assess(with_trouble(desk.facts(), trouble), desk.rulebook, desk.today()).lapsing
    assert finding.reason("bn")
    assert finding.next_step("en")


def test_an_example_touches_no_keyring(data_dir: Path) -> None:
    parts = make_example(data_dir)
    assert look(parts) == Look()
    parts.register.close()
