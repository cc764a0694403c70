"""Without a keyring that can be used the password page says what to do, and the register goes on."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import keyring
import pytest
from keyring.backends.SecretService import Keyring as SecretServiceKeyring
from PySide6.QtWidgets import QLineEdit

from coopdesk.desk.example import make_example
from coopdesk.errors import CoopDeskError
from coopdesk.ui.widgets.secret import KeptSecret
from tests.keyring_fixture import GnomeKeyring
from tests.ui import looks
from tests.ui.conftest import Desk

SECRET = "Vq7#mulberry-Trombone%91"
Open = Callable[[Path], Desk]


@pytest.fixture
def own_office(data_dir: Path) -> Path:
    """Return the folder of a register that is no example: its secrets go to the keyring."""
    parts = make_example(data_dir)
    office = parts.facts().office  # type: ignore[union-attr]
    with parts.register.deed("describe_office", "tester") as writer:
        writer.put(replace(office, example=False))
    parts.register.close()
    return data_dir


def _keep_a_password(desk: Desk) -> None:
    desk.window.show_account(desk.session.facts.accounts[1].id, "password")
    desk.settle()
    secret = next(w for w in looks.visible(desk.page) if w.accessibleName() == "নতুন পাসওয়ার্ড")
    assert isinstance(secret, QLineEdit)
    secret.setText(SECRET)
    people = looks.named(desk.window, "by-password")
    people.setCurrentIndex(1)  # type: ignore[attr-defined]
    next(w for w in looks.visible(desk.page) if looks.text_of(w) == "পরবর্তী").click()  # type: ignore[attr-defined]
    desk.settle()


def _goes_on(desk: Desk) -> None:
    """See that the register takes a deed that needs no keyring."""
    account = desk.session.facts.accounts[1]
    desk.window.show_account(account.id, "uses")
    desk.settle()
    use = next(one for one in ("02.1", "02.4") if one not in account.uses)
    looks.named(desk.window, f"use-{use}").setChecked(True)  # type: ignore[attr-defined]
    next(w for w in looks.visible(desk.page) if looks.text_of(w) == "পরবর্তী").click()  # type: ignore[attr-defined]
    desk.settle()
    assert use in desk.session.facts.accounts[1].uses


def test_no_keyring_is_said_and_the_register_goes_on(own_office: Path, open_on: Open) -> None:
    desk = open_on(own_office)
    before = desk.session.facts.passwords
    _keep_a_password(desk)
    assert "কোনো কী-রিং পাওয়া যায়নি" in looks.said(desk.page)
    assert desk.session.facts.passwords == before
    _goes_on(desk)


# keyring itself leaves its connection open where it finds a keyring locked.
@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
def test_a_locked_keyring_is_said_and_the_register_goes_on(
    own_office: Path, open_on: Open, gnome_keyring: GnomeKeyring
) -> None:
    desk = open_on(own_office)
    before = desk.session.facts.passwords
    gnome_keyring.lock()
    _keep_a_password(desk)
    assert CoopDeskError("vault.locked").said.bn in looks.said(desk.page)
    assert desk.session.facts.passwords == before
    assert desk.session.snapshot.changing == frozenset()
    _goes_on(desk)


class SlowKeyring(SecretServiceKeyring):
    """A real Secret Service that takes its time, as one does that asks the person first."""

    viable = False  # keyring does not find it by itself
    answer = Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.answer.wait(20)
        return super().get_password(service, username)


def test_a_slow_keyring_freezes_no_window(own_office: Path, open_on: Open, gnome_keyring: GnomeKeyring) -> None:
    desk = open_on(own_office)
    account = desk.session.facts.accounts[1].id
    desk.session.parts.vault().keep(account, SECRET)
    desk.window.show_account(account, "password")
    desk.settle()
    keyring.set_keyring(SlowKeyring())
    widget = desk.page.findChild(KeptSecret)
    widget._on_reveal()
    desk.qtbot.waitUntil(lambda: desk.window._busy.maximum() == 0, timeout=5000)  # the window says that it works
    desk.window._unease.setInterval(30)  # in place of eight seconds
    desk.qtbot.waitUntil(desk.window._waits.isVisible, timeout=5000)
    assert "কী-রিং" in desk.window._waits.text()
    assert not widget.shown.isVisible()
    desk.window.show_page("team")
    assert desk.page.isVisible()
    desk.window.show_account(account, "password")
    desk.page.findChild(KeptSecret)._on_reveal()
    SlowKeyring.answer.set()
    desk.settle()
    assert desk.page.findChild(KeptSecret).shown.text() == SECRET
    assert not desk.window._waits.isVisible()
